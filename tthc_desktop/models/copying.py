"""A plan once more, under identities of its own."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from tthc_desktop.models.fragment import Fragment, part, whole
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.marks import Urgency
from tthc_desktop.models.outline import items, nodes_of, tables
from tthc_desktop.models.plan import Appendix, Basis, Item, Node, Plan, Recipient
from tthc_desktop.models.table import Row, Table
from tthc_desktop.models.task import Target
from tthc_desktop.models.version import Stage

V = TypeVar("V", Basis, Recipient, Appendix)
Find = Callable[[Id, bool], Id]
"""Which task or target is printed in place of one; True says that what prints it keeps its identity."""


def copy_plan(plan: Plan) -> Plan:
    """Return the plan as a draft with new identities everywhere; each `origin_id` names what its value is a copy of."""
    tasks = {old: replace(task, id=new_id(), origin_id=old) for old, task in plan.tasks.items()}
    targets = {old: replace(target, id=new_id(), origin_id=old) for old, target in plan.targets.items()}
    copier = Copier(lambda _: new_id(), lambda old, _: tasks[old].id, lambda old, _: targets[old].id)
    body = copier.nodes(plan.body)
    appendices = tuple(replace(appendix, nodes=copier.nodes(appendix.nodes)) for appendix in _renamed(plan.appendices))
    return replace(
        plan,
        id=new_id(),
        origin_id=plan.id,
        stage=Stage.DRAFT,
        version_of="",
        version_name="",
        kept_at=None,
        issue=None,
        replaced_by="",
        bases=_renamed(plan.bases),
        recipients=_renamed(plan.recipients),
        body=body,
        appendices=appendices,
        tasks={task.id: task for task in tasks.values()},
        targets={target.id: copier.marked(target) for target in targets.values()},
    )


def new_paper(plan: Plan) -> Plan:
    """Return a copy to go on with as another paper: without number, date, stamps and the paper it was read from."""
    header = replace(plan.header, number="", day=None, month=None, year=None)
    marks = replace(plan.marks, urgency=Urgency.NONE, copies=0)
    return replace(copy_plan(plan), header=header, marks=marks, stamps=(), source="", unplaced=())


def copy_fragment(fragment: Fragment) -> Fragment:
    """Return the fragment with new identities everywhere."""
    return part(copy_plan(whole(fragment)))


def identities(plan: Plan) -> frozenset[Id]:
    """Return every identity in a plan, its own too."""
    return frozenset(_identities(plan))


def _identities(plan: Plan) -> Iterator[Id]:
    yield plan.id
    yield from plan.tasks
    yield from plan.targets
    yield from (basis.id for basis in plan.bases)
    yield from (recipient.id for recipient in plan.recipients)
    yield from (appendix.id for appendix in plan.appendices)
    for nodes in nodes_of(plan):
        for item, _ in items(nodes):
            yield item.id
    for table, _ in tables(plan):
        yield table.id
        yield from (column.id for column in table.columns)
        yield from (row.id for row in table.rows)


def _renamed(parts: tuple[V, ...]) -> tuple[V, ...]:
    return tuple(replace(part, id=new_id()) for part in parts)


class Copier:
    """Copies text and tables under other identities; they then print the tasks and targets that are found for them."""

    def __init__(self, name: Callable[[Id], Id], task: Find, target: Find) -> None:
        self._name = name
        self._task = task
        self._target = target
        self.names: dict[Id, Id] = {}
        """The new identity of each paragraph and row that has been copied."""

    def marked(self, target: Target) -> Target:
        """Return a target that is marked in a copied paragraph or row as one that is marked in the copy."""
        return replace(target, item_id=self.names.get(target.item_id, target.item_id)) if target.item_id else target

    def nodes(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        return tuple(self._item(node) if isinstance(node, Item) else self._table(node) for node in nodes)

    def _item(self, item: Item) -> Item:
        name = self.names[item.id] = self._name(item.id)
        return replace(
            item,
            id=name,
            origin_id=item.origin_id if name == item.id else item.id,
            children=self.nodes(item.children),
            task_id=item.task_id and self._task(item.task_id, name == item.id),
            shares_id=item.shares_id and self._task(item.shares_id, name == item.id),
        )

    def _table(self, table: Table) -> Table:
        columns = {column.id: self._name(column.id) for column in table.columns}
        return replace(
            table,
            id=self._name(table.id),
            columns=tuple(replace(column, id=columns[column.id]) for column in table.columns),
            rows=tuple(self._row(row, columns) for row in table.rows),
        )

    def _row(self, row: Row, columns: Mapping[Id, Id]) -> Row:
        name = self.names[row.id] = self._name(row.id)
        return replace(
            row,
            id=name,
            task_id=row.task_id and self._task(row.task_id, name == row.id),
            target_id=row.target_id and self._target(row.target_id, name == row.id),
            cells=tuple((columns[column_id], words) for column_id, words in row.cells),
            continues=tuple(columns[column_id] for column_id in row.continues),
        )
