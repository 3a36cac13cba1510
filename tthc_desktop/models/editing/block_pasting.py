"""A block of cells from elsewhere put into a table: over its rows from a cell on, and in new rows behind them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tthc_desktop.models.editing.cells import put_words
from tthc_desktop.models.editing.row_kinds import NewRow, gathered, new_row, usual_kind
from tthc_desktop.models.editing.rows import DEEPEST, Made
from tthc_desktop.models.editing.tables import CellPlace, find_table, insert_rows, title_column, with_table
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark, ordinal
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.table_block import Block
from tthc_desktop.models.text import EMPTY, Text, fold, plain

_NUMBER = re.compile(r"\(?(?:[IVXLC]+|\d{1,3}(?:\.\d{1,3})*|[a-zđA-ZĐ]{1,2}|[ivx]+)[.)]{0,2}")
_BEFORE_TITLE = re.compile(r"^(?:[IVXLC]+|\d+(?:\.\d+)*|[A-ZĐ])[.)]\s+")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a block goes: the rows in sight, the current cell among them, and the chosen rows and columns."""

    shown: tuple[Id, ...]
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the block: what it says in each column, and the number that it bears."""

    words: Mapping[Id, Text]
    number: str = ""

    def only_title(self, title: Column | None) -> bool:
        return title is not None and all(not said for key, said in self.words.items() if key != title.id)


def paste_block(plan: Plan, table_id: Id, block: Block, spot: Spot) -> Made:
    """Put a block in and return the rows that hold it."""
    table = find_table(plan, table_id)
    if not block or not table.columns:
        return Made(plan, ())
    if _repeats(block, spot):
        return _filled(plan, table, block, spot)
    block = _without_head(table, block)
    lines = _lines(table, block, spot.column)
    cells, rest = _over(table, lines, spot)
    made, new = _appended(plan, table, rest)
    cells.update(new)
    reached = dict.fromkeys(row_id for row_id, _ in cells)
    return Made(put_words(made, table_id, cells, _hidden(table, spot)), tuple(reached))


def _repeats(block: Block, spot: Spot) -> bool:
    """Tell whether the chosen cells take the block several times over."""
    larger = spot.rows > len(block) or spot.columns > len(block[0])
    return larger and spot.rows % len(block) == 0 and spot.columns % len(block[0]) == 0


def _filled(plan: Plan, table: Table, block: Block, spot: Spot) -> Made:
    columns = table.columns[spot.column : spot.column + spot.columns]
    rows = spot.shown[spot.row : spot.row + spot.rows]
    groups = {row.id for row in table.rows if row.kind is RowKind.GROUP}
    taking = [row_id for row_id in rows if row_id not in groups] or list(rows)
    cells = {
        (row_id, column.id): block[down % len(block)][right % len(block[0])]
        for down, row_id in enumerate(taking)
        for right, column in enumerate(columns)
    }
    return Made(put_words(plan, table.id, cells, _hidden(table, spot)), tuple(taking))


def _hidden(table: Table, spot: Spot) -> frozenset[Id]:
    return frozenset(row.id for row in table.rows).difference(spot.shown)


def _without_head(table: Table, block: Block) -> Block:
    """Return the block without the table's own headings at its top."""
    known = {fold(str(words)) for column in table.columns for words in (column.title, column.over) if words}
    start = 0
    while start < min(len(block) - 1, 3):
        said = [fold(str(words)) for words in block[start] if words]
        if len(said) < 2 or not known.issuperset(said):
            break
        start += 1
    return block[start:]


def _lines(table: Table, block: Block, column: int) -> list[_Line]:
    """Return the block's rows under the table's columns; its numbers go to the column that computes them."""
    columns, width = table.columns, len(block[0])
    counted = columns[0].role is Role.NUMBER
    numbered = width > 1 and all(_is_number(row[0]) for row in block if row[0]) and any(row[0] for row in block)
    if width >= len(columns):
        column = 0
    elif counted and column == 0 and not numbered:
        column = 1
    elif counted and column == 1 and numbered and width > len(columns) - 1:
        column = 0
    return [_line(table, row, column) for row in block]


def _is_number(words: Text) -> bool:
    return _NUMBER.fullmatch(str(words).strip()) is not None


def _line(table: Table, row: Sequence[Text], start: int) -> _Line:
    under = dict(zip([column.id for column in table.columns[start:]], row, strict=False))
    first, title = table.columns[0], title_column(table)
    if first.role is not Role.NUMBER or first.id not in under:
        return _Line(under)
    number = under.pop(first.id)
    if number and not _is_number(number) and not any(under.values()) and title is not None:
        words = str(number)
        number = plain(found.group()) if (found := _BEFORE_TITLE.match(words)) else EMPTY
        under[title.id] = plain(words[len(str(number)) :])
    return _Line(under, str(number).strip(" .)("))


