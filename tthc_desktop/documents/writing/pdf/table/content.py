"""What the columns of a table hold, counted: longest words, short cells, the amount of text in each row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import inf

from tthc_desktop.documents.writing.pdf.fonts import Typeface
from tthc_desktop.documents.writing.pdf.lines import Paragraph, longest_word, natural_width, paragraph
from tthc_desktop.documents.writing.pdf.table.grid import Grid
from tthc_desktop.models.table import Column

_SHORT = 40
"""Up to so many letters a cell is measured as one line; a longer one is too long for one line anyway."""
_ORDINARY = 14.0
"""Ems of the longest word that still claims a column's width: about thirty letters."""
_EM_PER_LETTER = 0.45
_ROWS_PER_PAGE = 10
_SAMPLE = 200
"""So many rows tell how a table is filled."""


@dataclass(slots=True)
class Content:
    """What one column holds, in ems."""

    heading: Paragraph
    floor: float = 0.0
    """What the column needs beside `words`: for words of several faces, for a heading above several columns."""
    words: dict[Typeface, set[str]] = field(default_factory=dict)
    short: set[Paragraph] = field(default_factory=set)
    long: bool = False
    squares: float = 0.0
    cells: int = 0

    def add(self, cell: Paragraph) -> None:
        letters = _letters(cell)
        self._learn(cell)
        self.squares += letters * letters
        self.cells += bool(letters)
        if letters <= _SHORT:
            self.short.add(cell)
        else:
            self.long = True

    def _learn(self, cell: Paragraph) -> None:
        if len(cell) == 1:
            face, text = cell[0]
            self.words.setdefault(face, set()).update(text.split())
        else:
            self.floor = max(self.floor, longest_word(cell))

    def longest_word(self) -> float:
        self._learn(self.heading)
        longest = max((face.widths[word] for face, words in self.words.items() for word in words), default=0.5)
        return min(max(longest, self.floor), _ORDINARY)

    def enough(self) -> float:
        """Return the width that holds every cell on one line and the heading on two."""
        return inf if self.long else max([natural_width(self.heading) / 2 + 1, *map(natural_width, self.short)])

    def typical(self) -> float:
        """Return the length of a cell's words on one line, long cells counting for more."""
        return float((self.squares / max(self.cells, 1)) ** 0.5) * _EM_PER_LETTER + 1.0


def contents(grid: Grid) -> list[Content]:
    """Return what each column holds, wide cells of groups left out."""
    held = [Content(paragraph(column.title, bold=True)) for column in grid.columns]
    for members in column_groups(grid.columns):
        words = Content(paragraph(grid.columns[members[0]].over, bold=True))
        for at in members:
            held[at].floor = words.longest_word() / len(members)
    for row in grid.rows:
        for cell in row:
            if cell.right == cell.left + 1:
                held[cell.left].add(cell.words)
    return held


def column_groups(columns: Sequence[Column]) -> Iterator[Sequence[int]]:
    """Yield the places of the columns that stand under one heading, and each other column for itself."""
    for over, group in groupby(range(len(columns)), key=lambda at: str(columns[at].over)):
        members = list(group)
        yield from [members] if over else ([at] for at in members)


def row_lengths(grid: Grid, held: Sequence[Content]) -> list[Sequence[tuple[int, float]]]:
    """Return (column, ems of words per row) of each cell of the heading and of a fair sample of the rows."""
    rows = [row for row, group in zip(grid.rows, grid.groups, strict=True) if not group]
    sample = rows[:: max(len(rows) // _SAMPLE, 1)]
    heading = [(at, _letters(content.heading) * _EM_PER_LETTER) for at, content in enumerate(held)]
    cells = [[(cell.left, _letters(cell.words) * _EM_PER_LETTER / cell.rows) for cell in row] for row in sample]
    return [*cells, *[heading] * (1 + len(sample) // _ROWS_PER_PAGE)]


def _letters(words: Paragraph) -> int:
    return sum(len(text) for _, text in words)
