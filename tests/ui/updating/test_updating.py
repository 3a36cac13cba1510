"""Cập nhật từ tệp and Giấy phép in the window."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.hands import WAIT
from tests.updates import laid, packed, version_in
from tthc_desktop import __version__
from tthc_desktop.ui.licences import LicencesDialog
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.updating import UpdateDialog
from tthc_desktop.updating import place

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the display that shows nothing


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of an installed program."""
    program = laid(tmp_path / "program", __version__)
    monkeypatch.setattr(place, "program_folder", lambda: program.folder)
    return program.folder


def shown(window: MainWindow) -> UpdateDialog:
    window.commands["update"].trigger()
    return window.findChildren(UpdateDialog)[-1]


def test_a_file_is_told_before_it_is_installed(window: MainWindow, qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    dialog = shown(window)
    assert not dialog.start.isEnabled()
    assert dialog.back.isHidden()

    dialog.take(packed(tmp_path, "9.8.7"))
    assert "phiên bản 9.8.7; không có chữ ký của nơi cung cấp" in dialog.found.text()
    assert version_in(folder) == __version__

    dialog.start.click()
    qtbot.waitUntil(lambda: "Đã thay bằng phiên bản 9.8.7" in dialog.words.text(), timeout=WAIT)
    assert version_in(folder) == "9.8.7"
    dialog.reject()


def test_one_step_back(
    window: MainWindow, qtbot: QtBot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = shown(window)
    dialog.take(packed(tmp_path, "9.8.7"))
    dialog.start.click()
    qtbot.waitUntil(lambda: "Đã thay" in dialog.words.text(), timeout=WAIT)
    dialog.reject()

    monkeypatch.setattr(place, "__version__", "9.8.7")
    dialog = shown(window)
    assert dialog.back.text() == f"Quay về bản {__version__}"
    dialog.back.click()
    qtbot.waitUntil(lambda: "Đã thay" in dialog.words.text(), timeout=WAIT)
    assert version_in(folder) == __version__
    dialog.reject()


def test_a_file_that_is_none_is_told_and_cannot_be_installed(window: MainWindow, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.tthc-capnhat").write_text("không phải", encoding="utf-8")
    dialog = shown(window)

    dialog.take(tmp_path / "a.tthc-capnhat")

    assert "không phải tệp cập nhật" in dialog.found.text()
    assert not dialog.start.isEnabled()
    assert version_in(folder) == __version__
    dialog.reject()


def test_an_older_version_is_told_to_be_older(window: MainWindow, folder: Path, tmp_path: Path) -> None:
    dialog = shown(window)

    dialog.take(packed(tmp_path, "0.0.9"))

    assert "phiên bản 0.0.9, cũ hơn bản đang dùng;" in dialog.found.text()
    assert folder.is_dir()
    dialog.reject()


def test_a_checkout_says_why_it_takes_no_file(window: MainWindow) -> None:
    dialog = shown(window)

    assert "mã nguồn" in dialog.words.text()
    assert not dialog.choose.isEnabled()
    dialog.reject()


def test_licences_are_shown_and_sought(window: MainWindow) -> None:
    window.commands["licences"].trigger()
    [dialog] = window.findChildren(LicencesDialog)
    first = dialog.list.topLevelItem(0)
    assert first is not None
    assert "SIL OPEN FONT LICENSE" in dialog.words.toPlainText()

    dialog.sought.setText("khong co")
    assert first.isHidden()
    dialog.sought.setText("tthc mit")
    assert first.isHidden()
    dialog.sought.setText("mit")
    assert not first.isHidden()
    dialog.reject()
