"""New paragraphs, tasks, bases and recipients."""

from collections.abc import Sequence
from dataclasses import replace

from tthc_desktop.models.editing import blocks, paper, structure
from tthc_desktop.models.editing.text import find_item, insert_nodes, place_of_node
from tthc_desktop.models.identity import Id, Identified, new_id
from tthc_desktop.models.new_table import new_table
from tthc_desktop.models.plan import Appendix, Basis, Item, Plan, Recipient
from tthc_desktop.models.table import RowKind
from tthc_desktop.models.text import EMPTY
from tthc_desktop.ui.plan import edits
from tthc_desktop.ui.plan.acts.addressees import insert_addressee, split_addressee
from tthc_desktop.ui.plan.acts.spans import Edit, Span
from tthc_desktop.ui.plan.paragraph import Kind, Paragraph, Place


def enter(plan: Plan, span: Span) -> Edit | None:
    """Begin a new paragraph of the same level; None where the cursor only goes on to the next one.

    At the end of an item what stands below it stays its own: the new one comes behind all that.
    """
    at, new = span.first, new_id()
    label = f"Thêm đoạn sau {at.name}"
    match at.kind:
        case Kind.ITEM if not span.after and find_item(plan, at.place.owner).children:
            return insert_item(plan, span)
        case Kind.ITEM if not find_item(plan, at.place.owner).lines:
            made = structure.split(plan, at.place.owner, span.before, span.after, new)
            return Edit(label, made, at.place if span.after and not str(span.before).strip() else Place(new))
        case Kind.ADDRESSEE:
            return split_addressee(plan, span)
        case Kind.BASIS | Kind.RECIPIENT:
            return _split_member(plan, span, new)
        case Kind.LINE if is_last_line(plan, at):
            return insert_like(plan, span)
        case Kind.TABLE:
            return insert_item(plan, span)
        case _:
            return None


def is_last_line(plan: Plan, at: Paragraph) -> bool:
    """Tell whether a labelled line is the last of its task."""
    return at.place.part == f"line {len(find_item(plan, at.place.owner).lines) - 1}"


def _split_member(plan: Plan, span: Span, new: Id) -> Edit:
    at = span.first
    place = _member_place(plan, at)
    made = edits.rewrite(plan, at.place, span.before)
    if at.kind is Kind.BASIS:
        made = paper.insert_bases(made, place + 1, (Basis(new, span.after),))
    else:
        made = paper.insert_recipients(made, place + 1, (Recipient(new, str(span.after), at.level),))
    return Edit(f"Thêm đoạn sau {at.name}", made, Place(new))


def _member_place(plan: Plan, at: Paragraph) -> int:
    members: Sequence[Identified] = plan.bases if at.kind is Kind.BASIS else plan.recipients
    return next(n for n, member in enumerate(members) if member.id == at.place.owner)


def insert_item(plan: Plan, span: Span) -> Edit | None:
    """Begin a paragraph of the same level behind the one at the cursor and all that stands below it."""
    at, new = span.first, new_id()
    match at.kind:
        case Kind.ITEM | Kind.LINE:
            like = find_item(plan, at.place.owner)
            sibling = Item(new, like.mark, heading=like.heading)
            made = structure.add_sibling(plan, like.id, sibling)
        case Kind.TABLE:
            made = structure.add_sibling(plan, at.place.owner, Item(new))
        case Kind.ADDRESSEE:
            return insert_addressee(plan, span)
        case Kind.BASIS | Kind.RECIPIENT:
            return _split_member(plan, replace(span, before=at.words, after=EMPTY), new)
        case _:
            return None
    return Edit(f"Thêm mục sau {at.name}", made, Place(new))


def insert_like(plan: Plan, span: Span) -> Edit | None:
    """Begin what the cursor stands in once more: behind a task another task, else another paragraph."""
    at = span.first
    if at.kind in {Kind.ITEM, Kind.LINE} and find_item(plan, at.place.owner).task_id:
        return insert_task(plan, span)
    return insert_item(plan, span)


