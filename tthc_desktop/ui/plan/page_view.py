"""The pages of a PDF below each other, drawn from its very bytes; old pictures stay until the new ones are there."""

from bisect import bisect_left
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from tthc_desktop.ui import look

GAP = look.ROOM
SCALES = (0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
_POINTS_PER_INCH, _A4_WIDTH = 72.0, 595.0
_KEPT = 12
"""How many pictures of pages are kept."""


class Spot(NamedTuple):
    """A place on paper: the page from 0 and the points from its top."""

    page: int
    top: float


class PageView(QAbstractScrollArea):
    """Shows a document at a scale or as wide as the view."""

    moved = Signal()
    """The page or the scale in sight has changed."""
    pointed = Signal(object)
    """A Spot that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Bản in xem trước")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self._document)
        self._data = b""
        self._sizes: list[QSizeF] = []
        self._rects: list[QRect] = []
        self._ends: list[int] = []
        self._pictures: dict[int, tuple[QSize, QImage]] = {}
        self._scale = 0.0
        self._mark: Spot | None = None
        self.verticalScrollBar().valueChanged.connect(lambda _: self._scrolled())
        self.horizontalScrollBar().valueChanged.connect(lambda _: self._scrolled())

    # The document

    def show_pdf(self, data: bytes) -> None:
        """Show other bytes; the place in sight stays where it was."""
        if data == self._data:
            return
        self._data = data
        here = self.spot()
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._sizes = [self._document.pagePointSize(page) for page in range(self._document.pageCount())]
        self._pictures.clear()
        self._lay_out()
        self._scroll_to(here)
        self.viewport().update()
        self.moved.emit()

    @property
    def data(self) -> bytes:
        """The bytes on show."""
        return self._data

    def text(self, page: int) -> str:
        """Return the words of a page as the PDF holds them."""
        return self._document.getAllText(page).text()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    # Where we are

    def spot(self) -> Spot:
        """Return the place at the upper edge of the view."""
        y = self.verticalScrollBar().value()
        page = self._page_at(y)
        if page < 0:
            return Spot(0, 0.0)
        rect = self._rects[page]
        return Spot(page, (y - rect.top()) * self._sizes[page].height() / rect.height())

    def _page_at(self, y: int) -> int:
        """Return the page that holds a height of the whole, or the gap above it; -1 when there are no pages."""
        return min(bisect_left(self._ends, y), self.pages - 1)

    def page(self) -> int:
        """Return the page, from 0, that is read now."""
        bar = self.verticalScrollBar()
        if bar.value() == bar.maximum() > 0:
            return self.pages - 1
        return max(self._page_at(bar.value() + self.viewport().height() // 3), 0)

    def go_to(self, spot: Spot) -> None:
        """Bring a place into sight, unless it is, and mark it."""
        self._mark = spot
        if spot.page < self.pages:
            y = self._y(spot)
            top = self.verticalScrollBar().value()
            if not top + 20 <= y <= top + self.viewport().height() * 0.7:
                self.verticalScrollBar().setValue(int(y - self.viewport().height() * 0.2))
        self.viewport().update()

    def _scroll_to(self, spot: Spot) -> None:
        if spot.page < self.pages:
            self.verticalScrollBar().setValue(round(self._y(spot)))

    def _y(self, spot: Spot) -> float:
        rect = self._rects[spot.page]
        return rect.top() + spot.top * rect.height() / self._sizes[spot.page].height()

    def _scrolled(self) -> None:
        self.viewport().update()
        self.moved.emit()

    # Scale

    @property
    def scale(self) -> float:
        """Pixels per point."""
        return self._scale or self._fitting()

    @property
    def percent(self) -> int:
        """The scale as a percentage of the size on paper."""
        return round(self.scale * 100 * _POINTS_PER_INCH / self.logicalDpiX())

    def _fitting(self) -> float:
        return max(self._room() / min((size.width() for size in self._sizes), default=_A4_WIDTH), 0.2)

    def zoom(self, steps: int) -> None:
        """Go up or down the scales; 0 fits the width."""
        here = self.spot()
        unit = self.logicalDpiX() / _POINTS_PER_INCH
        if steps == 0:
            self._scale = 0.0
        else:
            known = [scale * unit for scale in SCALES]
            nearest = min(range(len(known)), key=lambda n: abs(known[n] - self.scale))
            self._scale = known[min(max(nearest + steps, 0), len(known) - 1)]
        self._lay_out()
        self._scroll_to(here)
        self.viewport().update()
        self.moved.emit()

    def _lay_out(self) -> None:
        """Place every page on one long sheet."""
        fitting, top = self._fitting(), GAP
        self._rects, self._ends = [], []
        for size in self._sizes:
            scale = self._scale or min(fitting, self._room() / max(size.width(), 1.0))
            width, height = max(int(size.width() * scale), 1), max(int(size.height() * scale), 1)
            self._rects.append(QRect(max((self.viewport().width() - width) // 2, GAP), top, width, height))
            top += height + GAP
            self._ends.append(top - 1)
        widest = max((rect.width() for rect in self._rects), default=0) + 2 * GAP
        _set_range(self.verticalScrollBar(), top, self.viewport().height())
        _set_range(self.horizontalScrollBar(), widest, self.viewport().width())

    def _room(self) -> float:
        return max(self.viewport().width() - 2.0 * GAP, 60.0)

    # Painting and hands

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages in sight."""
        c = look.colours()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(c.shade))
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for page in self._in_sight():
            rect = self._rects[page].translated(-offset)
            if rect.intersects(self.viewport().rect()):
                painter.fillRect(rect.adjusted(-1, -1, 1, 1), QColor(c.edge))
                painter.drawImage(QRectF(rect), self._picture(page, rect.size()))
                self._paint_mark(painter, page, rect)
        painter.end()

    def _in_sight(self) -> range:
        top = self.verticalScrollBar().value()
        return range(max(self._page_at(top), 0), self._page_at(top + self.viewport().height()) + 1)

    def _picture(self, page: int, size: QSize) -> QImage:
        wanted = size * self.devicePixelRatioF()
        known = self._pictures.get(page)
        if known is None or known[0] != wanted:
            image = QImage(wanted, QImage.Format.Format_RGB32)
            image.fill(Qt.GlobalColor.white)
            painter = QPainter(image)
            painter.drawImage(0, 0, self._document.render(page, wanted))
            painter.end()
            known = self._pictures[page] = (wanted, image)
            while len(self._pictures) > _KEPT:
                del self._pictures[max(self._pictures, key=lambda other: abs(other - page))]
        return known[1]

    def _paint_mark(self, painter: QPainter, page: int, rect: QRect) -> None:
        if self._mark and self._mark.page == page:
            y = rect.top() + self._mark.top * rect.height() / max(self._sizes[page].height(), 1)
            painter.fillRect(QRectF(rect.left(), y, 4, 22), QColor(look.LIGHT.accent))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place in sight."""
        here = self.spot()
        super().resizeEvent(event)
        self._lay_out()
        self._scroll_to(here)
        self.moved.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which place on paper was clicked."""
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        at = event.position().toPoint() + offset
        for page in self._in_sight():
            rect = self._rects[page]
            if rect.contains(at):
                self.pointed.emit(Spot(page, (at.y() - rect.top()) * self._sizes[page].height() / rect.height()))
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl change the scale."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)


def _set_range(bar: QScrollBar, whole: int, room: int) -> None:
    bar.setRange(0, max(whole - room, 0))
    bar.setPageStep(room)
    bar.setSingleStep(40)
