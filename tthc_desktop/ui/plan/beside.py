"""What is painted beside the words of the page surface and never typed: numbers, labels, signs, hints, tables."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock

from tthc_desktop.ui import icons
from tthc_desktop.ui.look import colours
from tthc_desktop.ui.plan import face_painting
from tthc_desktop.ui.plan.formats import LEFT, TOP, face_width, is_centred, is_right, page_font, scale_of, width_of
from tthc_desktop.ui.plan.paragraph import Paragraph, Style

_CLOSE = {Style.NUMBER, Style.SYMBOL, Style.FOOT, Style.SUBJECT, Style.ADDRESSEE}
"""Where the mark stands only a blank before the words."""
_RULES = {"motto": 1.0, "agency": 0.45, "title": 0.35}


class _Line(NamedTuple):
    """The shown part of a line of words, in the measures of an unscaled surface."""

    left: float
    right: float
    baseline: float
    bottom: float


def _line(block: QTextBlock, rect: QRectF, number: int, scale: float) -> _Line:
    lines = block.layout()
    line, origin = lines.lineAt(number), rect.topLeft()
    shown = line.naturalTextRect()
    found = (
        origin.x() + shown.left(),
        origin.x() + shown.right(),
        origin.y() + line.y() + line.ascent(),
        origin.y() + lines.boundingRect().bottom(),
    )
    return _Line(*(measure / scale for measure in found))


def paint_beside(painter: QPainter, block: QTextBlock, rect: QRectF, paragraph: Paragraph) -> None:
    """Paint the number or label, the sign after the words, the hint where there are none, and lines."""
    count = block.layout().lineCount()
    if count == 0 or paragraph.style is Style.GAP:
        return
    scale = scale_of(block.document())
    first, last = (_line(block, rect, number, scale) for number in (0, count - 1))
    painter.save()
    painter.scale(scale, scale)
    _paint(painter, block, paragraph, (first, last))
    left = (rect.left() + block.blockFormat().leftMargin()) / scale
    if paragraph.mark:
        start = _hint_start(paragraph, first.left) if _is_empty(block) and paragraph.hint else first.left
        _mark(painter, paragraph, QPointF(start, first.baseline), left)
    if paragraph.style is Style.CAPTION:
        ruler = QRectF(LEFT + TOP, rect.top() / scale - 22, rect.right() / scale - LEFT - TOP, 1)
        painter.fillRect(ruler, QColor(colours().edge))
    if paragraph.face is not None:
        width = face_width(paragraph, block.document().textWidth(), scale)
        face_painting.paint(painter, left, first.bottom + 4, width, paragraph.face)
    painter.restore()


def _is_empty(block: QTextBlock) -> bool:
    return not block.text() and not block.layout().preeditAreaText()


def _paint(painter: QPainter, block: QTextBlock, paragraph: Paragraph, ends: tuple[_Line, _Line]) -> None:
    """Paint what stands in place of the words, behind and below them, between the first line and the last."""
    first, last = ends
    empty, behind = _is_empty(block), last.right
    if empty and paragraph.hint:
        start = _hint_start(paragraph, first.left)
        behind = start + width_of(paragraph.hint, paragraph.style)
        _words(painter, QPointF(start, first.baseline), paragraph, paragraph.hint, italic=True)
    if paragraph.ending and (block.text() or paragraph.style is Style.PLACE):
        _words(painter, QPointF(behind, last.baseline), paragraph, paragraph.ending)
    if paragraph.ruled and not empty:
        _rule(painter, last, paragraph)


def paint_flag(painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
    """Paint the sign that there is something to look at, at the very left of the paragraph's first line."""
    if block.layout().lineCount():
        first = block.layout().lineAt(0)
        middle = rect.top() + first.y() + first.height() / 2
        icons.paint(painter, QRectF(9, middle - 7, 14, 14), "warning", colours().warning)


def _hint_start(paragraph: Paragraph, start: float) -> float:
    width = width_of(paragraph.hint, paragraph.style)
    if is_centred(paragraph.style):
        return start - width / 2
    return start - width if is_right(paragraph.style) else start


def _mark(painter: QPainter, paragraph: Paragraph, start: QPointF, left: float) -> None:
    """Paint a label where the line begins, another mark just before the words."""
    if paragraph.style is Style.LINE:
        _words(painter, QPointF(left, start.y()), paragraph, paragraph.mark)
        return
    bold = paragraph.style is Style.HEADING
    width = width_of(paragraph.mark, paragraph.style) * (1.08 if bold else 1.0)
    gap = 4.0 if paragraph.style in _CLOSE else 8.0
    _words(painter, QPointF(start.x() - width - gap, start.y()), paragraph, paragraph.mark, bold=bold)


def _rule(painter: QPainter, last: _Line, paragraph: Paragraph) -> None:
    """Draw the line that the decree wants below a part, as long as it wants."""
    width = (last.right - last.left) * _RULES.get(paragraph.place.part, 0.4)
    left = (last.left + last.right - width) / 2
    painter.fillRect(QRectF(left, last.bottom + 1, width, 1), QColor(colours().text))


def _words(
    painter: QPainter, at: QPointF, paragraph: Paragraph, words: str, *, bold: bool = False, italic: bool = False
) -> None:
    font = page_font(paragraph.style)
    font.setBold(bold)
    font.setItalic(italic)
    painter.setFont(font)
    painter.setPen(QColor(colours().quiet))
    painter.drawText(at, words)
