"""Edits of tables: cells, rows, columns, the scheme of numbers."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.members import changed, inserted, moved, removed, unknown
from tthc_desktop.models.editing.merging import sound
from tthc_desktop.models.editing.tasks import forget_unprinted, target_with, task_with, with_printed
from tthc_desktop.models.editing.text import find_node, replace_in_plan
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import TARGET_FIELDS, TASK_FIELDS, Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import Text

_ROW, _COLUMN = "hàng này của bảng", "cột này của bảng"
H = TypeVar("H", Task, Target)
CellPlace = tuple[Id, Id]
"""A row and a column."""


def find_table(plan: Plan, table_id: Id) -> Table:
    table = find_node(plan, table_id)
    if not isinstance(table, Table):
        raise unknown("bảng này")
    return table


def title_column(table: Table) -> Column | None:
    """Return the column in which a group's title begins: the first, or the one behind the numbers."""
    if not table.columns:
        return None
    beside = table.columns[0].role is Role.NUMBER and len(table.columns) > 1 and not table.number_in_title
    return table.columns[1 if beside else 0]


def set_cell(plan: Plan, table_id: Id, row_id: Id, column_id: Id, words: Text) -> Plan:
    """Change the words of a cell: of its task or target, of a group's title, or of the row alone."""
    return set_cells(plan, table_id, {(row_id, column_id): words})


def set_cells(plan: Plan, table_id: Id, cells: Mapping[CellPlace, Text]) -> Plan:
    """Change the words of many cells, such as a pasted block."""
    table = find_table(plan, table_id)
    title = title_column(table)
    rows = {row.id: row for row in table.rows}
    typed = _Typed(rows, dict(plan.tasks), dict(plan.targets), title.id if title else "")
    columns = {column.id: column for column in table.columns}
    for (row_id, column_id), words in cells.items():
        if row_id not in typed.rows or column_id not in columns:
            raise unknown("ô này của bảng")
        typed.put(row_id, columns[column_id], words)
    made_rows = tuple(typed.rows.values())
    made = plan if made_rows == table.rows else with_table(plan, replace(table, rows=_shared(table.rows, made_rows)))
    held = _same(plan.tasks, typed.tasks), _same(plan.targets, typed.targets)
    return made if held == (plan.tasks, plan.targets) else replace(made, tasks=held[0], targets=held[1])


def _same(old: Mapping[Id, H], new: Mapping[Id, H]) -> Mapping[Id, H]:
    """Return the new tasks or targets with the old objects where they are equal."""
    if new == old:
        return old
    return {id_: was if (was := old[id_]) is held or was == held else held for id_, held in new.items()}


@dataclass(frozen=True, slots=True)
class _Typed:
    """Rows, tasks and targets while cells are typed into them."""

    rows: dict[Id, Row]
    tasks: dict[Id, Task]
    targets: dict[Id, Target]
    title_id: Id

    def put(self, row_id: Id, column: Column, words: Text) -> None:
        row = self.rows[row_id]
        own = column.id in dict(row.cells)
        if row.kind is RowKind.GROUP and not own and (column.role is Role.CONTENT or column.id == self.title_id):
            self.rows[row_id] = replace(row, title=words)
        elif column.role is Role.NUMBER and not own:
            raise UserError("Số thứ tự được tính tự động.", "Hãy chuyển hàng đến vị trí khác để đổi số thứ tự của nó.")
        elif row.kind is RowKind.TASK and column.role in TASK_FIELDS and not own:
            self.tasks[row.task_id] = task_with(self.tasks[row.task_id], column.role, words)
        elif row.kind is RowKind.TARGET and column.role in TARGET_FIELDS and not own:
            self.targets[row.target_id] = target_with(self.targets[row.target_id], column.role, words)
        else:
            self.rows[row_id] = _with_own_cell(row, column.id, words)


def _shared(old: tuple[Row, ...], new: Iterable[Row]) -> tuple[Row, ...]:
    """Return the new rows, and the old tuple when all are the same."""
    made = tuple(was if was == now else now for was, now in zip(old, new, strict=True))
    return old if made == old else made


def _with_own_cell(row: Row, column_id: Id, words: Text) -> Row:
    """Return the row with words of its own under a column; without the cell when there are none."""
    known = dict(row.cells)
    if words or column_id in known:
        known[column_id] = words
    return replace(row, cells=tuple(known.items()))


