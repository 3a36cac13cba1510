"""Returned sheets for the review: a small office, what its units have written, and all of it compared."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from tests.models.merge.building import NOW, Place, cell, place, row_of, said, task
from tthc_desktop.documents.reading.listing import Unread
from tthc_desktop.documents.reading.returned import ReturnedFiles
from tthc_desktop.models.changes import Change, Kept
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.merge.known import Known, known_of
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Appendix, Plan
from tthc_desktop.models.progress.values import REPORTED, Field, Status
from tthc_desktop.models.sending.returned import ReturnedRow, ReturnedSheet
from tthc_desktop.models.sending.values import SHEET_VERSION, Sending, Sent, SentRow, digest
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.text import plain
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.merging.comparing import compare_files
from tthc_desktop.ui.merging.comparison import Comparison
from tthc_desktop.ui.merging.knowing import known_now
from tthc_desktop.ui.merging.page import MergePage
from tthc_desktop.ui.merging.receiving import review

DOING, DONE, LATE = Status.DOING.value, Status.DONE.value, Status.OVERDUE.value
COLUMNS = (
    Column("c1", Role.NUMBER, plain("STT")),
    Column("c2", Role.CONTENT, plain("Nội dung công việc")),
    Column("c3", Role.LEAD, plain("Chủ trì")),
    Column("c4", Role.DEADLINE, plain("Thời hạn")),
)


def printed_plan(count: int) -> Plan:
    """Return a plan with so many tasks in one table of one group."""
    everyone = plain("Các phòng thuộc Sở")
    tasks = {one.id: replace(one, coordinate=everyone) for one in map(task, range(count))}
    group = Row("g", RowKind.GROUP, title=plain("NHIỆM VỤ CHUNG"))
    rows = (group, *(Row(f"r{id_}", RowKind.TASK, 1, task_id=id_) for id_ in tasks))
    table = Table("tab", COLUMNS, rows, levels=(Mark.ROMAN, Mark.ARABIC))
    title = plain("Kiểm soát thủ tục hành chính năm 2030")
    return Plan("p", title=title, appendices=(Appendix("ap", plain("DANH MỤC"), nodes=(table,)),), tasks=tasks)


def office(count: int = 4, units: str = "ab") -> Place:
    """Return an office with such a plan."""
    return replace(place(count, units), plans={"p": printed_plan(count)})


def known(start: Place) -> Known:
    """Return what the office knows, with the shares and hashes that the program makes."""
    holdings = Holdings(start.plans, units=start.units, progress=start.progress, sendings=start.sendings)
    return known_of(holdings, NOW)


def sent(start: Place, whose: str, number: int = 1) -> tuple[Place, ReturnedSheet]:
    """Return the office after a sheet went out, and the sheet as it would come back untouched."""
    plan, unit, knows = start.plans["p"], start.units[whose], known(start)
    rows, back = {}, []
    for line, row in enumerate(knows.share(plan, unit).rows, 8):
        values = {name: words for name in REPORTED if (words := start.words(row.work_id, whose, name))}
        if row.work_id:
            rows[row.work_id] = SentRow(digest(row.words), values)
            cells = {name: cell(name, line, values.get(name, "")) for name in REPORTED}
            back.append(ReturnedRow(row.work_id, line, row.words, cells))
    at = NOW + timedelta(days=number - 30)
    sending = Sending(f"s{whose}{number}", plan.id, whose, at, revision=number)
    came = Sent(SHEET_VERSION, sending.id, plan.id, str(plan.title), whose, unit.name, number, at, rows)
    sheet = ReturnedSheet(f"{unit.name} lần {number}.xlsx", "Phần việc", came, unit.name, tuple(back))
    return replace(start, sendings={**start.sendings, sending.id: sending}), sheet


def keep(window: MainWindow, start: Place) -> None:
    """Write all that the office has into the open one."""
    held: tuple[Kept, ...] = (
        *start.plans.values(),
        *start.units.values(),
        *start.progress.values(),
        *start.sendings.values(),
    )
    assert window.desk.apply(Change("Chuẩn bị", tuple((None, one) for one in held)))


def opened(window: MainWindow, sheets: Sequence[ReturnedSheet], *unread: Unread) -> MergePage:
    """Open the review of sheets in the window."""
    assert window.desk.office is not None
    files = ReturnedFiles(tuple(sheets), unread)
    return review(window, files, compare_files(files, known_now(window.desk.office, NOW)))


def usual() -> tuple[Place, list[ReturnedSheet]]:
    """Return two sheets with something of everything.

    A says two new things, contradicts the office once, has an unknown row and a cell that cannot be read; B says one
    new thing of a task that A reports too; C says nothing new.
    """
    start = office(units="abc").typed("t1", "a", Field.STATUS, DOING)
    start, a = sent(start, "a")
    start, b = sent(start, "b")
    start, c = sent(start, "c")
    a = said(said(a, "t0", Field.STATUS, DONE), "t0", Field.PERCENT, "60.5")
    a = said(a, "t1", Field.STATUS, DONE)
    a = said(a, "t2", Field.PERCENT, "", seen="sáu mươi", trouble="“sáu mươi” không phải phần trăm.")
    lone = replace(row_of(a, "t3"), work_id="", row=90, locked={"content": "Việc mới của phòng, chưa ai biết"})
    lone = replace(lone, cells={Field.RESULT: replace(lone.cells[Field.RESULT], seen="Xong", words="Xong")})
    a = replace(a, rows=(*a.rows, lone))
    b = said(b, "t0", Field.STATUS, LATE)
    return start.typed("t1", "a", Field.STATUS, LATE), [a, b, c]


def comparison(start: Place, sheets: Sequence[ReturnedSheet]) -> Comparison:
    """Return the sheets compared with what the office has."""
    return compare_files(ReturnedFiles(tuple(sheets)), known(start))
