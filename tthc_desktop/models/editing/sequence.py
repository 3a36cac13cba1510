"""The text as a word processor has it: one sequence of nodes, each with its depth.

Depth and order are edited in the sequence, so that an edit never changes what is read before what; the tree is grown
from it again. A node below which nothing changes stays the same object.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from tthc_desktop.models.editing.members import unknown
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import find
from tthc_desktop.models.plan import Item, Node, Plan

_NODE = "đoạn văn hoặc bảng này"
Nodes = tuple[Node, ...]


class Entry(NamedTuple):
    """A node, which still holds what stood below it, and its depth, 0 for the outermost."""

    depth: int
    node: Node


def root_of(plan: Plan, node_id: Id) -> Id:
    """Return whose text a node stands in: the plan's or an appendix's."""
    if find(plan.body, node_id):
        return plan.id
    for appendix in plan.appendices:
        if find(appendix.nodes, node_id):
            return appendix.id
    raise unknown(_NODE)


def flattened(nodes: Nodes, depth: int = 0) -> list[Entry]:
    """Return the nodes in reading order."""
    found: list[Entry] = []
    for node in nodes:
        found.append(Entry(depth, node))
        if isinstance(node, Item):
            found.extend(flattened(node.children, depth + 1))
    return found


def settled(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries with the depths that a tree can have: one more than the item above at most."""
    made: list[Entry] = []
    above: list[tuple[int, int]] = []
    for entry in entries:
        while above and above[-1][0] >= entry.depth:
            above.pop()
        depth = above[-1][1] + 1 if above else 0
        made.append(Entry(depth, entry.node))
        if isinstance(entry.node, Item):
            above.append((entry.depth, depth))
    return made


def grown(entries: Sequence[Entry], old: Nodes) -> Nodes:
    """Return the tree of settled entries; what is as in `old` is the same object."""
    nodes, _ = _grow(entries, 0, 0)
    return old if _same(nodes, old) else nodes


def _grow(entries: Sequence[Entry], place: int, depth: int) -> tuple[Nodes, int]:
    nodes: list[Node] = []
    while place < len(entries) and entries[place].depth == depth:
        node = entries[place].node
        below, place = _grow(entries, place + 1, depth + 1)
        if isinstance(node, Item) and not _same(below, node.children):
            node = replace(node, children=below)
        nodes.append(node)
    return tuple(nodes), place


def _same(one: Nodes, other: Nodes) -> bool:
    return len(one) == len(other) and all(mine is theirs for mine, theirs in zip(one, other, strict=True))


def end_of(entries: Sequence[Entry], place: int) -> int:
    """Return the place behind an entry and all that stands below it."""
    end = place + 1
    while end < len(entries) and entries[end].depth > entries[place].depth:
        end += 1
    return end


def parent_of(entries: Sequence[Entry], place: int) -> int:
    """Return the place of the item that an entry stands under, -1 for an outermost one."""
    return next((n for n in range(place - 1, -1, -1) if entries[n].depth < entries[place].depth), -1)


def place_in(entries: Sequence[Entry], node_id: Id) -> int:
    """Return the place of a node, or say that it does not stand in this sequence."""
    for place, entry in enumerate(entries):
        if entry.node.id == node_id:
            return place
    raise unknown(_NODE)


def chosen_places(entries: Sequence[Entry], node_ids: Collection[Id]) -> list[int]:
    """Return the places of chosen nodes, without those below another chosen one."""
    found: list[int] = []
    end = 0
    for place, entry in enumerate(entries):
        if place >= end and entry.node.id in node_ids:
            found.append(place)
            end = end_of(entries, place)
    return found
