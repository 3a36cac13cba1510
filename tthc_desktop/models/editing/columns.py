"""Edits of a table's columns as a whole: their order, headings and widths."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.tables import find_table, with_table, without_column
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Column, Role
from tthc_desktop.models.text import Text


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
