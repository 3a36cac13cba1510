"""Vietnamese throughout: our widgets, Qt's dialogs and context menus, dates."""

import re

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
)

from tests.ui.eyes import leftovers
from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.models.table import Role
from tthc_desktop.ui.help import keys_sheet
from tthc_desktop.ui.language import catalogue
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.pasting.clips import Clip
from tthc_desktop.ui.plan.table import menus
from tthc_desktop.ui.shortcuts import key_groups

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the display that shows nothing


def test_our_window(window: MainWindow, hands: Hands) -> None:
    assert leftovers(window) == set()
    hands.add(little_plan())
    hands.open_table("Phụ lục")
    assert leftovers(window) == set()


def test_a_proposal(window: MainWindow, hands: Hands) -> None:
    hands.add(little_plan()).pasting.receive(
        Clip(html="<h1>Một</h1><img><p>a\ufffd</p><table><tr><th>STT<td>2</table>")
    )
    assert leftovers(window) == set()


def test_what_a_table_opens(window: MainWindow, hands: Hands) -> None:
    del window
    hands.add(little_plan())
    grid = hands.open_table("Phụ lục")
    grid.setCurrentIndex(hands.cell(1, Role.LEAD))
    grid.does.columns.open_dialog()
    grid.does.columns.open_numbering()
    grid.does.columns.rename(2)
    opened = [menus.cell_menu(grid), menus.head_menu(grid, 2), menus.kind_menu(grid)]
    grid.sieve.open(2)
    assert leftovers(grid) == set()
    assert set().union(*map(leftovers, opened)) == set()
    assert [widget for widget in grid.findChildren(QLineEdit) if not widget.accessibleName()] == []


def test_the_sheet_of_keys(window: MainWindow) -> None:
    sheet = keys_sheet(window)
    assert leftovers(sheet) <= {"Delete", "Home"}
    assert len(key_groups()) > 4
    sheet.close()


@pytest.mark.parametrize("mode", [QFileDialog.AcceptMode.AcceptOpen, QFileDialog.AcceptMode.AcceptSave])
def test_file_dialogs(window: MainWindow, mode: QFileDialog.AcceptMode) -> None:
    dialog = QFileDialog(window, "Chọn tệp")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    dialog.show()
    found = leftovers(dialog)
    model = dialog.findChildren(QDialog)
    dialog.close()
    assert found == set()
    assert model == []


def test_the_print_dialog(window: MainWindow) -> None:
    printer = QPrinter()
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle("In kế hoạch")
    dialog.show()
    found = leftovers(dialog)
    dialog.close()
    assert found == set()


def test_buttons_that_qt_names(window: MainWindow) -> None:
    box = QDialogButtonBox(window)
    for button in QDialogButtonBox.StandardButton:
        if button is not QDialogButtonBox.StandardButton.NoButton:
            box.addButton(button)
    message = QMessageBox(window)
    message.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    message.setDetailedText("chi tiết")
    assert leftovers(box) | leftovers(message) == set()


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTextEdit])
def test_context_menus(window: MainWindow, kind: type[QLineEdit | QPlainTextEdit | QTextEdit]) -> None:
    editor = kind(window)
    menu = editor.createStandardContextMenu()
    assert leftovers(menu) == set()
    menu.deleteLater()


def test_dates_are_written_as_here(window: MainWindow) -> None:
    del window
    assert QLocale().toString(QDate(2025, 2, 1), "dddd dd/MM/yyyy") == "Thứ Bảy 01/02/2025"
    assert QLocale().monthName(2) == "tháng 2"


def test_the_catalogue_leaves_nothing_out() -> None:
    assert len(catalogue()) > 300
    for (context, english), ours in catalogue().items():
        assert ours.strip(), (context, english)
        assert re.findall(r"%\d", english) == re.findall(r"%\d", ours), english
