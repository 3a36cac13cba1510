"""The days that a regime sets for its spans, in the clerk's words and back."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from tthc_desktop.errors import UserError
from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.models.reporting.regimes import Cutoff, Regime, Window, cutoff_of, window
from tthc_desktop.models.reporting.words import short_date
from tthc_desktop.models.spans import Span, SpanKind, span_with, title
from tthc_desktop.models.text import clean, fold

KIND_NAMES: Mapping[SpanKind, str] = {
    SpanKind.MONTH: "Tháng",
    SpanKind.QUARTER: "Quý",
    SpanKind.HALF_YEAR: "6 tháng",
    SpanKind.NINE_MONTHS: "9 tháng",
    SpanKind.YEAR: "Năm",
}
"""The kinds of spans that offices report on, the shortest first."""
LAST_DAY = 31
MOST_MONTHS, MOST_DAYS = 12, 60
_FAR = date(9998, 12, 31)
"""Later days have no working days behind them."""


class Part(StrEnum):
    """What is set for a span: the day and month in which its data begin, the day on which they end, when it is due."""

    FROM_DAY = "from_day"
    MONTHS = "months_before"
    TO_DAY = "to_day"
    DUE = "due"


def cutoff_words(cutoff: Cutoff, part: Part) -> str:
    """Return how a part of a cut-off is written."""
    match part:
        case Part.FROM_DAY:
            return str(cutoff.from_day)
        case Part.MONTHS:
            return f"{cutoff.months_before} tháng trước kỳ" if cutoff.months_before else "tháng đầu kỳ"
        case Part.TO_DAY:
            return "cuối tháng" if cutoff.to_day >= LAST_DAY else str(cutoff.to_day)
        case Part.DUE:
            return _due_words(cutoff)


def _due_words(cutoff: Cutoff) -> str:
    if cutoff.due_day is not None:
        return "cuối tháng" if cutoff.due_day >= LAST_DAY else f"ngày {cutoff.due_day}"
    return "" if cutoff.due_after is None else f"sau {cutoff.due_after} ngày làm việc"


_DAY = re.compile(r"(?:ngay )?(\d{1,4})")
_MONTHS = re.compile(r"(\d{1,4})(?: thang(?: truoc(?: ky)?)?)?")
_AFTER = re.compile(r"(?:sau )?(\d{1,4}) ngay(?: lam viec)?")
_LAST = {"cuoi thang", "ngay cuoi thang", "ngay cuoi"}
_FIRST_MONTH = {"thang dau ky", "dau ky", "thang dau"}
_SHAPES: Mapping[Part, str] = {
    Part.FROM_DAY: "một ngày từ 1 đến 31",
    Part.MONTHS: f"“tháng đầu kỳ” hoặc số tháng từ 1 đến {MOST_MONTHS}, như “1 tháng trước kỳ”",
    Part.TO_DAY: "một ngày từ 1 đến 31, hoặc “cuối tháng”",
    Part.DUE: f"“ngày 25”, hoặc “sau 5 ngày làm việc” (từ 1 đến {MOST_DAYS}), hoặc để trống",
}
_NAMES: Mapping[Part, str] = {
    Part.FROM_DAY: "ngày bắt đầu số liệu",
    Part.MONTHS: "tháng bắt đầu số liệu",
    Part.TO_DAY: "ngày chốt số liệu",
    Part.DUE: "hạn gửi",
}


def day_of_month(typed: str, part: Part) -> int:
    """Return the day of a month that is typed as 15, ngày 15 or cuối tháng; trouble when it is none."""
    said = fold(clean(typed))
    if said in _LAST:
        return LAST_DAY
    found = _DAY.fullmatch(said)
    if not found or not 1 <= int(found[1]) <= LAST_DAY:
        raise _unfit(typed, part)
    return int(found[1])


def months_typed(typed: str) -> int:
    """Return how many months before its span data begin; trouble when it is no such number."""
    said = fold(clean(typed))
    if said in _FIRST_MONTH:
        return 0
    found = _MONTHS.fullmatch(said)
    if not found or int(found[1]) > MOST_MONTHS:
        raise _unfit(typed, Part.MONTHS)
    return int(found[1])


def due_typed(typed: str) -> tuple[int | None, int | None]:
    """Return the day on which a report is due, or after how many working days; neither where nothing is typed."""
    said = fold(clean(typed))
    if not said:
        return None, None
    if found := _AFTER.fullmatch(said):
        if not 1 <= int(found[1]) <= MOST_DAYS:
            raise _unfit(typed, Part.DUE)
        return None, int(found[1])
    return day_of_month(typed, Part.DUE), None


def _unfit(typed: str, part: Part) -> UserError:
    words = " ".join(clean(typed).split())[:40]
    what = f"“{words}” không dùng làm {_NAMES[part]} được." if words else f"Chưa ghi {_NAMES[part]}."
    return UserError(what, f"Hãy ghi {_SHAPES[part]}.")


def example_span(regime: Regime, kind: SpanKind, today: date) -> Span:
    """Return a span by which a regime is shown: that of today, or of the day nearest to it on which it holds."""
    return span_with(kind, max(regime.start, min(today, regime.end or today, _FAR)))


def example(regime: Regime, kind: SpanKind, today: date, days: DaysOff) -> str:
    """Return in one sentence what a regime means for a span: Quý II/2026: số liệu từ 15/3/2026 đến 14/6/2026, …"""
    span = example_span(regime, kind, today)
    found = window(cutoff_of(regime, kind), span, days)
    said = f"{title(span.key)}: số liệu từ {short_date(found.start)} đến {short_date(found.end)}"
    return f"{said}, {_due_told(found)}"


def _due_told(found: Window) -> str:
    if found.due is None:
        return "không đặt hạn gửi"
    early = ", trước ngày chốt" if found.due < found.end else ""
    return f"hạn gửi {short_date(found.due)}{early}"
