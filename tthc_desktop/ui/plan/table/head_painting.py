"""How the titles of a grid's head look."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from tthc_desktop.ui import look

FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


def paint_title(painter: QPainter, rect: QRect, words: str, beside: int = 0) -> None:
    """Draw the ground, the lines and the words of a title, which leave room for an arrow beside them."""
    c = look.colours()
    painter.fillRect(rect, QColor(c.shade))
    painter.setPen(QPen(QColor(c.edge)))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.drawLine(rect.topRight(), rect.bottomRight())
    painter.setPen(QPen(QColor(c.text)))
    painter.drawText(rect.adjusted(look.SPACE // 2, 0, -look.SPACE // 2 - beside, 0), FLAGS, words)


def paint_arrow(painter: QPainter, rect: QRect, *, marked: bool) -> None:
    """Draw the arrow of a filter, filled while it hides rows."""
    c = look.colours()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(c.accent if marked else c.edge)))
    painter.setBrush(QColor(c.accent if marked else c.base))
    painter.drawRoundedRect(rect, 3, 3)
    at, path = rect.center(), QPainterPath()
    path.moveTo(at.x() - 3, at.y() - 1)
    path.lineTo(at.x() + 5, at.y() - 1)
    path.lineTo(at.x() + 1, at.y() + 4)
    path.closeSubpath()
    painter.fillPath(path, QColor(c.accent_text if marked else c.text))
