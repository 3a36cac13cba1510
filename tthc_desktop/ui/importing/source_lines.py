"""The lines that something was read from, as a review shows them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from tthc_desktop.ui import look
from tthc_desktop.ui.controls import column, label, row
from tthc_desktop.ui.importing.source_model import FATE, NUMBER, PLACED, STOOD

_MARGIN, _FATE, _WORDS = 52, 148, 220
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SourceLines(QStyledItemDelegate):
    """Draws a line with its number and where it went; one without a place is marked by colour, shape and word.

    `tall` leaves room below the words for those of another encoding.
    """

    def __init__(self, view: QListView, *, tall: bool = False) -> None:
        super().__init__(view)
        self._tall = tall

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, look.ROW + (option.fontMetrics.height() if self._tall else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw number, mark, words and fate."""
        c, whole, placed = look.colours(), QRect(option.rect), bool(index.data(PLACED))
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, QColor(c.chosen))
        if not placed:
            painter.fillRect(QRect(whole.left(), whole.top(), 4, whole.height()), QColor(c.warning))
        rect = QRect(whole.left(), whole.top(), whole.width(), look.ROW)
        painter.setPen(QColor(c.quiet))
        painter.drawText(QRect(rect.left() + 4, rect.top(), _MARGIN - 12, rect.height()), _RIGHT, _number(index))
        fate = str(index.data(FATE) or "") if placed else ""
        aside = _FATE if fate and rect.width() >= _MARGIN + _WORDS + _FATE else 0
        if aside:
            where = QRect(rect.right() - aside, rect.top(), aside - look.SPACE, rect.height())
            _paint_cut(painter, where, fate, _RIGHT)
        words = rect.adjusted(_MARGIN, 0, -look.SPACE - aside, 0)
        painter.setPen(QColor(c.text if placed else c.warning))
        _paint_cut(painter, words, str(index.data()) if placed else f"Chưa xếp: {index.data()}", _LEFT)
        if stood := str(index.data(STOOD) or ""):
            painter.setPen(QColor(c.quiet))
            below = words.translated(0, option.fontMetrics.height())
            _paint_cut(painter, below, f"Bản gốc ghi: {stood}", _LEFT)
        painter.restore()


def _number(index: QModelIndex | QPersistentModelIndex) -> str:
    return str(index.data(NUMBER))


def _paint_cut(painter: QPainter, where: QRect, words: str, side: Qt.AlignmentFlag) -> None:
    cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, where.width())
    painter.drawText(where, side, cut)


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
