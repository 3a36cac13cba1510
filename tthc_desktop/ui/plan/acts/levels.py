"""Level, order and numbering of what is chosen."""

from collections.abc import Callable, Sequence

from tthc_desktop.models.editing import paper, structure, text
from tthc_desktop.models.editing.text import find_item
from tthc_desktop.models.identity import Id, Identified
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.plan.acts.addressees import move_addressees
from tthc_desktop.ui.plan.acts.spans import Edit, Span
from tthc_desktop.ui.plan.paragraph import Kind


def turn_heading(plan: Plan, span: Span) -> Edit | None:
    """Make the chosen paragraphs headings, or ordinary ones when the first is one."""
    ids = [p.place.owner for p in span.paragraphs if p.kind is Kind.ITEM]
    if not ids:
        return None
    on = not find_item(plan, ids[0]).heading
    made = plan
    for item_id in ids:
        made = text.set_heading(made, item_id, heading=on)
    return Edit(f"{'Đặt' if on else 'Bỏ'} đề mục ở {span.first.name}", made)


def demote(plan: Plan, span: Span) -> Edit | None:
    """Move what is chosen one level in."""
    return _shift(plan, span, "Hạ cấp", structure.demote, 1)


def promote(plan: Plan, span: Span) -> Edit | None:
    """Move what is chosen one level out."""
    return _shift(plan, span, "Nâng cấp", structure.promote, 0)


def _shift(plan: Plan, span: Span, verb: str, shift: Callable[[Plan, tuple[Id, ...]], Plan], level: int) -> Edit | None:
    at = span.first
    if at.kind is Kind.RECIPIENT:
        made = plan
        for p in span.paragraphs:
            if p.kind is Kind.RECIPIENT:
                made = paper.set_recipient(made, p.place.owner, str(p.words), level)
        return Edit(f"{verb} {at.name}", made)
    if at.kind not in {Kind.ITEM, Kind.LINE, Kind.TABLE}:
        return None
    return Edit(f"{verb} {at.name}", shift(plan, span.owners))


def move_up(plan: Plan, span: Span) -> Edit | None:
    """Move what is chosen, with all below it, up."""
    return _move(plan, span, -1)


def move_down(plan: Plan, span: Span) -> Edit | None:
    """Move what is chosen, with all below it, down."""
    return _move(plan, span, 1)


def _move(plan: Plan, span: Span, step: int) -> Edit | None:
    at = span.first
    label = f"Chuyển {at.name} {'xuống' if step > 0 else 'lên'}"
    match at.kind:
        case Kind.ITEM | Kind.LINE | Kind.TABLE:
            move = structure.move_down if step > 0 else structure.move_up
            return Edit(label, move(plan, span.owners))
        case Kind.BASIS:
            return Edit(label, paper.move_bases(plan, span.owners, _next_to(plan.bases, span.owners, step)))
        case Kind.RECIPIENT:
            target = _next_to(plan.recipients, span.owners, step)
            return Edit(label, paper.move_recipients(plan, span.owners, target))
        case Kind.ADDRESSEE:
            return move_addressees(plan, span, step)
        case Kind.APPENDIX:
            target = _next_to(plan.appendices, (at.place.owner,), step)
            return Edit(label, paper.move_appendix(plan, at.place.owner, target))
        case _:
            return None


def _next_to(members: Sequence[Identified], ids: tuple[Id, ...], step: int) -> int:
    """Return the place before which chosen members come when they move one step."""
    places = [n for n, member in enumerate(members) if member.id in ids]
    return min(places[-1] + 2, len(members)) if step > 0 else max(places[0] - 1, 0)


def set_mark(plan: Plan, span: Span, mark: Mark) -> Edit | None:
    """Change how the chosen paragraphs are numbered, these alone."""
    ids = [p.place.owner for p in span.paragraphs if p.kind is Kind.ITEM]
    made = plan
    for item_id in ids:
        made = text.set_mark(made, item_id, mark)
    return Edit(f"Đổi kiểu đánh số của {span.first.name}", made) if ids else None


def set_numbering(plan: Plan, span: Span, mark: Mark, *, everywhere: bool) -> Edit | None:
    """Change how the level of the paragraph at the cursor is numbered, in its branch or in the whole text."""
    at = span.first
    if at.kind is not Kind.ITEM:
        return None
    made = structure.set_numbering(plan, at.place.owner, mark, everywhere=everywhere)
    return Edit(f"Đổi kiểu đánh số cùng cấp với {at.name}", made)


def mark_of(plan: Plan, item_id: Id) -> Mark:
    """Return how an item is numbered."""
    return find_item(plan, item_id).mark


def drag(plan: Plan, node_id: Id, target_id: Id, where: int) -> Edit | None:
    """Move a part, dragged in the outline, before (-1), into (0) or behind (1) another one."""
    if node_id == target_id:
        return None
    if where == 0:
        made = structure.move_to(plan, (node_id,), target_id, len(text.nodes_under(plan, target_id)))
    else:
        under, place = text.place_of_node(plan, target_id)
        made = structure.move_to(plan, (node_id,), under, place + (where > 0))
    return Edit("Chuyển một phần trong dàn bài", made)
