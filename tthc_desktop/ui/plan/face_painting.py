"""Draws a table as it stands in the text: head, first rows, how many more there are, and its chart."""

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from tthc_desktop.ui.look import colours
from tthc_desktop.ui.plan import chart_painting
from tthc_desktop.ui.plan.table_face import Face

FAMILY, SIZE, PAD = "Liberation Serif", 10.5, 4.0
_LEAST = 120.0
_WRAP = Qt.TextFlag.TextWordWrap
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter | _WRAP)
_TOP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | _WRAP)


class Piece(NamedTuple):
    """A cell of the drawing: where it is, its words, and whether they are strong and in the middle."""

    rect: QRectF
    words: str
    head: bool = False
    group: bool = False


def height(face: Face, width: float) -> float:
    """Return how high the drawing is at this width, with the chart below it."""
    width = max(width, _LEAST)
    return _table_height(face, width) + (chart_painting.height(face.chart, width) if face.chart else 0.0)


def _table_height(face: Face, width: float) -> float:
    return max((piece.rect.bottom() for piece in _pieces(face, width)), default=0.0)


def paint(painter: QPainter, left: float, top: float, width: float, face: Face) -> None:
    """Draw the table below a place."""
    c, width = colours(), max(width, _LEAST)
    painter.save()
    painter.translate(left, top)
    for piece in _pieces(face, width):
        if piece.head or piece.group:
            painter.fillRect(piece.rect, QColor(c.shade))
        painter.setPen(QPen(QColor(c.edge)))
        painter.drawRect(piece.rect)
        painter.setFont(_font(bold=piece.head or piece.group))
        painter.setPen(QColor(c.text))
        inner = piece.rect.adjusted(PAD, PAD, -PAD, -PAD)
        painter.drawText(inner, _MIDDLE if piece.head else _TOP, piece.words)
    if face.chart is not None:
        chart_painting.paint(painter, _table_height(face, width), width, face.chart)
    painter.restore()


def _font(*, bold: bool = False) -> QFont:
    font = QFont(FAMILY)
    font.setPointSizeF(SIZE)
    font.setBold(bold)
    return font


@lru_cache(maxsize=64)
def _pieces(face: Face, width: float) -> tuple[Piece, ...]:
    whole = sum(face.shares) or 1.0
    edges = [0.0]
    for share in face.shares:
        edges.append(edges[-1] + width * share / whole)
    made = _head(face, edges)
    top = max((piece.rect.bottom() for piece in made), default=0.0)
    for row in face.rows:
        spans = [(0.0, width)] if row.group else list(pairwise(edges))
        high = max(
            (_needed(words, b - a, bold=row.group) for words, (a, b) in zip(row.cells, spans, strict=True)), default=0
        )
        made += [
            Piece(QRectF(a, top, b - a, high), words, group=row.group)
            for words, (a, b) in zip(row.cells, spans, strict=True)
        ]
        top += high
    if face.whole > len(face.rows):
        rest = f"… còn {face.whole - len(face.rows)} hàng nữa"
        made.append(Piece(QRectF(0.0, top, width, _needed(rest, width)), rest, group=True))
    return tuple(made)


def _head(face: Face, edges: list[float]) -> list[Piece]:
    """Return the titles, common ones above those that they hold together."""
    spans = _common(face.over)
    upper = max((_needed(face.over[a], edges[b] - edges[a], bold=True) for a, b in spans), default=0.0)
    lower = [
        _needed(title, edges[n + 1] - edges[n], bold=True) - (0.0 if face.over[n] else upper)
        for n, title in enumerate(face.titles)
    ]
    high = upper + max(lower, default=0.0)
    made = [Piece(QRectF(edges[a], 0.0, edges[b] - edges[a], upper), face.over[a], head=True) for a, b in spans]
    for n, title in enumerate(face.titles):
        top = upper if face.over[n] else 0.0
        made.append(Piece(QRectF(edges[n], top, edges[n + 1] - edges[n], high - top), title, head=True))
    return made


def _common(over: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return where each common title begins and ends."""
    spans: list[tuple[int, int]] = []
    for n, words in enumerate(over):
        if words and spans and spans[-1][1] == n and over[spans[-1][0]] == words:
            spans[-1] = (spans[-1][0], n + 1)
        elif words:
            spans.append((n, n + 1))
    return spans


def _needed(words: str, width: float, *, bold: bool = False) -> float:
    room = QRectF(0.0, 0.0, max(width - 2 * PAD, 8.0), 10_000.0)
    return QFontMetricsF(_font(bold=bold)).boundingRect(room, _TOP, words or " ").height() + 2 * PAD + 1
