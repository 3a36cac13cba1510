"""Versions kept, issuing, being locked, taking up again, the kept PDF."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.hands import WAIT, Hands
from tests.ui.life.steps import issue, issued, keep
from tests.ui.papers import little_plan
from tests.ui.streams import TELEX, letters, unikey
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Role
from tthc_desktop.models.text import plain
from tthc_desktop.models.version import Stage
from tthc_desktop.ui.life.comparing import ComparePage
from tthc_desktop.ui.life.keeping import write_kept_pdf
from tthc_desktop.ui.life.versions import VersionsPage
from tthc_desktop.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the display that shows nothing


def plans(hands: Hands) -> list[Plan]:
    office = hands.window.desk.office
    assert office is not None
    return list(office.plans.values())


def test_a_version_is_kept_under_its_name_and_undone(hands: Hands) -> None:
    hands.add(little_plan())
    keep(hands, "trình lần 1")
    plan, kept = plans(hands)
    assert (kept.stage, kept.version_of, kept.version_name) == (Stage.KEPT, plan.id, "trình lần 1")
    assert hands.page.plan == plan
    assert hands.said() == ["Đã giữ bản “trình lần 1”."]
    hands.do("undo")
    assert plans(hands) == [plan]


def test_an_issued_plan_is_locked_with_its_pdf(window: MainWindow, hands: Hands, tmp_path: Path) -> None:
    hands.add(little_plan())
    plan = issued(hands)
    assert plan.issue is not None
    assert (plan.header.number, plan.header.day, plan.header.month) == ("15", 9, 1)
    assert (plan.issue.number, plan.issue.symbol, f"{plan.issue.date}") == ("15", "KH-SNV", "2030-01-09")
    assert window.desk.office is not None
    assert window.desk.office.kept_file(plan.issue.pdf) == render(plan)
    write_kept_pdf(window, plan, tmp_path / "ban-hanh.pdf")
    assert (tmp_path / "ban-hanh.pdf").read_bytes() == render(plan)
    assert not window.commands["issue"].isEnabled()


def test_nothing_can_be_typed_into_a_locked_plan(hands: Hands) -> None:
    hands.add(little_plan())
    plan = issued(hands)
    page = hands.page
    assert page.lock_bar.isVisible()
    assert "Đã ban hành số 15/KH-SNV ngày 09/01/2030" in page.lock_bar.words.text()
    page.go_to("i1")
    before = page.surface.toPlainText()
    letters(page.surface, "chữ")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab):
        QTest.keyClick(page.surface, key)
    page.surface.insert_words("x")
    page.surface.emphasise(bold=True)
    QGuiApplication.clipboard().setText("Mục dán vào")
    page.surface.paste()
    page.commit()
    assert page.pasting.proposal is None
    assert [said for said in hands.said() if "không sửa được" in said] == []
    grid = hands.open_table("Phụ lục")
    assert page.commands().keys() & {"row_below", "fill_down", "promote", "sort_up", "columns"} == set()
    assert "filter" in page.commands()
    grid.setCurrentIndex(hands.cell(1, Role.LEAD))
    letters(grid, "x")
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert grid.delegate.open_editor is None
    page.commit()
    assert page.surface.toPlainText() == before
    assert hands.page.plan is plan
    assert all("ban hành" in said for said in hands.said()), "a key of the table is refused in words or does nothing"


def test_undoing_the_issue_frees_the_plan(hands: Hands) -> None:
    hands.add(little_plan())
    issued(hands)
    hands.do("undo")
    page = hands.page
    assert page.plan == little_plan()
    assert not page.lock_bar.isVisible()
    page.go_to("i1")
    letters(page.surface, "Mới ")
    page.commit()
    assert page.plan != little_plan()


def test_a_new_draft_is_begun_from_the_bar(hands: Hands) -> None:
    hands.add(little_plan())
    old = issued(hands)
    QTest.mouseClick(hands.page.lock_bar.begin, Qt.MouseButton.LeftButton)
    new = hands.page.plan
    assert new.id != old.id
    assert new.origin_id == old.id
    assert (new.stage, new.header.number, new.issue) == (Stage.DRAFT, "", None)
    assert not hands.page.lock_bar.isVisible()


@pytest.mark.parametrize(
    ("number", "day", "said"),
    [("", "09/01/2030", "Chưa có số"), ("15", "31/02/2030", "chưa đúng"), ("15", "…/01/2030", "chưa đúng")],
)
def test_a_wrong_form_is_told_and_issues_nothing(hands: Hands, number: str, day: str, said: str) -> None:
    hands.add(little_plan())
    page = issue(hands, number, day)
    assert hands.window.page() is page
    assert said in hands.said()[0]
    assert plans(hands) == [little_plan()]


def test_leaving_the_form_stops_the_printing(hands: Hands) -> None:
    hands.add(little_plan())
    page = issue(hands)
    hands.window.close_page(page)
    hands.window.background.finish()
    hands.bot.wait(20)
    assert plans(hands) == [little_plan()]


def test_the_versions_are_listed_opened_compared_and_taken_up(window: MainWindow, hands: Hands) -> None:
    plan = hands.add(little_plan()).plan
    keep(hands, "một")
    hands.open_table("Phụ lục")
    hands.type_into_cell(1, Role.LEAD, "Thanh tra")
    hands.do("versions")
    page = window.page()
    assert isinstance(page, VersionsPage)
    assert [str(page.model.index(row, 0).data()).split(",")[0] for row in range(2)] == ["Dự thảo", "Bản đã lưu “một”"]
    assert not page.buttons["compare"].isEnabled()
    page.list.setCurrentIndex(page.model.index(1, 0))
    QTest.mouseClick(page.buttons["compare"], Qt.MouseButton.LeftButton)
    compared = window.page()
    assert isinstance(compared, ComparePage)
    hands.bot.waitUntil(lambda: bool(compared.found), timeout=WAIT)
    assert [(one.what.value, str(one.old), str(one.new)) for one in compared.found] == [
        ("reworded", "Phòng Cải cách", "Thanh tra")
    ]
    window.pages.setCurrentWidget(page)
    QTest.mouseClick(page.buttons["open"], Qt.MouseButton.LeftButton)
    assert hands.page.plan.stage is Stage.KEPT
    assert hands.page.lock_bar.isVisible()
    window.pages.setCurrentWidget(page)
    QTest.mouseClick(page.buttons["take_up"], Qt.MouseButton.LeftButton)
    assert str(hands.page.plan.stage) == "draft"
    assert hands.page.plan.id != plan.id


def test_an_issued_plan_is_marked_as_replaced(window: MainWindow, hands: Hands) -> None:
    hands.add(little_plan())
    old = issued(hands)
    QTest.mouseClick(hands.page.lock_bar.begin, Qt.MouseButton.LeftButton)
    hands.open(old.id)
    QTest.mouseClick(hands.page.lock_bar.see, Qt.MouseButton.LeftButton)
    page = window.page()
    assert isinstance(page, VersionsPage)
    QTest.mouseClick(page.replace, Qt.MouseButton.LeftButton)
    assert plans(hands)[0].stage is Stage.REPLACED
    assert str(page.model.index(0, 0).data()).startswith("Đã được thay thế")
    hands.do("undo")
    assert plans(hands)[0].stage is Stage.ISSUED


def test_the_start_page_tells_the_stage(window: MainWindow, hands: Hands) -> None:
    hands.add(little_plan())
    keep(hands, "một")
    issued(hands)
    hands.do("home")
    view = window.start.view
    assert view is not None
    first, second = view.plans.listed
    assert first.detail.startswith("Đã ban hành số 15/KH-SNV ngày 09/01/2030 · ")
    assert (second.level, second.title.split(",")[0]) == (1, "Bản đã lưu “một”")
    names = [action.text() for action in view.menu_of(view.plans.index(0, 0)).actions() if action.text()]
    assert names[0] == "Mở"
    assert "Lập từ bản sao" in names


def test_a_copy_is_a_paper_of_its_own(hands: Hands) -> None:
    old = hands.add(little_plan()).plan
    hands.do("new_from_copy")
    new = hands.page.plan
    assert new.id != old.id
    assert (new.title, new.header.number, new.header.year) == (old.title, "", None)
    assert new.bases[0].text == plain("Căn cứ kế hoạch công tác của tỉnh;")
    hands.do("undo")
    assert plans(hands) == [old]


def test_input_methods_lose_no_letter_in_the_forms(window: MainWindow, hands: Hands) -> None:
    hands.add(little_plan())
    for command, names in (("keep_version", ("name",)), ("issue", ("number", "symbol"))):
        window.desk.open_plan("p1")
        hands.do(command)
        for name in names:
            field = getattr(window.page(), name)
            field.setFocus()
            field.clear()
            unikey(field, " ".join(TELEX))
            assert field.text() == " ".join(TELEX)
