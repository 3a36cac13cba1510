"""A ruled table as far as one page shows it: its cells with the lines that stand in them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tthc_desktop.documents.reading.pdf.composing import Glyph
from tthc_desktop.documents.reading.pdf.grids import RuledGrid
from tthc_desktop.documents.reading.pdf.line import Line
from tthc_desktop.documents.reading.pdf.lines import whole_lines
from tthc_desktop.documents.reading.pdf.paragraphs import Column, cell_column, pitch_of
from tthc_desktop.documents.reading.pdf.sheet import Sheet
from tthc_desktop.documents.reading.pdf.view import Box

_WIDEST_PADDING = 8.0


@dataclass(slots=True)
class PageCell:
    """A cell between two edges, over the rows `top` up to `bottom`."""

    box: Box
    top: int
    bottom: int
    lines: list[Line] = field(default_factory=list)

    @property
    def said(self) -> str:
        return " ".join(line.said for line in self.lines)


@dataclass
class PageTable:
    """The edges of the columns and of the rows, and the cells in reading order."""

    sheet: Sheet
    xs: Sequence[float]
    ys: Sequence[float]
    cells: list[PageCell]
    ruled: bool = True
    open_bottom: bool = False

    @cached_property
    def padding(self) -> float:
        """The least room between the edges of a cell and its words."""
        insets = [line.left - cell.box[0] for cell in self.cells for line in cell.lines]
        return max(0.0, min([*insets, _WIDEST_PADDING]))

    @cached_property
    def pitch(self) -> float:
        """How many ems the lines of its cells are usually apart."""
        pitches = [pitch for cell in self.cells if (pitch := pitch_of(cell.lines))]
        return min(pitches, default=0.0)

    def column(self, cell: PageCell) -> Column:
        """Return the column that the lines of a cell fill; where no lines are drawn it is as wide as its longest."""
        if self.ruled:
            return cell_column(cell.box, self.padding, self.pitch)
        left, right = cell.box[0], cell.box[2]
        alike = [line for other in self.cells if (other.box[0], other.box[2]) == (left, right) for line in other.lines]
        begin, end = (
            min((line.left for line in alike), default=left),
            max((line.right for line in alike), default=right),
        )
        return cell_column((begin, cell.box[1], end, cell.box[3]), 0.0, self.pitch)

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def starting(self, row: int) -> list[PageCell]:
        """Return the cells that begin in a row."""
        return [cell for cell in self.cells if cell.top == row]


def page_table(sheet: Sheet, grid: RuledGrid, glyphs: Iterable[Glyph]) -> PageTable:
    """Return the table that a grid makes of the characters inside it."""
    cells = [PageCell(grid.box_of(cell), cell.top, cell.bottom) for cell in grid.cells]
    owner = {
        (column, row): place
        for place, cell in enumerate(grid.cells)
        for column in range(cell.left, cell.right)
        for row in range(cell.top, cell.bottom)
    }
    held: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        x, y = middle(glyph)
        at = bisect_right(grid.xs, x) - 1, bisect_right(grid.ys, y) - 1
        column, row = max(0, min(at[0], len(grid.xs) - 2)), max(0, min(at[1], len(grid.ys) - 2))
        place = owner.get((column, row))
        if place is None:
            place = min(range(len(cells)), key=lambda one: _distance(cells[one].box, x, y))
        held.setdefault(place, []).append(glyph)
    for place, inside in held.items():
        cells[place].lines = whole_lines(inside)
    return PageTable(sheet, grid.xs, grid.ys, cells, open_bottom=grid.open_bottom)


def _distance(box: Box, x: float, y: float) -> float:
    """Return how far a point is from a box."""
    return max(box[0] - x, x - box[2], 0.0) + max(box[1] - y, y - box[3], 0.0)


def middle(glyph: Glyph) -> tuple[float, float]:
    """Return the middle of a character."""
    return (glyph.left + glyph.right) / 2, glyph.base - 0.3 * glyph.look.size
