"""What stands in which cell of a table's sheet, as on paper: numbers, titles of groups across, merged cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tthc_desktop.documents.own_sheets.groups import title_place, title_prefix
from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.text import Run, Text, join, plain

_CENTRED = frozenset({Role.NUMBER, Role.DEADLINE, Role.UNIT, Role.VALUE})


class Shown(NamedTuple):
    """Words in the columns `left` up to `right`."""

    left: int
    right: int
    words: Text
    centred: bool


def row_cells(plan: Plan, table: Table, row: Row, number: str) -> Sequence[Shown]:
    """Return the cells of a row in reading order; together they fill it."""
    if row.kind is RowKind.GROUP:
        return list(_group(table, row, number))
    return [
        Shown(at, at + 1, words_of(plan, row, column, number), column.role in _CENTRED)
        for at, column in enumerate(table.columns)
    ]


def words_of(plan: Plan, row: Row, column: Column, number: str) -> Text:
    """Return what a cell of a row that is no group shows."""
    words = cell(plan, row, column)
    return Text((Run(number),)) if column.role is Role.NUMBER and number and not words else words


def _group(table: Table, row: Row, number: str) -> Iterator[Shown]:
    own = own_words(table, row)
    left = title_place(table)
    if left:
        yield Shown(0, 1, own.pop(0, Text()) or plain(number), centred=True)
    title = [plain(title_prefix(table, row.level, number)), row.title]
    title += [plain(" "), own[left]] if row.title and left in own else [own.get(left, Text())]
    starts = [left, *(at for at in sorted(own) if at > left)]
    for start, end in zip(starts, [*starts[1:], len(table.columns)], strict=True):
        words = join(title) if start == left else own[start]
        yield Shown(start, end, words, start != left and table.columns[start].role in _CENTRED)


def own_words(table: Table, row: Row) -> dict[int, Text]:
    """Return the words that a row itself holds, by the place of their column."""
    places = {column.id: at for at, column in enumerate(table.columns)}
    return {places[id_]: words for id_, words in reversed(row.cells) if words and id_ in places}


@dataclass(frozen=True, slots=True)
class Merges:
    """Cells over several rows: how many, by row and column of the first; and for each row the columns they cover."""

    heights: Mapping[tuple[int, int], int] = field(default_factory=dict)
    below: Mapping[int, frozenset[int]] = field(default_factory=dict)


def merges(plan: Plan, table: Table, numbers: Sequence[str]) -> Merges:
    """Return the merged cells; different words are never hidden below a merge."""
    heights: dict[tuple[int, int], int] = {}
    below: dict[int, frozenset[int]] = {}
    tops: dict[int, int] = {}
    for place, row in enumerate(table.rows):
        if not row.continues or not place or RowKind.GROUP in {row.kind, table.rows[place - 1].kind}:
            tops = {}
            continue
        above = {at: tops.get(at, place - 1) for at, column in enumerate(table.columns) if column.id in row.continues}
        tops = {
            at: top
            for at, top in above.items()
            if _goes_on(plan, table.rows[top], row, table.columns[at], numbers[top])
        }
        below[place] = frozenset(tops)
        heights |= {(top, at): place + 1 - top for at, top in tops.items()}
    return Merges(heights, below)


def _goes_on(plan: Plan, above: Row, row: Row, column: Column, number: str) -> bool:
    words = cell(plan, row, column)
    return not words or words == words_of(plan, above, column, number)
