"""Units are renamed, merged, split and ended on the page of the register, each in one step that undo takes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import WAIT, Hands
from tests.ui.streams import unikey
from tests.ui.units.test_page import ALL, OTHER, ROOM, STAFF, cell, register, shown, type_into
from tthc_desktop.models.changes import Change
from tthc_desktop.models.unit import Unit
from tthc_desktop.ui.units.forms import UnitForm
from tthc_desktop.ui.units.page import UnitsPage

BEFORE = {unit.id: unit for unit in (ROOM, STAFF, OTHER, ALL)}


@pytest.fixture
def page(hands: Hands) -> UnitsPage:
    """Return the page of a register of four."""
    hands.window.desk.apply(Change("Thêm đơn vị", tuple((None, unit) for unit in BEFORE.values())))
    hands.do("units")
    page = hands.window.page()
    assert isinstance(page, UnitsPage)
    return page


def choose(page: UnitsPage, *ids: str) -> None:
    page.view.clearSelection()
    rows = page.view.selectionModel()
    for id_ in ids:
        index = page.table.index(page.table.row_of(id_), 0)
        rows.select(index, rows.SelectionFlag.Select | rows.SelectionFlag.Rows)


def asked(page: UnitsPage, hands: Hands, command: str, *ids: str) -> UnitForm:
    choose(page, *ids)
    hands.do(command)
    form = hands.window.page()
    assert isinstance(form, UnitForm)
    assert leftovers(form) == set()
    nameless = [each for each in form.findChildren(type(form.take)) if is_control(each) and not name_aloud(each)]
    assert nameless == []
    return form


def fill(form: UnitForm, **words: str) -> None:
    for field, typed in words.items():
        form.lines[field].selectAll()
        unikey(form.lines[field], typed)
    QTest.mouseClick(form.take, Qt.MouseButton.LeftButton)


def test_a_unit_is_renamed_from_a_day(page: UnitsPage, hands: Hands) -> None:
    form = asked(page, hands, "rename_unit", "r")
    assert (form.lines["name"].text(), form.lines["short"].text()) == ("Phòng Tổ chức", "TC")
    fill(form, name="Phòng Nhân sự", short="NS", day="01/07/2025")
    assert hands.window.page() is page
    assert (register(hands)["r"].name, register(hands)["r"].short) == ("Phòng Nhân sự", "NS")
    assert cell(page, "r", "history") == "Đến 30/06/2025 là Phòng Tổ chức (TC)"
    assert "Phòng Tổ chức từ 01/07/2025 là Phòng Nhân sự." in hands.said()
    hands.do("undo")
    assert register(hands) == BEFORE


@pytest.mark.parametrize(
    ("name", "day", "said"),
    [
        ("Phòng Nhân sự", "31/02/2025", "Ngày “31/02/2025” không có trong lịch."),
        ("Phòng Nhân sự", "1/1/20255", "Ngày “1/1/20255” không có trong lịch."),
        ("Văn phòng Sở", "01/07/2025", "Tên “Văn phòng Sở” đã là một tên của Văn phòng Sở."),
    ],
)
def test_what_cannot_be_is_told_and_the_form_stays(
    page: UnitsPage, hands: Hands, name: str, day: str, said: str
) -> None:
    form = asked(page, hands, "rename_unit", "r")
    fill(form, name=name, day=day)
    assert said in hands.said()
    assert hands.window.page() is form
    assert register(hands) == BEFORE
    QTest.mouseClick(form.leave_it, Qt.MouseButton.LeftButton)
    assert hands.window.page() is page


def test_units_are_merged_into_a_new_one(page: UnitsPage, hands: Hands) -> None:
    form = asked(page, hands, "merge_units", "r", "s")
    fill(form, name="", day="01/07/2025")
    assert "Chưa ghi nhập vào đơn vị nào." in hands.said()
    fill(form, name="Văn phòng Tổng hợp")
    (new,) = (unit for unit in register(hands).values() if unit.id not in BEFORE)
    assert new.name == "Văn phòng Tổng hợp"
    assert cell(page, new.id, "history") == "Từ 01/07/2025 tiếp nhận Phòng Tổ chức; Văn phòng Sở"
    assert (cell(page, "r", "valid_to"), cell(page, new.id, "valid_from")) == ("30/06/2025", "01/07/2025")
    assert cell(page, "r", "history") == "Từ 01/07/2025 nhập vào Văn phòng Tổng hợp"
    assert page.view.chosen() == (new,)
    page.in_force.setChecked(True)
    assert shown(page) == f"{new.id}oa"
    page.in_force.setChecked(False)
    choose(page, "r")
    hands.do("reopen_unit")
    assert register(hands)["r"] == ROOM
    hands.do("undo")
    hands.do("undo")
    assert register(hands) == BEFORE


def test_a_unit_is_merged_into_one_that_is_offered(page: UnitsPage, hands: Hands) -> None:
    form = asked(page, hands, "merge_units", "r")
    unikey(form.lines["name"], "vp")
    offers = [offer.words for offer in form._offers("vp")]
    assert offers == ["Văn phòng Sở"]
    fill(form, name="Văn phòng Sở", day="ngày 01 tháng 7 năm 2025")
    assert register(hands)["r"].became == ("s",)


def test_a_unit_is_split(page: UnitsPage, hands: Hands) -> None:
    form = asked(page, hands, "split_unit", "r")
    fill(form, name="Phòng Tổ chức", day="01/07/2025")
    assert "Phòng Tổ chức phải được chia thành ít nhất hai đơn vị." in hands.said()
    fill(form, name="Phòng Tổ chức; Phòng Đào tạo")
    units = register(hands)
    assert [units[id_].name for id_ in units["r"].became] == ["Phòng Tổ chức", "Phòng Đào tạo"]
    assert cell(page, "r", "history") == "Từ 01/07/2025 chia thành Phòng Tổ chức; Phòng Đào tạo"
    hands.do("undo")
    assert register(hands) == BEFORE


def test_a_unit_ends(page: UnitsPage, hands: Hands) -> None:
    fill(asked(page, hands, "end_unit", "o"), day="31/12/2025")
    assert cell(page, "o", "valid_to") == "31/12/2025"
    assert register(hands)["o"].became == ()


def test_days_are_typed_into_their_cells(page: UnitsPage, hands: Hands) -> None:
    type_into(page, "r", "valid_from", "1/3/2020")
    type_into(page, "r", "valid_to", "31/12/2030")
    assert (cell(page, "r", "valid_from"), cell(page, "r", "valid_to")) == ("01/03/2020", "31/12/2030")
    type_into(page, "r", "valid_to", "")
    assert register(hands)["r"].valid_to is None
    type_into(page, "r", "valid_to", "01/01/2020")
    assert any("01/03/2020 mới có" in said for said in hands.said())


@pytest.mark.qt_log_ignore("This plugin does not support")  # of the display that shows nothing
def test_the_acts_are_offered_for_what_is_chosen(page: UnitsPage, hands: Hands) -> None:
    choose(page, "r")
    QTest.mouseClick(page.head.change, Qt.MouseButton.LeftButton)
    menu = page.findChildren(QMenu)[-1]
    assert [action.text() for action in menu.actions()] == ["Đổi tên…", "Sáp nhập…", "Chia tách…", "Ngừng hoạt động…"]
    menu.actions()[0].trigger()
    menu.close()
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), UnitForm), timeout=WAIT)
    form = hands.window.page()
    form.finished.emit()
    assert [a.text() for a in page.view.menu(ROOM, STAFF).actions() if a.text()][:3] == [
        "Sửa ô này",
        "Chép tên đơn vị",
        "Sáp nhập…",
    ]
    page.view.clearSelection()
    page.table.show_units((), {})
    page.view.setCurrentIndex(page.table.index(-1, -1))
    assert "rename_unit" not in page.commands()


def test_a_collective_is_merged_into_nothing(page: UnitsPage, hands: Hands) -> None:
    fill(asked(page, hands, "merge_units", "a"), name="Văn phòng Sở", day="01/07/2025")
    assert any("là tên chung của nhiều đơn vị" in said for said in hands.said())
    assert register(hands) == BEFORE


def test_members_that_are_gone_stay_members_of_their_time(page: UnitsPage, hands: Hands) -> None:
    type_into(page, "a", "members", "Phòng Tổ chức; Văn phòng Sở")
    fill(asked(page, hands, "split_unit", "r"), name="Phòng Tổ chức; Phòng Đào tạo", day="01/07/2025")
    members = register(hands)["a"].members
    assert members[:2] == ("r", "s")
    assert cell(page, "a", "members") == "Văn phòng Sở; Phòng Tổ chức; Phòng Đào tạo"
    type_into(page, "a", "members", "Phòng Tổ chức; Văn phòng Sở; Phòng Tổ chức")
    assert register(hands)["a"].members == ("r", "s", members[2])
    assert isinstance(register(hands)["r"], Unit)
