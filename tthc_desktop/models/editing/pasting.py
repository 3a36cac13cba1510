"""Putting a fragment into a plan: where it goes, with which marks, as one new plan."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tthc_desktop.models.copying import copy_fragment, identities
from tthc_desktop.models.editing.paper import insert_bases, remove_bases
from tthc_desktop.models.editing.structure import cut_out
from tthc_desktop.models.editing.text import find_item, insert_nodes, nodes_under, place_of_node
from tthc_desktop.models.fragment import Fragment, whole
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import UNNUMBERED, Mark
from tthc_desktop.models.outline import items, nodes_of
from tthc_desktop.models.plan import Item, Node, Plan

_RANKS = {mark: rank for rank, mark in enumerate(Mark)}
_LADDER = (Mark.ROMAN, Mark.ARABIC, Mark.LETTER, Mark.DASH, Mark.PLUS)


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a fragment goes: before the node that stands at `place` under something.

    `owner` is the paragraph that was pasted at and `inside` tells that the fragment goes below it; the outermost
    items are numbered as `mark` unless that is NONE. `replaces` names an empty item that gives up its place.
    """

    under: Id
    place: int
    owner: Id = ""
    inside: bool = False
    mark: Mark = Mark.NONE
    replaces: Id = ""


def destination(plan: Plan, owner: Id, fragment: Fragment) -> Destination:
    """Return where a fragment goes that is pasted at a paragraph: behind it at its level, or below what it heads."""
    if any(appendix.id == owner for appendix in plan.appendices):
        return Destination(owner, 0, owner, inside=True)
    if found := _beside(plan, owner):
        under, place, node = found
        return (
            _at_item(under, place, node, fragment) if isinstance(node, Item) else Destination(under, place + 1, owner)
        )
    ends = {recipient.id for recipient in plan.recipients} | {"signature"}
    return Destination(plan.id, len(plan.body) if owner in ends else 0, owner)


def in_place_of(plan: Plan, item_id: Id, fragment: Fragment) -> Destination:
    """Return the place of a paragraph that gives it up; what stands below it then follows the fragment."""
    under, place = place_of_node(plan, item_id)
    return Destination(
        under, place, item_id, mark=_fitting(find_item(plan, item_id), _first(fragment)), replaces=item_id
    )


def _first(fragment: Fragment) -> Item | None:
    return next((node for node in fragment.nodes if isinstance(node, Item)), None)


def _beside(plan: Plan, owner: Id) -> tuple[Id, int, Node] | None:
    """Return what a node stands under, its place there, and the node."""
    parents = [plan.id, *(appendix.id for appendix in plan.appendices)]
    parents += [item.id for nodes in nodes_of(plan) for item, _ in items(nodes)]
    for under in parents:
        for place, node in enumerate(nodes_under(plan, under)):
            if node.id == owner:
                return under, place, node
    return None


def _at_item(under: Id, place: int, item: Item, fragment: Fragment) -> Destination:
    first = _first(fragment)
    if _is_empty(item):
        return Destination(under, place, item.id, mark=_fitting(item, first), replaces=item.id)
    if first is None or _goes_below(item, first):
        return Destination(item.id, 0, item.id, inside=True)
    return Destination(under, place + 1, item.id, mark=_fitting(item, first))


def _is_empty(item: Item) -> bool:
    return not (item.text or item.task_id or item.children or item.lines)


def _goes_below(item: Item, first: Item) -> bool:
    """Tell whether what is pasted ranks below the paragraph: points under a number, plain words under a heading."""
    if first.mark in UNNUMBERED:
        return item.heading or (item.mark not in UNNUMBERED and bool(item.children))
    return item.mark not in UNNUMBERED and _RANKS[first.mark] > _RANKS[item.mark]


def _fitting(item: Item, first: Item | None) -> Mark:
    """Return the mark that the outermost items have to take: the paragraph's, where theirs would outrank it."""
    if first is None or first.mark in UNNUMBERED or item.mark is Mark.NONE:
        return Mark.NONE
    return item.mark if _RANKS[first.mark] < _RANKS[item.mark] else Mark.NONE


def paste(plan: Plan, fragment: Fragment, where: Destination) -> Plan:
    """Return the plan with the fragment in it; of one that is in the plan already, a copy."""
    if not (identities(whole(fragment)) - {""}).isdisjoint(identities(plan)):
        fragment = copy_fragment(fragment)
    made = _with_bases(plan, fragment, where.owner)
    nodes = fitted(fragment.nodes, where.mark)
    made = insert_nodes(
        made, where.under, where.place, nodes, tasks=fragment.tasks.values(), targets=fragment.targets.values()
    )
    return cut_out(made, (where.replaces,)) if where.replaces and nodes else made


def _with_bases(plan: Plan, fragment: Fragment, owner: Id) -> Plan:
    """Put the bases behind the one that was pasted at, or in its place if it is empty, else behind the last."""
    if not fragment.bases:
        return plan
    place = next((at for at, basis in enumerate(plan.bases, 1) if basis.id == owner), len(plan.bases))
    made = insert_bases(plan, place, fragment.bases)
    empty = any(basis.id == owner and not basis.text for basis in plan.bases)
    return remove_bases(made, (owner,)) if empty else made


def fitted(nodes: tuple[Node, ...], mark: Mark) -> tuple[Node, ...]:
    """Return the nodes with the outermost numbered items under this mark and those below them under lower ones."""
    if mark is Mark.NONE:
        return nodes
    marks = {node.mark for node in nodes if isinstance(node, Item) and node.mark not in UNNUMBERED}
    outermost = min(marks, key=_RANKS.__getitem__, default=Mark.NONE)
    return tuple(_fitted(node, mark) if isinstance(node, Item) and node.mark is outermost else node for node in nodes)


def _fitted(item: Item, mark: Mark) -> Item:
    below = _lower(mark)
    ranks = [_RANKS[child.mark] for child in _numbered(item.children)]
    children = fitted(item.children, below) if ranks and min(ranks) <= _RANKS[mark] else item.children
    return replace(item, mark=mark, children=children)


def _numbered(nodes: Iterable[Node]) -> list[Item]:
    return [node for node in nodes if isinstance(node, Item) and node.mark not in UNNUMBERED]


def _lower(mark: Mark) -> Mark:
    """Return the mark that usually stands below another one."""
    if mark in _LADDER:
        return _LADDER[min(_LADDER.index(mark) + 1, len(_LADDER) - 1)]
    return (
        Mark.ROMAN
        if _RANKS[mark] < _RANKS[Mark.ROMAN]
        else Mark.DASH
        if _RANKS[mark] > _RANKS[Mark.ARABIC]
        else Mark.ARABIC
    )
