"""Công văn đôn đốc: one unit, or all that are late, urged to finish what is overdue."""

from collections.abc import Iterator, Sequence
from datetime import date

from tthc_desktop.errors import UserError
from tthc_desktop.models.drawn import Drawn, Form
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.plan import Item, Node, Plan
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.reporting.grid import Head, Line, grid
from tthc_desktop.models.reporting.paper import (
    agency_of,
    cited,
    drafting_unit,
    head,
    letters,
    numbered,
    recipients,
)
from tthc_desktop.models.reporting.values import Facts, UnitFact, WorkFact
from tthc_desktop.models.reporting.words import count_words, short_date, upper_first
from tthc_desktop.models.table import Role
from tthc_desktop.models.text import plain

LETTER = "CÔNG VĂN"
"""The kind of a paper that prints no kind but a subject below its number (V/v)."""
_HEADS = (
    Head("number", "STT", Role.NUMBER, 6),
    Head("content", "Nội dung nhiệm vụ", Role.CONTENT, 38),
    Head("unit", "Đơn vị", width=18),
    Head("deadline", "Thời hạn", width=18),
    Head("late", "Số ngày quá hạn", width=11),
    Head("trouble", "Khó khăn đã nêu", width=16),
)
Late = tuple[WorkFact, UnitFact]


def late_units(facts: Facts) -> tuple[Id, ...]:
    """Return the units that lead something overdue, in the order of the plans; work of nobody is left out."""
    return tuple(dict.fromkeys(unit.unit_id for _, unit in _late(facts) if unit.unit_id))


def reminder(plans: Sequence[Plan], facts: Facts, on: date, unit_id: Id = "", answer_by: date | None = None) -> Plan:
    """Return a letter to one unit, or to all that are late, about what is overdue at the end of the facts' days.

    `answer_by` is the day by which they are to report.
    """
    late = [each for each in _late(facts) if not unit_id or each[1].unit_id == unit_id]
    if not late:
        raise UserError(
            f"Đến hết ngày {short_date(facts.stretch.end)} không có nhiệm vụ nào quá hạn để đôn đốc.",
            "Hãy chọn ngày khác, đơn vị khác hoặc kiểm tra tiến độ đã nhập.",
        )
    first = plans[0]
    names = tuple(dict.fromkeys(unit.name for _, unit in late if unit.name))
    symbol = "-".join(filter(None, (letters(first), drafting_unit(first))))
    return Plan(
        new_id(),
        kind=LETTER,
        title=plain(_subject(plans)),
        header=head(first, symbol, on),
        body=tuple(_body(plans, facts, late, names, answer_by)),
        signatory=first.signatory,
        recipients=recipients(first, ("Như trên",)),
        addressees=names,
        drawn=Drawn(Form.REMINDER, facts.plans, facts.stretch.start, facts.stretch.end, unit_id=unit_id),
    )


def _late(facts: Facts) -> Iterator[Late]:
    for work in facts.works.values():
        yield from ((work, unit) for unit in work.leaders if unit.status is Status.OVERDUE)


def _subject(plans: Sequence[Plan]) -> str:
    if len(plans) == 1 and (number := numbered(plans[0])):
        return f"đôn đốc thực hiện nhiệm vụ tại {number}"
    return "đôn đốc thực hiện nhiệm vụ đã quá hạn"


def _body(
    plans: Sequence[Plan], facts: Facts, late: Sequence[Late], names: Sequence[str], answer_by: date | None
) -> Iterator[Node]:
    agency, one = agency_of(plans[0]), len(names) == 1
    whom = names[0] if one else "các đơn vị"
    works = len({work.work_id for work, _ in late})
    told = "nhiệm vụ đã quá hạn nhưng chưa hoàn thành"
    said = f"{whom} còn {count_words(works)} {told}" if one else f"còn {count_words(works)} {told}"
    source = f"Thực hiện {'; '.join(map(cited, plans))}, qua theo dõi đến hết ngày {short_date(facts.stretch.end)}"
    yield _paragraph(f"{source}, {said}, cụ thể như sau:")
    heads = [each for each in _HEADS if not (one and each.name == "unit") and _has(each.name, late)]
    yield grid(heads, _lines(late, facts.stretch.end))
    by = f" trước ngày {short_date(answer_by)}" if answer_by else ""
    them = "nhiệm vụ nêu trên" if works == 1 else "các nhiệm vụ nêu trên"
    asks = f"{agency} đề nghị" if agency else "Đề nghị"
    yield _paragraph(f"{asks} {whom} khẩn trương hoàn thành {them}, báo cáo kết quả và nguyên nhân chậm{by}.")
    yield _paragraph("Trong quá trình thực hiện nếu có khó khăn, vướng mắc, đề nghị phản ánh kịp thời để giải quyết./.")


def _has(name: str, late: Sequence[Late]) -> bool:
    return name != "trouble" or any(unit.trouble for _, unit in late)


def _lines(late: Sequence[Late], end: date) -> Iterator[Line]:
    by_work: dict[Id, list[Late]] = {}
    for work, unit in late:
        by_work.setdefault(work.work_id, []).append((work, unit))
    for group in by_work.values():
        work = group[0][0]
        due = min((unit.due for _, unit in group if unit.due), default=None)
        words = {
            "content": work.content,
            "unit": "; ".join(unit.name or "Chưa xác định" for _, unit in group),
            "deadline": work.deadline or (short_date(due) if due else ""),
            "late": count_words((end - due).days) if due else "",
            "trouble": upper_first("; ".join(dict.fromkeys(unit.trouble for _, unit in group if unit.trouble))),
        }
        yield Line(words)


def _paragraph(words: str) -> Item:
    return Item(new_id(), text=plain(words))
