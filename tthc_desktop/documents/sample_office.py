"""The sample office: an invented one in the midst of its year, with units, progress and papers, to try things on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.models.agenda.periodic import periodic
from tthc_desktop.models.changes import Kept, Pairs
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.particulars import Particulars
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Field, Progress, Said, Status
from tthc_desktop.models.rollforward import proposals, roll_forward, years_of
from tthc_desktop.models.template import named_in
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.units.proposing import proposed_units
from tthc_desktop.models.units.resolving import Resolver
from tthc_desktop.models.units.works import works

_SAID = (
    {Field.STATUS: Status.DONE_ON_TIME, Field.PERCENT: "100", Field.RESULT: "Đã hoàn thành, có văn bản kèm theo."},
    {Field.STATUS: Status.DOING, Field.PERCENT: "60", Field.RESULT: "Đã lấy ý kiến các phòng, đang tiếp thu."},
    {Field.STATUS: Status.DOING, Field.PERCENT: "30", Field.TROUBLE: "Chưa có hướng dẫn của Bộ."},
    {Field.STATUS: Status.NOT_STARTED},
)
"""What units say of one task after the other."""


def sample_office(on: date) -> Pairs:
    """Return the pairs that make a new office the sample one, whose plan is that of the year of the day."""
    plan = _of_year(sample_plan(), on.year)
    units = proposed_units((plan,), ())
    head = plan.header
    own = Particulars(
        parent_agency=head.parent_agency,
        agency=head.agency,
        named=named_in(plan),
        symbol=head.symbol.partition("-")[2],
        place=head.place,
        signatory=plan.signatory,
    )
    made: tuple[Kept, ...] = (plan, own, *units, *_progress(plan, units))
    return tuple((None, one) for one in made)


def _of_year(plan: Plan, year: int) -> Plan:
    first, _ = years_of(plan) or (year, year)
    if first == year:
        return plan
    offered = proposals(plan, year - first)
    moved = roll_forward(plan, year - first, [one for one in offered if one.taken])
    return replace(moved, origin_id="")


def _progress(plan: Plan, units: tuple[Unit, ...]) -> Iterator[Progress]:
    """Yield what units say of the work that is due once, each in its turn."""
    register, again = Resolver(units, plan.period), periodic(plan)
    done = 0
    for work in works(plan):
        task = plan.tasks.get(work.held.id)
        if task is None or task.id in again:
            continue
        unit = next((one.unit for one in register.resolved(str(task.lead)) if one.unit is not None), None)
        if unit is not None:
            said = {field: Said(str(words)) for field, words in _SAID[done % len(_SAID)].items()}
            yield Progress(new_id(), plan.id, task.id, unit.id, said)
            done += 1
