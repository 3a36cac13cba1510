"""A bug in the window: a bar, the report read before it is saved, no word of the office unless it is ticked."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.ui import bugs
from tthc_desktop.ui.bug_reports.dialog import ReportDialog
from tthc_desktop.ui.bug_reports.telling import tell_crashes
from tthc_desktop.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the display that shows nothing


def dialog_of(window: MainWindow) -> ReportDialog:
    (found,) = window.findChildren(ReportDialog)
    return found


def gone_wrong(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> ReportDialog:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    bugs.catch(window.show_bug)
    sys.excepthook(ZeroDivisionError, ZeroDivisionError("Kế hoạch mật"), None)
    (bar,) = window.messages.bars()
    assert "Có lỗi của chương trình" in bar.what
    next(each for each in bar.findChildren(QAbstractButton) if each.text() == "Báo lỗi…").click()
    return dialog_of(window)


def test_a_report_holds_no_words_of_the_office_unless_ticked(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.add(little_plan())
    dialog = gone_wrong(hands.window, monkeypatch)
    said = dialog.words.toPlainText()
    assert "ZeroDivisionError: …" in said
    assert "Kế hoạch mật" not in said
    assert "1 kế hoạch, báo cáo và bản lưu" in said
    assert "MỤC ĐÍCH" not in said
    dialog.opened.click()
    assert "ZeroDivisionError: Kế hoạch mật" in dialog.words.toPlainText()
    next(each for each in dialog.findChildren(QAbstractButton) if each.text() == "Sao chép").click()
    assert QGuiApplication.clipboard().text() == dialog.words.toPlainText()
    dialog.reject()


def test_the_report_is_saved_as_shown(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = gone_wrong(hands.window, monkeypatch)
    said, path = dialog.words.toPlainText(), tmp_path / "lỗi.txt"
    dialog.save.click()
    (asked,) = hands.window.findChildren(QFileDialog)
    asked.fileSelected.emit(str(path))
    hands.bot.waitUntil(path.is_file)
    assert path.read_text(encoding="utf-8") == said
    asked.reject()


def test_a_report_can_be_made_of_nothing(hands: Hands) -> None:
    hands.do("report_bug")
    dialog = dialog_of(hands.window)
    assert "LỖI\n(không có)" in dialog.words.toPlainText()
    assert not dialog.opened.isVisibleTo(dialog)
    dialog.reject()


def test_a_crash_is_told_at_the_next_start(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tthc_desktop.ui.bug_reports.telling.left_behind", lambda _: "Fatal Python error: Aborted")
    monkeypatch.setattr("tthc_desktop.ui.bug_reports.telling.watch", lambda _: None)
    tell_crashes(window)
    (bar,) = window.messages.bars()
    assert "không được đóng bình thường" in bar.what
    next(each for each in bar.findChildren(QAbstractButton) if each.text() == "Báo lỗi…").click()
    assert "Fatal Python error" in dialog_of(window).words.toPlainText()
    dialog_of(window).reject()
