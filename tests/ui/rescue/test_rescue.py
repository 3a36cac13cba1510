"""A window whose office's file is damaged: each way out of it."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.storage.samples import add, sample_plan
from tests.storage.test_checking import lived_in
from tests.storage.test_older_files import OLD
from tests.storage.test_repairing import held, wipe
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.office import Office
from tthc_desktop.storage.backups import make
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.opening import open_office
from tthc_desktop.ui.rescue.page import RescuePage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")
WHERE = range(4096 * 14, 4096 * 30, 4096)


@pytest.fixture
def office_path(tmp_path: Path) -> Path:
    """Return a damaged office with a backup from before its last plan."""
    path = Path(shutil.copy(lived_in(), tmp_path / "van-phong.tthc"))
    make(path, Reason.DAY, datetime(2026, 11, 25, 8, 0, tzinfo=UTC))
    with Office.open(path) as office:
        add(office, sample_plan())
    wipe(path, *WHERE)
    return path


def rescue_page(window: MainWindow, qtbot: QtBot) -> RescuePage:
    page = window.page()
    assert isinstance(page, RescuePage)
    assert window.desk.office is None
    qtbot.waitUntil(lambda: "Đang tìm" not in page.backup.about.text())
    return page


def click(widget: QPushButton) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_all_is_read_out_of_the_damaged_file(window: MainWindow, qtbot: QtBot, office_path: Path) -> None:
    page = rescue_page(window, qtbot)
    assert str(office_path) in page.words.text()

    click(page.repair)
    qtbot.waitUntil(lambda: window.desk.office is not None)

    assert page.head.text() == "Đã lấy lại dữ liệu"
    assert "Đã lấy lại 2 kế hoạch" in page.words.text()
    assert "van-phong.hong-" in page.words.text()
    assert page.found.toPlainText()
    assert window.desk.office is not None
    assert len(window.desk.office.plans) == 2
    assert window.page() is page
    assert not window.messages.bars()
    assert page.focusWidget() is page.go_on
    click(page.backups)
    assert window.page() is not page
    window.pages.setCurrentWidget(page)
    click(page.go_on)
    assert window.page() is window.start


def test_the_newest_backup_is_offered_and_opened(window: MainWindow, qtbot: QtBot) -> None:
    page = rescue_page(window, qtbot)
    assert "1 kế hoạch" in page.backup.about.text()

    click(page.backup)
    qtbot.waitUntil(lambda: window.desk.office is not None)

    assert window.desk.office is not None
    assert len(window.desk.office.plans) == 1
    assert "bản sao lưu" in page.words.text()


def test_another_file_is_chosen(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = rescue_page(window, qtbot)
    other = Path(shutil.copy(lived_in(), tmp_path / "khac.tthc"))

    click(page.other)
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(other))

    assert window.desk.office is not None
    assert not any(isinstance(each, RescuePage) for each in window.all_pages())


def test_a_file_that_was_put_right_meanwhile_opens(window: MainWindow, qtbot: QtBot, office_path: Path) -> None:
    page = rescue_page(window, qtbot)
    shutil.copy(lived_in(), office_path)

    click(page.again)

    assert window.desk.office is not None


def test_where_nothing_can_be_read_the_page_stays_with_its_other_ways(
    window: MainWindow, qtbot: QtBot, office_path: Path
) -> None:
    page = rescue_page(window, qtbot)
    office_path.write_bytes(b"x" * 5000)

    click(page.repair)
    qtbot.waitUntil(lambda: bool(window.messages.bars()))

    assert "Không đọc được nội dung nào" in window.messages.bars()[0].what
    assert page.other.isEnabled()
    assert page.backup.isEnabled()
    assert page.working.isHidden()


def test_a_file_that_lost_its_beginning_is_rescued_as_well(dressed: None, qtbot: QtBot, tmp_path: Path) -> None:
    del dressed
    path = Path(shutil.copy(lived_in(), tmp_path / "office.tthc"))
    whole = held(path)
    path.write_bytes(b"\0" * 200 + path.read_bytes()[200:])
    window = MainWindow(QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))
    window.show()

    open_office(window, path)
    page = rescue_page(window, qtbot)
    assert "Không tìm thấy bản sao lưu" in page.backup.about.text()
    assert not page.backup.isEnabled()
    click(page.repair)
    qtbot.waitUntil(lambda: window.desk.office is not None)
    window.close()

    assert held(path) == whole


def test_any_other_trouble_offers_another_file_too(dressed: None, qtbot: QtBot, tmp_path: Path) -> None:
    del dressed, qtbot
    window = MainWindow(QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))

    open_office(window, tmp_path / "none" / "office.tthc")

    (bar,) = window.messages.bars()
    assert bar.kind is Kind.ERROR
    assert [each.text() for each in bar.findChildren(QPushButton)] == ["Thử lại", "Chọn tệp khác…", "Đóng cửa sổ này"]
    window.close()


def test_an_older_file_is_upgraded_while_the_window_is_there(dressed: None, qtbot: QtBot, tmp_path: Path) -> None:
    del dressed
    path = Path(shutil.copy(OLD / "0003.tthc", tmp_path / "office.tthc"))
    window = MainWindow(QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))

    open_office(window, path)
    assert window.desk.office is None
    assert "Đang nâng cấp" in window.messages.bars()[0].what
    qtbot.waitUntil(lambda: window.desk.office is not None)

    assert not [bar for bar in window.messages.bars() if "Đang nâng cấp" in bar.what]
    window.close()
