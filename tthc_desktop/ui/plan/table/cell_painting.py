"""How the cells of a grid look: fonts kept from one cell to the next, grounds, ink."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from tthc_desktop.models.table import Column, Role, Row, RowKind
from tthc_desktop.ui import look


class Faces:
    """The grid's font, which may be zoomed, with each emphasis; made anew only when the grid has another one."""

    def __init__(self, view: QObject) -> None:
        self._view = view
        self._base = QFont()
        self._made: dict[tuple[bool, bool], tuple[QFont, QFontMetrics]] = {}

    def font(self, *, bold: bool, italic: bool) -> QFont:
        """Return the font of such words."""
        return self._face(bold, italic)[0]

    def metrics(self, *, bold: bool, italic: bool) -> QFontMetrics:
        """Return the measures of such words."""
        return self._face(bold, italic)[1]

    def _face(self, bold: bool, italic: bool) -> tuple[QFont, QFontMetrics]:
        now = self._view.font() if isinstance(self._view, QWidget) else QFont()
        if now != self._base:
            self._base, self._made = now, {}
        found = self._made.get((bold, italic))
        if found is None:
            font = QFont(now)
            if bold or italic:
                font.setBold(bold)
                font.setItalic(italic)
            found = self._made[bold, italic] = font, QFontMetrics(font)
        return found


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, *, group: bool) -> None:
    """Draw the ground of a cell and the frame of the current one."""
    c = look.colours()
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(option.rect, QColor(c.chosen if chosen else c.shade if group else c.base))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QColor(c.accent))
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.drawRect(option.rect.adjusted(1, 1, -2, -2))


def ink(row: Row, column: Column) -> QColor:
    """Return the colour of a cell's words: computed numbers are quieter."""
    c = look.colours()
    return QColor(c.quiet if column.role is Role.NUMBER and row.kind is not RowKind.GROUP else c.text)
