"""Spans of the calendar that offices report on: months, quarters, halves, nine months, years, each with a key.

A key is `2025-07`, `2025-Q3`, `2025-H1`, `2025-9M`, `2025`, the Monday of a week `2025-W2025-03-31`, or one day
`2025-06-16`; keys of one kind sort as their spans do.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from tthc_desktop.models.period import period_of
from tthc_desktop.models.plan import Period

_ROMAN = ("I", "II", "III", "IV")
_KEY = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<nine>9M)"
    r"|W(?P<week>\d{4}-\d\d-\d\d)|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?))?"
)


class SpanKind(StrEnum):
    """How long a span is; the values are those of `freq` of a deadline's clause."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"
    YEAR = "year"


MONTHS: Mapping[SpanKind, int] = {
    SpanKind.MONTH: 1,
    SpanKind.QUARTER: 3,
    SpanKind.HALF_YEAR: 6,
    SpanKind.NINE_MONTHS: 9,
    SpanKind.YEAR: 12,
}


_REPORTED = (SpanKind.QUARTER, SpanKind.HALF_YEAR, SpanKind.NINE_MONTHS, SpanKind.YEAR, SpanKind.MONTH)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A span of whole days, both ends included; spans sort by their first days."""

    start: date
    end: date
    key: str
    kind: SpanKind


@lru_cache(1 << 12)
def span_of(key: str) -> Span | None:
    """Return the span that a key names, None when it names none."""
    found = _KEY.fullmatch(key)
    try:
        return _span(key, found) if found else None
    except ValueError:
        return None


def _span(key: str, found: re.Match[str]) -> Span:
    year = int(found["year"])
    if found["week"]:
        monday = date.fromisoformat(found["week"])
        return Span(monday, monday + timedelta(6), key, SpanKind.WEEK)
    if found["day"]:
        day = date.fromisoformat(key)
        return Span(day, day, key, SpanKind.DAY)
    if found["month"]:
        return _months(key, year, int(found["month"]), SpanKind.MONTH)
    if found["quarter"]:
        return _months(key, year, 3 * int(found["quarter"]) - 2, SpanKind.QUARTER)
    if found["half"]:
        return _months(key, year, 6 * int(found["half"]) - 5, SpanKind.HALF_YEAR)
    return _months(key, year, 1, SpanKind.NINE_MONTHS if found["nine"] else SpanKind.YEAR)


def _months(key: str, year: int, first: int, kind: SpanKind) -> Span:
    last = first + MONTHS[kind] - 1
    return Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]), key, kind)


def span_with(kind: SpanKind, day: date) -> Span:
    """Return the span of a kind in which a day lies; of nine months, that of the day's year."""
    key = _KEYS[kind](day)
    span = span_of(key)
    assert span is not None, key
    return span


_KEYS: Mapping[SpanKind, Callable[[date], str]] = {
    SpanKind.DAY: date.isoformat,
    SpanKind.WEEK: lambda day: f"{day.year:04}-W{day - timedelta(day.weekday())}",
    SpanKind.MONTH: lambda day: f"{day.year:04}-{day.month:02}",
    SpanKind.QUARTER: lambda day: f"{day.year:04}-Q{(day.month + 2) // 3}",
    SpanKind.HALF_YEAR: lambda day: f"{day.year:04}-H{(day.month + 5) // 6}",
    SpanKind.NINE_MONTHS: lambda day: f"{day.year:04}-9M",
    SpanKind.YEAR: lambda day: f"{day.year:04}",
}


def spans(kind: SpanKind, period: Period) -> Iterator[Span]:
    """Yield the spans of a kind that have days in common with a period, in order."""
    day = period.start
    while day <= period.end:
        span = span_with(kind, day)
        if span.end >= day:
            yield span
        day = date(day.year + 1, 1, 1) if kind is SpanKind.NINE_MONTHS else span.end + timedelta(1)


def reported(period: Period) -> Iterator[Span]:
    """Yield the spans that offices report on and that have days in common with a period, the usual ones first."""
    return (span for kind in _REPORTED for span in spans(kind, period))


def key_of(words: str) -> str:
    """Return the key that a key or a title names, such as 2025-Q2 or Quý II/2025; empty for other words."""
    if span_of(words.strip()):
        return words.strip()
    period = period_of(words)
    if period is None:
        return ""
    found = (span_with(kind, period.start) for kind in MONTHS)
    return next((span.key for span in found if (span.start, span.end) == (period.start, period.end)), "")


def covers(wider: str, key: str) -> bool:
    """Tell whether the span of one key has all days of another's; a key that names no span covers only itself."""
    if wider == key:
        return True
    over, under = span_of(wider), span_of(key)
    return bool(over and under and over.start <= under.start and under.end <= over.end)


def title(key: str) -> str:
    """Return what a span is called: “Quý II/2025”, “Tháng 7/2025”, “6 tháng đầu năm 2025”; empty for no span."""
    span = span_of(key)
    if span is None:
        return ""
    return _TITLES[span.kind].format(
        day=f"{span.start:%d/%m/%Y}",
        month=span.start.month,
        quarter=_ROMAN[(span.start.month - 1) // 3],
        half="đầu" if span.start.month == 1 else "cuối",
        year=span.start.year,
    )


_TITLES: Mapping[SpanKind, str] = {
    SpanKind.DAY: "Ngày {day}",
    SpanKind.WEEK: "Tuần từ {day}",
    SpanKind.MONTH: "Tháng {month}/{year}",
    SpanKind.QUARTER: "Quý {quarter}/{year}",
    SpanKind.HALF_YEAR: "6 tháng {half} năm {year}",
    SpanKind.NINE_MONTHS: "9 tháng đầu năm {year}",
    SpanKind.YEAR: "Năm {year}",
}
