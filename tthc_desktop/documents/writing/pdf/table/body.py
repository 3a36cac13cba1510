"""The rows of a table, measured: words set into lines, heights counted in lines, merged cells given their room."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from tthc_desktop.documents.writing.pdf.lines import Line, Paragraph
from tthc_desktop.documents.writing.pdf.table.grid import Cell, Grid
from tthc_desktop.documents.writing.pdf.table.look import Look
from tthc_desktop.documents.writing.pdf.ties import bound_lines
from tthc_desktop.documents.writing.pdf.unit_lists import unit_lines
from tthc_desktop.models.identity import Id
from tthc_desktop.models.table import Role

_UNITS = frozenset({Role.LEAD, Role.COORDINATE})
"""What columns that name units hold."""


class SetCell(NamedTuple):
    """A cell with its words set into lines."""

    cell: Cell
    lines: Sequence[Line]


class SetRow(NamedTuple):
    """The cells of a row, set, and how many lines the tallest of those that no merge holds has."""

    source: Sequence[Cell]
    cells: Sequence[SetCell]
    height: int


class Merge(NamedTuple):
    """A cell over the rows `top` up to `bottom`."""

    top: int
    bottom: int
    found: SetCell


class Body:
    """The set cells of each row, the height of each row in lines, and the merges that reach into it from above.

    Rows that are what they were in the body before are taken from there, when the columns are as wide as they were.
    """

    def __init__(self, grid: Grid, edges: Sequence[float], look: Look, before: "Body | None" = None) -> None:
        self.edges = edges
        self.look = look
        self.units = {at for at, column in enumerate(grid.columns) if column.role in _UNITS}
        self._memo: dict[tuple[Paragraph, int, int], Sequence[Line]] = {}
        is_alike = before is not None and (before.edges, before.look, before.units) == (edges, look, self.units)
        known = before.known if before and is_alike else {}
        self.rows = [self._row(cells, known.get(row.id)) for row, cells in zip(grid.table.rows, grid.rows, strict=True)]
        self.known: dict[Id, SetRow] = {row.id: found for row, found in zip(grid.table.rows, self.rows, strict=True)}
        self._memo.clear()
        self.heights = [row.height for row in self.rows]
        self.reaching: dict[int, list[Merge]] = {}
        for merge in sorted(self._merges(), key=lambda merge: (merge.bottom, merge.found.cell.left)):
            self._make_room(merge)
        self.lines_above = [0, *accumulate(self.heights)]

    def _row(self, cells: Sequence[Cell], known: SetRow | None) -> SetRow:
        if known and known.source is cells:
            return known
        for cell, words in known.cells if known else ():
            self._memo[cell.words, cell.left, cell.right] = words
        found = [SetCell(cell, self._set(cell)) for cell in cells]
        return SetRow(cells, found, max([len(words) for cell, words in found if cell.rows == 1 and words], default=1))

    def _set(self, cell: Cell) -> Sequence[Line]:
        key = (cell.words, cell.left, cell.right)
        found = self._memo.get(key)
        if found is None:
            width = self.edges[cell.right] - self.edges[cell.left] - 2 * self.look.side
            broken = unit_lines if cell.left in self.units else bound_lines
            found = self._memo[key] = broken(cell.words, width / self.look.size) if cell.words else []
        return found

    def fills_as(self, other: "Body") -> bool:
        """Tell whether the rows are as high and as merged as those of another body."""
        return (self.look, self.heights, self.reaching.keys()) == (other.look, other.heights, other.reaching.keys())

    def _merges(self) -> list[Merge]:
        return [
            Merge(top, top + found.cell.rows, found)
            for top, row in enumerate(self.rows)
            for found in row.cells
            if found.cell.rows > 1
        ]

    def _make_room(self, merge: Merge) -> None:
        """Let the last row of a merge grow until the merged words fit, wherever a page cuts it."""
        lacking = len(merge.found.lines) - sum(self.heights[merge.top : merge.bottom])
        self.heights[merge.bottom - 1] += max(lacking, 0)
        for row in range(merge.top + 1, merge.bottom):
            self.reaching.setdefault(row, []).append(merge)
