"""A fragment under review: its paragraphs and tables as a list with levels, which can be moved, left out and nested."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from tthc_desktop.models.editing.pasting import lower
from tthc_desktop.models.editing.tasks import forget_unprinted
from tthc_desktop.models.fragment import Fragment
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import UNNUMBERED
from tthc_desktop.models.plan import Item, Node, Plan

DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """An item without what stands below it, or a table, and how deep it stands."""

    node: Node
    level: int = 0


def flatten(nodes: tuple[Node, ...], level: int = 0) -> Iterator[Entry]:
    """Yield the nodes in reading order."""
    for node in nodes:
        if isinstance(node, Item):
            yield Entry(replace(node, children=()), level)
            yield from flatten(node.children, level + 1)
        else:
            yield Entry(node, level)


@dataclass(slots=True)
class _Open:
    node: Node
    below: list["_Open"] = field(default_factory=list)

    def closed(self) -> Node:
        children = tuple(one.closed() for one in self.below)
        return replace(self.node, children=children) if isinstance(self.node, Item) else self.node


def nest(entries: Iterable[Entry]) -> tuple[Node, ...]:
    """Return the nodes that a list makes; one that stands too deep goes below the item before it."""
    top: list[_Open] = []
    above: list[_Open] = []
    for entry in entries:
        del above[entry.level :]
        made = _Open(entry.node)
        (above[-1].below if above else top).append(made)
        if isinstance(entry.node, Item):
            above.append(made)
    return tuple(one.closed() for one in top)


def shift(fragment: Fragment, node_id: Id, step: int) -> Fragment:
    """Move a node with all below it one level in or out, where that is possible."""
    entries = list(flatten(fragment.nodes))
    at = next((place for place, entry in enumerate(entries) if entry.node.id == node_id), None)
    if at is None or not 0 <= entries[at].level + step <= _deepest(entries, at):
        return fragment
    end = at + 1
    while end < len(entries) and entries[end].level > entries[at].level:
        end += 1
    moved = [replace(entry, level=entry.level + step) for entry in entries[at:end]]
    moved[0] = replace(moved[0], node=_remarked(entries, at, moved[0].level))
    return replace(fragment, nodes=nest([*entries[:at], *moved, *entries[end:]]))


def _deepest(entries: list[Entry], at: int) -> int:
    if at == 0:
        return 0
    before = entries[at - 1]
    return min(before.level + isinstance(before.node, Item), DEEPEST)


def _remarked(entries: list[Entry], at: int, level: int) -> Node:
    """Return the node under the mark of those beside it now; among its like it would seem not to have moved."""
    node = entries[at].node
    if not isinstance(node, Item) or node.mark in UNNUMBERED:
        return node
    for entry in reversed(entries[:at]):
        if isinstance(entry.node, Item) and entry.level == level and entry.node.mark not in UNNUMBERED:
            return replace(node, mark=entry.node.mark, starts_at=0)
        if isinstance(entry.node, Item) and entry.level < level:
            mark = lower(entry.node.mark) if entry.node.mark is node.mark else node.mark
            return replace(node, mark=mark, starts_at=0)
    return node


def without(fragment: Fragment, ids: Collection[Id]) -> Fragment:
    """Leave nodes and bases out; what stands below a node that goes stays, as do all tasks that are still printed."""
    if not ids:
        return fragment
    nodes = nest(entry for entry in flatten(fragment.nodes) if entry.node.id not in ids)
    bases = tuple(basis for basis in fragment.bases if basis.id not in ids)
    return pruned(fragment, replace(fragment, nodes=nodes, bases=bases))


def pruned(before: Fragment, after: Fragment) -> Fragment:
    """Return a fragment without the tasks and targets that nothing in it prints any more."""
    old = Plan("", body=before.nodes, tasks=before.tasks, targets=before.targets)
    made = forget_unprinted(old, Plan("", body=after.nodes, tasks=after.tasks, targets=after.targets))
    return replace(after, nodes=made.body, tasks=made.tasks, targets=made.targets)


def replaced(fragment: Fragment, node_id: Id, make: Iterable[Node]) -> Fragment:
    """Put other nodes, the first with all below the old one, into the place of a node."""
    first, *more = make
    entries: list[Entry] = []
    for entry in flatten(fragment.nodes):
        if entry.node.id == node_id:
            entries += [Entry(first, entry.level), *(Entry(node, entry.level + 1) for node in more)]
        else:
            entries.append(entry)
    return replace(fragment, nodes=nest(entries))


def node_of(fragment: Fragment, node_id: Id) -> Node | None:
    """Return an item, without what stands below it, or a table."""
    return next((entry.node for entry in flatten(fragment.nodes) if entry.node.id == node_id), None)


