"""Filters kept under a name: chosen, renamed, deleted, all of it undone by Hoàn tác."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.ui.hands import Hands
from tests.ui.overview.offices import CLOCK, MORNING, furnish, listed, overview, settle
from tests.ui.streams import unikey
from tthc_desktop.errors import UserError
from tthc_desktop.models.agenda.filter import Filter, SavedFilter
from tthc_desktop.ui.overview.page import OverviewPage
from tthc_desktop.ui.overview.saved import LONGEST, checked_name

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the display that shows nothing
LATE = Filter(overdue=True, open=True)


@pytest.fixture
def page(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> OverviewPage:
    """Return the overview that shows what is late."""
    monkeypatch.setattr(CLOCK, lambda: MORNING)
    furnish(hands)
    shown = overview(hands)
    shown.ask(LATE)
    settle(hands, shown)
    return shown


def kept(hands: Hands) -> list[SavedFilter]:
    assert hands.window.desk.office is not None
    return list(hands.window.desk.office.saved_filters.values())


def entries(menu: QMenu) -> dict[str, QAction]:
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if action.text()}


def below(page: OverviewPage, title: str, name: str) -> QAction:
    menu = entries(page.saved.filters)[title].menu()
    assert isinstance(menu, QMenu)
    return {action.text(): action for action in menu.actions()}[name]


def keep(page: OverviewPage, name: str) -> None:
    popup = page.saved.ask_name()
    unikey(popup.field, name)
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    popup.close()


def test_a_filter_is_kept_chosen_renamed_and_deleted(page: OverviewPage, hands: Hands) -> None:
    keep(page, "Quá hạn")
    assert [(one.name, one.filter) for one in kept(hands)] == [("Quá hạn", LATE)]
    assert page.saved.text() == "Quá hạn"
    page.ask(Filter())
    settle(hands, page)
    assert page.saved.text() == "Bộ lọc đã giữ"
    entries(page.saved.filters)["Quá hạn"].trigger()
    settle(hands, page)
    assert page.filter == LATE
    assert listed(page) == [("t1", "u1")]
    below(page, "Đổi tên", "Quá hạn").trigger()
    assert page.saved.keep("Việc chậm", kept(hands)[0])
    assert [one.name for one in kept(hands)] == ["Việc chậm"]
    below(page, "Xóa bộ lọc", "Việc chậm").trigger()
    assert kept(hands) == []
    assert page.filter == LATE, "the list stays as it is"
    for name in ("Việc chậm", "Quá hạn"):
        hands.do("undo")
        assert [one.name for one in kept(hands)] == [name]
    assert hands.window.page() is page
    hands.do("undo")
    assert kept(hands) == []


def test_a_filter_in_use_is_not_kept_twice_and_its_name_is_its_own(page: OverviewPage, hands: Hands) -> None:
    keep(page, "Quá hạn")
    assert not entries(page.saved.filters)["Giữ bộ lọc đang dùng…"].isEnabled()
    page.ask(Filter())
    settle(hands, page)
    popup = page.saved.ask_name()
    popup.field.setText("QUA HAN")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert popup.isVisible(), "the name can be mended"
    assert hands.said() == ["Đã có bộ lọc “QUA HAN”."]
    popup.close()
    assert len(kept(hands)) == 1


@pytest.mark.parametrize("typed", ["", "  \n ", "x" * (LONGEST + 1)])
def test_names_that_are_none(typed: str) -> None:
    with pytest.raises(UserError):
        checked_name(typed, ())
    assert checked_name("  Của   phòng\n", ()) == "Của phòng"
