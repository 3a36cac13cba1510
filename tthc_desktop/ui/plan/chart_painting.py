"""Draws the chart of a table as it stands in the text, by the code that prints it."""

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from tthc_desktop.models.charts import Chart
from tthc_desktop.ui.look import DARK, colours

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

_POINT = 96 / 72
"""Pixels of a point on the surface."""
_WIDEST = 680.0
_STEP = 16
_GAP, _TITLE_SIZE = 10.0, 11.0
_MIDDLE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


def height(chart: Chart, width: float) -> float:
    """Return how high a chart is with the room above it and its title, at a width."""
    return _GAP + _size(chart, width).height() + _title_height(chart, width)


def paint(painter: QPainter, top: float, width: float, chart: Chart) -> None:
    """Draw a chart between two edges, 0 and `width`, below a height."""
    size = _size(chart, width)
    place = QRectF((width - size.width()) / 2, top + _GAP, size.width(), size.height())
    sharpness = painter.deviceTransform().m11() * painter.device().devicePixelRatioF()
    painter.drawImage(place, _picture(chart, _points(width), colours() is DARK, round(sharpness, 2)))
    painter.setFont(_font())
    painter.setPen(QColor(colours().text))
    painter.drawText(QRectF(0.0, place.bottom() + 4, width, _title_height(chart, width)), _MIDDLE, chart.title)


def _size(chart: Chart, width: float) -> QSizeF:
    return QSizeF(*_measured(chart, _points(width))) * _POINT


@lru_cache(maxsize=64)
def _measured(chart: Chart, width: int) -> tuple[float, float]:
    size = _drawing(chart, width, False).viewBoxF().size()
    return size.width(), size.height()


def _points(width: float) -> int:
    """Return how wide a chart is drawn: in steps, so that not every width of the window draws it anew."""
    return max(int(min(width, _WIDEST) / _POINT) // _STEP, 1) * _STEP


def _drawing(chart: Chart, width: int, dark: bool) -> "QSvgRenderer":
    """Return the drawing, `width` points wide; the library that draws is loaded for the first chart only."""
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - most plans have no chart

    return QSvgRenderer(QByteArray(_svg(chart, width, dark)))


@lru_cache(maxsize=64)
def _svg(chart: Chart, width: int, dark: bool) -> bytes:
    from tthc_desktop.documents.writing.charts import svg  # noqa: PLC0415 - most plans have no chart

    return svg(chart, float(width), dark=dark)


@lru_cache(maxsize=16)
def _picture(chart: Chart, width: int, dark: bool, sharpness: float) -> QImage:
    """Return the chart painted once: to scroll past sixty units would take a tenth of a second a step."""
    drawing = _drawing(chart, width, dark)
    made = QImage((drawing.viewBoxF().size() * _POINT * sharpness).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(QColor(0, 0, 0, 0))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter)
    painter.end()
    return made


def _title_height(chart: Chart, width: float) -> float:
    if not chart.title:
        return 0.0
    room = QRectF(0.0, 0.0, width, 10_000.0)
    return QFontMetricsF(_font()).boundingRect(room, _MIDDLE, chart.title).height() + 8


def _font() -> QFont:
    font = QFont("Liberation Serif")
    font.setPointSizeF(_TITLE_SIZE)
    font.setItalic(True)
    return font
