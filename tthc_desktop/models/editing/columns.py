"""Edits of a table's columns as a whole: their order, headings and widths."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.members import moved
from tthc_desktop.models.editing.tables import find_table, with_table, without_column
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Column, Role
from tthc_desktop.models.text import EMPTY, Text


def arrange_columns(plan: Plan, table_id: Id, columns: tuple[Column, ...]) -> Plan:
    """Give the table these columns; of one that is left out the rows lose their own words in it."""
    table = find_table(plan, table_id)
    _check(columns, table.columns)
    kept = {column.id for column in columns}
    rows = table.rows
    for gone in (column.id for column in table.columns if column.id not in kept):
        rows = tuple(without_column(row, gone) for row in rows)
    if columns == table.columns:
        return plan
    old = {column.id: column for column in table.columns}
    same = tuple(old[c.id] if old.get(c.id) == c else c for c in columns)
    return with_table(plan, replace(table, columns=same, rows=rows if rows != table.rows else table.rows))


def _check(columns: Sequence[Column], before: Sequence[Column]) -> None:
    if not columns:
        raise UserError("Bảng phải có ít nhất một cột.", "Hãy giữ lại một cột, hoặc xóa cả bảng.")
    known = {column.id for column in before}
    roles = [column.role for column in columns]
    if any(c.id not in known and c.role is not Role.FREE and roles.count(c.role) > 1 for c in columns):
        raise UserError("Bảng đã có cột này.", "Hãy thêm cột khác hoặc sửa tên cột đang có.")


def under_one_title(columns: Sequence[Column], place: int) -> tuple[int, int]:
    """Return the first and last neighbour under the same common title."""
    over = columns[place].over
    first = last = place
    while first and over and columns[first - 1].over == over:
        first -= 1
    while last + 1 < len(columns) and over and columns[last + 1].over == over:
        last += 1
    return first, last


def move_columns(plan: Plan, table_id: Id, column_ids: Sequence[Id], place: int) -> Plan:
    """Move neighbours before the column that stands at `place` now; a common title stays in one piece.

    A column put between those under a common title comes under it, and one taken from there leaves it. Several move
    to an end of such columns, as they are often under a title of their own.
    """
    table = find_table(plan, table_id)
    before = table.columns
    if len(column_ids) > 1:
        place = _outside(before, column_ids, place)
    after = moved(before, column_ids, place, "cột này của bảng")
    if after is before:
        return plan
    return with_table(plan, replace(table, columns=_titled(before, after, column_ids)))


def _outside(columns: Sequence[Column], column_ids: Collection[Id], place: int) -> int:
    """Return the end of columns under a common title that is nearest to a place between them."""
    if not 0 < place < len(columns) or columns[place].id in column_ids:
        return place
    first, last = under_one_title(columns, place)
    return place if place == first else first if place - first < last + 1 - place else last + 1


def _titled(before: Sequence[Column], after: Sequence[Column], column_ids: Collection[Id]) -> tuple[Column, ...]:
    """Return the columns with the common titles that those that moved have in their new place."""
    places = [place for place, column in enumerate(after) if column.id in column_ids]
    left = after[places[0] - 1].over if places[0] else EMPTY
    right = after[places[-1] + 1].over if places[-1] + 1 < len(after) else EMPTY
    made = list(after)
    for place in places:
        over = after[place].over
        if left and left == right:
            over = left
        elif over not in {left, right} and _leaves_some(before, after[place].id, column_ids):
            over = EMPTY
        if over != after[place].over:
            made[place] = replace(after[place], over=over)
    return tuple(made)


def _leaves_some(columns: Sequence[Column], column_id: Id, column_ids: Collection[Id]) -> bool:
    """Tell whether a column stood under a common title with others that stay."""
    place = next(place for place, column in enumerate(columns) if column.id == column_id)
    first, last = under_one_title(columns, place)
    return any(column.id not in column_ids for column in columns[first : last + 1])


def set_widths(plan: Plan, table_id: Id, widths: Mapping[Id, float]) -> Plan:
    """Give columns their share of the paper's width; 0 lets the print choose."""
    table = find_table(plan, table_id)
    columns = tuple(
        column if widths.get(column.id, column.width) == column.width else replace(column, width=widths[column.id])
        for column in table.columns
    )
    return plan if columns == table.columns else with_table(plan, replace(table, columns=columns))


def rename_column(plan: Plan, table_id: Id, column_id: Id, title: Text) -> Plan:
    """Change the heading of one column."""
    table = find_table(plan, table_id)
    columns = tuple(replace(c, title=title) if c.id == column_id and c.title != title else c for c in table.columns)
    return plan if columns == table.columns else with_table(plan, replace(table, columns=columns))


def rename_over(plan: Plan, table_id: Id, column_ids: Sequence[Id], over: Text) -> Plan:
    """Change the heading that stands above neighbouring columns; without words they have none."""
    table = find_table(plan, table_id)
    columns = tuple(replace(c, over=over) if c.id in column_ids and c.over != over else c for c in table.columns)
    return plan if columns == table.columns else with_table(plan, replace(table, columns=columns))
