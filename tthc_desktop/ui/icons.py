"""Line icons: SVG files drawn in the colour of the palette, sharp at every scale."""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from tthc_desktop.resources import resource
from tthc_desktop.ui.look import colours

_Key = tuple[int, int, QIcon.Mode, str]


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


class LineIcon(QIconEngine):
    """Draws one icon when it is needed, so that a change of the palette changes it too."""

    def __init__(self, name: str, ink: str = "text") -> None:
        super().__init__()
        self._name, self._ink = name, ink
        self._made: dict[_Key, QPixmap] = {}

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw the icon with the colour of its mode."""
        paint(painter, rect, self._name, self._colour(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """Return the icon as a picture of that many device pixels."""
        key = (size.width(), size.height(), mode, self._colour(mode))
        if key not in self._made:
            self._made[key] = self._picture(size, mode)
        return self._made[key]

    def _picture(self, size: QSize, mode: QIcon.Mode) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        paint(painter, QRect(QPoint(0, 0), size), self._name, self._colour(mode))
        painter.end()
        return picture

    def _colour(self, mode: QIcon.Mode) -> str:
        now = colours()
        return now.edge if mode is QIcon.Mode.Disabled else str(getattr(now, self._ink))

    def clone(self) -> QIconEngine:
        """Return an engine of the same icon."""
        return LineIcon(self._name, self._ink)