def _over(table: Table, lines: Sequence[_Line], spot: Spot) -> tuple[dict[CellPlace, Text], list[_Line]]:
    """Return what goes into the rows that are there, and the lines for which there is none."""
    rows = {row.id: row for row in table.rows}
    title = title_column(table)
    cells: dict[CellPlace, Text] = {}
    at = spot.row
    for done, line in enumerate(lines):
        while at < len(spot.shown) and not _takes(rows[spot.shown[at]], line, title, first=at == spot.row):
            at += 1
        if at >= len(spot.shown):
            return cells, list(lines[done:])
        row = rows[spot.shown[at]]
        if row.kind is not RowKind.GROUP:
            cells.update({(row.id, column_id): words for column_id, words in line.words.items()})
        elif title is not None and line.words.get(title.id):
            cells[row.id, title.id] = line.words[title.id]
        at += 1
    return cells, []


def _takes(row: Row, line: _Line, title: Column | None, *, first: bool) -> bool:
    """Tell whether a row can hold a line; a group is passed over by what is no title."""
    if row.kind is not RowKind.GROUP or not any(line.words.values()):
        return True
    return line.only_title(title) and (len(line.words) > 1 or first)


def _appended(plan: Plan, table: Table, lines: Sequence[_Line]) -> tuple[Plan, dict[CellPlace, Text]]:
    """Return the plan with new rows behind the others, and what goes into them."""
    lines = [line for line in lines if any(line.words.values())]
    if not lines:
        return plan, {}
    title = title_column(table)
    groups = _groups(table.levels, lines, title)
    if any(groups) and len(table.levels) == 1 and not any(row.kind is RowKind.GROUP for row in table.rows):
        table = replace(table, levels=(Mark.ROMAN, *table.levels))
        plan = with_table(plan, table)
    kind = usual_kind(table, len(table.rows))
    levels = _levels(table, lines, groups)
    new: list[NewRow] = []
    cells: dict[CellPlace, Text] = {}
    for line, group, level in zip(lines, groups, levels, strict=True):
        new.append(new_row(RowKind.GROUP if group else kind, level))
        cells.update({(new[-1].row.id, column_id): words for column_id, words in line.words.items() if words})
    parts = gathered(new)
    made = insert_rows(plan, table.id, len(table.rows), parts.rows, tasks=parts.tasks, targets=parts.targets)
    return made, cells


def _groups(levels: Sequence[Mark], lines: Sequence[_Line], title: Column | None) -> list[bool]:
    """Tell of each line whether it is a group: nothing but a title, above lines that hold more or stand deeper."""
    alone = [len(line.words) > 1 and line.only_title(title) for line in lines]
    if all(alone):
        return [False] * len(lines)
    depths = [_claimed(levels, line.number) for line in lines]
    found = [one and _is_roman(line.number) for one, line in zip(alone, lines, strict=True)]
    for place, (depth, below) in enumerate(pairwise(depths)):
        deeper = depth is not None and below is not None and below > depth
        found[place] = found[place] or (alone[place] and (deeper or not alone[place + 1]))
    return found


def _is_roman(number: str) -> bool:
    return number.isupper() and ordinal(Mark.ROMAN, number) is not None


def _levels(table: Table, lines: Sequence[_Line], groups: Sequence[bool]) -> list[int]:
    """Return how deep each new row stands: by its number, else below the last group."""
    outer = next((row.level for row in reversed(table.rows) if row.kind is RowKind.GROUP), -1)
    last = table.rows[-1].level if table.rows else -1
    inner = outer + 1 if outer >= 0 or not table.rows else last
    found: list[int] = []
    for line, group in zip(lines, groups, strict=True):
        claimed = _claimed(table.levels, line.number)
        level = claimed if claimed is not None else max(outer, 0) if group else inner
        level = min(level, last + 1, DEEPEST)
        if group:
            outer, inner = level, level + 1
        last = level
        found.append(level)
    return found


def _claimed(levels: Sequence[Mark], number: str) -> int | None:
    """Return the level that a printed number belongs to in this style, None when it tells nothing."""
    if Mark.DECIMAL in levels and re.fullmatch(r"\d+(\.\d+)*", number):
        return number.count(".")
    for mark in (Mark.ROMAN, Mark.UPPER, Mark.LETTER, Mark.ARABIC):
        case = number.isupper() if mark in {Mark.ROMAN, Mark.UPPER} else not number.isupper()
        if mark in levels and case and ordinal(mark, number) is not None:
            return levels.index(mark)
    return None
