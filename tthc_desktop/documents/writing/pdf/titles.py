"""Centred titles: few lines of about one length, parted where a reader would pause."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from tthc_desktop.documents.writing.pdf.breaking import filled
from tthc_desktop.documents.writing.pdf.lines import (
    Line,
    Paragraph,
    Word,
    line_of,
    lines,
    segments,
    split_words,
)
from tthc_desktop.models.text import fold

_LINKS = frozenset("cua va ve tren tai theo cho trong nam giai voi tu den de nham thuoc khi boi gan nhat".split())
"""Words, folded, that open a phrase."""
_PAUSES = (",", ";", ":", "-", "–", ")")
_PHRASE, _NAME = 0.1, 0.2
"""What a break within a phrase or a name costs, beside the squared share by which a line differs from the middle."""
_LONGEST = 120
"""Titles of more words are only filled line by line."""


def balanced(words: Paragraph, width: float) -> list[Line]:
    """Break a title into as few lines as `width` ems allow."""
    return [line for segment in segments(words) for line in _balanced(segment, width)]


def _balanced(segment: Paragraph, width: float) -> list[Line]:
    words = split_words(segment)
    widths = [word.width for word in words]
    if not words or len(words) > _LONGEST or max(widths) > width:
        return lines(segment, width)
    blank = segment[0].face.blank
    count = len(filled(widths, blank, width, width))
    starts = [0, *_breaks(words, blank, width, count), len(words)]
    return [line_of(words, start, end, _width(widths, blank, start, end)) for start, end in pairwise(starts)]


def _width(widths: Sequence[float], blank: float, start: int, end: int) -> float:
    return sum(widths[start:end]) + blank * (end - start - 1)


def _breaks(words: Sequence[Word], blank: float, width: float, count: int) -> tuple[int, ...]:
    """Return where each line but the first begins."""
    widths = [word.width for word in words]
    middle = _width(widths, blank, 0, len(words)) / count

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        """Return the cost of `left` lines from `start` on, and their beginnings after the first."""
        ends = range(start + 1, len(words) - left + 2) if left > 1 else (len(words),)
        found = [_ended(start, end, left) for end in ends if _width(widths, blank, start, end) <= width]
        return min(found, default=(float("inf"), ()))

    def _ended(start: int, end: int, left: int) -> tuple[float, tuple[int, ...]]:
        cost = (_width(widths, blank, start, end) / middle - 1) ** 2
        if left == 1:
            return cost, ()
        rest, beginnings = best(end, left - 1)
        return cost + rest + _roughness(words[end - 1], words[end]), (end, *beginnings)

    return best(0, count)[1]


def _roughness(before: Word, after: Word) -> float:
    """Return how much a reader minds a break between two words."""
    last, first = before.pieces[-1].words, after.pieces[0].words
    if last.endswith(_PAUSES) or fold(first) in _LINKS:
        return 0.0
    return _NAME if last.istitle() and first.istitle() else _PHRASE
