"""Joining paragraphs and taking them out."""

from dataclasses import replace

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing import paper, structure, text
from tthc_desktop.models.editing.sequence import root_of
from tthc_desktop.models.editing.text import find_item
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import join
from tthc_desktop.ui.plan import edits
from tthc_desktop.ui.plan.acts.adding import is_last_line
from tthc_desktop.ui.plan.acts.addressees import delete_addressees, join_addressees, remove_addressees
from tthc_desktop.ui.plan.acts.spans import END, Edit, Span
from tthc_desktop.ui.plan.paragraph import Kind, Paragraph, Place

_MANY_PARTS = UserError("Vùng chọn đi qua nhiều phần của văn bản.", "Hãy chọn trong một phần rồi thực hiện lại.")
_BESIDE_TASK = UserError(
    "Vùng chọn cắt ngang một nhiệm vụ.", "Hãy chọn trọn nhiệm vụ, kể cả các dòng phân công bên dưới."
)


def join_back(plan: Plan, before: Paragraph, at: Paragraph) -> Edit | None:
    """Join the paragraph at the cursor to the one before it, as Backspace at its beginning does."""
    end = len(str(before.words))
    label = f"Nối {at.name} với đoạn trước"
    empty = not str(at.words).strip()
    match before.kind, at.kind:
        case Kind.ITEM, Kind.ITEM:
            made = structure.join_items(plan, before.place.owner, at.place.owner)
            kept = before.place if _has(made, before.place.owner) else at.place
            return Edit(label, made, kept, end if kept is before.place else 0)
        case (Kind.BASIS, Kind.BASIS) | (Kind.RECIPIENT, Kind.RECIPIENT):
            return Edit(label, _join_members(plan, before, at), before.place, end)
        case Kind.ADDRESSEE, Kind.ADDRESSEE:
            return join_addressees(plan, before, at)
        case _, Kind.ADDRESSEE if empty:
            return replace(remove_addressees(plan, Span((at,))), place=before.place, offset=END)
        case _, Kind.ITEM if empty and not find_item(plan, at.place.owner).task_id:
            return Edit(f"Xóa {at.name}", structure.cut_out(plan, (at.place.owner,)), before.place, END)
        case _, Kind.BASIS | Kind.RECIPIENT if empty:
            return Edit(f"Xóa {at.name}", _without_members(plan, at.kind, (at.place.owner,)), before.place, END)
        case _:
            return None


def _has(plan: Plan, item_id: Id) -> bool:
    try:
        find_item(plan, item_id)
    except UserError:
        return False
    return True


def _join_members(plan: Plan, before: Paragraph, at: Paragraph) -> Plan:
    made = edits.rewrite(plan, before.place, join((before.words, at.words)))
    return _without_members(made, at.kind, (at.place.owner,))


def _without_members(plan: Plan, kind: Kind, ids: tuple[Id, ...]) -> Plan:
    return paper.remove_bases(plan, ids) if kind is Kind.BASIS else paper.remove_recipients(plan, ids)


def delete_span(plan: Plan, span: Span) -> Edit | None:
    """Take out what is selected over several paragraphs; what is left of the last one alone stays that paragraph."""
    first, last = span.first, span.last
    label = f"Xóa vùng chọn từ {first.name}"
    words = join((span.before, span.after))
    if first.kind is last.kind and first.kind in {Kind.BASIS, Kind.RECIPIENT}:
        if words and not span.before:
            made = _without_members(edits.rewrite(plan, last.place, words), first.kind, span.owners[:-1])
            return Edit(label, made, last.place)
        made = _without_members(edits.rewrite(plan, first.place, words), first.kind, span.owners[1:])
        return Edit(label, made, first.place, len(str(span.before)))
    if first.kind is last.kind is Kind.ADDRESSEE:
        return delete_addressees(plan, span)
    return Edit(label, *_items_deleted(plan, span))


def _items_deleted(plan: Plan, span: Span) -> tuple[Plan, Place | None, int]:
    first, last, owners = span.first, span.last, span.owners
    parts = {Kind.ITEM, Kind.LINE, Kind.TABLE}
    if any(p.kind not in parts for p in span.paragraphs) or root_of(plan, owners[0]) != root_of(plan, owners[-1]):
        raise _MANY_PARTS
    if first.kind is Kind.LINE or (last.kind is Kind.LINE and (span.after or not is_last_line(plan, last))):
        raise _BESIDE_TASK
    keeps_first = first.kind is Kind.ITEM and (span.before or not find_item(plan, owners[0]).lines)
    if last.kind is Kind.ITEM and span.after and not span.before:
        return edits.rewrite(structure.cut_out(plan, owners[:-1]), last.place, span.after), last.place, 0
    if not keeps_first and not span.after:
        return structure.cut_out(plan, owners), None, 0
    if first.kind is Kind.ITEM and find_item(plan, owners[0]).lines and len(owners) > 1:
        raise _BESIDE_TASK
    if last.kind is Kind.ITEM:
        made = structure.replace_span(plan, owners[0], owners[-1], join((span.before, span.after)))
    else:
        made = edits.rewrite(structure.cut_out(plan, owners[1:]), first.place, span.before)
    return made, first.place, len(str(span.before))


def delete_part(plan: Plan, span: Span) -> Edit | None:
    """Take out the whole parts that the cursor or selection touches, with all below them."""
    at = span.first
    match at.kind:
        case Kind.ITEM | Kind.LINE | Kind.TABLE:
            parts = {Kind.ITEM, Kind.LINE, Kind.TABLE}
            chosen = {p.place.owner for p in span.paragraphs if p.kind in parts}
            return Edit(f"Xóa {at.name}", text.remove_nodes(plan, chosen))
        case Kind.BASIS | Kind.RECIPIENT:
            mates = tuple(p.place.owner for p in span.paragraphs if p.kind is at.kind)
            return Edit(f"Xóa {at.name}", _without_members(plan, at.kind, mates))
        case Kind.ADDRESSEE:
            return remove_addressees(plan, span)
        case Kind.APPENDIX:
            return Edit(f"Xóa {at.name}", paper.remove_appendix(plan, at.place.owner))
        case _:
            return None
