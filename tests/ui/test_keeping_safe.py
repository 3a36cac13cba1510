"""The window backs its office up by itself, and says so quietly; what goes wrong is told."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.storage.samples import add, rename, sample_plan
from tests.ui.eyes import leftovers
from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.changes import Change
from tthc_desktop.office import Office
from tthc_desktop.safekeeping import choose_second
from tthc_desktop.storage import backups
from tthc_desktop.ui import today
from tthc_desktop.ui.backups.page import BackupsPage
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.opening import open_office


@pytest.fixture
def full(office_path: Path) -> Path:
    """Return the file of an office that holds a plan."""
    with Office.open(office_path) as office:
        add(office, sample_plan())
    return office_path


@pytest.fixture
def bare(dressed: None, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """Return a window without an office."""
    del dressed
    made = MainWindow(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    made.resize(1366, 740)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    qtbot.wait(1)


def reasons(path: Path) -> list[Reason]:
    return [one.backup.reason for one in reversed(backups.listed(path)) if one.backup]


def until_backed_up(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.status.backed_up.text().startswith("Đã sao lưu"))


def test_the_first_opening_of_a_day_is_backed_up(bare: MainWindow, full: Path, qtbot: QtBot) -> None:
    open_office(bare, full)
    until_backed_up(bare, qtbot)
    assert reasons(full) == [Reason.DAY]
    assert not [bar for bar in bare.messages.bars() if bar.kind in {Kind.WARNING, Kind.ERROR}]
    assert bare.status.backed_up.isVisible()


def test_the_word_about_the_last_backup_leads_to_all_of_them(bare: MainWindow, full: Path, qtbot: QtBot) -> None:
    open_office(bare, full)
    until_backed_up(bare, qtbot)
    QTest.mouseClick(bare.status.backed_up, Qt.MouseButton.LeftButton)
    page = bare.page()
    assert isinstance(page, BackupsPage)
    qtbot.waitUntil(lambda: page.table.rowCount() == 1)
    bare.desk.apply(Change("Thêm", ((None, little_plan()),)))
    bare.desk.apply(Change("Xóa", ((little_plan(), None),)), Reason.IMPORT)
    qtbot.waitUntil(lambda: page.table.rowCount() == 2)
    assert leftovers(bare.status) == set()


def test_closing_after_changes_is_backed_up_and_without_any_is_not(bare: MainWindow, full: Path, qtbot: QtBot) -> None:
    open_office(bare, full)
    until_backed_up(bare, qtbot)
    bare.desk.apply(Change("Thêm", ((None, little_plan()),)))
    bare.close()
    assert reasons(full) == [Reason.DAY, Reason.CLOSE]
    assert len(backups.read(backups.listed(full)[0]).plans) == 2
    again = MainWindow(bare.memory)
    open_office(again, full)
    again.close()
    again.deleteLater()
    assert reasons(full) == [Reason.DAY, Reason.CLOSE]


def test_a_new_office_is_backed_up_when_it_holds_something(bare: MainWindow, office_path: Path) -> None:
    open_office(bare, office_path)
    bare.background.finish()
    assert reasons(office_path) == []
    bare.desk.apply(Change("Thêm", ((None, little_plan()),)))
    bare.close()
    assert reasons(office_path) == [Reason.CLOSE]


def test_an_import_is_backed_up_as_the_office_was_before(
    bare: MainWindow, full: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    open_office(bare, full)
    until_backed_up(bare, qtbot)
    assert bare.desk.office is not None
    first = rename(bare.desk.office, next(iter(bare.desk.office.plans)), "Đã sửa sau lần sao lưu đầu")
    paper = tmp_path / "cu.txt"
    paper.write_text("KẾ HOẠCH\nKiểm soát thủ tục\nI. MỤC ĐÍCH\n1. Việc\n", encoding="utf-8")
    hands = Hands(bare, qtbot)
    hands.import_paper(paper)
    hands.accept()
    qtbot.waitUntil(lambda: reasons(full)[-1:] == [Reason.IMPORT])
    assert backups.read(backups.listed(full)[0]).plans == {first.id: first}
    assert len(bare.desk.office.plans) == 2


def test_what_cannot_be_guarded_is_not_done(bare: MainWindow, full: Path, qtbot: QtBot) -> None:
    open_office(bare, full)
    until_backed_up(bare, qtbot)
    hidden = full.rename(full.with_name("chuyển đi.tthc"))
    assert not bare.desk.apply(Change("Nhập", ((None, little_plan()),)), Reason.IMPORT)
    assert any("Chưa sao lưu được dữ liệu nên chưa làm gì." in bar.what for bar in bare.messages.bars())
    assert bare.desk.office is not None
    assert len(bare.desk.office.plans) == 1
    hidden.rename(full)


def test_a_backup_that_fails_is_told(bare: MainWindow, full: Path, qtbot: QtBot) -> None:
    folder = backups.folder_of(full)
    folder.write_bytes(b"a file where the folder should be")
    open_office(bare, full)
    qtbot.waitUntil(lambda: any("Chưa sao lưu được dữ liệu." in bar.what for bar in bare.messages.bars()))
    bare.messages.clear()
    bare.desk.apply(Change("Thêm", ((None, little_plan()),)))
    bare.close()
    folder.unlink()
    again = MainWindow(bare.memory)
    open_office(again, full)
    assert any("Lần đóng trước chưa sao lưu được dữ liệu." in bar.what for bar in again.messages.bars())
    until_backed_up(again, qtbot)
    again.close()
    again.deleteLater()
    third = MainWindow(bare.memory)
    open_office(third, full)
    assert not third.messages.bars()
    third.close()
    third.deleteLater()


def test_a_stick_that_is_away_is_told_once_and_made_up_for(
    bare: MainWindow, full: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    choose_second(full, stick)
    away = stick.rename(tmp_path / "rút ra")
    open_office(bare, full)
    qtbot.waitUntil(lambda: any("Không thấy nơi sao lưu thứ hai" in bar.what for bar in bare.messages.bars()))
    bare.close()
    again = MainWindow(bare.memory)
    open_office(again, full)
    again.background.finish()
    qtbot.wait(1)
    assert not again.messages.bars()
    again.close()
    again.deleteLater()
    away.rename(stick)
    third = MainWindow(bare.memory)
    open_office(third, full)
    qtbot.waitUntil(lambda: any(one.second for one in backups.listed(full)))
    third.close()
    third.deleteLater()


def test_a_window_that_stays_open_backs_up_each_day(
    bare: MainWindow, full: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_office(bare, full)
    until_backed_up(bare, qtbot)
    assert bare.desk.office is not None
    rename(bare.desk.office, next(iter(bare.desk.office.plans)), "Hôm sau")
    tomorrow = today.clock() + timedelta(days=1)
    monkeypatch.setattr(today, "clock", lambda: tomorrow)
    monkeypatch.setattr("tthc_desktop.safekeeping._now", lambda: tomorrow)
    assert bare.desk.safe is not None
    bare.desk.safe.days.look()
    qtbot.waitUntil(lambda: reasons(full) == [Reason.DAY, Reason.DAY])


def test_a_throw_away_office_has_no_backups(bare: MainWindow, full: Path) -> None:
    open_office(bare, full, safe=False)
    bare.desk.apply(Change("Thêm", ((None, little_plan()),)), Reason.IMPORT)
    bare.close()
    assert reasons(full) == []
