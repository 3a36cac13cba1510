"""Lines of lists and trees, drawn alike."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tthc_desktop.ui import look

_ICON = 24
"""How far the words of a line with an icon stand to the right of it."""
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


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
            rect.setLeft(rect.left() + _ICON)
        painter.setFont(option.font)
        painter.setPen(QColor(c.text))
        self._draw_words(painter, rect, option)
        painter.restore()

    def _draw_words(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
        words = painter.fontMetrics().elidedText(option.text, option.textElideMode, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class SentenceDelegate(RowDelegate):
    """Lines of a list that are sentences to be read: each as high as its words need at the width of the list."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        view.setUniformItemSizes(False)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        self.initStyleOption(option, index)
        room = self._view.viewport().width() - look.SPACE - look.GAP - (0 if option.icon.isNull() else _ICON)
        needed = option.fontMetrics.boundingRect(QRect(0, 0, max(room, look.ROW), 0), _WRAPPED, option.text).height()
        return QSize(look.ROW, max(needed + 2 * look.GAP, look.ROW))

    def _draw_words(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
        painter.drawText(rect, _WRAPPED | Qt.AlignmentFlag.AlignVCenter, option.text)
