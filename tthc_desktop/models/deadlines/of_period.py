"""A deadline understood as one of a plan for some period: `understand_in`."""

from datetime import date
from functools import lru_cache

from tthc_desktop.models.deadlines.ends import end_of
from tthc_desktop.models.deadlines.understanding import understand
from tthc_desktop.models.deadlines.values import Clause, Deadline, Kind
from tthc_desktop.models.plan import Period

_MOST_YEARS = 12
"""A plan is for one year, two, five or ten."""


@lru_cache(1 << 13)
def understand_in(words: str, start: date, end: date) -> Deadline:
    """Return the clauses of a deadline; a time without a year is the first such time that ends within the period."""
    if start.year == end.year:
        return understand(words, start.year)
    without = understand(words)
    years = range(start.year, min(end.year, start.year + _MOST_YEARS) + 1)
    within = [understand(words, year).clauses for year in years]
    chosen = (_chosen(each, start, end) for each in zip(without.clauses, *within, strict=True))
    return Deadline(words, tuple(chosen))


def understand_for(words: str, period: Period) -> Deadline:
    """Return the clauses of a deadline of a plan for that period."""
    return understand_in(words, period.start, period.end)


def _chosen(readings: tuple[Clause, ...], start: date, end: date) -> Clause:
    """Return the reading whose end lies within the period; the first is the one without any year."""
    plain = readings[0]
    if plain.kind is Kind.ONGOING or all(each == plain for each in readings):
        return plain
    fitting = (each for each in readings[1:] if (last := end_of(each)) and start <= last <= end)
    return next(fitting, readings[1])
