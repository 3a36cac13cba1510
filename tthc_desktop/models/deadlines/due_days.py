"""The days on which the clauses of a deadline fall due within a plan's period: `due_days`."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tthc_desktop.models.deadlines.values import Clause, Deadline, Kind
from tthc_desktop.models.plan import Period

_STEPS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
_ALREADY = {Kind.RELATIVE, Kind.MONTH, Kind.QUARTER, Kind.YEAR}
"""Where “trước” has been counted already."""
_NAMED = {"begin": 10, "middle": 20, "first_week": 7}
"""The last day of a part of a month, where the words name no day."""


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """A day on which a clause of a deadline falls due."""

    day: date
    clause: int
    """The place of the clause in its deadline."""


def due_days(
    deadline: Deadline, period: Period, events: Mapping[int, date] | None = None, *, strict: bool = False
) -> tuple[Due, ...]:
    """Return when a deadline falls due, in order.

    What recurs falls due within the period only. `events` gives for a relative clause, by its place, the day of its
    event; without it there is no day. With `strict`, “trước ngày D” ends the day before D.
    """
    known = events or {}
    found: set[Due] = set()
    for number, clause in enumerate(deadline.clauses):
        early = strict and clause.rel == "before" and clause.kind not in _ALREADY
        for day in _days(clause, period, known.get(number)):
            last = day - timedelta(early)
            if clause.kind is not Kind.RECURRING or period.start <= last <= period.end:
                found.add(Due(last, number))
    return tuple(sorted(found))


def end_of(clause: Clause) -> date | None:
    """Return the last day of a clause that names one span of time; None for what has no end or recurs."""
    if clause.trouble or clause.rel in {"from", "after"}:
        return None
    match clause.kind:
        case Kind.FIXED_DATE:
            return clause.date
        case Kind.RANGE:
            return clause.end
        case Kind.MONTH | Kind.QUARTER | Kind.YEAR:
            return _end_of_span(clause)
        case _:
            return None


def _end_of_span(clause: Clause) -> date | None:
    if not clause.year:
        return None
    last = clause.month or 3 * (clause.quarter or 4)
    months = 1 if clause.month else 3 if clause.quarter else 12
    if clause.rel == "before":
        return date(clause.year, last - months + 1, 1) - timedelta(1)
    if months == 1:
        return date(clause.year, last, min(_NAMED.get(clause.part, 31), monthrange(clause.year, last)[1]))
    if clause.part == "middle":
        last -= months // 2 if months == 12 else 1
    elif clause.part in {"begin", "first_week"}:
        last -= 9 if months == 12 else 2
    return date(clause.year, last, monthrange(clause.year, last)[1])


def _days(clause: Clause, period: Period, event: date | None) -> Iterator[date]:
    if clause.kind is Kind.RECURRING:
        yield from _occurrences(clause, period)
    elif clause.kind is Kind.RELATIVE:
        if event and clause.offset_days is not None:
            yield _counted(event, clause.offset_days, working=clause.calendar == "working_days")
    elif end := end_of(clause):
        yield end


def _counted(event: date, days: int, *, working: bool) -> date:
    """Return the day so many days from an event; working days leave out Saturdays and Sundays."""
    if not working:
        return event + timedelta(days)
    step, left, day = (1 if days > 0 else -1), abs(days), event
    while left:
        day += timedelta(step)
        left -= day.weekday() < 5
    return day


def _occurrences(clause: Clause, period: Period) -> Iterator[date]:
    for freq in clause.freq:
        if freq == "week":
            yield from _weeks(period)
        elif freq == "nine_months":
            yield from (date(year, 9, 30) for year in range(period.start.year, period.end.year + 1))
        else:
            step, times = _STEPS[freq], clause.times or 1
            yield from _every(clause, period, step if step % times else step // times)


def _weeks(period: Period) -> Iterator[date]:
    day = period.start + timedelta((4 - period.start.weekday()) % 7)
    while day <= period.end:
        yield day
        day += timedelta(7)


def _every(clause: Clause, period: Period, step: int) -> Iterator[date]:
    """Yield a day in each span of `step` months: the last one, or the one that the clause names."""
    first = -1 if clause.part == "next" else 0
    for number in range(first, (period.end.year - period.start.year + 1) * 12 // step):
        year, month = period.start.year + number * step // 12, number * step % 12 + step
        if step == 12 and (clause.month or clause.quarter):
            month = clause.month or 3 * (clause.quarter or 4)
        elif clause.part == "first_month":
            month -= step - 1
        elif clause.part == "next":
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        last = monthrange(year, month)[1]
        yield date(year, month, min(clause.day or (_NAMED.get(clause.part, 31) if step == 1 else 31), last))
