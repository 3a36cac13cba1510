"""What stands in which cell of a table's sheet, as on paper: numbers, titles of groups across, merged cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from tthc_desktop.documents.own_sheets.groups import title_place, title_prefix
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import TARGET_FIELDS, TASK_FIELDS, Role, Row, RowKind, Table
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import EMPTY, Run, Text, join, plain

_CENTRED = frozenset({Role.NUMBER, Role.DEADLINE, Role.UNIT, Role.VALUE})
_FIELDS = {RowKind.TASK: TASK_FIELDS, RowKind.TARGET: TARGET_FIELDS}


class Shown(NamedTuple):
    """Words in the columns `left` up to `right`."""

    left: int
    right: int
    words: Text
    centred: bool


class Cells:
    """Gives what the rows of one table show; what all rows have in common is found once."""

    def __init__(self, plan: Plan, table: Table) -> None:
        self._table = table
        self.centred = [column.role in _CENTRED for column in table.columns]
        self._works: dict[RowKind, Mapping[Id, Task | Target]] = {
            RowKind.TASK: plan.tasks,
            RowKind.TARGET: plan.targets,
        }
        self._names = {kind: [names.get(column.role) for column in table.columns] for kind, names in _FIELDS.items()}
        self._numbers = [at for at, column in enumerate(table.columns) if column.role is Role.NUMBER]
        self._places = {column.id: at for at, column in enumerate(table.columns)}

    def across(self, row: Row, number: str) -> Sequence[Shown]:
        """Return the cells of a group in reading order; together they fill its row."""
        return list(_group(self._table, row, number))

    def words(self, row: Row, number: str) -> Sequence[Text]:
        """Return what the columns of a row that is no group show."""
        names = self._names.get(row.kind)
        if names is None:
            found = [EMPTY] * len(self._table.columns)
        else:
            held = self._works[row.kind][row.task_id if row.kind is RowKind.TASK else row.target_id]
            found = [getattr(held, name) if name else EMPTY for name in names]
        for id_, words in reversed(row.cells):
            if id_ in self._places:
                found[self._places[id_]] = words
        if number:
            for at in self._numbers:
                found[at] = found[at] or Text((Run(number),))
        return found


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

    heights: Mapping[int, Mapping[int, int]] = field(default_factory=dict)
    below: Mapping[int, frozenset[int]] = field(default_factory=dict)


def merges(plan: Plan, table: Table, numbers: Sequence[str]) -> Merges:
    """Return the merged cells; different words are never hidden below a merge."""
    heights: dict[int, dict[int, int]] = {}
    below: dict[int, frozenset[int]] = {}
    alike: dict[frozenset[int], frozenset[int]] = {}
    tops: dict[int, int] = {}
    cells = Cells(plan, table)
    said = lru_cache(2)(lambda place: cells.words(table.rows[place], numbers[place]))
    for place, row in enumerate(table.rows):
        if not row.continues or not place or RowKind.GROUP in {row.kind, table.rows[place - 1].kind}:
            tops = {}
            continue
        words = cells.words(row, "")
        above = {at: tops.get(at, place - 1) for at, column in enumerate(table.columns) if column.id in row.continues}
        tops = {at: top for at, top in above.items() if not words[at] or words[at] == said(top)[at]}
        columns = frozenset(tops)
        below[place] = alike.setdefault(columns, columns)
        for at, top in tops.items():
            heights.setdefault(top, {})[at] = place + 1 - top
    return Merges(heights, below)
