"""Edits of what stands around the text: head, title, bases, appendices, recipients, signatory."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.members import changed, inserted, moved, removed, unknown
from tthc_desktop.models.editing.tasks import forget_unprinted
from tthc_desktop.models.identity import Id
from tthc_desktop.models.marks import Marks, PaperSize
from tthc_desktop.models.plan import Appendix, Basis, Header, Period, Plan, Recipient, Signatory
from tthc_desktop.models.text import Text

_BASIS, _RECIPIENT, _APPENDIX = "căn cứ", "nơi nhận", "phụ lục"
_LEAP_YEAR = 2024


def set_title(plan: Plan, words: Text) -> Plan:
    return plan if plan.title == words else replace(plan, title=words)


def set_kind(plan: Plan, words: str) -> Plan:
    """Change what the paper is called: KẾ HOẠCH, QUYẾT ĐỊNH …"""
    return plan if plan.kind == words else replace(plan, kind=words)


def set_attached(plan: Plan, words: Text) -> Plan:
    """Change the line (Kèm theo Quyết định …)."""
    return plan if plan.attached == words else replace(plan, attached=words)


def set_header(plan: Plan, header: Header) -> Plan:
    """Change the head; day and month must be possible ones."""
    if not _is_possible(header):
        raise UserError("Ngày ban hành không có trong lịch.", "Hãy kiểm tra lại ngày, tháng, năm.")
    return plan if plan.header == header else replace(plan, header=header)


def _is_possible(header: Header) -> bool:
    try:
        date(header.year or _LEAP_YEAR, header.month or 1, header.day or 1)
    except ValueError:
        return False
    return True


def set_period(plan: Plan, period: Period | None) -> Plan:
    """Change the span that the plan covers."""
    if period and period.start > period.end:
        raise UserError("Ngày bắt đầu của kỳ kế hoạch đứng sau ngày kết thúc.", "Hãy đổi lại một trong hai ngày.")
    return plan if plan.period == period else replace(plan, period=period)


def set_signatory(plan: Plan, signatory: Signatory) -> Plan:
    return plan if plan.signatory == signatory else replace(plan, signatory=signatory)


def set_addressees(plan: Plan, addressees: tuple[str, ...]) -> Plan:
    """Change whom the paper is addressed to; a line may be empty while it is being written."""
    return plan if plan.addressees == addressees else replace(plan, addressees=addressees)


def set_addressee(plan: Plan, place: int, words: str) -> Plan:
    """Change one line after Kính gửi, counted from 0."""
    if not 0 <= place < len(plan.addressees):
        raise unknown("nơi kính gửi này")
    return set_addressees(plan, (*plan.addressees[:place], words, *plan.addressees[place + 1 :]))


def set_basis(plan: Plan, basis_id: Id, words: Text) -> Plan:
    return _with_bases(plan, changed(plan.bases, basis_id, lambda basis: replace(basis, text=words), _BASIS))


def insert_bases(plan: Plan, place: int, bases: Collection[Basis]) -> Plan:
    return _with_bases(plan, inserted(plan.bases, place, bases))


def remove_bases(plan: Plan, basis_ids: Collection[Id]) -> Plan:
    return _with_bases(plan, removed(plan.bases, basis_ids, _BASIS))


def move_bases(plan: Plan, basis_ids: Collection[Id], place: int) -> Plan:
    return _with_bases(plan, moved(plan.bases, basis_ids, place, _BASIS))


def _with_bases(plan: Plan, bases: tuple[Basis, ...]) -> Plan:
    return plan if bases is plan.bases else replace(plan, bases=bases)


def set_recipient(plan: Plan, recipient_id: Id, words: str, level: int) -> Plan:
    made = changed(
        plan.recipients, recipient_id, lambda recipient: replace(recipient, text=words, level=level), _RECIPIENT
    )
    return _with_recipients(plan, made)


def insert_recipients(plan: Plan, place: int, recipients: Collection[Recipient]) -> Plan:
    return _with_recipients(plan, inserted(plan.recipients, place, recipients))


def remove_recipients(plan: Plan, recipient_ids: Collection[Id]) -> Plan:
    return _with_recipients(plan, removed(plan.recipients, recipient_ids, _RECIPIENT))


def move_recipients(plan: Plan, recipient_ids: Collection[Id], place: int) -> Plan:
    return _with_recipients(plan, moved(plan.recipients, recipient_ids, place, _RECIPIENT))


def _with_recipients(plan: Plan, recipients: tuple[Recipient, ...]) -> Plan:
    return plan if recipients is plan.recipients else replace(plan, recipients=recipients)


def set_appendix_title(plan: Plan, appendix_id: Id, words: Text) -> Plan:
    return _change_appendix(plan, appendix_id, lambda appendix: replace(appendix, title=words))


def set_appendix_attached(plan: Plan, appendix_id: Id, words: Text) -> Plan:
    """Change the appendix's line (Kèm theo …)."""
    return _change_appendix(plan, appendix_id, lambda appendix: replace(appendix, attached=words))


def set_appendix_landscape(plan: Plan, appendix_id: Id, *, landscape: bool) -> Plan:
    return _change_appendix(plan, appendix_id, lambda appendix: replace(appendix, landscape=landscape))


def set_appendix_sheet(plan: Plan, appendix_id: Id, paper: PaperSize, *, landscape: bool) -> Plan:
    """Change the sheet that an appendix is printed on, and how it lies."""
    return _change_appendix(plan, appendix_id, lambda appendix: replace(appendix, paper=paper, landscape=landscape))


def set_marks(plan: Plan, marks: Marks) -> Plan:
    """Change what is stamped on the paper; an issued one is refused where changes are checked."""
    return plan if marks == plan.marks else replace(plan, marks=marks)


def _change_appendix(plan: Plan, appendix_id: Id, make: Callable[[Appendix], Appendix]) -> Plan:
    return _with_appendices(plan, changed(plan.appendices, appendix_id, make, _APPENDIX))


def insert_appendix(plan: Plan, place: int, appendix: Appendix) -> Plan:
    """Add an appendix, usually an empty one that is filled afterwards."""
    return _with_appendices(plan, inserted(plan.appendices, place, (appendix,)))


def remove_appendix(plan: Plan, appendix_id: Id) -> Plan:
    """Take an appendix out with all that it holds."""
    return forget_unprinted(plan, _with_appendices(plan, removed(plan.appendices, (appendix_id,), _APPENDIX)))


def move_appendix(plan: Plan, appendix_id: Id, place: int) -> Plan:
    return _with_appendices(plan, moved(plan.appendices, (appendix_id,), place, _APPENDIX))


def _with_appendices(plan: Plan, appendices: tuple[Appendix, ...]) -> Plan:
    return plan if appendices is plan.appendices else replace(plan, appendices=appendices)
