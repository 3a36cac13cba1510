"""The day on the clerk's wall, asked in one place."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.ui.hands import WAIT
from tthc_desktop.ui.today import HOUR, Days, today, until_midnight

CLOCK = "tthc_desktop.ui.today.clock"


def test_another_clock_can_be_put_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CLOCK, lambda: datetime(2030, 6, 16, 8, 5, tzinfo=UTC))
    assert today() == date(2030, 6, 16)


def test_a_new_day_is_told_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent, told = QObject(), []
    monkeypatch.setattr(CLOCK, lambda: datetime(2030, 6, 16, 23, 30, tzinfo=UTC))
    days = Days(parent)
    days.turned.connect(lambda: told.append("turned"))
    days.passed.connect(lambda: told.append("passed"))
    days.look()
    assert told == ["passed"]
    monkeypatch.setattr(CLOCK, lambda: datetime(2030, 6, 17, 0, 0, 1, tzinfo=UTC))
    days.look()
    assert told == ["passed", "turned", "passed"]
    assert days.day == date(2030, 6, 17)
    qtbot.wait(1)


def test_the_clock_is_asked_by_itself_after_midnight(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QObject()
    monkeypatch.setattr(CLOCK, lambda: datetime(2030, 6, 16, 23, 59, 59, 999_000, tzinfo=UTC))
    monkeypatch.setattr("tthc_desktop.ui.today.HOUR", 1)
    days = Days(parent)
    monkeypatch.setattr(CLOCK, lambda: datetime(2030, 6, 17, 0, 0, 1, tzinfo=UTC))
    with qtbot.waitSignal(days.turned, timeout=WAIT):
        pass


def test_how_long_it_is_to_the_next_day() -> None:
    assert until_midnight(datetime(2030, 12, 31, 23, 59, 58, tzinfo=UTC)) == 3000
    assert until_midnight(datetime(2030, 6, 16, tzinfo=UTC)) == 24 * HOUR + 1000
