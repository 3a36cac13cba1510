"""A part of a plan as it was, made fit for the plan as it is now, with the tasks and targets that it prints."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from tthc_desktop.models.bin.neighbours import missing
from tthc_desktop.models.editing.tasks import without_shares
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import items, nodes_of, tables_in
from tthc_desktop.models.plan import Item, Node, Plan
from tthc_desktop.models.table import Row
from tthc_desktop.models.task import Target, Task

Nodes = tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """Text and tables that come back, with the tasks and targets that the plan has no more."""

    nodes: Nodes
    tasks: tuple[Task, ...]
    targets: tuple[Target, ...]


def branch(then: Plan, now: Plan, nodes: Nodes, there: Collection[Id]) -> Branch:
    """Return nodes of an earlier plan without those whose identity is taken, `there`."""
    left = _left(nodes, there)
    printed = tuple(_printed(left))
    tasks = held_tasks(then, now, printed)
    shared = then.tasks.keys() - now.tasks.keys() - {task.id for task in tasks}
    return Branch(without_shares(left, shared), tasks, held_targets(then, now, printed, _identities(left)))


def held_tasks(then: Plan, now: Plan, ids: Collection[Id]) -> tuple[Task, ...]:
    """Return the tasks of the earlier plan that come back with what prints them."""
    return tuple(then.tasks[id_] for id_ in missing(ids, now.tasks) if id_ in then.tasks)


def held_targets(then: Plan, now: Plan, ids: Collection[Id], marked_in: Collection[Id]) -> tuple[Target, ...]:
    """Return the targets that come back, those among them that the paragraphs `marked_in` name."""
    marked = [target.id for target in then.targets.values() if target.item_id and target.item_id in marked_in]
    return tuple(then.targets[id_] for id_ in missing((*ids, *marked), now.targets) if id_ in then.targets)


def with_shares(then: Plan, now: Plan, came: Collection[Id]) -> Plan:
    """Return the plan in which paragraphs that stayed are parts again of tasks that came back."""
    shared = {
        item.id: item.shares_id
        for nodes in nodes_of(then)
        for item, _ in items(nodes)
        if item.shares_id and item.shares_id in came
    }
    if not shared:
        return now
    appendices = tuple(replace(one, nodes=_sharing(one.nodes, shared)) for one in now.appendices)
    return replace(now, body=_sharing(now.body, shared), appendices=appendices)


def _sharing(nodes: Nodes, shared: Mapping[Id, Id]) -> Nodes:
    return tuple(
        replace(node, children=_sharing(node.children, shared), shares_id=node.shares_id or shared.get(node.id, ""))
        if isinstance(node, Item)
        else node
        for node in nodes
    )


def _left(nodes: Nodes, there: Collection[Id]) -> Nodes:
    made: list[Node] = []
    for node in nodes:
        if node.id in there:
            continue
        if isinstance(node, Item):
            made.append(replace(node, children=_left(node.children, there)))
        else:
            made.append(replace(node, rows=tuple(row for row in node.rows if row.id not in there)))
    return tuple(made)


def _printed(nodes: Nodes) -> Iterator[Id]:
    yield from (item.task_id for item, _ in items(nodes))
    for table in tables_in(nodes):
        for row in table.rows:
            yield from (row.task_id, row.target_id)


def _identities(nodes: Nodes) -> frozenset[Id]:
    rows: Iterator[Row] = (row for table in tables_in(nodes) for row in table.rows)
    return frozenset((*(item.id for item, _ in items(nodes)), *(row.id for row in rows)))
