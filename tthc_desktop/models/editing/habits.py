"""How a plan usually numbers and labels, so that what is new or moved looks like what stands around it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tthc_desktop.models.editing.sequence import Entry, end_of, parent_of
from tthc_desktop.models.numbering import UNNUMBERED, Mark
from tthc_desktop.models.outline import items, nodes_of
from tthc_desktop.models.plan import Item, Line, Node, Plan
from tthc_desktop.models.table import Role

_BELOW = {
    Mark.PART: Mark.ROMAN,
    Mark.CHAPTER: Mark.ARTICLE,
    Mark.UPPER: Mark.ROMAN,
    Mark.ROMAN: Mark.ARABIC,
    Mark.ARTICLE: Mark.ARABIC,
    Mark.ARABIC: Mark.LETTER,
    Mark.DECIMAL: Mark.LETTER,
    Mark.LETTER: Mark.DASH,
    Mark.PAREN_ARABIC: Mark.DASH,
    Mark.PAREN_ROMAN: Mark.DASH,
    Mark.DASH: Mark.PLUS,
    Mark.PLUS: Mark.PLUS,
    Mark.NONE: Mark.DASH,
}
_RANKS = {mark: rank for rank, mark in enumerate(Mark)}
USUAL_LINES = (
    Line(Role.LEAD, "Đơn vị chủ trì"),
    Line(Role.COORDINATE, "Đơn vị phối hợp"),
    Line(Role.DEADLINE, "Thời gian thực hiện"),
)


class Look(NamedTuple):
    """How an item begins: its mark, and whether it is a heading."""

    mark: Mark
    heading: bool


Habits = dict[Mark | None, Look]


def habits(plan: Plan) -> Habits:
    """Return the look that the plan most often gives what stands below a mark; below nothing at the key None."""
    seen: dict[Mark | None, Counter[Look]] = {}
    for nodes in nodes_of(plan):
        for item, above in items(nodes):
            if item.mark is not Mark.NONE:
                key = above[-1].mark if above else None
                seen.setdefault(key, Counter())[Look(item.mark, item.heading)] += 1
    return {key: counter.most_common(1)[0][0] for key, counter in seen.items()}


def usual_look(known: Habits, above: Mark | None) -> Look:
    """Return the look of an item under one with the mark `above`: the plan's, else that of Decree 30/2020."""
    if above in known:
        return known[above]
    return Look(Mark.ROMAN, heading=True) if above is None else Look(_BELOW[above], heading=False)


def usual_lines(plan: Plan) -> tuple[Line, ...]:
    """Return the labelled lines that tasks in this plan's text most often have, without words of their own."""
    shapes = Counter(
        tuple(replace(line, words=Line(line.role, "").words) for line in item.lines)
        for nodes in nodes_of(plan)
        for item, _ in items(nodes)
        if item.lines
    )
    return shapes.most_common(1)[0][0] if shapes else USUAL_LINES


def fitted(entries: list[Entry], places: Sequence[int], known: Habits) -> None:
    """Give the items at these places and below, which stand somewhere new, the look of their neighbours."""
    moved = frozenset(inner for place in places for inner in range(place, end_of(entries, place)))
    for place in sorted(moved):
        item, parent = entries[place].node, parent_of(entries, place)
        above = entries[parent].node if parent >= 0 else None
        if isinstance(item, Item) and _must_change(item, above, top=place in places):
            _dress(entries, place, _look_around(entries, place, moved, known))


def _must_change(item: Item, above: Node | None, *, top: bool) -> bool:
    """Tell whether an item takes on a new look: below a moved one, dashes stay where they may."""
    if item.mark is Mark.NONE:
        return False
    if top or item.mark not in UNNUMBERED:
        return True
    return isinstance(above, Item) and item.mark is not Mark.PLUS and _RANKS[item.mark] <= _RANKS[above.mark]


def _look_around(entries: Sequence[Entry], place: int, moved: frozenset[int], known: Habits) -> Look:
    parent = parent_of(entries, place)
    before = reversed(range(parent + 1, place))
    after = range(place + 1, end_of(entries, parent) if parent >= 0 else len(entries))
    for other in (*before, *after):
        node = entries[other].node
        is_sibling = entries[other].depth == entries[place].depth and other not in moved
        if is_sibling and isinstance(node, Item) and node.mark is not Mark.NONE:
            return Look(node.mark, node.heading)
    above = entries[parent].node if parent >= 0 else None
    return usual_look(known, above.mark if isinstance(above, Item) else None)


def _dress(entries: list[Entry], place: int, look: Look) -> None:
    depth, item = entries[place]
    if isinstance(item, Item) and (item.mark, item.heading) != look:
        entries[place] = Entry(depth, replace(item, mark=look.mark, heading=look.heading, starts_at=0))
