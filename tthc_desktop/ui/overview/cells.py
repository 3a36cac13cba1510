"""Cells of two lines: what matters, and a quieter word below it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tthc_desktop.ui import look

Index = QModelIndex | QPersistentModelIndex
BELOW = Qt.ItemDataRole.UserRole + 1
"""The role of the quieter words."""
TALL, _ICON = 48, 16
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TwoLineCells(QStyledItemDelegate):
    """Lets the style draw ground and mark, and draws the words itself."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), TALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell; one without quieter words has its own in the middle."""
        self.initStyleOption(option, index)
        words, ink = option.text, option.palette.text().color()
        option.text, option.icon = "", QIcon()
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        rect = QRect(option.rect).adjusted(look.SPACE, 4, -look.SPACE, -5)
        drawing = index.data(Qt.ItemDataRole.DecorationRole)
        below = str(index.data(BELOW) or "")
        painter.save()
        painter.setFont(option.font)
        half = QRect(rect.left(), rect.top(), rect.width(), rect.height() // 2) if below else rect
        if isinstance(drawing, QIcon):
            drawing.paint(painter, QRect(half.left(), half.center().y() - _ICON // 2 + 1, _ICON, _ICON))
            half.setLeft(half.left() + _ICON + 6)
        self._line(painter, half, words, ink)
        if below:
            lower = QRect(half.left(), half.bottom() + 1, half.width(), half.height())
            self._line(painter, lower, below, QColor(look.colours().quiet))
        painter.restore()

    def _line(self, painter: QPainter, rect: QRect, words: str, ink: QColor) -> None:
        painter.setPen(ink)
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _LEFT, cut)
