"""The sheet of shortcuts and the words about the program."""

from bisect import bisect_left
from itertools import accumulate

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from tthc_desktop import __version__
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import column, fit, label, row
from tthc_desktop.ui.shortcuts import key_groups


def show_keys(parent: QWidget) -> None:
    """Open the sheet of shortcuts."""
    keys_sheet(parent).open()


def keys_sheet(parent: QWidget) -> QDialog:
    """Return the sheet: two columns of groups that scroll where the screen is small."""
    inner = QWidget()
    sides = row(gap=2 * look.BROAD)
    inner.setLayout(sides)
    groups = key_groups()
    lengths = list(accumulate(len(keys) + 2 for _, keys in groups))
    middle = bisect_left(lengths, lengths[-1] / 2) + 1
    for part in (groups[:middle], groups[middle:]):
        side = column(gap=look.WIDE)
        for title, keys in part:
            side.addLayout(_group(title, keys))
        side.addStretch(1)
        sides.addLayout(side, 1)
    sheet = _dialog(parent, "Phím tắt", inner)
    fit(sheet, QSize(980, 680))
    return sheet


def _group(title: str, keys: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(look.GAP)
    grid.setHorizontalSpacing(look.WIDE)
    grid.setColumnStretch(0, 1)
    grid.setColumnMinimumWidth(1, 190)
    grid.addWidget(label(title, bold=True), 0, 0, 1, 2)
    for number, (key, words) in enumerate(keys, 1):
        called = label(words)
        called.setWordWrap(True)
        grid.addWidget(called, number, 0)
        grid.addWidget(label(key, quiet=True), number, 1)
    return grid


def show_about(parent: QWidget) -> None:
    """Open the words about the program."""
    inner = QWidget()
    lines = QVBoxLayout(inner)
    lines.addWidget(label("TTHC Desktop", bold=True, larger=6))
    lines.addWidget(label(f"Phiên bản {__version__}", quiet=True))
    words = label("Lập, in và theo dõi kế hoạch kiểm soát thủ tục hành chính của một cơ quan, không cần mạng.")
    words.setWordWrap(True)
    lines.addWidget(words)
    lines.addWidget(label("Phần mềm tự do, giấy phép MIT.", quiet=True))
    lines.addStretch(1)
    dialog = _dialog(parent, "Giới thiệu", inner)
    fit(dialog, QSize(460, 240))
    dialog.open()


def _dialog(parent: QWidget, title: str, inner: QWidget) -> QDialog:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(inner)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    lines = QVBoxLayout(dialog)
    lines.setContentsMargins(look.WIDE, look.WIDE, look.WIDE, look.WIDE)
    lines.addWidget(area)
    lines.addWidget(buttons)
    return dialog
