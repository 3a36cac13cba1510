"""The page Thùng rác: what was deleted is found there, looked at, and comes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tests.ui.streams import unikey
from tthc_desktop.models.bin.values import What
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.paper import remove_bases
from tthc_desktop.models.editing.text import remove_nodes
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.unit import Unit
from tthc_desktop.ui.bin.page import BinPage
from tthc_desktop.ui.bin.table import COLUMNS, BinTable

PLAN = little_plan()


def edit(hands: Hands, label: str, after: Plan) -> None:
    office = hands.window.desk.office
    assert office is not None
    hands.window.desk.apply(Change(label, ((office.plans[after.id], after),)))


@pytest.fixture
def page(hands: Hands) -> BinPage:
    """Return the page after a basis, a unit and a section were deleted."""
    desk = hands.window.desk
    unit = Unit("unit", "Phòng Kiểm soát")
    desk.apply(Change("Thêm", ((None, PLAN), (None, unit))))
    without = remove_bases(PLAN, [PLAN.bases[0].id])
    edit(hands, "Xóa căn cứ", without)
    desk.apply(Change("Xóa đơn vị", ((unit, None),)))
    edit(hands, "Xóa mục", remove_nodes(without, [PLAN.body[0].id]))
    return opened(hands)


def opened(hands: Hands) -> BinPage:
    hands.do("bin")
    page = hands.window.page()
    assert isinstance(page, BinPage)
    hands.bot.waitUntil(lambda: page.is_found)
    return page


def listed(page: BinPage) -> list[What]:
    return [one.what for one in page.table.kept]


def plan_now(hands: Hands) -> Plan:
    assert hands.window.desk.office is not None
    return hands.window.desk.office.plans[PLAN.id]


def test_an_empty_bin_says_what_comes_there(hands: Hands) -> None:
    page = opened(hands)

    assert "Thùng rác không có gì" in page._none.text()
    assert not page.back.isEnabled()


def test_what_was_deleted_is_listed_the_newest_first_with_where_it_stood(page: BinPage) -> None:
    assert listed(page)[1:] == [What.UNIT, What.BASIS]
    row = [page.table.index(2, at).data() for at in range(len(COLUMNS))]
    assert row[:2] == ["Căn cứ", "Căn cứ kế hoạch công tác của tỉnh;"]
    assert "Kiểm soát thủ tục" in row[2]
    assert row[4] == "Xóa căn cứ"
    assert page.view.currentIndex().row() == 0
    assert page.inside.toPlainText().startswith(page.table.kept[0].words)
    assert leftovers(page) == set()
    assert [each for each in page.findChildren(QWidget) if is_control(each) and not name_aloud(each)] == []


def test_it_is_searched_without_accents_and_by_kind(page: BinPage, hands: Hands) -> None:
    unikey(page.search, "ke hoach cong tac")
    hands.bot.waitUntil(lambda: listed(page) == [What.BASIS])
    assert page._count.text() == "1/3 mục"
    page.search.setText("không có đâu")
    page.look()
    hands.bot.waitUntil(lambda: "Không có gì như vậy" in page._none.text())
    page.search.clear()
    hands.bot.waitUntil(lambda: len(listed(page)) == 3)

    page.kinds.setCurrentIndex(page.kinds.findData(What.UNIT.value))
    page.kinds.activated.emit(page.kinds.currentIndex())

    hands.bot.waitUntil(lambda: listed(page) == [What.UNIT])
    assert page.kinds.currentText() == "Đơn vị"


def test_several_things_come_back_in_one_change_that_can_be_undone(page: BinPage, hands: Hands) -> None:
    page.view.selectAll()
    assert "3 mục" in page.sentence.text()
    QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(lambda: page.is_found and not page.table.kept)

    assert plan_now(hands) == PLAN
    office = hands.window.desk.office
    assert office is not None
    assert list(office.units) == ["unit"]
    assert any("Đưa trở lại 3 mục" in said for said in hands.said())
    hands.do("undo")
    hands.window.pages.setCurrentWidget(page)
    hands.bot.waitUntil(lambda: page.is_found and len(page.table.kept) == 3)


def test_the_keyboard_stays_in_the_list_and_goes_to_the_search_when_it_is_empty(page: BinPage, hands: Hands) -> None:
    page.back.setFocus()
    QTest.keyClick(page.back, Qt.Key.Key_Space)
    hands.bot.waitUntil(lambda: page.is_found and len(page.table.kept) == 2)
    assert page.focusWidget() is page.view
    page.view.selectAll()
    page.back.setFocus()
    QTest.keyClick(page.back, Qt.Key.Key_Space)
    hands.bot.waitUntil(lambda: page.is_found and not page.table.kept)
    assert page.focusWidget() is page.search


def test_what_cannot_come_back_is_said_and_nothing_is_changed(page: BinPage, hands: Hands) -> None:
    hands.window.desk.apply(Change("Xóa kế hoạch", ((plan_now(hands), None),)))
    hands.bot.waitUntil(lambda: page.is_found and len(page.table.kept) == 4)
    page.view.go_to(PLAN.bases[0].id)

    QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)

    hands.bot.waitUntil(lambda: any("cũng đã xóa" in said for said in hands.said()))
    assert hands.window.desk.office is not None
    assert not hands.window.desk.office.plans
    assert page.back.isEnabled()


def test_a_deletion_from_elsewhere_is_shown_when_the_page_comes_to_the_front_again(page: BinPage, hands: Hands) -> None:
    hands.open(PLAN.id)
    edit(hands, "Xóa phụ lục", remove_nodes(plan_now(hands), [plan_now(hands).appendices[0].nodes[0].id]))

    assert opened(hands) is page
    hands.bot.waitUntil(lambda: listed(page)[0] is What.TABLE)


def test_the_table_is_a_sound_model(page: BinPage) -> None:
    model = BinTable()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_deleted(page.table.kept, page.table.places)
    model.show_deleted(page.table.kept[:1], page.table.places)
    assert model.rowCount() == 1
