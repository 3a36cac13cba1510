"""The lines after Kính gửi: begun, joined, taken out, moved. They have no identity, only their place."""

from tthc_desktop.models.addressing import ADDRESSEES, addressee_at, addressee_part
from tthc_desktop.models.editing import paper
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import Text
from tthc_desktop.ui.plan.acts.spans import Edit, Span
from tthc_desktop.ui.plan.paragraph import Kind, Paragraph, Place


def _place(at: Paragraph) -> int:
    return addressee_at(at.place.part)


def _at(place: int) -> Place:
    return Place(ADDRESSEES, addressee_part(place))


def _line(words: Text) -> str:
    return " ".join(str(words).split())


def split_addressee(plan: Plan, span: Span) -> Edit:
    """Begin a line where the cursor stands; the words behind it go there."""
    here, known = _place(span.first), plan.addressees
    made = (*known[:here], _line(span.before), _line(span.after), *known[here + 1 :])
    return Edit(f"Thêm đoạn sau {span.first.name}", paper.set_addressees(plan, made), _at(here + 1))


def insert_addressee(plan: Plan, span: Span) -> Edit:
    """Begin a line behind that at the cursor, or as the last one."""
    known = plan.addressees
    place = _place(span.first) + 1 if span.first.kind is Kind.ADDRESSEE else len(known)
    made = paper.set_addressees(plan, (*known[:place], "", *known[place:]))
    return Edit("Thêm nơi kính gửi", made, _at(place))


def join_addressees(plan: Plan, before: Paragraph, at: Paragraph) -> Edit:
    """Join a line to the one before it."""
    words = " ".join(filter(None, (_line(before.words), _line(at.words))))
    made = paper.set_addressee(_without(plan, _place(at), _place(at)), _place(before), words)
    return Edit(f"Nối {at.name} với đoạn trước", made, before.place, len(_line(before.words)))


def delete_addressees(plan: Plan, span: Span) -> Edit:
    """Take out what is selected over several lines; what is left of the first and the last is one line."""
    first, last = _place(span.first), _place(span.last)
    left = " ".join(filter(None, (_line(span.before), _line(span.after))))
    made = _without(plan, first + 1, last) if left else _without(plan, first, last)
    made = paper.set_addressee(made, first, left) if left else made
    place = span.first.place if left else None
    return Edit(f"Xóa vùng chọn từ {span.first.name}", made, place, len(_line(span.before)))


def remove_addressees(plan: Plan, span: Span) -> Edit:
    """Take out the whole lines that the selection touches."""
    mates = [_place(p) for p in span.paragraphs if p.kind is Kind.ADDRESSEE]
    return Edit(f"Xóa {span.first.name}", _without(plan, mates[0], mates[-1]))


def move_addressees(plan: Plan, span: Span, step: int) -> Edit:
    """Move the chosen lines one line up or down."""
    mates = [_place(p) for p in span.paragraphs if p.kind is Kind.ADDRESSEE]
    first, last, known = mates[0], mates[-1] + 1, plan.addressees
    label = f"Chuyển {span.first.name} {'xuống' if step > 0 else 'lên'}"
    if first + step < 0 or last + step > len(known):
        return Edit(label, plan)
    rest = known[:first] + known[last:]
    made = (*rest[: first + step], *known[first:last], *rest[first + step :])
    return Edit(label, paper.set_addressees(plan, made), _at(first + step))


def _without(plan: Plan, first: int, last: int) -> Plan:
    return paper.set_addressees(plan, plan.addressees[:first] + plan.addressees[last + 1 :])
