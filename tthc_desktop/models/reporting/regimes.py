"""Regimes of reporting: from when to when each held, to whom the report goes, on what basis and of which days."""

from calendar import monthrange
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tthc_desktop.errors import UserError
from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.forms import FIRST_DAY, LAST_DAY
from tthc_desktop.models.spans import Span, SpanKind

_NO_DAYS_OFF = DaysOff()


class Window(NamedTuple):
    """The days that a report is about, both included, and the day on which it is due."""

    start: date
    end: date
    due: date | None = None


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


def regime_on(regimes: Iterable[Regime], day: date) -> Regime | None:
    """Return the regime in force on a day; of several the one that began last."""
    held = (one for one in regimes if one.start <= day and (one.end is None or day <= one.end))
    return max(held, key=lambda one: one.start, default=None)


def regime_for(own: Collection[Regime], known: Collection[Regime], day: date) -> Regime | None:
    """Return what an office reports on that day: its own regime, else the one that is known to every office.

    A known regime that the office keeps in words of its own holds only as it has them.
    """
    kept = {one.id for one in own}
    return regime_on(own, day) or regime_on((one for one in known if one.id not in kept), day)


def cutoff_of(regime: Regime | None, kind: SpanKind) -> Cutoff | None:
    """Return the days that a regime sets for spans of a kind; None where it sets none."""
    return next((each for each in regime.cutoffs if each.kind is kind), None) if regime else None


def window(cutoff: Cutoff | None, span: Span, days: DaysOff = _NO_DAYS_OFF) -> Window:
    """Return the days of the data of a span and when its report is due; without a cut-off the span's own days.

    A day that a month lacks is its last one.
    """
    if cutoff is None:
        return Window(span.start, span.end)
    start = _day_in(span.start.year, span.start.month - cutoff.months_before, cutoff.from_day)
    end = _day_in(span.end.year, span.end.month, cutoff.to_day)
    if cutoff.due_day is not None:
        return Window(start, end, _day_in(end.year, end.month, cutoff.due_day))
    return Window(start, end, None if cutoff.due_after is None else days.working_day(end, cutoff.due_after))


def own_window(start: date, end: date) -> Window:
    """Return days that somebody has chosen, refused where no report can be about them."""
    if start > end:
        raise UserError("Khoảng ngày báo cáo có ngày đầu sau ngày cuối.", "Hãy chọn ngày đầu trước ngày cuối.")
    if start < FIRST_DAY or end > LAST_DAY:
        raise UserError(
            f"Khoảng ngày báo cáo từ {start:%d/%m}/{start.year:04} đến {end:%d/%m}/{end.year:04} khó có thể đúng.",
            f"Hãy chọn những ngày từ năm {FIRST_DAY.year} đến năm {LAST_DAY.year}.",
        )
    return Window(start, end)


def _day_in(year: int, month: int, day: int) -> date:
    """Return a day of a month that is counted on into the years before: month 0 is December."""
    over, place = divmod(month - 1, 12)
    year, month = year + over, place + 1
    return date(year, month, min(max(day, 1), monthrange(year, month)[1]))
