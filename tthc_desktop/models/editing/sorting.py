"""Sorting the rows of a table by one column: within each group, groups and what stands below a row stay together."""

from collections.abc import Sequence
from dataclasses import replace

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.merging import sound
from tthc_desktop.models.editing.rows import end_below
from tthc_desktop.models.editing.tables import find_table, with_table
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.sort_order import Key, order
from tthc_desktop.models.table import Role, Row, RowKind

Keys = dict[Id, Key]
Unit = tuple[Row, ...]


def sort_rows(plan: Plan, table_id: Id, column_id: Id, *, descending: bool = False) -> Plan:
    """Sort by a column; rows without words in it come last, equal ones keep their order."""
    table = find_table(plan, table_id)
    column = next((column for column in table.columns if column.id == column_id), None)
    if column is None or column.role is Role.NUMBER:
        advice = "Hãy chọn một cột có chữ; số thứ tự được tính theo thứ tự của các hàng."
        raise UserError("Không sắp xếp được theo cột này.", advice)
    words = [str(cell(plan, row, column)) for row in table.rows]
    keys = order(words, by_date=column.role is Role.DEADLINE)
    by_row = {row.id: key for row, key in zip(table.rows, keys, strict=True)}
    made = tuple(_sorted(table.rows, by_row, descending=descending))
    if made == table.rows:
        return plan
    return with_table(plan, replace(table, rows=sound(table.rows, made)))


def _sorted(rows: Sequence[Row], keys: Keys, *, descending: bool) -> list[Row]:
    """Return neighbours of one parent in order, those between two groups by themselves."""
    made: list[Row] = []
    waiting: list[Unit] = []
    place = 0
    while place < len(rows):
        end = end_below(rows, place)
        unit = (rows[place], *_sorted(rows[place + 1 : end], keys, descending=descending))
        place = end
        if unit[0].kind is RowKind.GROUP:
            made.extend(_in_order(waiting, keys, descending=descending))
            made.extend(unit)
            waiting = []
        else:
            waiting.append(unit)
    made.extend(_in_order(waiting, keys, descending=descending))
    return made


def _in_order(units: Sequence[Unit], keys: Keys, *, descending: bool) -> list[Row]:
    found: list[Row] = []
    for rank in sorted({keys[unit[0].id][0] for unit in units}):
        mates = [unit for unit in units if keys[unit[0].id][0] == rank]
        ordered = sorted(mates, key=lambda unit: keys[unit[0].id][1], reverse=descending)
        found.extend(row for unit in ordered for row in unit)
    return found
