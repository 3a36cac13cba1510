"""The register of units: searched, edited in place, filled from plans, two units made one, undone."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu, QWidget

from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import WAIT, Hands
from tests.ui.papers import little_plan
from tests.ui.streams import TELEX, letters, unikey
from tthc_desktop.models.changes import Change
from tthc_desktop.models.progress.values import Field, Progress, Said
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.ui.inline_cells import CellLine
from tthc_desktop.ui.units.page import UnitsPage
from tthc_desktop.ui.units.proposals import ProposedUnits, UnitProposals
from tthc_desktop.ui.units.table import COLUMNS, FIELDS, UnitsTable

ROOM = Unit("r", "Phòng Tổ chức", "TC", ("Phòng TC",))
STAFF = Unit("s", "Văn phòng Sở", "VP")
OTHER = Unit("o", "Sở Tài chính", kind=UnitKind.OUTSIDE)
ALL = Unit("a", "Các phòng thuộc Sở", kind=UnitKind.COLLECTIVE)


@pytest.fixture
def page(hands: Hands) -> UnitsPage:
    """Return the page of a register of four, opened by its command."""
    hands.window.desk.apply(Change("Thêm đơn vị", tuple((None, unit) for unit in (ROOM, STAFF, OTHER, ALL))))
    hands.do("units")
    page = hands.window.page()
    assert isinstance(page, UnitsPage)
    return page


def register(hands: Hands) -> dict[str, Unit]:
    assert hands.window.desk.office is not None
    return dict(hands.window.desk.office.units)


def shown(page: UnitsPage) -> str:
    return "".join(unit.id for unit in page.table.kept)


def type_into(page: UnitsPage, unit_id: str, field: str, words: str) -> None:
    page.view.go_to(unit_id, field, edit=True)
    editor = page.cells.editor
    assert editor is not None
    editor.selectAll()
    if words:
        unikey(editor, words)
    else:
        QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def cell(page: UnitsPage, unit_id: str, field: str) -> str:
    return str(page.table.index(page.table.row_of(unit_id), FIELDS.index(field)).data())


def test_the_register_opens_once_and_stands_by_kind(page: UnitsPage, hands: Hands) -> None:
    hands.do("units")
    assert hands.window.page() is page
    assert shown(page) == "rsoa"
    assert leftovers(page) == set()
    nameless = [each for each in page.findChildren(QWidget) if is_control(each) and not name_aloud(each)]
    assert nameless == []


def test_a_few_letters_find_by_any_name(page: UnitsPage) -> None:
    letters(page.search, "vp")
    assert shown(page) == "s"
    page.search.setText("phong tc")
    assert shown(page) == "r"
    page.search.setText("zzz")
    assert shown(page) == ""
    assert not page.view.isVisible()


def test_a_unit_is_renamed_and_keeps_its_old_name(page: UnitsPage, hands: Hands) -> None:
    type_into(page, "r", "name", "Phòng Tổ chức cán bộ")
    assert register(hands)["r"].name == "Phòng Tổ chức cán bộ"
    assert "Phòng Tổ chức" in register(hands)["r"].aliases
    hands.do("undo")
    assert register(hands)["r"] == ROOM
    assert hands.window.page() is page


@pytest.mark.parametrize("word", sorted(TELEX))
def test_unikey_loses_no_letter(page: UnitsPage, hands: Hands, word: str) -> None:
    type_into(page, "s", "short", word)
    assert register(hands)["s"].short == word


def test_other_names_are_a_list(page: UnitsPage, hands: Hands) -> None:
    type_into(page, "s", "aliases", "Bộ phận một cửa;  Văn phòng  UB ;")
    assert register(hands)["s"].aliases == ("Bộ phận một cửa", "Văn phòng UB")


def test_the_kind_is_chosen_from_a_list_that_opens_by_itself(page: UnitsPage, hands: Hands) -> None:
    page.view.go_to("o", "kind", edit=True)
    suggester = page.cells.suggester
    assert suggester is not None
    hands.bot.waitUntil(lambda: suggester.open, timeout=WAIT)
    assert {offer.words for offer in suggester.list.offers} == {"Thuộc cơ quan", "Gọi chung"}
    editor = page.cells.editor
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert register(hands)["o"].kind is UnitKind.INSIDE


def test_a_kind_that_is_none_is_told(page: UnitsPage, hands: Hands) -> None:
    type_into(page, "o", "kind", "phòng ban")
    assert register(hands)["o"] == OTHER
    assert "“phòng ban” không phải một loại đơn vị." in hands.said()


def test_a_collective_has_members_or_means_who_its_words_say(page: UnitsPage, hands: Hands) -> None:
    assert cell(page, "a", "members").startswith(("Mọi đơn vị", "Theo tên gọi"))
    type_into(page, "a", "members", "Văn phòng Sở; tc")
    assert register(hands)["a"].members == ("s", "r")
    assert cell(page, "a", "members") == "Văn phòng Sở; Phòng Tổ chức"
    type_into(page, "a", "members", "")
    assert register(hands)["a"].members == ()
    type_into(page, "a", "members", "Phòng lạ")
    assert "Danh sách chưa có đơn vị “Phòng lạ”." in hands.said()
    assert not page.table.flags(page.table.index(0, FIELDS.index("members"))) & Qt.ItemFlag.ItemIsEditable


def test_a_unit_is_added_by_typing_its_name(page: UnitsPage, hands: Hands) -> None:
    hands.do("insert_item")
    assert page.cells.editor is not None
    unikey(page.cells.editor, "Thanh tra Sở")
    QTest.keyClick(page.cells.editor, Qt.Key.Key_Return)
    assert "Thanh tra Sở" in {unit.name for unit in register(hands).values()}
    assert len(register(hands)) == 5


def test_a_new_unit_may_get_its_kind_first(page: UnitsPage, hands: Hands) -> None:
    page.add()
    new = page.table.kept[0].id
    page.commit()
    type_into(page, new, "kind", "bên ngoài")
    assert new not in register(hands)
    type_into(page, new, "name", "Công an tỉnh")
    assert register(hands)[new] == Unit(new, "Công an tỉnh", kind=UnitKind.OUTSIDE)


def test_a_name_that_is_taken_is_told_and_nothing_changes(page: UnitsPage, hands: Hands) -> None:
    type_into(page, "s", "name", "Phòng TC")
    assert register(hands)["s"] == STAFF
    assert any("Phòng TC" in said for said in hands.said())


def test_units_are_removed_and_come_back(page: UnitsPage, hands: Hands) -> None:
    page.view.selectRow(2)
    hands.do("delete_part")
    assert set(register(hands)) == {"r", "s", "a"}
    hands.do("undo")
    assert set(register(hands)) == {"r", "s", "o", "a"}


@pytest.mark.qt_log_ignore("This plugin does not support")  # of the display that shows nothing
def test_who_has_reported_is_not_removed_but_may_be_joined(page: UnitsPage, hands: Hands) -> None:
    said = Progress("x", "p", "t", "r", {Field.STATUS: Said("Hoàn thành")})
    sent = Sending("y", "p", "r", datetime(2030, 1, 1, tzinfo=UTC))
    hands.window.desk.apply(Change("Báo cáo", ((None, said), (None, sent))))
    page.view.selectRow(0)
    hands.do("delete_part")
    assert "r" in register(hands)
    assert "Phòng Tổ chức đã có báo cáo tiến độ nên không xóa được." in hands.said()
    page.view.selectAll()
    assert not page.join.isEnabled()
    page.view.clearSelection()
    rows = page.view.selectionModel()
    for row in (0, 1):
        rows.select(page.table.index(row, 0), rows.SelectionFlag.Select | rows.SelectionFlag.Rows)
    assert page.join.isEnabled()
    QTest.mouseClick(page.join, Qt.MouseButton.LeftButton)
    menu = page.findChildren(QMenu)[-1]
    assert [action.text() for action in menu.actions()] == ["Gộp vào “Phòng Tổ chức”", "Gộp vào “Văn phòng Sở”"]
    menu.actions()[1].trigger()
    menu.close()
    office = hands.window.desk.office
    assert office is not None
    assert set(register(hands)) == {"s", "o", "a"}
    assert {"Phòng Tổ chức", "TC", "Phòng TC"} <= set(register(hands)["s"].aliases)
    assert (office.progress["x"].unit_id, office.sendings["y"].unit_id) == ("s", "s")
    hands.do("undo")
    assert register(hands) == {"r": ROOM, "s": STAFF, "o": OTHER, "a": ALL}
    assert office.progress["x"] == said


def test_units_are_taken_from_the_plans(hands: Hands) -> None:
    hands.do("units")
    page = hands.window.page()
    assert isinstance(page, UnitsPage)
    assert not page.view.isVisible()
    page.propose_from_plans()
    hands.bot.waitUntil(lambda: "Chưa có kế hoạch nào để lấy đơn vị." in hands.said(), timeout=WAIT)
    hands.add(little_plan())
    hands.do("units")
    page.propose_from_plans()
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), UnitProposals), timeout=WAIT)
    review = hands.window.page()
    assert isinstance(review, UnitProposals)
    assert {"Phòng Cải cách", "Văn phòng", "Các phòng"} == {unit.name for unit in review.table.kept}
    assert leftovers(review) == set()
    review.view.selectRow(0)
    QTest.keyClick(review.view, Qt.Key.Key_Space)
    QTest.mouseClick(review.take, Qt.MouseButton.LeftButton)
    assert hands.window.page() is page
    assert len(register(hands)) == 2
    assert "Đã thêm 2 đơn vị vào danh sách." in hands.said()
    hands.do("undo")
    assert register(hands) == {}


@pytest.mark.parametrize("make", [UnitsTable, ProposedUnits])
def test_the_tables_keep_qt_s_rules(dressed: None, make: type[UnitsTable]) -> None:
    del dressed
    table = make()
    _ = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Warning)
    known = {unit.id: unit for unit in (ROOM, STAFF, OTHER, ALL)}
    table.show_units(tuple(known.values()), known)
    table.show_units((replace(ROOM, short="PTC"), STAFF, OTHER, ALL), known)
    assert table.index(0, 1).data() == "PTC"
    assert str(table.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole)) == f"{COLUMNS[1].title}: VP"
    table.show_units((), {})


def test_refused_words_stay_in_their_line_to_be_mended(page: UnitsPage, hands: Hands) -> None:
    type_into(page, "r", "kind", "phòng")
    assert any("không phải một loại đơn vị" in said for said in hands.said())
    editor = page.cells.editor
    assert editor
    assert editor.text() == "phòng"
    assert editor.hasFocus()
    editor.selectAll()
    unikey(editor, "ngoài")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert page.cells.editor is editor, "these are no first letters either"
    editor.selectAll()
    unikey(editor, "bên")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    hands.bot.waitUntil(lambda: not page.view.findChildren(CellLine), timeout=WAIT)
    assert register(hands)["r"].kind is UnitKind.OUTSIDE


def test_refused_words_are_given_up_with_escape(page: UnitsPage, hands: Hands) -> None:
    before = register(hands)
    type_into(page, "r", "kind", "phòng")
    assert page.cells.editor
    QTest.keyClick(page.cells.editor, Qt.Key.Key_Escape)
    hands.bot.waitUntil(lambda: page.cells.editor is None, timeout=WAIT)
    assert register(hands) == before
    assert page.view.hasFocus()
