"""The words of a plan in which targets may stand: paragraphs, what labelled lines promise, the cells of tasks."""

from collections.abc import Iterator
from dataclasses import dataclass

from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import items, nodes_of, tables_in
from tthc_desktop.models.plan import Item, Node, Plan, cell, line_value, words
from tthc_desktop.models.table import Role, Row, RowKind, Table
from tthc_desktop.models.task import Task

_PROMISING = frozenset({Role.CONTENT, Role.RESULT, Role.NOTE, Role.FREE})
_KINDS = frozenset({RowKind.TASK, RowKind.PLAIN})


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one paragraph, line or cell; `item_id` is the paragraph or row, `task` what it prints, if anything."""

    item_id: Id
    words: str
    task: Task | None = None


def passages(plan: Plan) -> Iterator[Passage]:
    """Yield the passages in reading order; rows of targets have figures of their own and are left out."""
    for nodes in nodes_of(plan):
        yield from _in_nodes(plan, nodes)


def passages_of(plan: Plan, item_id: Id) -> tuple[Passage, ...]:
    """Return the passages of one paragraph or row; none when it is not there."""
    for nodes in nodes_of(plan):
        for item, _ in items(nodes):
            if item.id == item_id:
                return tuple(_of_item(plan, item))
        for table in tables_in(nodes):
            for row in table.rows:
                if row.id == item_id:
                    return tuple(_of_row(plan, table, row))
    return ()


def _in_nodes(plan: Plan, nodes: tuple[Node, ...]) -> Iterator[Passage]:
    for node in nodes:
        if isinstance(node, Table):
            for row in node.rows:
                yield from _of_row(plan, node, row)
        else:
            yield from _of_item(plan, node)
            yield from _in_nodes(plan, node.children)


def _of_item(plan: Plan, item: Item) -> Iterator[Passage]:
    task = plan.tasks.get(item.task_id)
    yield Passage(item.id, str(words(plan, item)), task)
    for line in item.lines:
        if line.role in _PROMISING:
            yield Passage(item.id, str(line_value(plan, item, line)), task)


def _of_row(plan: Plan, table: Table, row: Row) -> Iterator[Passage]:
    if row.kind in _KINDS:
        for column in table.columns:
            if column.role in _PROMISING and column.id not in row.continues:
                yield Passage(row.id, str(cell(plan, row, column)), plan.tasks.get(row.task_id))
