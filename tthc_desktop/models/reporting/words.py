"""Numbers, days, spans and titles as the sentences of a Vietnamese office have them."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from tthc_desktop.models.spans import SpanKind, span_of

_ROMAN = ("I", "II", "III", "IV")
_SPANS: Mapping[SpanKind, str] = {
    SpanKind.MONTH: "tháng {month} năm {year}",
    SpanKind.QUARTER: "quý {quarter} năm {year}",
    SpanKind.HALF_YEAR: "6 tháng {half} năm {year}",
    SpanKind.NINE_MONTHS: "9 tháng đầu năm {year}",
    SpanKind.YEAR: "năm {year}",
}
_BULLET = re.compile(r"^\s*[-–—+•*]\s*")
_WORD = re.compile(r"\w+")
_CUT = re.compile(r"[.;:](?=\s|$)|\n")
_LEAST, _MOST = 24, 150
"""A piece of work is called by its first clause: not by less than this many letters, nor by more."""


def count_words(number: int) -> str:
    """Return a count: two digits below ten, as offices write it, and a dot between thousands."""
    return f"{number:02}" if 0 < number < 10 else f"{number:,}".replace(",", ".")


def share_words(part: int, whole: int) -> str:
    """Return a share in per cent with one decimal at most; of nothing there is none."""
    if whole == 0:
        return "không phát sinh"
    share = (Decimal(part) * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{share}".removesuffix(".0").replace(".", ",") + "%"


def short_date(day: date) -> str:
    """Return 05/8/2025: a 0 before days below 10 and before the months 1 and 2."""
    month = f"{day.month:02}" if day.month < 3 else f"{day.month}"
    return f"{day.day:02}/{month}/{day.year}"


def span_words(key: str, start: date, end: date) -> str:
    """Return a span of days for the middle of a sentence: quý II năm 2025, or its first day and its last."""
    span = span_of(key)
    if span is None or span.kind not in _SPANS:
        return f"từ ngày {short_date(start)} đến ngày {short_date(end)}"
    first = span.start
    return _SPANS[span.kind].format(
        month=f"{first.month:02}" if first.month < 3 else first.month,
        quarter=_ROMAN[first.month // 3],
        half="đầu" if first.month == 1 else "cuối",
        year=first.year,
    )


def short_words(content: str) -> str:
    """Return the beginning by which a piece of work is called in a list, without a final sign."""
    words = " ".join(_BULLET.sub("", content).split())
    for cut in _CUT.finditer(words):
        if cut.start() >= _LEAST:
            words = words[: cut.start()]
            break
    if len(words) > _MOST:
        words = words[:_MOST].rpartition(" ")[0].rstrip(" ,;:(") + "…"
    if words.count("(") > words.count(")") and words.rfind("(") >= _LEAST:
        words = words[: words.rfind("(")]
    return words.strip(" .;:,")


def one_line(words: str) -> str:
    """Return words on several lines, or with dashes, as one sentence without its final sign."""
    lines = (_BULLET.sub("", line).strip(" .;") for line in words.split("\n"))
    return "; ".join(filter(None, lines))


def lower_first(words: str) -> str:
    """Return words for the middle of a sentence; an abbreviation, such as TTHC, stays."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def upper_first(words: str) -> str:
    return words[:1].upper() + words[1:]
