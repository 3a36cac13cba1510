"""How the grid of returned values looks: a round mark before each value that can be chosen, filled where it is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from tthc_desktop.ui import look
from tthc_desktop.ui.icons import paint as paint_icon
from tthc_desktop.ui.merging.spot_editors import SpotEditors
from tthc_desktop.ui.merging.spots_model import SHOWN, Cell
from tthc_desktop.ui.merging.works import Work

Index = QModelIndex | QPersistentModelIndex
_MARK, _DOT, _SIGN = 7.0, 3.5, 14
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_WRAP = Qt.TextFlag.TextWordWrap | _MIDDLE


def tall(metrics_height: int) -> int:
    """Return the height of every line: two lines of words with room around them."""
    return 2 * metrics_height + look.SPACE + look.GAP


class SpotsDelegate(SpotEditors):
    """Draws one cell, or its part of a heading."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, tall(option.fontMetrics.height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, mark and words."""
        cell, view = index.data(SHOWN), self.parent()
        if isinstance(cell, Work) and isinstance(view, QTableView):
            paint_heading(painter, view, option, cell)
        if not isinstance(cell, Cell):
            return
        c, rect = look.colours(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(c.chosen))
        current = isinstance(view, QTableView) and view.hasFocus() and view.currentIndex().row() == index.row()
        if index.column() == 0 and current:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(c.accent))
        painter.setPen(QColor(c.shade))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(look.SPACE, 2, -look.SPACE, -2)
        if cell.chosen is not None:
            paint_mark(painter, QPointF(inner.left() + _MARK, rect.center().y()), chosen=cell.chosen)
            inner.setLeft(inner.left() + 20)
        quiet = cell.chosen is False or (cell.chosen is None and index.column() > 0)
        _paint_words(painter, option.font, inner, cell, quiet=quiet)
        painter.restore()


def paint_mark(painter: QPainter, middle: QPointF, *, chosen: bool) -> None:
    """Draw a ring, with a dot in it for what is chosen."""
    c = look.colours()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(c.accent if chosen else c.quiet), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, _MARK, _MARK)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.accent))
        painter.drawEllipse(middle, _DOT, _DOT)


def _paint_words(painter: QPainter, font: QFont, where: QRect, cell: Cell, *, quiet: bool) -> None:
    """Draw the words on two lines, or on one with the quieter words below."""
    c, strong = look.colours(), QFont(font)
    strong.setWeight(QFont.Weight.Normal if quiet else QFont.Weight.DemiBold)
    painter.setFont(strong)
    painter.setPen(QColor(c.quiet if quiet else c.text))
    if not cell.below:
        draw_two_lines(painter, where, cell.words)
        return
    half = where.height() // 2
    first = where.adjusted(0, 0, 0, -half)
    room = _paint_tag(painter, font, first, cell) if cell.tag else 0
    painter.setFont(strong)
    painter.setPen(QColor(c.quiet if quiet else c.text))
    painter.drawText(first, _MIDDLE, _cut(painter, cell.words, where.width() - room))
    painter.setFont(font)
    painter.setPen(QColor(c.quiet))
    painter.drawText(where.adjusted(0, half, 0, 0), _MIDDLE, _cut(painter, cell.below, where.width()))


def _paint_tag(painter: QPainter, font: QFont, where: QRect, cell: Cell) -> int:
    """Draw a sign at the right, with its word where there is room; return the room it takes."""
    c = look.colours()
    painter.setFont(font)
    painter.setPen(QColor(c.warning if cell.asks else c.quiet))
    width, words = map(painter.fontMetrics().horizontalAdvance, (cell.tag, cell.words))
    wide = where.width() > width + words * 1.2 + 2 * _SIGN
    if wide:
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, cell.tag)
    room = (width if wide else 0) + _SIGN + 2
    sign = QRect(where.right() - room, where.center().y() - _SIGN // 2, _SIGN, _SIGN)
    paint_icon(painter, sign, "warning" if cell.asks else "good", c.warning if cell.asks else c.quiet)
    return room + look.GAP


def draw_two_lines(painter: QPainter, where: QRect, words: str) -> None:
    """Draw words on one line or two, and cut what does not fit."""
    metrics = painter.fontMetrics()
    if metrics.horizontalAdvance(words) <= where.width():
        painter.drawText(where, _MIDDLE, words)
        return
    first = ""
    for word in words.split(" "):
        longer = f"{first} {word}".strip()
        if metrics.horizontalAdvance(longer) > where.width():
            break
        first = longer
    first = first or _cut(painter, words, where.width())
    rest = words[len(first) :].strip()
    half = where.height() // 2
    painter.drawText(where.adjusted(0, 0, 0, -half), _MIDDLE, first)
    painter.drawText(where.adjusted(0, half, 0, 0), _MIDDLE, _cut(painter, rest, where.width()))


def _cut(painter: QPainter, words: str, width: int) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)


def paint_heading(painter: QPainter, view: QTableView, option: QStyleOptionViewItem, work: Work) -> None:
    """Draw the part of a heading that lies in one cell; together they make one line across all columns."""
    c, rect = look.colours(), QRect(0, option.rect.top(), view.viewport().width(), option.rect.height())
    painter.save()
    painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
    painter.fillRect(rect, QColor(c.window))
    painter.setPen(QColor(c.edge))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    strong = QFont(option.font)
    strong.setWeight(QFont.Weight.DemiBold)
    painter.setFont(strong)
    painter.setPen(QColor(c.text))
    inner = rect.adjusted(look.SPACE, 2, -look.SPACE, -2)
    if not work.is_one_plan:
        inner.setRight(inner.right() - _paint_plan(painter, option.font, inner, work.plan_title))
        painter.setFont(strong)
        painter.setPen(QColor(c.text))
    draw_two_lines(painter, inner, work.words())
    painter.restore()


def _paint_plan(painter: QPainter, font: QFont, where: QRect, words: str) -> int:
    """Draw at the right of a heading which plan it belongs to; return the room it takes."""
    painter.setFont(font)
    painter.setPen(QColor(look.colours().quiet))
    cut = _cut(painter, words, where.width() // 3)
    painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, cut)
    return painter.fontMetrics().horizontalAdvance(cut) + look.WIDE
