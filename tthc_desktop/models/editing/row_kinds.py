"""What a row of a table is: new rows of the kind that the table has, and rows turned into another kind."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.table import TARGET_FIELDS, TASK_FIELDS, Role, Row, RowKind, Table, column_of
from tthc_desktop.models.task import Target, Task, target_of, task_of
from tthc_desktop.models.text import EMPTY, Text

_OF_TARGETS = {Role.UNIT, Role.VALUE}
_OF_TASKS = {Role.LEAD, Role.COORDINATE, Role.RESULT, Role.DEADLINE}


class NewRow(NamedTuple):
    """A row with the task or target that it prints."""

    row: Row
    task: Task | None = None
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class NewRows:
    """New rows with what they print, ready to be put into a table."""

    rows: tuple[Row, ...]
    tasks: tuple[Task, ...]
    targets: tuple[Target, ...]


def gathered(made: Collection[NewRow]) -> NewRows:
    """Return rows, tasks and targets each by themselves."""
    return NewRows(
        tuple(one.row for one in made),
        tuple(one.task for one in made if one.task is not None),
        tuple(one.target for one in made if one.target is not None),
    )


def usual_kind(table: Table, place: int) -> RowKind:
    """Return the kind that a new row at this place should have: that of its neighbours, else what the columns suit."""
    for row in (*reversed(table.rows[:place]), *table.rows[place:]):
        if row.kind is not RowKind.GROUP:
            return row.kind
    roles = {column.role for column in table.columns}
    if roles & _OF_TARGETS:
        return RowKind.TARGET
    return RowKind.TASK if roles & _OF_TASKS else RowKind.PLAIN


def new_row(kind: RowKind, level: int, fields: Mapping[str, Text] | None = None) -> NewRow:
    """Return a new row; `fields` are those of its task or target, or the title of a group."""
    held = fields or {}
    match kind:
        case RowKind.TASK:
            task = task_of(new_id(), held)
            return NewRow(Row(new_id(), kind, level, task_id=task.id), task=task)
        case RowKind.TARGET:
            target = target_of(new_id(), held)
            return NewRow(Row(new_id(), kind, level, target_id=target.id), target=target)
        case RowKind.GROUP:
            return NewRow(Row(new_id(), kind, level, title=held.get("title", EMPTY)))
        case _:
            return NewRow(Row(new_id(), kind, level))


def turned(plan: Plan, table: Table, row: Row, kind: RowKind) -> NewRow:
    """Return the row as another kind; its words stay under their columns."""
    shown = {column.id: words for column in table.columns if (words := cell(plan, row, column))}
    title = column_of(table, Role.CONTENT)
    if row.kind is RowKind.GROUP and row.title and (title is None or title.id not in shown):
        shown = {(title or table.columns[0]).id: row.title, **shown}
    names = {RowKind.TASK: TASK_FIELDS, RowKind.TARGET: TARGET_FIELDS, RowKind.GROUP: {Role.CONTENT: "title"}}
    fields, own = _unprinted(plan, row, table), []
    for column in table.columns:
        name = names.get(kind, {}).get(column.role)
        if name and column.id in shown:
            fields[name] = shown[column.id]
        elif column.id in shown:
            own.append((column.id, shown[column.id]))
    made = new_row(kind, row.level, fields)
    continues = () if kind is RowKind.GROUP else row.continues
    return made._replace(row=replace(made.row, id=row.id, cells=tuple(own), continues=continues))


def _unprinted(plan: Plan, row: Row, table: Table) -> dict[str, Text]:
    """Return the fields of a row's task or target for which the table has no column."""
    roles = {column.role for column in table.columns}
    if row.kind is RowKind.TASK:
        held: Task | Target = plan.tasks[row.task_id]
        fields = TASK_FIELDS
    elif row.kind is RowKind.TARGET:
        held, fields = plan.targets[row.target_id], TARGET_FIELDS
    else:
        return {}
    return {name: words for role, name in fields.items() if role not in roles and (words := getattr(held, name))}


def copied(plan: Plan, row: Row) -> NewRow:
    """Return the row once more, with a task or target of its own that knows its origin."""
    if row.task_id:
        task = replace(plan.tasks[row.task_id], id=new_id(), origin_id=row.task_id)
        return NewRow(replace(row, id=new_id(), task_id=task.id), task=task)
    if row.target_id:
        target = replace(plan.targets[row.target_id], id=new_id(), origin_id=row.target_id)
        return NewRow(replace(row, id=new_id(), target_id=target.id), target=target)
    return NewRow(replace(row, id=new_id()))


def is_blank(plan: Plan, table: Table, row_id: Id) -> bool:
    """Tell whether nothing is written in a row yet."""
    row = next(row for row in table.rows if row.id == row_id)
    return not row.title and not any(str(cell(plan, row, column)).strip() for column in table.columns)
