"""The lines of progress of a plan and what is due in a period of it, for a worker: without Qt."""

from datetime import date

from tthc_desktop.models.agenda.periodic import periodic
from tthc_desktop.models.holdings import Holdings, progress_of
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.dues import dues
from tthc_desktop.models.progress.lines import ProgressLine, events_of, progress_lines
from tthc_desktop.models.progress.reporting import Reporting
from tthc_desktop.models.rules import rules_of
from tthc_desktop.office_days import days_off_of

Lines = tuple[Id, tuple[ProgressLine, ...], Reporting]


def found_lines(plan: Plan, holdings: Holdings, period: str, today: date) -> Lines:
    """Return the lines of a plan, and what is due in a period of it."""
    follow_ups, said = tuple(holdings.follow_ups.values()), tuple(progress_of(holdings, plan.id).values())
    days = days_off_of(holdings, today, (plan,))
    found = dues(plan, follow_ups, rules_of(holdings), days, period)
    events = events_of(plan.id, follow_ups)
    lines = progress_lines(plan, tuple(holdings.units.values()), said, today, events)
    return plan.id, lines, Reporting(period, periodic(plan, follow_ups), found, today)
