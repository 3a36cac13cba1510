"""The lines that something was read from, as a review shows them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from tthc_desktop.ui import look
from tthc_desktop.ui.controls import column, label, row
from tthc_desktop.ui.importing.source_model import NUMBER, PLACED

_MARGIN = 52


class SourceLines(QStyledItemDelegate):
    """Draws a line with its number; one without a place is marked by colour, shape and word."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, look.ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw number, mark and words."""
        c, rect, placed = look.colours(), QRect(option.rect), bool(index.data(PLACED))
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(c.chosen))
        if not placed:
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), QColor(c.warning))
        painter.setPen(QColor(c.quiet))
        number = QRect(rect.left() + 4, rect.top(), _MARGIN - 12, rect.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.data(NUMBER)))
        words = rect.adjusted(_MARGIN, 0, -look.SPACE, 0)
        text = str(index.data()) if placed else f"Chưa xếp: {index.data()}"
        painter.setPen(QColor(c.text if placed else c.warning))
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)
        painter.restore()


def titled(title: str, detail: str, view: QWidget) -> QWidget:
    """Return a view below a strip with its name."""
    holder = QWidget()
    strip = QWidget()
    strip.setObjectName("strip")
    line = row(label(title, bold=True), label(detail, quiet=True), None)
    line.setContentsMargins(look.ROOM, look.SPACE, look.ROOM, look.SPACE)
    strip.setLayout(line)
    lines: QVBoxLayout = column(strip, view, gap=0)
    holder.setLayout(lines)
    return holder
