"""A deadline: its words as printed, and the clauses that are understood in them."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a clause ties the work to."""

    FIXED_DATE = "fixed_date"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    RANGE = "range"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    ON_EVENT = "on_event"
    RELATIVE = "relative"
    PER_PLAN = "per_plan"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a deadline; what its words do not say stays empty."""

    kind: Kind
    join: str = ""
    """The word that ties it to the clause before: và or hoặc."""
    rel: str = ""
    """before, by, within, after, from, on or about."""
    date: datetime.date | None = None
    """The day itself; of a relative clause the day of its event, where the words name it."""
    start: datetime.date | None = None
    end: datetime.date | None = None
    year: int | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    """begin, middle, end, first_half, first_week … fourth_week, last_week of a span; of what recurs also last_month,
    first_month, next."""
    freq: tuple[str, ...] = ()
    """week, month, quarter, half_year, nine_months, year."""
    times: int | None = None
    """How often in each span."""
    every: int | None = None
    """Once in so many spans."""
    weekday: int | None = None
    """The day of the week, 1 for Monday to 7 for Sunday."""
    offset_days: int | None = None
    calendar: str = ""
    """How an offset is counted: days or working_days; of what recurs, working_days for the last one of a span."""
    event_text: str = ""
    immediate: bool = False
    source_text: str = ""
    scope: str = ""
    actor: str = ""
    recipient: str = ""
    purpose: str = ""
    condition: str = ""
    trouble: str = ""
    """What is wrong with the words, for the clerk."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The words as printed, and their clauses in order."""

    words: str
    clauses: tuple[Clause, ...] = ()

    @property
    def understood(self) -> bool:
        return bool(self.clauses) and not any(each.kind is Kind.OTHER or each.trouble for each in self.clauses)

    @property
    def trouble(self) -> tuple[str, ...]:
        return tuple(each.trouble for each in self.clauses if each.trouble)
