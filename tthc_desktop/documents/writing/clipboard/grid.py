"""A table as the cells that are printed: head of one or two rows, numbers, cells over several rows or columns."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table, numbers
from tthc_desktop.models.text import EMPTY, Text, emphasised, join, plain


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell with how many rows and columns it covers; `at` is the place of its first column."""

    words: Text
    at: int
    rows: int = 1
    columns: int = 1


Cells = tuple[GridCell, ...]


def head(table: Table) -> tuple[Cells, ...]:
    """Return the rows of the heading: a second one where columns stand under a wider heading."""
    if not any(column.title or column.over for column in table.columns):
        return ()
    if not any(column.over for column in table.columns):
        return (tuple(GridCell(column.title, at) for at, column in enumerate(table.columns)),)
    upper: list[GridCell] = []
    lower: list[GridCell] = []
    for over, group in groupby(enumerate(table.columns), key=lambda pair: pair[1].over):
        members = list(group)
        if over:
            upper.append(GridCell(over, members[0][0], columns=len(members)))
            lower.extend(GridCell(column.title, at) for at, column in members)
        else:
            upper.extend(GridCell(column.title, at, rows=2) for at, column in members)
    return tuple(upper), tuple(lower)


def body(plan: Plan, table: Table) -> Iterator[Cells]:
    """Yield the rows below the heading."""
    for place, (row, number) in enumerate(zip(table.rows, numbers(table), strict=True)):
        if row.kind is RowKind.GROUP and not row.cells and (table.number_in_title or _has_no_number(table)):
            yield (GridCell(_title(row, number), 0, columns=len(table.columns)),)
            continue
        yield tuple(
            GridCell(_words(plan, row, column, number), at, _rows_down(table, place, column))
            for at, column in enumerate(table.columns)
            if not (column.id in row.continues and place)
        )


def _has_no_number(table: Table) -> bool:
    return all(column.role is not Role.NUMBER for column in table.columns)


def _title(row: Row, number: str) -> Text:
    return emphasised(join((plain(f"{number}. " if number else ""), row.title)), bold=True)


def _words(plan: Plan, row: Row, column: Column, number: str) -> Text:
    own = cell(plan, row, column)
    said = own if own or column.role is not Role.NUMBER else plain(number)
    return emphasised(said, bold=True) if row.kind is RowKind.GROUP and said else said or EMPTY


def _rows_down(table: Table, place: int, column: Column) -> int:
    """Return over how many rows a cell goes."""
    end = place + 1
    while end < len(table.rows) and column.id in table.rows[end].continues:
        end += 1
    return end - place
