"""The day on which a deadline ends, where its words name exactly one: a date, a month, a quarter or a year."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from tthc_desktop.models.mentions import Kind, Mention, mentions
from tthc_desktop.models.rollforward.citations import citations
from tthc_desktop.models.text import fold

_UNCLEAR = re.compile(
    r"\b(?:hang|moi|dinh ky|thuong xuyen|thuong nien|khi|sau|ke tu|tinh tu|tinh den|dau nam|giua|hoac|"
    r"truoc (?:quy|thang|nam)|\d+ thang dau|trong \d+ nam|(?<!ngay )(?<!\d)\d+ thang \d|cham nhat (?:truoc )?\d+ ngay|"
    r"khoang|du kien)\b"
)
_LEFT_OVER = re.compile(r"\b(?:ngay \d|thang \d|quy (?:[1-4]|i|ii|iii|iv)\b)")
_SPAN_FROM = re.compile(r"\btừ\s+[^;.]*?(?:\s(?:đến|tới)\s|\s?[–—-]\s?)(?:hết\s+)?", re.IGNORECASE)
_QUARTER = re.compile(r"\b(III|II|IV|I|[1-4])\b", re.IGNORECASE)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@lru_cache(1 << 12)
def due_day(words: str) -> date | None:
    """Return the last day that a deadline leaves; None when its words name no end, several, or one that recurs."""
    words = _SPAN_FROM.sub(" ", _without_citations(words))
    found = [mention for mention in mentions(words) if mention.kind is not Kind.BARE]
    rest = fold(_without(words, found))
    if _UNCLEAR.search(fold(words)) or _LEFT_OVER.search(rest) or re.search(r"\btu\b", rest):
        return None
    finest = [mention for mention in found if mention.kind is not Kind.YEAR] or found
    days = {_end(mention) for mention in finest}
    return days.pop() if len(days) == 1 else None


def _without_citations(words: str) -> str:
    for cited in reversed(citations(words)):
        words = f"{words[: cited.start]} {words[cited.end :]}"
    return words


def _without(words: str, found: list[Mention]) -> str:
    for mention in reversed(found):
        words = f"{words[: mention.start]} {words[mention.end :]}"
    return words


def _end(mention: Mention) -> date | None:
    """Return the last day of a mention that names one span of time."""
    before, year = mention.words[:-4], mention.years[-1]
    figures = [int(figure) for figure in re.findall(r"\d+", before)]
    match mention.kind:
        case Kind.DATE if len(figures) == 2:
            return _day(year, figures[1], figures[0])
        case Kind.MONTH if len(figures) == 1:
            return _day(year, figures[0])
        case Kind.QUARTER:
            quarters = [_ROMAN.get(sign.lower()) or int(sign) for sign in _QUARTER.findall(before)]
            return _day(year, 3 * quarters[0]) if len(quarters) == 1 else None
        case Kind.YEAR:
            return date(year, 12, 31)
        case _:
            return None


def _day(year: int, month: int, day: int = 0) -> date | None:
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    return date(year, month, day or last) if day <= last else None
