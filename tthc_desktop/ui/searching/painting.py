"""The ground of found words in a cell."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextLine, QTextOption

from tthc_desktop.ui.look import colours

Span = tuple[int, int]


def units(words: str) -> int:
    """Return how many places Qt counts in the words; a letter beyond Unicode's first plane is two."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def paint_cell(painter: QPainter, room: QRect, words: str, marked: tuple[Sequence[Span], bool], look: QFont) -> None:
    """Paint the ground of found words in a cell; the words themselves are drawn over it afterwards.

    The lines are broken as Qt's own drawing of wrapped words breaks them.
    """
    found, in_front = marked
    layout = QTextLayout(words.replace("\n", "\u2028"), look)
    layout.setTextOption(_wrapped())
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room.width())
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    colour = QColor(colours().found_now if in_front else colours().found)
    for start, end in found:
        first, last = units(words[:start]), units(words[:end])
        for number in range(layout.lineCount()):
            painter.fillRect(_part(layout, number, first, last).translated(room.topLeft()), colour)


def _wrapped() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    return option


def _part(layout: QTextLayout, number: int, first: int, last: int) -> QRectF:
    """Return where a stretch of words stands on one line, empty when it does not."""
    line = layout.lineAt(number)
    begin, end = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
    if begin >= end:
        return QRectF()
    left, right = _x(line, begin), _x(line, end)
    return QRectF(left, line.y(), right - left, line.height())


def _x(line: QTextLine, place: int) -> float:
    at = line.cursorToX(place)
    assert isinstance(at, tuple)
    return float(at[0])
