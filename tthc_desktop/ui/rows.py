"""Lines of lists and trees, drawn alike."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tthc_desktop.ui import look


class RowDelegate(QStyledItemDelegate):
    """Lines of a list or tree: high enough for a finger, the chosen one marked, its focus seen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(look.ROW, max(hint.height(), look.ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground, mark, icon and words."""
        self.initStyleOption(option, index)
        c, rect = look.colours(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(c.chosen))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(c.shade))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(c.accent))
        rect.adjust(look.SPACE, 0, -look.GAP, 0)
        if not option.icon.isNull():
            option.icon.paint(painter, QRect(rect.left(), rect.center().y() - 8, 17, 17))
            rect.setLeft(rect.left() + 24)
        painter.setFont(option.font)
        painter.setPen(QColor(c.text))
        words = painter.fontMetrics().elidedText(option.text, option.textElideMode, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()
