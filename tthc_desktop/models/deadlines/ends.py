"""The span of time that one clause of a deadline names: its first and its last day."""

from calendar import monthrange
from datetime import date, timedelta

from tthc_desktop.models.deadlines.values import Clause, Kind

PARTS_OF_MONTH = {
    "begin": 10, "middle": 20, "first_half": 15,
    "first_week": 7, "second_week": 14, "third_week": 21, "fourth_week": 28,
}  # fmt: skip
"""The last day of a part of a month, where the words name no day."""
_OPEN = {"from", "after"}


def end_of(clause: Clause) -> date | None:
    """Return the last day of a clause that names one span of time; None for what has no end or recurs.

    Working days after an event cannot be counted without the calendar of days off, so they have no end here.
    """
    if clause.trouble or (clause.rel in _OPEN and clause.kind is not Kind.RELATIVE):
        return None
    match clause.kind:
        case Kind.FIXED_DATE:
            return clause.date
        case Kind.RANGE:
            return clause.end
        case Kind.MONTH | Kind.QUARTER | Kind.YEAR:
            return _end_of_span(clause)
        case Kind.RELATIVE if clause.date and clause.offset_days is not None and clause.calendar == "days":
            return clause.date + timedelta(clause.offset_days)
        case _:
            return None


def start_of(clause: Clause) -> date | None:
    """Return the first day of the span that a clause names; None where it names a day or nothing."""
    if clause.trouble or clause.rel == "before":
        return None
    if clause.kind is Kind.ONGOING and clause.start:
        return clause.start
    if clause.rel in _OPEN and clause.kind is Kind.FIXED_DATE:
        return clause.date
    if clause.kind is Kind.RANGE:
        return clause.start
    if not clause.year or clause.kind not in {Kind.MONTH, Kind.QUARTER, Kind.YEAR, Kind.ONGOING}:
        return None
    return date(clause.year, clause.month or 3 * (clause.quarter or 1) - 2, 1)


def last_day(year: int, month: int, day: int = 31) -> date:
    """Return a day of a month, its last one when it has not so many."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def _end_of_span(clause: Clause) -> date | None:
    if not clause.year:
        return None
    last = clause.month or 3 * (clause.quarter or 4)
    months = 1 if clause.month else 3 if clause.quarter else 12
    if clause.rel == "before":
        return date(clause.year, last - months + 1, 1) - timedelta(1)
    if months == 1:
        return last_day(clause.year, last, PARTS_OF_MONTH.get(clause.part, 31))
    return last_day(clause.year, last - months_before_end(clause.part, months))


def months_before_end(part: str, months: int) -> int:
    """Return how many months before the end of a span of so many months a part of it ends."""
    if part in {"middle", "first_half"}:
        return months // 2
    if part in {"begin", "first_week"}:
        return months * 3 // 4 if months == 12 else months - 1
    return 0