def insert_task(plan: Plan, span: Span) -> Edit | None:
    """Begin a task behind the paragraph at the cursor, or make an empty paragraph one."""
    at, new = span.first, new_id()
    if at.kind not in {Kind.ITEM, Kind.LINE, Kind.TABLE}:
        return None
    if at.kind is Kind.TABLE:
        made = blocks.add_task(plan, at.place.owner, Item(new), new_id())
        return Edit("Thêm nhiệm vụ", made, Place(new))
    like = find_item(plan, at.place.owner)
    if not like.task_id and not str(like.text).strip():
        return Edit("Thêm nhiệm vụ", blocks.to_task(plan, like.id, new_id()), Place(like.id))
    lines = tuple(replace(line, words=EMPTY) for line in like.lines)
    made = blocks.add_task(plan, like.id, Item(new, like.mark, lines=lines), new_id())
    return Edit(f"Thêm nhiệm vụ sau {at.name}", made, Place(new))


def turn_task(plan: Plan, span: Span) -> Edit | None:
    """Make the paragraph at the cursor a task, or a task an ordinary paragraph."""
    at = span.first
    if at.kind not in {Kind.ITEM, Kind.LINE}:
        return None
    if find_item(plan, at.place.owner).task_id:
        return Edit(f"Chuyển {at.name} thành đoạn văn", blocks.to_text(plan, at.place.owner), Place(at.place.owner))
    return Edit(f"Chuyển {at.name} thành nhiệm vụ", blocks.to_task(plan, at.place.owner, new_id()))


def insert_basis(plan: Plan, span: Span) -> Edit | None:
    """Begin a basis behind the one at the cursor, or as the last."""
    at, new = span.first, new_id()
    place = _member_place(plan, at) + 1 if at.kind is Kind.BASIS else len(plan.bases)
    return Edit("Thêm căn cứ", paper.insert_bases(plan, place, (Basis(new),)), Place(new))


def insert_recipient(plan: Plan, span: Span) -> Edit | None:
    """Begin a recipient behind the one at the cursor, or before the archive line that ends the list."""
    at, new = span.first, new_id()
    place = _member_place(plan, at) + 1 if at.kind is Kind.RECIPIENT else max(len(plan.recipients) - 1, 0)
    level = at.level if at.kind is Kind.RECIPIENT else 0
    return Edit("Thêm nơi nhận", paper.insert_recipients(plan, place, (Recipient(new, "", level),)), Place(new))


def insert_table(plan: Plan, span: Span, kind: RowKind) -> Edit | None:
    """Put a new table behind the paragraph at the cursor, or into an empty appendix."""
    at = span.first
    table, tasks, targets = new_table(kind)
    if at.kind in {Kind.ITEM, Kind.LINE, Kind.TABLE}:
        under, place = place_of_node(plan, at.place.owner)
        after = insert_nodes(plan, under, place + 1, (table,), tasks=tasks, targets=targets)
    elif any(appendix.id == at.place.owner for appendix in plan.appendices):
        after = insert_nodes(plan, at.place.owner, 0, (table,), tasks=tasks, targets=targets)
    else:
        return None
    return Edit("Chèn bảng", after, Place(table.id, "table"))


def insert_appendix(plan: Plan, _span: Span) -> Edit:
    """Add an appendix with a table of tasks as the last; its line (Kèm theo …) is as in the one before."""
    made = new_table(RowKind.TASK)
    attached = plan.appendices[-1].attached if plan.appendices else EMPTY
    appendix = Appendix(new_id(), attached=attached, landscape=True)
    added = paper.insert_appendix(plan, len(plan.appendices), appendix)
    after = insert_nodes(added, appendix.id, 0, (made.table,), tasks=made.tasks, targets=made.targets)
    return Edit("Thêm phụ lục", after, Place(appendix.id, "title"))
