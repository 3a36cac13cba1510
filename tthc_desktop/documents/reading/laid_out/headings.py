"""Headings of a page: those without a number of their own get the mark of their depth."""

from collections.abc import Iterable
from dataclasses import replace

from tthc_desktop.documents.reading.laid_out.blocks import Block, Marker
from tthc_desktop.documents.reading.text.marks import read_mark
from tthc_desktop.models.numbering import UNNUMBERED, Mark, number
from tthc_desktop.models.text import emphasised

_LADDER = (Mark.ROMAN, Mark.ARABIC, Mark.LETTER, Mark.DASH, Mark.PLUS)
_NUMBERED_LIKE_LISTS = {Mark.ARABIC, Mark.DECIMAL}
_POINTS = (Mark.LETTER, Mark.PAREN_ROMAN, Mark.DASH, Mark.PLUS)


class Headings:
    """Which mark each level of headings has here, and which heading stands above now."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        found = [block for block in blocks if block.heading]
        self._marks: dict[int, Mark] = {}
        for block in found:
            read = block.marker.mark if block.marker else read_mark(str(block.text)).mark
            if read not in UNNUMBERED:
                self._marks.setdefault(block.heading, read)
        above = Mark.NONE
        for level in sorted({block.heading for block in found}):
            self._marks.setdefault(level, _next(above))
            above = self._marks[level]
        self._now = Mark.NONE
        self._points = False

    def marked(self, block: Block) -> Block:
        """Return the block with the mark that its depth asks for; a heading is bold."""
        if not block.heading:
            return replace(block, marker=self._of_list(block)) if block.marker else block
        mark = self._now = self._marks[block.heading]
        bold = replace(block, text=emphasised(block.text, bold=True))
        if block.marker or read_mark(str(block.text)).numbered:
            return bold
        return replace(bold, marker=Marker(mark, "", 0))

    def _of_list(self, block: Block) -> Marker | None:
        """Return the mark of an item of a list; a bullet before words that have a mark of their own is none."""
        marker = block.marker
        if marker is None or marker.mark in UNNUMBERED:
            return None if read_mark(str(block.text)).start else marker
        return marker if marker.shown else self._below(marker)

    def _below(self, marker: Marker) -> Marker:
        """Return the mark of a list below a heading that is numbered like it: its items are points."""
        if marker.depth == 1:
            self._points = self._now in _NUMBERED_LIKE_LISTS and marker.mark is Mark.ARABIC
        if not self._points:
            return marker
        mark = _POINTS[min(marker.depth, len(_POINTS)) - 1]
        return replace(marker, mark=mark, number=number(mark, marker.place))


def _next(above: Mark) -> Mark:
    if above not in _LADDER:
        return Mark.ROMAN if above in {Mark.NONE, Mark.PART, Mark.CHAPTER, Mark.UPPER} else Mark.ARABIC
    return _LADDER[min(_LADDER.index(above) + 1, len(_LADDER) - 1)]
