"""Regimes of reporting: from when to when each held, to whom the report goes, on what basis and of which days."""

from dataclasses import dataclass
from datetime import date

from tthc_desktop.models.identity import Id
from tthc_desktop.models.spans import SpanKind


@dataclass(frozen=True, slots=True)
class Cutoff:
    """The days that a report of one kind of span is about, and when it is due.

    The data begin on `from_day` of the month that lies `months_before` before the span and end on `to_day` of its last
    month (31 for the month's end). It is due on `due_day` of that month or `due_after` working days after the end.
    """

    kind: SpanKind
    months_before: int = 0
    from_day: int = 1
    to_day: int = 31
    due_day: int | None = None
    due_after: int | None = None


@dataclass(frozen=True, slots=True)
class Regime:
    """A regime as the office keeps it; `end` is None while it holds. Every word of it is the office's to change."""

    id: Id
    name: str
    start: date
    end: date | None = None
    bases: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    """After Kính gửi."""
    recipients: tuple[str, ...] = ()
    """Under Nơi nhận."""
    forms: tuple[str, ...] = ()
    """The forms (biểu mẫu) that go with the report, by code and name."""
    cutoffs: tuple[Cutoff, ...] = ()
