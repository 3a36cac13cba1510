"""Line icons: SVG files drawn in the colour of the palette, sharp at every scale."""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from tthc_desktop.resources import resource
from tthc_desktop.ui.look import colours


def icon(name: str, ink: str = "text") -> QIcon:
    """Return the icon of a file in `resources/icons`, without `.svg`, in one of the look's colours."""
    return QIcon(LineIcon(name, ink))


@cache
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def paint(painter: QPainter, rect: QRect | QRectF, name: str, colour: str) -> None:
    """Draw an icon in a colour."""
    drawing = _drawing(name).replace("currentColor", colour)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(rect))


def _picture(name: str, size: QSize, colour: str) -> QPixmap:
    picture = QPixmap(size)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    paint(painter, QRect(QPoint(0, 0), size), name, colour)
    painter.end()
    return picture


class LineIcon(QIconEngine):
    """Draws one icon when it is needed, so that a change of the palette changes it too."""

    def __init__(self, name: str, ink: str = "text") -> None:
        super().__init__()
        self._name, self._ink = name, ink

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw the icon with the colour of its mode."""
        paint(painter, rect, self._name, self._colour(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """Return the icon as a picture of that many device pixels, drawn once for all that show it."""
        colour = self._colour(mode)
        key = f"{self._name} {size.width()} {size.height()} {colour}"
        picture = QPixmap()
        if not QPixmapCache.find(key, picture):
            picture = _picture(self._name, size, colour)
            QPixmapCache.insert(key, picture)
        return picture

    def _colour(self, mode: QIcon.Mode) -> str:
        now = colours()
        return now.edge if mode is QIcon.Mode.Disabled else str(getattr(now, self._ink))

    def clone(self) -> QIconEngine:
        """Return an engine of the same icon."""
        return LineIcon(self._name, self._ink)
