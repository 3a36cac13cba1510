"""What the columns of a table hold, counted: longest words, short cells, the amount of text in each row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tthc_desktop.documents.writing.pdf.lines import Paragraph, natural_width, paragraph
from tthc_desktop.documents.writing.pdf.table.grid import Grid
from tthc_desktop.documents.writing.pdf.table.measure import Measure, measure
from tthc_desktop.models.table import Column

_ORDINARY = 14.0
"""Ems of the longest word that still claims a column's width: about thirty letters."""
_EM_PER_LETTER = 0.45
_LEAST = 0.5
_ROWS_PER_PAGE = 10
_SAMPLE = 200
"""So many rows tell how a table is filled."""
_STEP = 0.5
"""Ems by which the typical length of a cell goes up and down, so that columns keep still while words are typed."""


@dataclass(frozen=True, slots=True)
class Content:
    """What one column holds, in ems."""

    heading: Paragraph
    longest_word: float
    enough: float
    """The width that holds every cell on one line and the heading on two; endless when a cell is too long."""
    typical: float
    """The length of a cell's words on one line, long cells counting for more."""


def contents(grid: Grid) -> list[Content]:
    """Return what each column holds, wide cells of groups left out."""
    columns: list[list[Measure]] = [[] for _ in grid.columns]
    for row in grid.rows:
        for cell in row:
            if cell.right == cell.left + 1:
                columns[cell.left].append(cell.measure)
    floors = _floors(grid.columns)
    headings = [paragraph(column.title, bold=True) for column in grid.columns]
    return [_content(*column) for column in zip(headings, columns, floors, strict=True)]


def _content(heading: Paragraph, cells: Sequence[Measure], floor: float) -> Content:
    longest = max([cell.longest for cell in cells], default=0.0)
    enough = max([natural_width(heading) / 2 + 1, *[cell.whole for cell in cells]])
    squares = sum([cell.letters * cell.letters for cell in cells])
    filled = sum([cell.letters > 0 for cell in cells])
    typical = (squares / max(filled, 1)) ** 0.5 * _EM_PER_LETTER
    word = min(max(longest, floor, measure(heading).longest) or _LEAST, _ORDINARY)
    return Content(heading, word, enough, round(typical / _STEP) * _STEP + 1.0)


def _floors(columns: Sequence[Column]) -> list[float]:
    """Return what each column has to give to the longest word of a heading above several."""
    floors = [0.0] * len(columns)
    for members in column_groups(columns):
        word = measure(paragraph(columns[members[0]].over, bold=True)).longest
        for at in members:
            floors[at] = word / len(members)
    return floors


def column_groups(columns: Sequence[Column]) -> Iterator[Sequence[int]]:
    """Yield the places of the columns that stand under one heading, and each other column for itself."""
    for over, group in groupby(range(len(columns)), key=lambda at: str(columns[at].over)):
        members = list(group)
        yield from [members] if over else ([at] for at in members)


def row_lengths(grid: Grid, held: Sequence[Content]) -> list[Sequence[tuple[int, float]]]:
    """Return (column, ems of words per row) of each cell of the heading and of a fair sample of the rows."""
    rows = [row for row, group in zip(grid.rows, grid.groups, strict=True) if not group]
    sample = rows[:: max(len(rows) // _SAMPLE, 1)]
    heading = [(at, measure(content.heading).letters * _EM_PER_LETTER) for at, content in enumerate(held)]
    cells = [[(cell.left, cell.measure.letters * _EM_PER_LETTER / cell.rows) for cell in row] for row in sample]
    return [*cells, *[heading] * (1 + len(sample) // _ROWS_PER_PAGE)]
