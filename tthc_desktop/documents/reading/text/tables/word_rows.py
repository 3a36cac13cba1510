"""Rows of tables as Word puts them on the clipboard as words: tabs between cells, and none where a cell covers all."""

from collections.abc import Sequence

from tthc_desktop.documents.reading.text.marks import read_mark
from tthc_desktop.documents.reading.text.source import Line
from tthc_desktop.models.numbering import Mark

_LEAST = 2
"""Two cells may as well be a number with its words."""


def title_places(rows: Sequence[Sequence[str]]) -> list[int | None]:
    """Return which title of the first row stands above each column, None for one that the title before it covers.

    Word gives a title over several columns one cell. Which columns it covers is told by the row below, which is empty
    under all other titles. The list is empty where nothing is covered, or where that is not clear.
    """
    columns = max(map(len, rows[1:]), default=0)
    if len(rows) <= _LEAST or not all(rows[0]) or not len(rows[0]) < columns:
        return []
    below = [bool(words) for words in rows[1]] + [False] * (columns - len(rows[1]))
    begins = [not filled or not (place and below[place - 1]) for place, filled in enumerate(below)]
    if sum(begins) != len(rows[0]) or all(begins):
        return []
    titles = iter(range(len(rows[0])))
    return [next(titles) if begin else None for begin in begins]


def is_item_behind(lines: Sequence[Line], place: int, columns: int) -> bool:
    """Tell whether a line is an item of the text behind a table: its number with a tab, and no row below it."""
    cells = lines[place].raw.split("\t")
    if columns <= _LEAST or len(cells) != _LEAST or cells[0].strip()[-1:] not in {".", ")"}:
        return False
    below = lines[place + 1].raw.split("\t") if place + 1 < len(lines) else []
    return bool(read_mark(f"{cells[0].strip()} {cells[1]}").start) and len(below) < columns


def is_group_between(lines: Sequence[Line], place: int, columns: int) -> bool:
    """Tell whether a line is the title of a group over all columns of a table, which has no tabs."""
    line = lines[place]
    if "\t" in line.raw or place + 1 >= len(lines) or columns <= _LEAST:
        return False
    below = lines[place + 1].raw.split("\t")
    titled = read_mark(line.words).mark in {Mark.ROMAN, Mark.UPPER} or line.words.isupper()
    return titled and len(below) == columns and below[0].strip(" .)").isdecimal()
