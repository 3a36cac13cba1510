"""A value and its number format, turned into the cell that a person saw."""

import math
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from tthc_desktop.documents.reading.sheets.book import Kind, Seen
from tthc_desktop.documents.reading.sheets.date_look import date_look, has_day, moment, whole_day
from tthc_desktop.documents.reading.sheets.number_format import GENERAL, Piece, Section, section_for, sections
from tthc_desktop.documents.reading.sheets.number_look import general, number_look
from tthc_desktop.models.text import clean

ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
"""What a file keeps of an error, and the words that Excel shows."""
_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\u180e]")
_UNSEEN = re.compile("[\u00ad\u200c\u200d\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_EDGES = " \t\n"
_ODD = re.compile("^[ \t\n]|[ \t\n]\\Z|[^ -~\n\u00a1-\u00ac\u00ae-\u1fff\u2010-\u2027\u2030-\u205e]")
"""What may have to be tidied: blanks at the ends, signs of the controlling and blank kinds, all that is rare."""


def tidy(words: str) -> str:
    """Return words in NFC with plain blanks, unix line ends and nothing that cannot be seen."""
    if not _ODD.search(words) and unicodedata.is_normalized("NFC", words):
        return words
    return _BLANKS.sub(" ", _UNSEEN.sub("", clean(words))).strip(_EDGES)


def seen_truth(address: str, value: object) -> Seen:
    """Return TRUE and FALSE as Excel shows them, also with Vietnamese settings."""
    return Seen(address, "TRUE" if value else "FALSE", Kind.TRUTH)


@dataclass(frozen=True, slots=True)
class Shower:
    """Shows the numbers of one workbook."""

    since_1904: bool = False

    def seen(self, address: str, value: float, code: str) -> Seen:
        """Return a number as its format shows it."""
        if not math.isfinite(value):
            return Seen(address, "#NUM!", Kind.ERROR)
        if code == GENERAL:
            return Seen(address, general(value), Kind.NUMBER, value)
        return Seen(address, *_shown(value, code, self.since_1904))


_Shown = tuple[str, Kind, float, date | None]


@lru_cache(1 << 16)
def _shown(value: float, code: str, since_1904: bool) -> _Shown:
    section, signed = section_for(sections(code), value)
    if section.dated:
        return _date(value, section, since_1904=since_1904)
    if not section.pieces:
        return general(value) if ";" not in code else "", Kind.NUMBER, value, None
    words = tidy(number_look(value, section, signed=signed))
    kind = Kind.PERCENT if (Piece.SIGN, "%") in section.pieces else Kind.NUMBER
    return words, kind, value, None


def _date(value: float, section: Section, *, since_1904: bool) -> _Shown:
    when = moment(value, since_1904=since_1904)
    if when is None:
        return general(value), Kind.NUMBER, value, None
    words = tidy(date_look(when, value, section))
    if not has_day(section):
        return words, Kind.TEXT, value, None
    return words, Kind.DATE, value, when.date()


def seen_day(address: str, day: date) -> Seen:
    """Return a day that the file keeps as such, not as a number."""
    time = f" {day:%H:%M}" if isinstance(day, datetime) and (day.hour or day.minute) else ""
    only = day.date() if isinstance(day, datetime) else day
    return Seen(address, whole_day(only) + time, Kind.DATE, None, only)
