"""A plan goes out as Word, its leader corrects it, it comes back through the window; what units said stays."""

from dataclasses import replace
from pathlib import Path

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests import word_edits as edits
from tests.ui.hands import WAIT, Hands
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.models.changes import Change
from tthc_desktop.models.copying import identities
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.outline import items, tables
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.progress.values import Field, Progress, Said
from tthc_desktop.models.table import Role, Row, RowKind, Table
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit
from tthc_desktop.ui.correcting.opening import receive_corrected
from tthc_desktop.ui.correcting.page import CorrectingPage
from tthc_desktop.ui.exporting import write_plan

DEADLINE = "Trước ngày 20/11/2026"


def test_a_plan_comes_back_from_its_leader(hands: Hands, tmp_path: Path) -> None:
    plan, file = sample_plan(), tmp_path / "Trình lãnh đạo.docx"
    hands.add(plan)
    table, row = a_task_of(plan)
    reported(hands, plan, row.task_id)
    write_plan(hands.window, plan, file, ".docx")
    hands.bot.waitUntil(file.exists, timeout=WAIT)
    meanwhile(hands, plan)
    file.write_bytes(edits.edited(file.read_bytes(), lambda word: correct(word, plan, table, row)))

    receive_corrected(hands.window, plan.id, file)
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), CorrectingPage), timeout=WAIT)
    page = hands.window.page()
    assert isinstance(page, CorrectingPage)
    assert page.take.text() == "Nhận 2 thay đổi"
    QTest.keyClick(page.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.bot.waitUntil(lambda: any(said.startswith("Đã nhận") for said in hands.said()), timeout=WAIT)

    office = hands.window.desk.office
    assert office is not None
    made = office.plans[plan.id]
    assert str(made.tasks[row.task_id].deadline) == DEADLINE
    assert str(made.title).endswith("(đã sửa)"), "what the office did meanwhile stays"
    assert identities(plan) <= identities(made)
    assert [said.work_id for said in office.progress_of(plan.id).values()] == [row.task_id]
    assert DEADLINE in hands.read_preview()
    hands.do("undo")
    assert str(office.plans[plan.id].tasks[row.task_id].deadline) != DEADLINE


def a_task_of(plan: Plan) -> tuple[Table, Row]:
    table = [table for table, _ in tables(plan)][-1]
    return table, next(row for row in table.rows if row.kind is RowKind.TASK and not row.continues)


def reported(hands: Hands, plan: Plan, work_id: str) -> None:
    """Let a unit report something of a task."""
    unit = Unit(new_id(), "Văn phòng Sở")
    said = Progress(new_id(), plan.id, work_id, unit.id, {Field.STATUS: Said("Đang thực hiện")})
    assert hands.window.desk.apply(Change("Báo cáo", ((None, unit), (None, said))))


def meanwhile(hands: Hands, plan: Plan) -> None:
    """Let the office go on with another part while the file is away."""
    now = replace(plan, title=plain(f"{plan.title} (đã sửa)"))
    assert hands.window.desk.apply(Change("Sửa trích yếu", ((plan, now),)))


def correct(word: WordDocument, plan: Plan, table: Table, row: Row) -> None:
    """Change a deadline and add a paragraph."""
    at = [column.role for column in table.columns].index(Role.DEADLINE)
    edits.write(edits.row(word, row.id).findall(qn("w:tc"))[at], DEADLINE)
    point = next(one for one, above in items(plan.body) if above and is_plain(one))
    edits.add_after(edits.paragraph(word, point.id), "Bổ sung theo ý kiến của lãnh đạo.")


def is_plain(item: Item) -> bool:
    return not (item.children or item.task_id or item.heading)
