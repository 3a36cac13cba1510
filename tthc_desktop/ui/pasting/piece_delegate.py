"""How a part of a proposal looks: a box to take or leave it, its words set in by its level, its kind at right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tthc_desktop.models.editing.parts import Piece, What
from tthc_desktop.ui import look
from tthc_desktop.ui.pasting.kinds import kind_name
from tthc_desktop.ui.pasting.pieces_model import PIECE, TAKEN

Index = QModelIndex | QPersistentModelIndex
BOX, STEP, KIND = 36, 20, 148
_SIDE = 14
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class PieceDelegate(QStyledItemDelegate):
    """Draws one part; a task shows below its words who does it and when."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        piece: Piece = index.data(PIECE)
        return QSize(240, look.ROW + (option.fontMetrics.height() + look.GAP if piece.details else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, box, words and kind."""
        piece, taken, c = index.data(PIECE), bool(index.data(TAKEN)), look.colours()
        rect = QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(c.chosen))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(c.accent))
        first = QRect(rect.left(), rect.top(), rect.width(), look.ROW)
        _paint_box(painter, first, taken=taken)
        painter.setPen(QColor(c.quiet))
        painter.drawText(first.adjusted(first.width() - KIND, 0, -look.SPACE, 0), _MIDDLE, kind_name(piece.kind))
        words = first.adjusted(BOX + STEP * min(piece.depth, 6), 0, -KIND - look.SPACE, 0)
        _paint_words(painter, words, piece, QColor(c.text if taken else c.quiet), struck=not taken)
        if piece.details:
            painter.setFont(option.font)
            painter.setPen(QColor(c.quiet))
            below = QRect(words.left(), first.bottom() - look.GAP, rect.right() - words.left() - look.SPACE, look.ROW)
            _paint_cut(painter, below, " · ".join(piece.details))
        painter.restore()


def _paint_box(painter: QPainter, line: QRect, *, taken: bool) -> None:
    """Draw a box with a tick in it, or an empty one."""
    c = look.colours()
    box = QRect(line.left() + look.ROOM, line.center().y() - _SIDE // 2, _SIDE, _SIDE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(c.accent if taken else c.quiet), 1.4))
    painter.setBrush(QColor(c.accent) if taken else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    if taken:
        painter.setPen(QPen(QColor(c.accent_text), 2))
        corner = QPointF(box.topLeft())
        painter.drawPolyline([corner + QPointF(x, y) for x, y in ((3.0, 7.0), (6.0, 10.0), (11.0, 4.0))])


def _paint_words(painter: QPainter, where: QRect, piece: Piece, ink: QColor, *, struck: bool) -> None:
    font = painter.font()
    font.setBold(piece.kind.what in {What.HEADING, What.APPENDIX})
    font.setStrikeOut(struck)
    painter.setFont(font)
    painter.setPen(ink)
    _paint_cut(painter, where, " ".join(f"{piece.number} {piece.words}".split()))
    font.setBold(False)
    font.setStrikeOut(False)
    painter.setFont(font)


def _paint_cut(painter: QPainter, where: QRect, words: str) -> None:
    painter.drawText(
        where, _MIDDLE, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, where.width())
    )
