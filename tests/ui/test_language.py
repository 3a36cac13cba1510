"""Vietnamese throughout: our widgets, Qt's dialogs and context menus, dates."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, QLocale, QObject
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.models.table import Role
from tthc_desktop.ui.help import key_groups, keys_sheet
from tthc_desktop.ui.language import catalogue
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.pasting.clips import Clip
from tthc_desktop.ui.plan.table import menus

ENGLISH = re.compile(
    r"\b(the|and|of|file|files|folder|open|close|save|cancel|print|printer|page|pages|copy|paste|cut|delete|undo|"
    r"redo|select|all|name|type|size|date|look|yes|no|help|apply|preview|options|new|edit|view|zoom|sheet|none|"
    r"paper|margins?|portrait|landscape|color|width|height|location|copies|range|from)\b",
    re.IGNORECASE,
)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the display that shows nothing
SAME_IN_BOTH = {"A4", "PDF", "TTHC Desktop", "Ctrl", "Shift", "Alt"}


def texts(root: QObject) -> Iterator[str]:
    """Yield every word that a widget and all below it shows or reads aloud."""
    for thing in (root, *root.findChildren(QObject)):
        yield from _own(thing)


def _own(thing: QObject) -> Iterator[str]:
    if isinstance(thing, QAction):
        yield from (thing.text(), thing.toolTip())
    if not isinstance(thing, QWidget):
        return
    yield from (thing.windowTitle(), thing.toolTip(), thing.accessibleName(), thing.accessibleDescription())
    if isinstance(thing, QAbstractButton | QLabel):
        yield thing.text()
    if isinstance(thing, QGroupBox | QMenu):
        yield thing.title()
    if isinstance(thing, QLineEdit):
        yield thing.placeholderText()
    if isinstance(thing, QTabWidget):
        yield from (thing.tabText(place) for place in range(thing.count()))
    if isinstance(thing, QComboBox) and not thing.isEditable():
        yield from (thing.itemText(place) for place in range(thing.count()) if thing.itemText(place).islower())


def leftovers(root: QObject) -> set[str]:
    """Return the texts that are English."""
    found = {words.replace("&", "").strip() for words in texts(root)} - SAME_IN_BOTH
    sources = {english.replace("&", "") for (_, english), ours in catalogue().items() if english != ours}
    keys = re.compile(r"\(?\b(Ctrl|Alt|Shift)\+\S*|F\d+\b|Esc|Enter|Tab|Delete|Home")
    return {words for words in found if words in sources or ENGLISH.search(keys.sub("", words))}


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
