"""Reminders: a bar once a day, words in the status bar and on the start page, and the tray."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from tests.ui.eyes import leftovers
from tests.ui.hands import WAIT, Hands
from tests.ui.overview.offices import CLOCK, DONE, MORNING, furnish, overview, settle
from tthc_desktop.models.agenda.sifting import Urgent
from tthc_desktop.models.changes import Change
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.opening import open_office
from tthc_desktop.ui.overview import tray
from tthc_desktop.ui.overview.page import OverviewPage
from tthc_desktop.ui.overview.words import sentence

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged")
"""Words of the display that shows nothing."""
SAID = "1 phần việc quá hạn, 3 phần việc đến hạn trong 7 ngày, 2 phần việc cần rà soát."


@pytest.fixture
def morning(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be a morning on which something is due."""
    monkeypatch.setattr(CLOCK, lambda: MORNING)


@pytest.fixture
def kept(morning: None, hands: Hands) -> Hands:
    """Return a person in front of an office with work to do."""
    del morning
    furnish(hands)
    reminded(hands, SAID)
    return hands


def reminded(hands: Hands, words: str) -> None:
    due = hands.window.start.due
    hands.bot.waitUntil(lambda: due.sentence.text() == words, timeout=WAIT)


def start_again(hands: Hands, office_path: Path, tmp_path: Path) -> Hands:
    hands.window.close()
    window = MainWindow(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    window.show()
    open_office(window, office_path)
    again = Hands(window, hands.bot)
    reminded(again, SAID)
    return again


def end(hands: Hands) -> None:
    hands.window.close()
    hands.window.deleteLater()
    hands.bot.wait(1)


def test_the_bar_comes_at_the_start_once_a_day_and_leads_to_what_is_late(
    kept: Hands, office_path: Path, tmp_path: Path
) -> None:
    assert kept.said() == [], "nobody is reminded of what was just written"
    again = start_again(kept, office_path, tmp_path)
    assert again.said() == [SAID]
    (bar,) = again.window.messages.bars()
    bar.findChildren(type(again.window.start.due.open))[0].click()
    page = again.window.page()
    assert isinstance(page, OverviewPage)
    settle(again, page)
    assert page.filter.overdue
    assert again.said() == []
    once_more = start_again(again, office_path, tmp_path)
    assert once_more.said() == []
    end(once_more)
    end(again)


def test_after_midnight_there_is_a_new_day(kept: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    page = overview(kept)
    monkeypatch.setattr(CLOCK, lambda: MORNING + timedelta(1))
    reminding = kept.window.desk.reminding
    assert reminding is not None
    reminding.days.look()
    kept.bot.waitUntil(lambda: bool(kept.said()), timeout=WAIT)
    assert kept.said()[0].startswith("2 phần việc quá hạn")
    settle(kept, page)
    assert page.figures.by_field["overdue"].value == 2
    assert page.head.day.text() == "Hôm nay: thứ Ba, 18/06/2030"
    assert page.side.calendar.month.today == (MORNING + timedelta(1)).date()


def test_the_status_bar_and_the_start_page_say_it_and_lead_there(kept: Hands) -> None:
    late = kept.window.status.late
    assert late.text() == "1 phần việc quá hạn"
    QTest.mouseClick(late, Qt.MouseButton.LeftButton)
    page = kept.window.page()
    assert isinstance(page, OverviewPage)
    assert page.filter.overdue
    kept.window.desk.apply(Change("Ghi tiến độ", ((None, DONE),)))
    kept.do("home")
    QTest.mouseClick(kept.window.start.due.open, Qt.MouseButton.LeftButton)
    assert kept.window.page() is page
    assert leftovers(kept.window) == set()


def test_a_day_without_anything_pressing_is_told_quietly(
    morning: None, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    del morning
    monkeypatch.setattr(CLOCK, lambda: MORNING - timedelta(160))
    furnish(hands)
    reminded(hands, "Hôm nay không có việc quá hạn, sắp đến hạn hay cần rà soát.")
    assert hands.window.status.late.text() == "Không có việc quá hạn"
    assert hands.said() == []


def test_an_empty_office_says_nothing(hands: Hands) -> None:
    agenda = hands.window.desk.agenda
    assert agenda is not None
    hands.bot.waitUntil(lambda: agenda.ready and not agenda.working, timeout=WAIT)
    assert hands.window.start.due.isHidden()
    assert hands.window.status.late.isHidden()
    assert hands.said() == []


@pytest.mark.parametrize(
    ("urgent", "words"),
    [
        (Urgent(), ""),
        (Urgent(overdue=2, in_seven=3), "2 phần việc quá hạn, 3 phần việc đến hạn trong 7 ngày"),
        (Urgent(overdue=1234), "1.234 phần việc quá hạn"),
        (Urgent(unreviewed=5), "5 phần việc cần rà soát"),
    ],
)
def test_what_is_pressing_in_a_sentence(urgent: Urgent, words: str) -> None:
    assert sentence(urgent) == words


@pytest.fixture
def with_tray(
    morning: None, dressed: None, qtbot: QtBot, office_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hands]:
    """Return a person whose desktop has a place for icons."""
    del morning, dressed
    monkeypatch.setattr(tray, "available", lambda: True)
    window = MainWindow(QSettings(str(tmp_path / "tray.ini"), QSettings.Format.IniFormat))
    window.show()
    open_office(window, office_path)
    made = Hands(window, qtbot)
    furnish(made)
    reminded(made, SAID)
    yield made
    end(made)


def icon_of(hands: Hands) -> QSystemTrayIcon | None:
    reminding = hands.window.desk.reminding
    assert reminding is not None
    return reminding.tray.icon


def test_the_tray_says_the_same_and_is_turned_off_for_good(with_tray: Hands) -> None:
    icon = icon_of(with_tray)
    assert icon is not None
    assert icon.toolTip() == f"TTHC Desktop: {SAID[:-1]}"
    icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert isinstance(with_tray.window.page(), OverviewPage)
    assert with_tray.window.commands["tray"].isChecked()
    with_tray.do("tray")
    assert icon_of(with_tray) is None
    assert not with_tray.window.commands["tray"].isChecked()
    assert with_tray.window.memory.value(tray.ON) == "false"
    with_tray.do("tray")
    assert icon_of(with_tray) is not None


def test_more_that_is_late_is_told_aloud_while_the_window_is_not_in_front(
    with_tray: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _icon, _title, words, *_: said.append(words))
    monkeypatch.setattr(with_tray.window, "isActiveWindow", lambda: False)
    monkeypatch.setattr(CLOCK, lambda: MORNING + timedelta(1))
    reminding = with_tray.window.desk.reminding
    assert reminding is not None
    reminding.days.look()
    with_tray.bot.waitUntil(lambda: bool(said), timeout=WAIT)
    assert said == ["2 phần việc quá hạn, 2 phần việc đến hạn trong 7 ngày, 2 phần việc cần rà soát."]
    reminding.days.look()
    agenda = with_tray.window.desk.agenda
    assert agenda is not None
    with_tray.bot.waitUntil(lambda: not agenda.working, timeout=WAIT)
    assert len(said) == 1, "an hour later nothing is new"


def test_the_tray_goes_with_the_window(with_tray: Hands) -> None:
    with_tray.window.close()
    assert icon_of(with_tray) is None
    assert with_tray.window.desk.office is None


def test_without_a_place_for_icons_the_command_cannot_be_chosen(hands: Hands) -> None:
    assert not hands.window.commands["tray"].isEnabled()
    assert icon_of(hands) is None
