"""The mark in front of an item: I. · 1. · 1.1. · a) · (i) · - · +, as papers really print them."""

import re
from dataclasses import dataclass

from tthc_desktop.models.numbering import Mark, ordinal, roman
from tthc_desktop.models.text import fold

_WORD_NUMBERS = {"nhat": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9}
_UPPER_WORD = r"(?=[^\W\d_])"
_PATTERNS = (
    (
        Mark.PART,
        re.compile(r"(?:PHẦN|Phần)\s+(?:(?:THỨ|thứ)\s+)?([IVX]+|\d{1,2}|\w+)\s*(?:[.:\-–]\s*|$)(.*)", re.DOTALL),
    ),
    (Mark.CHAPTER, re.compile(r"(?:CHƯƠNG|Chương)\s+([IVX]+|\d{1,2})\s*(?:[.:\-–]\s*|$)(.*)", re.DOTALL)),
    (Mark.ARTICLE, re.compile(r"(?:ĐIỀU|Điều)\s+(\d{1,3})\s*[.:]\s*(.*)", re.DOTALL)),
    (Mark.ROMAN, re.compile(r"(?:(?:Mục|MỤC)\s+)?([IVX]{1,7})\s*[.:/)\-–]+\s*" + _UPPER_WORD + r"(.+)", re.DOTALL)),
    (Mark.UPPER, re.compile(r"([A-HĐK])\s*[.)]\s*" + _UPPER_WORD + r"(.+)", re.DOTALL)),
    (Mark.DECIMAL, re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4})\s*[.):]?\s+(?=\D)(.+)", re.DOTALL)),
    (Mark.DECIMAL, re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4})[.):]?(?=[^\W\d_])(.+)", re.DOTALL)),
    (Mark.ARABIC, re.compile(r"(\d{1,2})\s*[.)]\s*(?=[^\W\d_]|[\"“(\-–])(.+)", re.DOTALL)),
    (Mark.ARABIC, re.compile(r"(\d{1,2})\s*[.)/]\s+(?=\S)(.+)", re.DOTALL)),
    (Mark.ARABIC, re.compile(r"(\d{1,2})\s*[-–]\s+(?=[A-ZĐÀ-Ỹ])(.+)", re.DOTALL)),
    (Mark.LETTER, re.compile(r"([a-eghiklmnopqrstuvxyđ])\s*[)/]\s*(?=\S)(.+)", re.DOTALL)),
    (Mark.LETTER, re.compile(r"([a-eghiklmnopqrstuvxyđ])\.\s+(?=[^\W\d_])(.+)", re.DOTALL)),
    (Mark.PAREN_ROMAN, re.compile(r"\(([ivx]{1,5})\)\s*(?=\S)(.+)", re.DOTALL)),
    (Mark.PAREN_ARABIC, re.compile(r"\((\d{1,2})\)\s*(?=\S)(.+)", re.DOTALL)),
    (Mark.DASH, re.compile(r"o()\s+(?=[A-ZĐ])(.+)", re.DOTALL)),
    (Mark.PLUS, re.compile(r"\+()\s*(?=\S)(.+)", re.DOTALL)),
    (Mark.DASH, re.compile(r"[-–—−·•●▪■◦○‣❖➢✓→\uf0b7\uf02d\uf0a7\uf0d8*]()\s*(?=[^\s\d.\-–—])(.+)", re.DOTALL)),
    (Mark.DASH, re.compile(r"[-–—−·•●▪■◦○‣❖➢✓→\uf0b7\uf02d\uf0a7\uf0d8*]()\s+(?=\S)(.+)", re.DOTALL)),
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark at the front of some words: its style, its bare number, and where the words behind it begin.

    `depth` counts the lists that markup says it stands in; plain text says nothing of that.
    """

    mark: Mark
    number: str
    place: int
    start: int
    depth: int = 0

    @property
    def numbered(self) -> bool:
        """Whether the mark has a number."""
        return bool(self.number)


NO_MARK = Marked(Mark.NONE, "", 0, 0)


def read_mark(words: str) -> Marked:
    """Return the mark that the words begin with; a word like "Phần mềm" or a figure like "1.500" is none."""
    for mark, pattern in _PATTERNS:
        if (match := pattern.match(words)) and (found := _marked(mark, match)):
            return found
    return NO_MARK


def _marked(mark: Mark, match: re.Match[str]) -> Marked | None:
    bare = match.group(1)
    start = match.start(2)
    if mark in {Mark.DASH, Mark.PLUS}:
        return Marked(mark, "", 1, start)
    if mark in {Mark.PART, Mark.CHAPTER}:
        place = _WORD_NUMBERS.get(fold(bare)) or (int(bare) if bare.isdecimal() else ordinal(mark, bare))
        return Marked(mark, roman(place), place, start) if place else None
    place = ordinal(mark, bare)
    return Marked(mark, bare, place, start) if place else None
