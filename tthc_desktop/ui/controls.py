"""Small makers of buttons, labels and rows, so that every screen is built alike."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from tthc_desktop.ui import look
from tthc_desktop.ui.icons import icon

FRAME = QSize(16, 48)
"""What the system draws around a window, at most."""
Slot = Callable[[], object]
Box = TypeVar("Box", bound=QBoxLayout)


def shown(words: str) -> str:
    """Return words for a place where Qt takes & for the mark of a key."""
    return words.replace("&", "&&")


def button(text: str, slot: Slot, *, main: bool = False, link: bool = False, drawing: str = "") -> QPushButton:
    """Return a push button; `main` is the one action of a screen, `link` a quiet one."""
    made = QPushButton(text)
    made.setAccessibleName(text.replace("&", ""))
    made.setProperty("main", main)
    made.setProperty("link", link)
    if drawing:
        made.setIcon(icon(drawing))
    made.clicked.connect(lambda _=False: slot())
    return made


def tool(text: str, slot: Slot, drawing: str) -> QToolButton:
    """Return a button that shows an icon only; its text is the tooltip and the name that is read aloud."""
    made = QToolButton()
    made.setIcon(icon(drawing))
    made.setIconSize(QSize(18, 18))
    made.setToolTip(text)
    made.setAccessibleName(text)
    made.setAutoRaise(True)
    made.clicked.connect(lambda _=False: slot())
    return made


def label(text: str = "", *, quiet: bool = False, bold: bool = False, larger: float = 0.0) -> QLabel:
    """Return a label; the style sheet sees to it that its text is never taken for HTML."""
    made = QLabel(text)
    made.setProperty("quiet", quiet)
    font = made.font()
    font.setBold(bold)
    font.setPointSizeF(font.pointSizeF() + larger)
    made.setFont(font)
    return made


def row(*widgets: QWidget | None, gap: int = look.SPACE, margin: int = 0) -> QHBoxLayout:
    """Return the widgets side by side; None takes up the room that is left."""
    return _box(QHBoxLayout(), widgets, gap, margin)


def column(*widgets: QWidget | None, gap: int = look.SPACE, margin: int = 0) -> QVBoxLayout:
    """Return the widgets one below the other; None takes up the room that is left."""
    return _box(QVBoxLayout(), widgets, gap, margin)


def foot(sentence: QLabel, *buttons: QWidget) -> QWidget:
    """Return the foot of a page: what its main button will do, in as many lines as it takes, and the buttons."""
    made = QWidget()
    made.setObjectName("foot")
    sentence.setWordWrap(True)
    line = row(sentence, *buttons, gap=look.ROOM, margin=look.ROOM)
    line.setStretch(0, 1)
    made.setLayout(line)
    return made


def _box(box: Box, widgets: tuple[QWidget | None, ...], gap: int, margin: int) -> Box:
    box.setSpacing(gap)
    box.setContentsMargins(margin, margin, margin, margin)
    for widget in widgets:
        if widget is None:
            box.addStretch(1)
        else:
            box.addWidget(widget)
    return box


def fit(dialog: QWidget, size: QSize) -> None:
    """Give a dialog this size, or the size of the screen where that is smaller."""
    dialog.resize(size.boundedTo(dialog.screen().availableSize() - FRAME))


class Sign(QWidget):
    """An icon that is drawn anew with the palette."""

    def __init__(self, drawing: str, size: int) -> None:
        super().__init__()
        self._icon = icon(drawing)
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()
