"""The day on which a deadline ends, where its words name exactly one: a date, a month, a quarter or a year."""

from datetime import date
from functools import lru_cache

from tthc_desktop.models.deadlines.ends import end_of
from tthc_desktop.models.deadlines.understanding import understand
from tthc_desktop.models.deadlines.values import Clause, Kind

_SIDE = {Kind.PER_PLAN}
"""What a deadline may say beside its end without making that doubtful."""


@lru_cache(1 << 12)
def due_day(words: str) -> date | None:
    """Return the last day that a deadline leaves; None when its words name no end, several, or one that recurs."""
    clauses = [clause for clause in understand(words).clauses if clause.kind not in _SIDE]
    ends = {end_of(clause) if _certain(clause) else None for clause in clauses}
    return ends.pop() if len(ends) == 1 else None


def _certain(clause: Clause) -> bool:
    """Tell whether a clause names its end without a doubt."""
    span = clause.kind is not Kind.FIXED_DATE
    return not (clause.trouble or clause.part or clause.rel == "about" or (span and clause.rel == "before"))
