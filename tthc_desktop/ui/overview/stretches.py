"""Stretches of days that a list can be narrowed to, without Qt."""

from collections.abc import Mapping
from datetime import date, timedelta

from tthc_desktop.models.spans import SpanKind, span_with

Stretch = tuple[date | None, date | None]
"""The first and the last day; None leaves that end open."""
WHENEVER: Stretch = (None, None)


def stretches(on: date) -> Mapping[str, Stretch]:
    """Return the stretches around a day that have a name."""
    week, month, quarter, year = (
        span_with(kind, on) for kind in (SpanKind.WEEK, SpanKind.MONTH, SpanKind.QUARTER, SpanKind.YEAR)
    )
    after = span_with(SpanKind.MONTH, month.end + timedelta(1))
    return {
        "Tuần này": (week.start, week.end),
        "Tháng này": (month.start, month.end),
        "Tháng sau": (after.start, after.end),
        "Quý này": (quarter.start, quarter.end),
        "Năm nay": (year.start, year.end),
        "Từ hôm nay": (on, None),
    }


def stretch_words(stretch: Stretch) -> str:
    """Return a stretch in words, empty for all days."""
    first, last = stretch
    if first and first == last:
        return f"Ngày {first:%d/%m/%Y}"
    parts = (f"từ {first:%d/%m/%Y}" if first else "", f"đến {last:%d/%m/%Y}" if last else "")
    words = " ".join(filter(None, parts))
    return words[:1].upper() + words[1:]
