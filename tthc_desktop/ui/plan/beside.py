"""What is painted beside the words of the page surface and never typed: numbers, labels, signs, hints, tables."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextLayout

from tthc_desktop.ui.look import colours
from tthc_desktop.ui.plan import face_painting
from tthc_desktop.ui.plan.formats import LEFT, TOP, face_width, is_centred, is_right, page_font, width_of
from tthc_desktop.ui.plan.paragraph import Paragraph, Style

_RULES = {"motto": 1.0, "agency": 0.45, "title": 0.35}


def paint_beside(painter: QPainter, block: QTextBlock, rect: QRectF, paragraph: Paragraph) -> None:
    """Paint the number or label, the sign after the words, the hint where there are none, and lines."""
    lines = block.layout()
    if lines.lineCount() == 0 or paragraph.style is Style.GAP:
        return
    origin = rect.topLeft()
    first = lines.lineAt(0)
    baseline = origin.y() + first.y() + first.ascent()
    start = origin.x() + first.naturalTextRect().left()
    empty = not block.text() and not lines.preeditAreaText()
    if empty and paragraph.hint:
        start = _hint_start(paragraph, start)
        _words(painter, QPointF(start, baseline), paragraph, paragraph.hint, italic=True)
    if paragraph.mark:
        _mark(painter, paragraph, QPointF(start, baseline), origin.x() + block.blockFormat().leftMargin())
    if paragraph.ending and (block.text() or paragraph.style is Style.PLACE):
        _ending(painter, origin, lines, paragraph, start if empty else None)
    if paragraph.ruled and not empty:
        _rule(painter, origin, lines, paragraph)
    if paragraph.style is Style.CAPTION:
        painter.fillRect(QRectF(LEFT + TOP, rect.top() - 22, rect.right() - LEFT - TOP, 1), QColor(colours().edge))
    if paragraph.face is not None:
        left = origin.x() + block.blockFormat().leftMargin()
        below = origin.y() + lines.boundingRect().bottom() + 4
        width = face_width(paragraph, block.document().textWidth())
        face_painting.paint(painter, left, below, width, paragraph.face)


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
    gap = 4.0 if paragraph.style in {Style.NUMBER, Style.SYMBOL, Style.FOOT} else 8.0
    _words(painter, QPointF(start.x() - width - gap, start.y()), paragraph, paragraph.mark, bold=bold)


def _ending(painter: QPainter, origin: QPointF, lines: QTextLayout, paragraph: Paragraph, start: float | None) -> None:
    last = lines.lineAt(lines.lineCount() - 1)
    right = origin.x() + last.naturalTextRect().right()
    if start is not None:
        right = start + width_of(paragraph.hint, paragraph.style)
    _words(painter, QPointF(right, origin.y() + last.y() + last.ascent()), paragraph, paragraph.ending)


def _rule(painter: QPainter, origin: QPointF, lines: QTextLayout, paragraph: Paragraph) -> None:
    """Draw the line that the decree wants below a part, as long as it wants."""
    last = lines.lineAt(lines.lineCount() - 1)
    shown = last.naturalTextRect()
    width = shown.width() * _RULES.get(paragraph.place.part, 0.4)
    left = origin.x() + shown.center().x() - width / 2
    painter.fillRect(QRectF(left, origin.y() + lines.boundingRect().bottom() + 1, width, 1), QColor(colours().text))


def _words(
    painter: QPainter, at: QPointF, paragraph: Paragraph, words: str, *, bold: bool = False, italic: bool = False
) -> None:
    font = page_font(paragraph.style)
    font.setBold(bold)
    font.setItalic(italic)
    painter.setFont(font)
    painter.setPen(QColor(colours().quiet))
    painter.drawText(at, words)
