"""Occurrences of work on the calendar, and what the office itself notes to follow work without an end."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tthc_desktop.models.identity import Id


class OccurrenceKind(StrEnum):
    """Why work stands in the calendar."""

    DUE = "due"
    """Its deadline names the day, or the clerk has."""
    EVENT = "event"
    """Something has happened on which its deadline rests."""
    REVIEW = "review"
    """It has no end of its own and is to be looked at."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Work on one day of the calendar.

    `period` is its key, the same whenever it is worked out again: that of a span for what recurs and for reviews, of
    a day where a deadline names several, `event:ID` for an event, empty for work that is due once. `due` is None for
    an event that leaves no fixed time; `start` is the first day of its span. `warning` says in Vietnamese that the day
    is one off.
    """

    work_id: Id
    kind: OccurrenceKind
    period: str = ""
    start: date | None = None
    due: date | None = None
    clause: int = 0
    """The place of its clause in the deadline."""
    words: str = ""
    """What there is to it beside the task: scope, event, condition."""
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day, on which a clause of a deadline rests: a decision published, a request."""

    id: Id
    day: date
    words: str = ""
    clause: int = 0


@dataclass(frozen=True, slots=True)
class FollowUp:
    """How the office follows one task or target.

    `review` is how often it is looked at: a value of `SpanKind`, `none` for never, empty as the office's rules say.
    `due_days` are days that the clerk set where the deadline's words name none, `review_days` those set for a review.
    """

    id: Id
    plan_id: Id
    work_id: Id
    review: str = ""
    due_days: tuple[date, ...] = ()
    review_days: tuple[date, ...] = ()
    events: tuple[Event, ...] = ()
    note: str = ""
