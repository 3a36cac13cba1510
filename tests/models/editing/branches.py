"""What two states of a plan have in common."""

from collections.abc import Iterator
from dataclasses import fields

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Item, Node, Plan
from tthc_desktop.models.table import Column, Row

Name = tuple[str, Id]


def unshared(old: Plan, new: Plan, *, moved: bool = True) -> list[Name]:
    """Return the branches that are equal in both plans and yet two objects; of those that moved, if so wished."""
    before = {name: (branch, owner) for name, owner, branch in branches(old)}
    after = {name: (branch, owner) for name, owner, branch in branches(new)}
    return [
        name
        for name in before.keys() & after.keys()
        if before[name] == after[name] or (moved and before[name][0] == after[name][0])
        if before[name][0] is not after[name][0] and before[name][0] not in ((), "")
    ]


def branches(plan: Plan) -> Iterator[tuple[Name, Id, object]]:
    """Yield every branch of a plan with its name and the identity of what it stands under."""
    for field in fields(plan):
        yield (field.name, ""), "", getattr(plan, field.name)
    for members in (plan.bases, plan.recipients, plan.tasks.values(), plan.targets.values()):
        yield from (((type(member).__name__, member.id), "", member) for member in members)
    yield from _below(plan.body, plan.id)
    for appendix in plan.appendices:
        yield ("appendix", appendix.id), "", appendix
        yield ("appendix nodes", appendix.id), "", appendix.nodes
        yield from _below(appendix.nodes, appendix.id)


def _below(nodes: tuple[Node, ...], owner: Id) -> Iterator[tuple[Name, Id, object]]:
    for node in nodes:
        yield ("node", node.id), owner, node
        if isinstance(node, Item):
            yield ("children", node.id), owner, node.children
            yield from _below(node.children, f"{owner} {node.id}")
        else:
            yield ("rows", node.id), owner, node.rows
            members: tuple[Column | Row, ...] = (*node.columns, *node.rows)
            for member in members:
                yield (type(member).__name__, member.id), f"{owner} {node.id}", member
