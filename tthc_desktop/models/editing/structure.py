"""Edits of the outline as a word processor's keys make them: split, join, level, order, numbering."""

from collections.abc import Callable, Collection
from dataclasses import replace

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.habits import fitted, habits
from tthc_desktop.models.editing.sequence import (
    Entry,
    chosen_places,
    end_of,
    flattened,
    grown,
    parent_of,
    place_in,
    root_of,
    settled,
)
from tthc_desktop.models.editing.targets import with_marks_settled
from tthc_desktop.models.editing.tasks import forget_unprinted
from tthc_desktop.models.editing.text import find_item, move_nodes, nodes_under, set_words, with_nodes
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item, Plan, words
from tthc_desktop.models.table import TASK_FIELDS, Role
from tthc_desktop.models.text import Text, join

_CUT_TASK = UserError(
    "Nhiệm vụ này còn các dòng phân công bên dưới.", "Hãy xóa cả nhiệm vụ, hoặc chuyển nó thành đoạn văn trước."
)
Reorder = Callable[[list[Entry]], list[Entry]]


def split(plan: Plan, item_id: Id, before: Text, after: Text, new_id: Id) -> Plan:
    """Break a paragraph in two of one level; what stands below it then stands below the second.

    With nothing before the break an empty paragraph comes first, and the old one keeps its identity.
    """
    item = find_item(plan, item_id)
    if after and not str(before).strip():
        return _beside(plan, item_id, Item(new_id, item.mark, heading=item.heading, starts_at=item.starts_at), 0)
    entries = _entries(plan, item_id)
    place = place_in(entries, item_id)
    second = Item(new_id, item.mark, after, heading=item.heading)
    made = [*entries[: place + 1], Entry(entries[place].depth, second), *entries[place + 1 :]]
    return with_marks_settled(set_words(_rebuilt(plan, item_id, made), item_id, before), (item_id, new_id))


def add_sibling(plan: Plan, item_id: Id, new: Item) -> Plan:
    """Put a paragraph of the same level behind an item or table and all that stands below it."""
    return _beside(plan, item_id, new, 1)


def _beside(plan: Plan, node_id: Id, new: Item, behind: int) -> Plan:
    entries = _entries(plan, node_id)
    place = place_in(entries, node_id)
    at = end_of(entries, place) if behind else place
    return _rebuilt(plan, node_id, [*entries[:at], Entry(entries[place].depth, new), *entries[at:]])


def join_items(plan: Plan, first_id: Id, second_id: Id) -> Plan:
    """Join a paragraph to the one before it; what stands below the second goes on standing there.

    An empty first paragraph of the same level goes, and the second stays as it is.
    """
    first, second = find_item(plan, first_id), find_item(plan, second_id)
    entries = _entries(plan, first_id)
    one, other = place_in(entries, first_id), place_in(entries, second_id)
    if _is_blank(plan, first) and entries[one].depth >= entries[other].depth:
        return cut_out(plan, (first_id,))
    _must_be_bare(plan, second)
    joined = set_words(plan, first_id, join((words(plan, first), words(plan, second))))
    return cut_out(with_marks_settled(joined, (first_id, second_id), (second_id,)), (second_id,))


def cut_out(plan: Plan, node_ids: Collection[Id]) -> Plan:
    """Take single paragraphs out; what stood below them moves up to what stands before."""
    if not node_ids:
        return plan
    anyone = next(iter(node_ids))
    left = [entry for entry in _entries(plan, anyone) if entry.node.id not in node_ids]
    return forget_unprinted(plan, _rebuilt(plan, anyone, left))


def replace_span(plan: Plan, first_id: Id, last_id: Id, new: Text) -> Plan:
    """Replace the span from one paragraph to a later one by the first with other words."""
    entries = _entries(plan, first_id)
    start, end = place_in(entries, first_id), place_in(entries, last_id)
    _must_be_bare(plan, find_item(plan, last_id))
    gone = [entry.node.id for entry in entries[start + 1 : end + 1]]
    made = set_words(plan, first_id, new)
    return cut_out(with_marks_settled(made, (first_id, *gone), gone), gone)


def _is_blank(plan: Plan, item: Item) -> bool:
    return not str(words(plan, item)).strip() and not item.task_id


def _must_be_bare(plan: Plan, item: Item) -> None:
    """Refuse to lose what the labelled lines of a task hold."""
    task = plan.tasks.get(item.task_id)
    fields = [getattr(task, name) for role, name in TASK_FIELDS.items() if role is not Role.CONTENT] if task else []
    if any(fields) or any(line.words for line in item.lines):
        raise _CUT_TASK


