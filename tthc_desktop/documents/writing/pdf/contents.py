"""The table of contents: headings with dots and page numbers, each leading to its place.

It is a part of its own behind everything else, as offices bind it: the first page belongs to the nation's name, and the
pages of the paper keep their numbers whether it is printed or not.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.pdf.blocks import Column, Panel, baseline, leading
from tthc_desktop.documents.writing.pdf.bookmarks import Bookmark
from tthc_desktop.documents.writing.pdf.elements import TITLE, Element
from tthc_desktop.documents.writing.pdf.flow import HEAD, Flow, Pen, Start, Strip, Tie
from tthc_desktop.documents.writing.pdf.head import plain, put
from tthc_desktop.documents.writing.pdf.lines import Line, lines, natural_width, plain_words
from tthc_desktop.models.identity import Id

_HEADING = "MỤC LỤC"
_DOT = "."
_CLEAR = 1.0
"""Ems between words, dots and page number."""


class Entry(NamedTuple):
    """A heading, its page and how deep it stands; an appendix, whose pages are counted anew, tells how many it has."""

    bookmark: Bookmark
    page: str
    depth: int


class _Set(NamedTuple):
    entry: Entry
    left: float
    lines: Sequence[Line]


def contents(entries: Iterable[Entry], rules: Rules, width: float) -> list[Flow]:
    """Return the table of contents as flows."""
    column = Column(0.0, width)
    put(column, plain(_HEADING, rules.letters["part_title"]), rules.letters["part_title"], rules, role=TITLE)
    column.y += rules.length("paragraph_gap")
    heading = Panel("Mục lục", (column,), rules.length("rule_thickness"), "")
    return [heading, ContentsFlow(list(entries), rules, width)]


class ContentsFlow:
    """One strip for each line; an entry stays on one page."""

    def __init__(self, entries: Sequence[Entry], rules: Rules, width: float) -> None:
        self.where = "Mục lục"
        self._size = rules.letters["body"].size
        self._leading = leading(rules, self._size)
        self._width = width
        self._element = Element(self, "TOC")
        self._set = [self._set_entry(entry) for entry in entries]
        self._rows = [(at, line) for at, found in enumerate(self._set) for line in range(len(found.lines))]
        self.strips = [Strip(self._leading, 0.0, Tie.FIRM if line else Tie.FREE) for _, line in self._rows]

    def _set_entry(self, entry: Entry) -> _Set:
        left = self._size * entry.depth
        room = (self._width - left) / self._size - 3 * _CLEAR - _width(entry.page)
        return _Set(entry, left, lines(plain_words(entry.bookmark.words, bold=entry.bookmark.depth == 0), room))

    def head(self, _first: int) -> float:
        return 0.0

    def tail(self, _last: int) -> float:
        return 0.0

    def starts(self, _strip: int) -> Sequence[Start]:
        return ()

    def draw(self, pen: Pen, y: float, first: int, last: int) -> None:
        for at, line in self._rows[first:last]:
            found = self._set[at]
            entry = Element((self, at), "TOCI", self._element)
            pen.element(Element((self, at, "link"), "Link", entry))
            down = y + baseline(self._size, self._leading)
            pen.words(found.left, down, found.lines[line], self._size)
            mark = found.entry.bookmark
            pen.link((found.left, y, self._width, y + self._leading), mark.id, mark.words)
            if line == len(found.lines) - 1 and found.entry.page:
                self._lead(pen, found, down)
            y += self._leading

    def _lead(self, pen: Pen, found: _Set, y: float) -> None:
        """Draw the page number at the right edge, and then the dots, which nobody needs to hear."""
        number = found.entry.page
        right = self._width - _width(number) * self._size
        pen.words(right, y, _line(number), self._size)
        begin = found.left + (found.lines[-1].width + _CLEAR / 2) * self._size
        dot = _width(_DOT) * self._size
        count = int((right - _CLEAR / 2 * self._size - begin) / dot)
        if count > 0:
            pen.element(None)
            pen.words(right - _CLEAR / 2 * self._size - count * dot, y, _line(_DOT * count), self._size)


def leads(marks: Iterable[Bookmark], numbers: dict[Id, str]) -> list[Entry]:
    """Return what stands in the table of contents: all headings that have a place but the title of the paper itself.

    Those of the paper begin at the left edge, as the appendices do, below which theirs stand. A colon at the end of a
    heading is left out: it leads to the text below it, not to a page number.
    """
    found: list[Entry] = []
    outer = 1
    for mark in marks:
        outer = 0 if mark.id != HEAD and mark.depth == 0 else outer
        if mark.id in numbers and mark.id != HEAD:
            listed = mark._replace(words=mark.words.rstrip(" :"))
            found.append(Entry(listed, numbers[mark.id], mark.depth - outer))
    return found


def _width(words: str) -> float:
    return natural_width(plain_words(words))


def _line(words: str) -> Line:
    return lines(plain_words(words), 1000.0)[0]
