"""A small office with a plan to follow, and what its units have said of it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tests.models.units.registers import CENTRE, INSPECTORS, JUSTICE, OFFICE, REGISTER, plan_of
from tthc_desktop.models.agenda.agenda import AgendaLine, agenda
from tthc_desktop.models.agenda.values import FollowUp
from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Period, Plan
from tthc_desktop.models.progress.values import Field, Progress, Said, Status
from tthc_desktop.models.text import plain
from tthc_desktop.models.version import Issue, Stage

YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))
NO_DAYS_OFF = DaysOff()

__all__ = ["CENTRE", "INSPECTORS", "JUSTICE", "NO_DAYS_OFF", "OFFICE", "YEAR"]


def plan(*works: tuple[str, str, str], id_: Id = "plan", stage: Stage = Stage.ISSUED, **more: object) -> Plan:
    """Return a plan of 2025 with tasks t1, t2 … of a leader, helpers and a deadline each."""
    made = plan_of(*((lead, helps) for lead, helps, _ in works))
    tasks = {task.id: replace(task, deadline=plain(works[at][2])) for at, task in enumerate(made.tasks.values())}
    issue = Issue("1", "KH", date(2025, 1, 2)) if stage is not Stage.DRAFT else None
    made = replace(made, id=id_, tasks=tasks, period=YEAR, stage=stage, issue=issue)
    return replace(made, **more)  # type: ignore[arg-type]


def said(
    work_id: Id, unit_id: Id, status: Status, day: date | None = None, *, period: str = "", plan_id: Id = "plan"
) -> Progress:
    """Return what a unit has said of its work."""
    told = {Field.STATUS: Said(status)} | ({Field.DAY: Said(day.isoformat())} if day else {})
    return Progress(f"{plan_id}-{work_id}-{unit_id}-{period}", plan_id, work_id, unit_id, told, period)


def office(plans: Iterable[Plan], progress: Iterable[Progress] = (), follow_ups: Iterable[FollowUp] = ()) -> Holdings:
    """Return what the office keeps."""
    return Holdings(
        plans={one.id: one for one in plans},
        units={unit.id: unit for unit in REGISTER},
        progress={one.id: one for one in progress},
        follow_ups={one.id: one for one in follow_ups},
    )


def lines(one: Plan, *progress: Progress, follow_ups: Iterable[FollowUp] = ()) -> list[AgendaLine]:
    """Return the agenda of one plan."""
    return list(agenda(one, office([one], progress, follow_ups), NO_DAYS_OFF))