def demote(plan: Plan, node_ids: Collection[Id]) -> Plan:
    """Move items one level in, under the one before them."""
    return _shifted(plan, node_ids, 1)


def promote(plan: Plan, node_ids: Collection[Id]) -> Plan:
    """Move items one level out; their later neighbours then stand below them."""
    return _shifted(plan, node_ids, -1)


def _shifted(plan: Plan, node_ids: Collection[Id], step: int) -> Plan:
    def shift(entries: list[Entry]) -> list[Entry]:
        made = list(entries)
        for place in chosen_places(entries, node_ids):
            if entries[place].depth + step >= 0:
                for inner in range(place, end_of(entries, place)):
                    made[inner] = Entry(entries[inner].depth + step, entries[inner].node)
        return made

    return _reordered(plan, node_ids, shift)


def move_up(plan: Plan, node_ids: Collection[Id]) -> Plan:
    """Move neighbours with all below them before the one above; the first ones leave for the part before."""

    def up(entries: list[Entry]) -> list[Entry]:
        start, end = _block(entries, node_ids)
        depth = entries[start].depth
        target = next((n for n in range(start - 1, -1, -1) if entries[n].depth <= depth), None)
        if target is None:
            return entries
        return [*entries[:target], *entries[start:end], *entries[target:start], *entries[end:]]

    return _reordered(plan, node_ids, up)


def move_down(plan: Plan, node_ids: Collection[Id]) -> Plan:
    """Move neighbours with all below them behind the one below; the last ones leave for the part after."""

    def down(entries: list[Entry]) -> list[Entry]:
        start, end = _block(entries, node_ids)
        if end == len(entries):
            return entries
        target = end_of(entries, end) if entries[end].depth == entries[start].depth else end + 1
        return [*entries[:start], *entries[end:target], *entries[start:end], *entries[target:]]

    return _reordered(plan, node_ids, down)


def _block(entries: list[Entry], node_ids: Collection[Id]) -> tuple[int, int]:
    """Return where chosen neighbours begin and end; of scattered ones the first."""
    places = chosen_places(entries, node_ids)
    start, end = places[0], end_of(entries, places[0])
    for place in places[1:]:
        if place == end and entries[place].depth == entries[start].depth:
            end = end_of(entries, place)
    return start, end


def move_to(plan: Plan, node_ids: Collection[Id], under: Id, place: int) -> Plan:
    """Move items and tables anywhere, as `text.move_nodes`, and number them as their new neighbours."""
    known = habits(plan)
    moved = move_nodes(plan, node_ids, under, place)
    if moved is plan:
        return plan
    entries = _entries(moved, next(iter(node_ids)))
    fitted(entries, chosen_places(entries, node_ids), known)
    return _rebuilt(moved, next(iter(node_ids)), entries)


def _reordered(plan: Plan, node_ids: Collection[Id], change: Reorder) -> Plan:
    """Change order and depths, then number those that came to another level as their new neighbours."""
    if not node_ids:
        return plan
    anyone = next(iter(node_ids))
    old = _entries(plan, anyone)
    depths = {entry.node.id: entry.depth for entry in old}
    new = settled(change(old))
    moved = [n for n in chosen_places(new, node_ids) if new[n].depth != depths[new[n].node.id]]
    fitted(new, moved, habits(plan))
    return _rebuilt(plan, anyone, new)


def set_numbering(plan: Plan, item_id: Id, mark: Mark, *, everywhere: bool) -> Plan:
    """Change how an item and its neighbours are numbered; `everywhere`: all of its level and style in the same text."""
    entries = _entries(plan, item_id)
    place = place_in(entries, item_id)
    old, depth, parent = find_item(plan, item_id).mark, entries[place].depth, parent_of(entries, place)
    for at, (level, node) in enumerate(entries):
        alike = isinstance(node, Item) and node.mark is old and level == depth
        if alike and isinstance(node, Item) and (everywhere or parent_of(entries, at) == parent):
            entries[at] = Entry(level, replace(node, mark=mark))
    return _rebuilt(plan, item_id, entries)


def _entries(plan: Plan, node_id: Id) -> list[Entry]:
    return flattened(nodes_under(plan, root_of(plan, node_id)))


def _rebuilt(plan: Plan, node_id: Id, entries: list[Entry]) -> Plan:
    root = root_of(plan, node_id)
    old = nodes_under(plan, root)
    new = grown(settled(entries), old)
    return plan if new is old else with_nodes(plan, root, new)
