"""Lines of a list with a title and, below it, a quieter text that may wrap."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tthc_desktop.ui import look
from tthc_desktop.ui.icons import icon

TWO_LINES = Qt.ItemDataRole.UserRole + 7
"""The role of the quieter text."""
DRAWING = Qt.ItemDataRole.UserRole + 8
"""The role of a line's own icon, by name."""
_INDENT, _ICON, _NARROWEST = 44, 24, 100
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class TwoLines(QStyledItemDelegate):
    """Draws icon, title and text."""

    def __init__(self, parent: QObject, drawing: str) -> None:
        super().__init__(parent)
        self._drawing = drawing

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view = self.parent()
        room = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        wide = max(room - _INDENT - look.WIDE, _NARROWEST)
        metrics = QFontMetrics(option.font)
        text = metrics.boundingRect(QRect(0, 0, wide, 400), int(_WRAP), str(index.data(TWO_LINES)))
        return QSize(_NARROWEST, metrics.height() + text.height() + 3 * look.SPACE + look.GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground, mark, icon and both texts."""
        c, rect = look.colours(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(c.chosen))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(c.shade))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(c.accent))
        inner = rect.adjusted(_INDENT, look.ROOM, -look.WIDE, -look.SPACE)
        icon(str(index.data(DRAWING) or self._drawing)).paint(
            painter, QRect(rect.left() + look.ROOM, inner.top(), _ICON, _ICON)
        )
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(c.text))
        title = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _WRAP, title)
        painter.setFont(option.font)
        painter.setPen(QColor(c.quiet))
        below = inner.adjusted(0, painter.fontMetrics().height() + look.GAP, 0, 0)
        painter.drawText(below, _WRAP, str(index.data(TWO_LINES)))
        painter.restore()
