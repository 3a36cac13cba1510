"""Copied parts for this program itself: the very items and tables, with what no markup can say of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tthc_desktop.documents.exchange import to_json
from tthc_desktop.documents.writing.clipboard.chosen import Chosen
from tthc_desktop.models.editing.blocks import to_text
from tthc_desktop.models.editing.sequence import Entry, flattened, grown, settled
from tthc_desktop.models.editing.tasks import printed
from tthc_desktop.models.editing.text import find_item, set_words
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import items, nodes_of
from tthc_desktop.models.plan import Item, Node, Plan
from tthc_desktop.models.table import Table


def exact(plan: Plan, chosen: Sequence[Chosen]) -> str:
    """Return the chosen items and tables as a plan of their own in JSON; nothing where only words were chosen."""
    entries = [entry for nodes in nodes_of(plan) for entry in flattened(nodes)]
    bases = tuple(basis for basis in plan.bases if any(one.owner == basis.id and one.begins for one in chosen))
    picked = {one.owner: one for one in chosen if one.part == "table" or (one.part == "text" and one.begins)}
    lines = _lines(chosen)
    kept = [Entry(depth, _with_lines(node, lines.get(node.id, ()))) for depth, node in entries if node.id in picked]
    others = {one.owner for one in chosen} - {entry.node.id for entry in kept} - {basis.id for basis in bases}
    if others or not (kept or bases):
        return ""
    made = replace(_alone(plan, grown(settled(kept), ())), bases=bases)
    for one in picked.values():
        if one.part == "text" and one.words is not None and one.owner not in {basis.id for basis in bases}:
            made = set_words(made, one.owner, one.words)
    return to_json(_without_bare_tasks(plan, made))


def _lines(chosen: Sequence[Chosen]) -> Mapping[Id, tuple[int, ...]]:
    """Return which labelled lines of each item were chosen."""
    found: dict[Id, tuple[int, ...]] = {}
    for one in chosen:
        if one.part.startswith("line "):
            found[one.owner] = (*found.get(one.owner, ()), int(one.part.removeprefix("line ")))
    return found


def _with_lines(node: Node, numbers: Sequence[int]) -> Node:
    if isinstance(node, Table) or len(numbers) == len(node.lines):
        return node
    return replace(node, lines=tuple(node.lines[number] for number in numbers))


def _alone(plan: Plan, nodes: tuple[Node, ...]) -> Plan:
    """Return a plan of the nodes with what they print and whose tasks they share."""
    wanted = {*printed(Plan("", body=nodes, targets=plan.targets)), *(item.shares_id for item, _ in items(nodes))}
    tasks = {id_: task for id_, task in plan.tasks.items() if id_ in wanted}
    targets = {id_: target for id_, target in plan.targets.items() if id_ in wanted}
    return Plan(plan.id, body=nodes, tasks=tasks, targets=targets)


def _without_bare_tasks(plan: Plan, made: Plan) -> Plan:
    """Return the copy in which a task whose labelled lines were not chosen is a paragraph."""
    for item in tuple(_bare(plan, made)):
        made = to_text(made, item.id)
    return made


def _bare(plan: Plan, made: Plan) -> Iterator[Item]:
    for _, node in flattened(made.body):
        if isinstance(node, Item) and node.task_id and not node.lines and find_item(plan, node.id).lines:
            yield node
