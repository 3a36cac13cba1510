"""The frame: start page, commands, messages, panes, what is kept for the next time."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QPushButton, QToolBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.eyes import is_control, name_aloud
from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.editing.life import keep_version
from tthc_desktop.models.table import Role
from tthc_desktop.models.text import plain
from tthc_desktop.office import Office
from tthc_desktop.ui import look
from tthc_desktop.ui.life.starting import NewPlanPage
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.menus import TOOLBAR
from tthc_desktop.ui.messages import Bar, Kind
from tthc_desktop.ui.opening import open_office
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.plan.paragraph import HEADER, SIGNATURE, Place
from tthc_desktop.ui.plans_list import PlansView
from tthc_desktop.ui.start_page import Card, Cards

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the display that shows nothing


def plans(window: MainWindow) -> PlansView:
    view = window.start.view
    assert view is not None
    return view


def test_an_empty_office_says_what_belongs_there(window: MainWindow) -> None:
    assert window.page() is window.start
    assert "Chưa có kế hoạch nào" in window.start.empty.text()
    assert window.start.view is None or not window.start.view.isVisible()


def test_a_new_plan_is_opened_and_undo_takes_it_away(window: MainWindow, hands: Hands) -> None:
    hands.do("new")
    chooser = window.page()
    assert isinstance(chooser, NewPlanPage)
    chooser.blank.click()
    assert hands.page.plan.kind == "KẾ HOẠCH"
    assert window.commands["undo"].toolTip() == "Hoàn tác: Lập kế hoạch mới (Ctrl+Z)"
    hands.see_preview()
    hands.do("undo")
    assert window.page() is window.start
    hands.do("redo")
    assert len(plans(window).plans.listed) == 1


def test_the_start_page_lists_and_opens_plans(window: MainWindow, hands: Hands) -> None:
    hands.add(little_plan())
    hands.do("home")
    view = plans(window)
    hands.bot.waitUntil(view.isVisible)
    index = view.plans.index(0, 0)
    assert index.data() == "Kiểm soát thủ tục hành chính năm 2030"
    view.setCurrentIndex(index)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    assert isinstance(window.page(), PlanPage)
    assert window.pages.count() == 2


def test_a_plan_goes_with_its_versions_and_comes_back_with_them(window: MainWindow, hands: Hands) -> None:
    plan = little_plan()
    hands.add(plan)
    office = window.desk.office
    assert office is not None
    versions = [keep_version(plan, name, datetime(2026, 3, 1, tzinfo=UTC)) for name in ("một", "hai")]
    window.desk.apply(Change("Lưu bản", tuple((None, version) for version in versions)))
    hands.do("home")
    assert [listed.level for listed in plans(window).plans.listed] == [0, 1, 1]

    hands.open(plan.id)
    hands.do("delete")
    assert dict(office.plans) == {}
    assert "cùng 2 bản đã lưu" in window.messages.bars()[-1].what

    hands.do("undo")
    assert office.plans.keys() == {plan.id, *(version.id for version in versions)}
    assert hands.page.plan == plan
    hands.do("home")
    assert len(plans(window).plans.listed) == 3


def test_a_deleted_plan_comes_back(window: MainWindow, hands: Hands) -> None:
    hands.add(little_plan())
    hands.do("delete")
    assert window.page() is window.start
    bar = window.messages.bars()[0]
    button = next(b for b in bar.findChildren(QAbstractButton) if b.text() == "Hoàn tác")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.desk.office is not None
    assert list(window.desk.office.plans) == ["p1"]


def test_commands_of_a_plan_need_one(window: MainWindow, hands: Hands) -> None:
    assert not window.commands["print"].isEnabled()
    hands.add(little_plan())
    assert window.commands["print"].isEnabled()
    window.close_page(window.page())
    assert not window.commands["print"].isEnabled()


def test_the_status_bar_tells_where_we_are(window: MainWindow, hands: Hands) -> None:
    hands.add(little_plan())
    assert window.status.saved.text().startswith("Đã lưu ")
    assert window.status.problems.text() == "1 chỗ cần xem"
    assert window.status.where.text() == "Trang 1/2"
    assert window.status.scale.text().endswith(" %")


def test_panes_can_be_hidden_and_f6_goes_round(window: MainWindow, hands: Hands) -> None:
    page = hands.add(little_plan())
    page.surface.setFocus()
    order = []
    for _ in page.panes_in_order():
        QTest.keyClick(window, Qt.Key.Key_F6)
        order.append(next(pane for pane in page.panes_in_order() if pane.hasFocus()))
    assert len(set(order)) == len(order) == 4
    hands.do("preview")
    assert page.preview.isHidden()
    assert not window.commands["preview"].isChecked()
    hands.do("preview")
    assert not page.preview.isHidden()


def test_choosing_a_part_goes_there_everywhere(hands: Hands) -> None:
    page = hands.add(little_plan())
    page.go_to("a1")
    assert page.grid() is not None
    assert page.preview.pages.page() == 1
    page.go_to("s2")
    assert page.grid() is None
    assert page.surface.paragraphs[page.surface.textCursor().blockNumber()].place.owner == "s2"
    page.preview.pointed.emit("w2")
    grid = page.grid()
    assert grid is not None
    assert grid.currentIndex().row() == 2


def test_outline_and_preview_follow_the_tab(hands: Hands) -> None:
    page = hands.add(little_plan())
    hands.open_table("Phụ lục")
    assert page.outline.entries.owner(page.outline.currentIndex()) == "a1"
    assert page.preview.pages.page() == 1


def test_the_outline_tells_the_head_from_the_signature(hands: Hands) -> None:
    page = hands.add(little_plan())
    for part, owner in (("title", HEADER), ("signatory", SIGNATURE), ("kind", HEADER)):
        page.surface.put_cursor(Place("", part))
        assert page.outline.entries.owner(page.outline.currentIndex()) == owner


def test_undo_shows_what_it_changed(hands: Hands) -> None:
    page = hands.add(little_plan())
    hands.open_table("Phụ lục")
    hands.type_into_cell(2, Role.LEAD, "Thanh tra")
    page.tabs.setCurrentIndex(0)
    hands.do("undo")
    assert hands.grid.here() == "w2"
    page.go_to("b1")
    hands.do("redo")
    assert hands.grid.here() == "w2"


def test_undo_of_words_in_sight_scrolls_nowhere(hands: Hands) -> None:
    page = hands.add(little_plan())
    for part in ("place", "agency"):
        paragraph = next(p for p in page.surface.paragraphs if p.place.part == part)
        page.surface.written.emit(paragraph, plain("Khác"))
    before = page.surface.verticalScrollBar().value()
    hands.do("undo")
    hands.do("undo")
    assert page.surface.verticalScrollBar().value() == before


def test_a_plan_is_removed_from_the_start_page_and_comes_back(window: MainWindow, hands: Hands) -> None:
    hands.add(little_plan())
    hands.do("home")
    view = plans(window)
    assert not window.commands["delete"].isEnabled()
    view.setCurrentIndex(view.plans.index(0, 0))
    hands.bot.waitUntil(window.commands["delete"].isEnabled)
    view.menu_of(view.currentIndex()).actions()[-1].trigger()
    assert len(view.plans.listed) == 0
    assert hands.said() == ["Đã xóa “Kiểm soát thủ tục hành chính năm 2030”."]
    (bar,) = window.messages.bars()
    next(b for b in bar.findChildren(QAbstractButton) if b.text() == "Hoàn tác").click()
    assert len(view.plans.listed) == 1


def test_light_or_dark_can_be_chosen(window: MainWindow, hands: Hands) -> None:
    hands.do("look_dark")
    assert look.colours() is look.DARK
    assert window.commands["look_dark"].isChecked()
    assert window.memory.value("window/look") == "dark"
    hands.do("look_light")
    assert look.colours() is look.LIGHT
    assert not window.commands["look_dark"].isChecked()
    hands.do("look_system")
    assert window.commands["look_system"].isChecked()


def test_a_window_kept_from_a_larger_screen_fits_this_one(dressed: None, qtbot: QtBot, tmp_path: Path) -> None:
    del dressed
    memory = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    larger = MainWindow(memory)
    qtbot.addWidget(larger)
    larger.resize(5000, 4000)
    memory.setValue("window/shape", larger.saveGeometry())
    window = MainWindow(memory)
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    assert window.width() <= room.width()
    assert window.height() <= room.height()


def test_the_preview_keeps_its_place(hands: Hands) -> None:
    page = hands.add(little_plan(120))
    hands.open_table("Phụ lục")
    hands.bot.wait(50)
    bar = page.preview.pages.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    spot = page.preview.pages.spot()
    hands.grid.cells.setData(hands.grid.cells.index(1, 2), "Thanh tra")
    hands.see_preview()
    again = page.preview.pages.spot()
    assert again.page == spot.page
    assert again.top == pytest.approx(spot.top, abs=2)


def test_widths_are_kept_for_the_next_time(window: MainWindow, hands: Hands) -> None:
    page = hands.add(little_plan())
    page.panes.setSizes([300, 500, 500])
    sizes = page.panes.sizes()
    window.close_page(page)
    assert hands.open("p1").panes.sizes() == sizes


def test_a_held_office_file_is_told_with_a_way_out(
    dressed: None, qtbot: QtBot, office_path: Path, tmp_path: Path
) -> None:
    del dressed
    window = MainWindow(QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    held = Office.open(office_path)
    try:
        open_office(window, office_path)
        (bar,) = window.messages.bars()
        assert bar.kind is Kind.ERROR
        assert "Chưa mở được" in window.start.empty.text()
        assert not any(card.isEnabled() for card in window.start.findChildren(Card))
    finally:
        held.close()
    again = next(b for b in bar.findChildren(QAbstractButton) if b.text() == "Thử lại")
    again.click()
    assert window.desk.office is not None
    assert all(card.isEnabled() for card in window.start.findChildren(Card))
    window.close()


def test_known_trouble_is_a_bar_and_no_dialog(window: MainWindow) -> None:
    window.show_trouble(UserError("Không ghi được.", "Hãy chọn nơi khác."))
    assert [type(bar) for bar in window.messages.bars()] == [Bar]
    assert window.findChildren(QDialog) == []


def test_ctrl_f1_opens_the_sheet_of_keys(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    (sheet,) = window.findChildren(QDialog)
    assert sheet.windowTitle() == "Phím tắt"
    sheet.close()


def test_every_control_has_a_name_to_be_read_aloud(window: MainWindow, hands: Hands) -> None:
    hands.add(little_plan())
    hands.open_table("Phụ lục")
    nameless = [widget for widget in window.findChildren(QWidget) if is_control(widget) and not name_aloud(widget)]
    assert nameless == []


@pytest.mark.parametrize("width", [900, 1366, 1920])
def test_nothing_needs_more_room_than_a_small_screen(window: MainWindow, hands: Hands, width: int) -> None:
    hands.add(little_plan())
    window.resize(width, 700)
    assert window.minimumSizeHint().width() <= 1000
    assert window.width() == width


@pytest.mark.parametrize("width", [911, 1366])
def test_the_toolbar_loses_no_button_on_a_small_screen(window: MainWindow, hands: Hands, width: int) -> None:
    window.resize(width, 512)
    bar = window.findChild(QToolBar, "toolbar")
    assert bar is not None
    hands.bot.waitUntil(lambda: all(bar.widgetForAction(window.commands[name]).isVisible() for name in TOOLBAR if name))
    search = window.findChild(QPushButton, "search")
    assert search is not None
    assert search.isVisible()
    assert search.geometry().right() <= bar.width()


def test_undo_that_takes_a_plan_away_says_so_and_offers_it_back(window: MainWindow, hands: Hands) -> None:
    hands.add(little_plan())
    hands.do("undo")
    assert hands.said() == ["Đã hoàn tác: Thêm kế hoạch."]
    assert len(plans(window).plans.listed) == 0


def test_many_tabs_keep_short_titles_whole_and_can_be_scrolled_to(window: MainWindow, hands: Hands) -> None:
    for number in range(7):
        hands.add(copy_plan(little_plan(number + 1)))
    for command in ("units", "legal", "days", "reports"):
        hands.do(command)
    bar = window.pages.tabBar()
    for place, page in enumerate(window.all_pages()):
        if len(page.title()) <= len("Tổng quan"):
            assert bar.tabRect(place).width() >= bar.tabSizeHint(place).width(), page.title()
    scrollers = [each for each in bar.findChildren(QToolButton) if each.objectName() == "tabs_scroller"]
    assert all(each.isVisible() and not each.icon().isNull() for each in scrollers)
    assert len(scrollers) == 2


def test_the_cards_of_the_first_page_move_below_one_another_when_the_window_grows_narrow(
    window: MainWindow, qtbot: QtBot
) -> None:
    (cards,) = window.findChildren(Cards)

    def are_in(rows: int) -> bool:
        return len({card.y() for card in cards.findChildren(Card)}) == rows

    for width, rows in ((1366, 1), (911, 2), (1366, 1)):
        window.resize(width, 700)
        qtbot.waitUntil(partial(are_in, rows))
        assert cards.visibleRegion().boundingRect().width() == cards.width()
