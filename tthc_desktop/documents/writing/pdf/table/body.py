"""The rows of a table, measured: words set into lines, heights counted in lines, merged cells given their room."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from tthc_desktop.documents.writing.pdf.lines import Line, Paragraph, lines
from tthc_desktop.documents.writing.pdf.table.grid import Cell, Grid
from tthc_desktop.documents.writing.pdf.table.look import Look


class SetCell(NamedTuple):
    """A cell with its words set into lines."""

    cell: Cell
    lines: list[Line]


class Body:
    """The set cells of each row, the height of each row in lines, and the merges that reach into it from above."""

    def __init__(self, grid: Grid, edges: Sequence[float], look: Look) -> None:
        self.edges = edges
        self.look = look
        self._memo: dict[tuple[Paragraph, int, int], list[Line]] = {}
        self.rows = [[SetCell(cell, self._set(cell)) for cell in row] for row in grid.rows]
        self.heights = [
            max((len(words) for cell, words in row if _is_low(cell) and words), default=1) for row in self.rows
        ]
        self.reaching: list[list[SetCell]] = [[] for _ in self.rows]
        merges = [found for row in self.rows for found in row if not _is_low(found.cell)]
        for found in sorted(merges, key=lambda found: (found.cell.bottom, found.cell.left)):
            self._make_room(found)
        self.lines_above = [0, *accumulate(self.heights)]

    def _set(self, cell: Cell) -> list[Line]:
        key = (cell.words, cell.left, cell.right)
        found = self._memo.get(key)
        if found is None:
            width = self.edges[cell.right] - self.edges[cell.left] - 2 * self.look.side
            found = self._memo[key] = lines(cell.words, width / self.look.size) if cell.words else []
        return found

    def _make_room(self, found: SetCell) -> None:
        """Let the last row of a merge grow until the merged words fit, wherever a page cuts it."""
        cell, words = found
        lacking = len(words) - sum(self.heights[cell.top : cell.bottom])
        self.heights[cell.bottom - 1] += max(lacking, 0)
        for row in range(cell.top + 1, cell.bottom):
            self.reaching[row].append(found)


def _is_low(cell: Cell) -> bool:
    return cell.rows == 1
