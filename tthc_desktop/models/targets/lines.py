"""The targets of a plan line by line for one period: what is demanded, what was measured, and what it was last year."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tthc_desktop.models.agenda.periods import plan_period
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Period, Plan
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.spans import SpanKind, reported, span_of
from tthc_desktop.models.targets.measure import Measure, understand_target
from tthc_desktop.models.targets.measuring import NOTHING, Figures, Result
from tthc_desktop.models.targets.over_time import Past, Point
from tthc_desktop.models.task import Target
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.units.assigning import content_of
from tthc_desktop.models.units.validity import UNIT_GONE, name_in
from tthc_desktop.models.units.works import works

_NO_MEASURE = Measure("")


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target, or below it what one unit has said; with no `target_id` a heading.

    `said` is what is typed over; a target that only units have measured has none of its own yet.
    """

    target_id: Id = ""
    unit_id: Id = ""
    level: int = 0
    number: str = ""
    name: str = ""
    demanded: str = ""
    measure: Measure = _NO_MEASURE
    said: Progress | None = None
    result: Result = NOTHING
    last_year: Point | None = None
    in_text: bool = False

    lead: str = ""

    @property
    def id(self) -> Id:
        """What the line is known by: the target and the unit, or the place of a heading."""
        return f"{self.target_id or self.name}/{self.unit_id or self.number}"

    @property
    def figures(self) -> Figures:
        return self.result.figures


def target_lines(plan: Plan, key: str, units: Collection[Unit], past: Past) -> tuple[TargetLine, ...]:
    """Return the lines in the plan's order; a unit has one below a target that it has measured."""
    names = {unit.id: name_in(unit, plan.period) for unit in units}
    return tuple(_lines(plan, key, names, past))


def _lines(plan: Plan, key: str, names: dict[Id, str], past: Past) -> Iterator[TargetLine]:
    open_: tuple[Id, ...] = ()
    for work in works(plan):
        target = work.held
        if not isinstance(target, Target):
            continue
        ids = tuple(heading.id for heading in work.above)
        for level, heading in enumerate(work.above):
            if open_[: level + 1] != ids[: level + 1]:
                yield TargetLine(level=level, number=heading.number, name=heading.content)
        open_ = ids
        measure, whole = understand_target(target), past.result(target, key)
        yield TargetLine(
            target.id,
            "",
            len(ids),
            work.number,
            " ".join(content_of(work).split()),
            measure.printed,
            measure,
            whole.own,
            whole.result,
            past.year_before(plan, target, key),
            bool(target.item_id),
            str(target.lead),
        )
        for part in whole.parts:
            name = names.get(part.unit_id, UNIT_GONE)
            yield TargetLine(target.id, part.unit_id, len(ids) + 1, "", name, "", measure, part.said, part.result)


def periods_of(plan: Plan, said: Iterable[Progress] = (), today: date | None = None) -> tuple[str, ...]:
    """Return the keys of the spans that targets are measured for, by their ends, the longer later.

    They are those of the calendar within the plan's period, and those for which something was said; where the plan
    has no period, those of today's year.
    """
    period = plan_period(plan) or (Period(date(today.year, 1, 1), date(today.year, 12, 31)) if today else None)
    known = reported(period) if period else ()
    inside = [span.key for span in known if period and period.start <= span.start and span.end <= period.end]
    told = (one.period for one in said if one.work_id in plan.targets)
    also = [key for key in told if not key or span_of(key)]
    return tuple(sorted(dict.fromkeys((*inside, *also)), key=_order))


def _order(key: str) -> tuple[bool, date, int, str]:
    span = span_of(key)
    if span is None:
        return True, date.max, 0, key
    return False, span.end, (span.end - span.start).days, key


def period_for(plan: Plan, said: Iterable[Progress], today: date) -> str:
    """Return the span to begin with: that of the newest figures, else the quarter that ended last or runs now."""
    known = periods_of(plan, said, today)
    told = [one.period for one in said if one.work_id in plan.targets and span_of(one.period)]
    if told:
        return max(told, key=_order)
    quarters = [
        key for key in known if (span := span_of(key)) and span.kind is SpanKind.QUARTER and span.start <= today
    ]
    return quarters[-1] if quarters else known[0] if known else ""
