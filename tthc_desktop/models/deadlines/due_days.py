"""The days on which the clauses of a deadline fall due within a plan's period: `due_days`."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.models.deadlines.ends import end_of, start_of
from tthc_desktop.models.deadlines.recurring import beat, recurrences
from tthc_desktop.models.deadlines.values import Clause, Deadline, Kind
from tthc_desktop.models.plan import Period

_ALREADY = {Kind.RELATIVE, Kind.MONTH, Kind.QUARTER, Kind.YEAR}
"""Where “trước” has been counted already."""
_WEEKENDS = DaysOff()


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """A day on which a clause of a deadline falls due.

    `clause` is the place of the clause in its deadline. `period` is the key of what is due: of a span for what recurs,
    of the day that the words name where they name several, empty for the one end of work that is done once; it does
    not change with the office's rules and days off. `start` is the first day of what it is for.
    """

    day: date
    clause: int
    period: str = ""
    start: date | None = field(default=None, compare=False)
    also: tuple[int, ...] = field(default=(), compare=False)
    """The places of further clauses that name the same day."""


def due_days(deadline: Deadline, period: Period, days: DaysOff = _WEEKENDS, *, strict: bool = False) -> tuple[Due, ...]:
    """Return when a deadline falls due by its words alone, in order; no two have the same key.

    What recurs falls due within the period only. With `strict`, “trước ngày D” ends the day before D.
    """
    once = list(_once(deadline, days))
    alone = len({each.due.period for each in once}) == 1 and not any(map(recurs, deadline.clauses))
    found: dict[str, _Named] = {}
    for each in (*once, *_again(deadline, period, days)):
        due = replace(each.due, period="") if alone else each.due
        early = strict and _before(deadline.clauses[due.clause])
        last = due.day - timedelta(early)
        if each.again and not period.start <= last <= period.end:
            continue
        _put(found, _Named(replace(due, day=last), each.again, each.day))
    return tuple(sorted(each.due for each in found.values()))


def recurs(clause: Clause) -> bool:
    """Tell whether a clause comes back in spans that its words name."""
    return clause.kind is Kind.RECURRING and not clause.trouble and bool(clause.freq)


def day_after(event: date, clause: Clause, days: DaysOff) -> date | None:
    """Return when a clause falls due that counts from an event on that day; None when it does not count.

    None also where the calendar ends before that day.
    """
    if clause.trouble or clause.kind is not Kind.RELATIVE or clause.offset_days is None:
        return None
    try:
        if clause.calendar == "working_days":
            return days.working_day(event, clause.offset_days)
        return event + timedelta(clause.offset_days)
    except OverflowError:
        return None


@dataclass(frozen=True, slots=True)
class _Named:
    """A due day, whether its clause recurs, and the day that the words name."""

    due: Due
    again: bool
    day: date


def _before(clause: Clause) -> bool:
    """Tell whether a clause says “trước” of a day that the words name."""
    return clause.rel == "before" and clause.kind not in _ALREADY


def _once(deadline: Deadline, days: DaysOff) -> Iterator[_Named]:
    """Yield the ends of clauses that do not recur, with the day that they name as their key."""
    for number, clause in enumerate(deadline.clauses):
        key = end = end_of(clause)
        if clause.kind is Kind.RELATIVE and clause.date:
            key, end = end or clause.date, day_after(clause.date, clause, days)
        if key and end:
            yield _Named(Due(end, number, key.isoformat(), start_of(clause)), again=False, day=end)


def _again(deadline: Deadline, period: Period, days: DaysOff) -> Iterator[_Named]:
    """Yield the days of clauses that recur; where two come back alike, each day is its own key."""
    coming = [
        (number, clause, freq)
        for number, clause in enumerate(deadline.clauses)
        if recurs(clause)
        for freq in clause.freq
    ]
    alike = Counter(beat(clause, freq) for _, clause, freq in coming)
    for number, clause, freq in coming:
        own = alike[beat(clause, freq)] == 1
        for each in recurrences(clause, freq, period):
            key = each.period if own else each.day.isoformat()
            day = _last_working_day(each.day, days) if clause.calendar == "working_days" else each.day
            yield _Named(Due(day, number, key, each.start), again=True, day=each.day)


def _last_working_day(day: date, days: DaysOff) -> date:
    return day if not days.why_off(day) else days.working_day(day, -1)


def _put(found: dict[str, _Named], named: _Named) -> None:
    """Keep a due day under its key; the earlier of two for one day, or each under its day when these differ."""
    other = found.get(named.due.period)
    if other and other.day != named.day:
        named = replace(named, due=replace(named.due, period=named.day.isoformat()))
        other = found.get(named.due.period)
    if other:
        first, second = sorted((other, named), key=lambda each: each.due)
        also = tuple(dict.fromkeys((*first.due.also, second.due.clause, *second.due.also)))
        named = replace(first, due=replace(first.due, also=tuple(each for each in also if each != first.due.clause)))
    found[named.due.period] = named
