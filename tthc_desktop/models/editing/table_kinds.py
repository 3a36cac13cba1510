"""The rows of a table made rows of another kind: tasks, targets or plain ones."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing import text
from tthc_desktop.models.editing.tasks import forget_unprinted
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.table import TARGET_FIELDS, TASK_FIELDS, Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Target, Task, target_of, task_of
from tthc_desktop.models.text import Text


def with_rows_of(plan: Plan, table: Table, kind: RowKind) -> Plan:
    """Make the rows of a table, but for its groups, rows of one kind, by the columns it has."""
    if kind is not RowKind.PLAIN and all(column.role is not Role.CONTENT for column in table.columns):
        raise UserError(
            "Bảng này không có cột nội dung nên không làm bảng nhiệm vụ hoặc chỉ tiêu được.",
            "Hãy để là bảng thường, rồi đổi tên cột trong bảng.",
        )
    tasks: dict[Id, Task] = {}
    targets: dict[Id, Target] = {}
    rows = tuple(_row(plan, row, table.columns, kind, (tasks, targets)) for row in table.rows)
    known = replace(plan, tasks={**plan.tasks, **tasks}, targets={**plan.targets, **targets})
    made = text.replace_in_plan(known, table.id, lambda _: (replace(table, rows=rows),))
    return forget_unprinted(plan, made)


def _row(
    plan: Plan,
    row: Row,
    columns: tuple[Column, ...],
    kind: RowKind,
    known: tuple[dict[Id, Task], dict[Id, Target]],
) -> Row:
    if row.kind in {RowKind.GROUP, kind}:
        return row
    cells = {column.id: words_of for column in columns if (words_of := cell(plan, row, column))}
    made = Row(row.id, kind, row.level, continues=row.continues)
    if kind is not RowKind.PLAIN:
        names = TASK_FIELDS if kind is RowKind.TASK else TARGET_FIELDS
        fields = dict(_fields(columns, cells, names))
        if kind is RowKind.TASK:
            task = task_of(new_id(), fields)
            known[0][task.id], made = task, replace(made, task_id=task.id)
        else:
            target = target_of(new_id(), fields)
            known[1][target.id], made = target, replace(made, target_id=target.id)
    return replace(made, cells=tuple(cells.items()))


def _fields(
    columns: tuple[Column, ...], cells: dict[Id, Text], names: Mapping[Role, str]
) -> Iterator[tuple[str, Text]]:
    """Take the cells that are fields out of those that stay the row's own."""
    for column in columns:
        if column.role in names and column.id in cells:
            yield names[column.role], cells.pop(column.id)
