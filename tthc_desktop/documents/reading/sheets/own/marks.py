"""Where the marks of our own sheet stand: its table, its columns, and what each line is."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from tthc_desktop.documents.own_sheets.marks import COLUMN, DUE, ROW, TABLE
from tthc_desktop.documents.reading.sheets.book import Seen, Sheet
from tthc_desktop.models.identity import Id

_SEARCHED = 5
"""So many rows from the top are searched for the marks of the columns, should rows have been put above them."""


def raw(seen: Seen) -> str:
    """Return the words as they stand in the file, for ours are Unicode whatever they look like."""
    return seen.legacy or seen.words


@dataclass(frozen=True, slots=True)
class Marks:
    """The table, the line and column with the marks, and the columns of the sheet by what they are.

    `free` are those without a mark.
    """

    table_id: Id
    line: int
    at: int
    columns: Mapping[int, Id]
    due: int | None
    free: tuple[int, ...]

    def of_line(self, line: tuple[Seen, ...]) -> tuple[str, str]:
        """Return what a line is, by the mark that begins it, and the identity in it."""
        words = raw(line[self.at])
        return (ROW, words.removeprefix(ROW)) if words.startswith(ROW) else (words, "")


def find_marks(sheet: Sheet) -> Marks | None:
    """Return the marks of a sheet, None when it is none of ours."""
    for place, line in enumerate(sheet.rows[:_SEARCHED]):
        for at, seen in enumerate(line):
            if raw(seen).startswith(TABLE):
                return _marks(place, line, at)
    return None


def _marks(place: int, line: tuple[Seen, ...], at: int) -> Marks:
    words = [raw(seen) for seen in line]
    columns: dict[int, Id] = {}
    for column, mark in enumerate(words):
        id_ = mark.removeprefix(COLUMN)
        if mark.startswith(COLUMN) and id_ not in columns.values():
            columns[column] = id_
    due = words.index(DUE) if DUE in words else None
    free = tuple(column for column in range(len(line)) if column not in {*columns, due, at})
    return Marks(words[at].removeprefix(TABLE), place, at, columns, due, free)


def covered(sheet: Sheet) -> Mapping[int, frozenset[int]]:
    """Return for each line the columns that a merged cell to their left covers."""
    found: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for top, bottom, left, right in sheet.merges:
        if right > left:
            for at in range(top, bottom + 1):
                found[at] |= frozenset(range(left + 1, right + 1))
    return found
