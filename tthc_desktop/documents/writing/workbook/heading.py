"""What stands above the rows of a sheet, measured: the three lines of the title and the heading of the columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from tthc_desktop.documents.decree import Letters, Rules
from tthc_desktop.documents.writing.workbook.faces import Face
from tthc_desktop.documents.writing.workbook.heights import Ruler
from tthc_desktop.documents.writing.workbook.sizes import Sizes
from tthc_desktop.documents.writing.workbook.specs import Spec
from tthc_desktop.models.table import Column
from tthc_desktop.models.text import Run, Text, plain, text

_FIRST = 1
"""The first visible row; the one above it is hidden."""


class HeadLine(NamedTuple):
    """A line across the sheet above the table."""

    row: int
    words: Text
    face: Face
    height: float


class HeadCell(NamedTuple):
    """A heading over the columns `left` up to `right`, in the levels `top` up to `bottom`."""

    left: int
    right: int
    top: int
    bottom: int
    words: Text


@dataclass(frozen=True, slots=True)
class Head:
    """All above the first row of the table, which stands in row `rows`."""

    lines: Sequence[HeadLine]
    cells: Sequence[HeadCell]
    heights: Sequence[float]

    @property
    def levels(self) -> int:
        return len(self.heights)

    @property
    def rows(self) -> int:
        return _FIRST + len(self.lines) + self.levels


def head_of(spec: Spec, rules: Rules, measured: Sizes) -> Head:
    """Return the head of a table's sheet."""
    parts = (
        (plain(spec.head.label), rules.letters["appendix_label"]),
        (spec.head.title, rules.letters["appendix_title"]),
        (spec.head.attached, rules.letters["appendix_attached"]),
    )
    lines = [_line(row, words, letters, measured) for row, (words, letters) in enumerate(parts, _FIRST)]
    cells = heading_cells(spec.table.columns)
    return Head(lines, cells, _heights(cells, Ruler(measured.widths, measured.size)))


def _line(row: int, words: Text, letters: Letters, measured: Sizes) -> HeadLine:
    if letters.upper:
        words = text(Run(run.text.upper(), run.bold, run.italic) for run in words.runs)
    ruler = Ruler([sum(measured.widths)], letters.size)
    lines = ruler.lines(words, 0, 1, bold=letters.bold)
    return HeadLine(row, words, Face(letters.size, letters.bold, letters.italic, centred=True), ruler.height(lines))


def heading_cells(columns: Sequence[Column]) -> list[HeadCell]:
    """Return the headings; neighbours under one `over` stand side by side below it. None when all are empty."""
    depth = 2 if any(column.over for column in columns) else 1
    found: list[HeadCell] = []
    left = 0
    for over, group in groupby(columns, key=lambda column: str(column.over)):
        members = list(group)
        if over:
            found.append(HeadCell(left, left + len(members), 0, 1, members[0].over))
        found += [HeadCell(at, at + 1, int(bool(over)), depth, column.title) for at, column in enumerate(members, left)]
        left += len(members)
    return found if any(cell.words for cell in found) else []


def _heights(cells: Sequence[HeadCell], ruler: Ruler) -> list[float]:
    heights: list[float] = []
    for level in range(max((cell.bottom for cell in cells), default=0)):
        ending = [cell for cell in cells if cell.bottom == level + 1]
        needed = [
            ruler.height(ruler.lines(cell.words, cell.left, cell.right, bold=True)) - sum(heights[cell.top :])
            for cell in ending
        ]
        heights.append(max(needed))
    return heights