def insert_rows(
    plan: Plan,
    table_id: Id,
    place: int,
    rows: Collection[Row],
    *,
    tasks: Collection[Task] = (),
    targets: Collection[Target] = (),
) -> Plan:
    """Put rows in, with the new tasks and targets that they print."""
    table = find_table(plan, table_id)
    if not rows:
        inserted(table.rows, place, rows)
        return plan
    made = sound(table.rows, inserted(table.rows, place, rows))
    return with_table(with_printed(plan, tasks, targets), replace(table, rows=made))


def remove_rows(plan: Plan, table_id: Id, row_ids: Collection[Id]) -> Plan:
    """Take rows out."""
    table = find_table(plan, table_id)
    made = removed(table.rows, frozenset(row_ids), _ROW)
    if not row_ids:
        return plan
    return forget_unprinted(plan, with_table(plan, replace(table, rows=sound(table.rows, made))))


def move_rows(plan: Plan, table_id: Id, row_ids: Collection[Id], place: int) -> Plan:
    """Move rows, in their order, before the one that stands at `place` now."""
    table = find_table(plan, table_id)
    made = moved(table.rows, frozenset(row_ids), place, _ROW)
    return plan if made is table.rows else with_table(plan, replace(table, rows=sound(table.rows, made)))


def set_level(plan: Plan, table_id: Id, row_ids: Collection[Id], level: int) -> Plan:
    """Change the depth of rows, 0 for the outermost."""
    if level < 0:
        raise UserError("Không nâng được hàng lên cao hơn cấp ngoài cùng.", "Hàng này đã ở cấp cao nhất.")
    table = find_table(plan, table_id)
    removed(table.rows, row_ids, _ROW)
    made = _shared(table.rows, (replace(row, level=level) if row.id in row_ids else row for row in table.rows))
    return plan if made is table.rows else with_table(plan, replace(table, rows=made))


def set_scheme(plan: Plan, table_id: Id, levels: tuple[Mark, ...], *, continuous: bool, number_in_title: bool) -> Plan:
    """Change how the rows are numbered."""
    table = find_table(plan, table_id)
    made = replace(table, levels=levels, continuous=continuous, number_in_title=number_in_title)
    return plan if made == table else with_table(plan, made)


def set_column(plan: Plan, table_id: Id, column_id: Id, *, title: Text, over: Text, width: float) -> Plan:
    """Change the headings and the width of a column."""
    table = find_table(plan, table_id)
    made = changed(
        table.columns, column_id, lambda column: replace(column, title=title, over=over, width=width), _COLUMN
    )
    return plan if made is table.columns else with_table(plan, replace(table, columns=made))


def insert_column(plan: Plan, table_id: Id, place: int, column: Column) -> Plan:
    """Put a column in; of a role that tasks or targets have, it shows what they hold."""
    table = find_table(plan, table_id)
    if column.role is not Role.FREE and any(other.role is column.role for other in table.columns):
        raise UserError("Bảng đã có cột này.", "Hãy thêm cột khác hoặc sửa tên cột đang có.")
    return with_table(plan, replace(table, columns=inserted(table.columns, place, (column,))))


def remove_column(plan: Plan, table_id: Id, column_id: Id) -> Plan:
    """Take a column out with the rows' own words in it; what tasks and targets hold stays with them."""
    table = find_table(plan, table_id)
    columns = removed(table.columns, (column_id,), _COLUMN)
    if not columns:
        raise UserError("Không xóa được cột cuối cùng của bảng.", "Hãy xóa cả bảng nếu không cần bảng này nữa.")
    rows = tuple(without_column(row, column_id) for row in table.rows)
    return with_table(plan, replace(table, columns=columns, rows=rows))


def without_column(row: Row, column_id: Id) -> Row:
    """Return the row without words of its own in a column."""
    cells = tuple(cell for cell in row.cells if cell[0] != column_id)
    continues = tuple(other for other in row.continues if other != column_id)
    if len(cells) == len(row.cells) and len(continues) == len(row.continues):
        return row
    return replace(row, cells=cells, continues=continues)


def with_table(plan: Plan, table: Table) -> Plan:
    """Return the plan with another value of a table."""
    return replace_in_plan(plan, table.id, lambda _: (table,))
