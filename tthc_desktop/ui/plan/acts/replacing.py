"""Putting words or a fragment in the place of what is selected."""

from typing import NamedTuple

from tthc_desktop.models.editing import paper, structure
from tthc_desktop.models.editing.pasting import Destination, destination, in_place_of
from tthc_desktop.models.editing.text import find_item, insert_nodes, place_of_node
from tthc_desktop.models.fragment import Fragment
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import find, nodes_of
from tthc_desktop.models.plan import Basis, Item, Plan
from tthc_desktop.models.text import EMPTY, Text, join
from tthc_desktop.ui.plan import edits
from tthc_desktop.ui.plan.acts.removing import delete_span
from tthc_desktop.ui.plan.acts.spans import Edit, Span
from tthc_desktop.ui.plan.paragraph import Kind


class Room(NamedTuple):
    """A plan without what was selected, and where in it a fragment goes."""

    plan: Plan
    where: Destination


def put_words(plan: Plan, span: Span, line: Text) -> Edit | None:
    """Put words over several paragraphs; None where nothing of these stays that could hold them."""
    made = delete_span(plan, span)
    if made is None or made.place is None:
        return None
    whole = edits.rewrite(made.plan, made.place, join((span.before, line, span.after)))
    return Edit(f"Dán chữ thay {_name(made)}", whole, made.place, len(str(span.before)) + len(str(line)))


def _name(made: Edit) -> str:
    return made.label.removeprefix("Xóa ")


def mark_at(plan: Plan, span: Span) -> Mark:
    """Return the mark of the first paragraph of a selection."""
    return find_item(plan, span.first.place.owner).mark if span.first.kind is Kind.ITEM else Mark.NONE


def room(plan: Plan, span: Span, fragment: Fragment) -> Room | None:
    """Take out what a fragment replaces; None where it has nothing that could stand there, and all stays.

    Words before the selection stay before the fragment, those behind it follow in a paragraph of their own.
    """
    if len(span.paragraphs) == 1 and span.first.kind is Kind.ITEM and find_item(plan, span.first.place.owner).task_id:
        return None
    made = _without(plan, span)
    match span.first.kind:
        case Kind.BASIS if fragment.bases:
            return _among_bases(made, span)
        case Kind.ITEM | Kind.TABLE if fragment.nodes:
            return _among_items(plan, made, span, fragment)
        case _:
            return None


def _without(plan: Plan, span: Span) -> Plan:
    if len(span.paragraphs) == 1:
        return edits.rewrite(plan, span.first.place, join((span.before, span.after)))
    made = delete_span(plan, span)
    return plan if made is None else made.plan


def _among_bases(made: Plan, span: Span) -> Room:
    """Leave an empty basis for those that come: it goes when they do."""
    here, gap = span.first.place.owner, Basis(new_id())
    at = next((at for at, basis in enumerate(made.bases) if basis.id == here), len(made.bases))
    if span.before:
        behind = (Basis(new_id(), span.after),) if span.after else ()
        made = paper.insert_bases(edits.rewrite(made, span.first.place, span.before), at + 1, (gap, *behind))
    elif span.after:
        at = next((at for at, basis in enumerate(made.bases) if basis.id in span.owners), at)
        made = paper.insert_bases(made, at, (gap,))
    else:
        gap = Basis(here)
    return Room(made, Destination(made.id, 0, gap.id))


def _among_items(plan: Plan, made: Plan, span: Span, fragment: Fragment) -> Room:
    first = span.first.place.owner
    if not span.before:
        return _instead(plan, span, fragment)
    if span.after:
        made = structure.split(made, first, span.before, span.after, new_id())
    where = destination(made, first, fragment)
    if where.inside:
        return Room(made, where)
    gap = new_id()
    made = structure.split(made, first, span.before, EMPTY, gap)
    return Room(made, in_place_of(made, gap, fragment))


def _instead(plan: Plan, span: Span, fragment: Fragment) -> Room:
    """Put an empty paragraph before the selection and take that out: the fragment gets the paragraph's place."""
    first, gap = span.first.place.owner, new_id()
    under, place = place_of_node(plan, first)
    look = find_item(plan, first) if span.first.kind is Kind.ITEM else Item("")
    held = insert_nodes(plan, under, place, (Item(gap, look.mark, heading=look.heading, starts_at=look.starts_at),))
    made = _without(held, span)
    if not span.after and _has(made, first):
        made = structure.cut_out(made, (first,))
    return Room(made, in_place_of(made, gap, fragment))


def _has(plan: Plan, node_id: Id) -> bool:
    return any(find(nodes, node_id) for nodes in nodes_of(plan))
