"""Years and dates in running words, as Vietnamese papers write them, and the same words some years later."""

import re
from calendar import isleap
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d{2}"
_BLANK = r"(?:…+|\.{2,}|_+)"
_QUARTER = r"(?:III|II|IV|I|[1-4])"
_AND = r"\s*(?:,|và|-|–|—|đến|tới)\s*"
_START, _END = r"(?<![\d/.\-])", r"(?!\d)(?![/\-.]\d)"


class Kind(StrEnum):
    """What a mention of time is."""

    DATE = "date"
    MONTH = "month"
    QUARTER = "quarter"
    SPAN = "span"
    YEAR = "year"
    BARE = "bare"
    """A figure that looks like a year, with nothing beside it that says so."""


LONG_DATE = rf"ngày\s+(?:{_DAY}|{_BLANK})?\s*tháng\s+(?:{_MONTH}|{_BLANK})?\s*năm\s+{_YEAR}"
SHORT_DATE = rf"{_START}(?:{_DAY}|{_BLANK}|\s)?\s?[/.\-]\s?(?:{_MONTH}|{_BLANK}|\s)?\s?[/.\-]\s?{_YEAR}{_END}"
_PATTERNS = (
    (Kind.DATE, LONG_DATE),
    (Kind.DATE, rf"{_START}{_DAY}\s?[/.\-]\s?{_MONTH}\s?[/.\-]\s?{_YEAR}{_END}"),
    (Kind.QUARTER, rf"\bqu[ýí]\s+{_QUARTER}(?:{_AND}(?:qu[ýí]\s+)?{_QUARTER}\b)*\s*(?:[/\-]|năm)\s*{_YEAR}{_END}"),
    (Kind.MONTH, rf"\btháng\s+{_MONTH}(?:{_AND}(?:tháng\s+)?{_MONTH}\b)*\s*(?:[/\-]|năm)\s*{_YEAR}{_END}"),
    (Kind.MONTH, rf"{_START}{_MONTH}/{_YEAR}{_END}"),
    (
        Kind.SPAN,
        rf"(?:\b(?:giai đoạn|các năm|năm học|năm|nhiệm kỳ)\s+)?{_START}{_YEAR}(?:{_AND}(?:năm\s+)?{_YEAR})+{_END}",
    ),
    (Kind.YEAR, rf"\bnăm(?:\s+học)?\s+{_YEAR}{_END}"),
    (Kind.BARE, rf"(?<![\w/.,:\-])(?:20)\d{{2}}{_END}(?![\w%/])"),
)
_ANY = re.compile("|".join(f"(?P<{kind}_{at}>{words})" for at, (kind, words) in enumerate(_PATTERNS)), re.IGNORECASE)
_YEARS = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_LEAP_DAY = re.compile(r"(?<!\d)29(\s?[/.\-]\s?0?2\s?[/.\-]\s?|\s+tháng\s+0?2\s+năm\s+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in some words that names a time."""

    start: int
    end: int
    words: str
    kind: Kind

    @property
    def years(self) -> tuple[int, ...]:
        """The years that it names, in order."""
        return tuple(int(year) for year in _YEARS.findall(self.words))


def names_year(words: str) -> bool:
    """Tell quickly whether there can be any mention in the words."""
    return _YEARS.search(words) is not None


def mentions(words: str) -> Iterator[Mention]:
    """Yield every mention of a year, from left to right; they never overlap."""
    for found in _ANY.finditer(words):
        kind = Kind((found.lastgroup or "").partition("_")[0])
        yield Mention(found.start(), found.end(), found.group(), kind)


def shifted(words: str, years: int) -> str:
    """Return the words with every year moved; a leap day that the new year does not have becomes 28/02."""
    made, place = "", 0
    for found in _YEARS.finditer(words):
        year = int(found.group()) + years
        before = words[place : found.start()]
        if not isleap(year):
            before = _LEAP_DAY.sub(r"28\1", before)
        made += f"{before}{year:04d}"
        place = found.end()
    return made + words[place:]


def loses_leap_day(words: str, years: int) -> bool:
    """Tell whether the words name the 29th of February, which the shifted year does not have."""
    return _YEARS.sub("", shifted(words, years)) != _YEARS.sub("", words)
