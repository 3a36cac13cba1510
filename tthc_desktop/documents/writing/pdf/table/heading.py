"""The heading of a table, one or two levels high, repeated on each page."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from tthc_desktop.documents.writing.pdf.blocks import baseline
from tthc_desktop.documents.writing.pdf.elements import Element, spanning
from tthc_desktop.documents.writing.pdf.flow import Pen, Segment
from tthc_desktop.documents.writing.pdf.lines import Line, Paragraph, lines, paragraph
from tthc_desktop.documents.writing.pdf.table.look import Look
from tthc_desktop.models.table import Column


class HeadingCell(NamedTuple):
    """A heading over the columns `left` up to `right`, in the levels `top` up to `bottom`."""

    left: int
    right: int
    top: int
    bottom: int
    words: Paragraph


class Heading:
    """The headings of the columns; those under one `over` stand side by side below it."""

    def __init__(self, columns: Sequence[Column], edges: Sequence[float], look: Look) -> None:
        self._edges = edges
        self._look = look
        cells = list(heading_cells(columns))
        filled = any(cell.words for cell in cells)
        self._cells = [(cell, self._set(cell)) for cell in cells] if filled else []
        self._tops = self._heights()
        self.height = self._tops[-1]

    def _set(self, cell: HeadingCell) -> list[Line]:
        look = self._look
        return lines(cell.words, (self._edges[cell.right] - self._edges[cell.left] - 2 * look.side) / look.size)

    def _heights(self) -> list[float]:
        tops = [0.0]
        for level in range(max((cell.bottom for cell, _ in self._cells), default=0)):
            ending = [(cell, words) for cell, words in self._cells if cell.bottom == level + 1]
            tops.append(max(tops[cell.top] + self._look.height(len(words)) for cell, words in ending))
        return tops

    def draw(self, pen: Pen, y: float, table: Element | None) -> None:
        """Draw the heading; it is read aloud as that of `table`, and passed over where that is None."""
        look = self._look
        for cell, _ in sorted(self._cells, key=lambda found: (found[0].top, found[0].left)) if table else ():
            pen.element(_element(cell, table))
        for cell, words in self._cells:
            pen.element(_element(cell, table))
            top, bottom = y + self._tops[cell.top], y + self._tops[cell.bottom]
            down = top + (bottom - top - len(words) * look.leading) / 2 + baseline(look.size, look.leading)
            left, right = self._edges[cell.left], self._edges[cell.right]
            for line in words:
                pen.words(left + (right - left - line.width * look.size) / 2, down, line, look.size)
                down += look.leading

    def rules(self, y: float) -> list[Segment]:
        """Return the rules left of and above each cell; the right and lower edges belong to the table."""
        found: list[Segment] = []
        for cell, _ in self._cells:
            left, right = self._edges[cell.left], self._edges[cell.right]
            top, bottom = y + self._tops[cell.top], y + self._tops[cell.bottom]
            found += ((left, top, right, top), (left, top, left, bottom))
        return found


def _element(cell: HeadingCell, table: Element | None) -> Element | None:
    if table is None:
        return None
    row = Element((table.key, "heading", cell.top), "TR", table)
    reach = spanning(rows=cell.bottom - cell.top, columns=cell.right - cell.left, scope="Column")
    return Element((table.key, "heading", cell.top, cell.left), "TH", row, reach)


def heading_cells(columns: Sequence[Column]) -> Iterator[HeadingCell]:
    """Yield the cells of a heading, those of the upper level before those below them."""
    depth = 2 if any(column.over for column in columns) else 1
    left = 0
    for over, group in groupby(columns, key=lambda column: str(column.over)):
        members = list(group)
        right = left + len(members)
        if over:
            yield HeadingCell(left, right, 0, 1, paragraph(members[0].over, bold=True))
        for at, column in enumerate(members, left):
            yield HeadingCell(at, at + 1, 1 if over else 0, depth, paragraph(column.title, bold=True))
        left = right
