"""The pages of a PDF below each other, drawn from its very bytes; old pictures stay until the new ones are there."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from tthc_desktop.ui import look
from tthc_desktop.ui.plan.page_pictures import PagePictures
from tthc_desktop.ui.plan.page_stack import GAP, PageStack, Size, Spot, fitting

SCALES = (0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
Box = tuple[float, float, float, float]
_POINTS_PER_INCH = 72.0
_SHADE = 36


class PageView(QAbstractScrollArea):
    """Shows a document at a scale or as wide as the view."""

    moved = Signal()
    """The page or the scale in sight has changed."""
    pointed = Signal(object)
    """A Spot that was clicked."""
    lacking = Signal(object)
    """The numbers of all pages in sight, of which the document does not hold some: one that holds all must come."""

    def __init__(self, parent: QWidget | None = None, name: str = "Bản in xem trước") -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pictures = PagePictures(self)
        self.pictures.changed.connect(self.viewport().update)
        self._lacking: list[int] = []
        self._stack = PageStack()
        self._scale = 0.0
        self.marked: Spot | None = None
        self.framed: Mapping[int, Sequence[Box]] = {}
        """What is framed on which page, from 0: left, top, right, bottom in points."""
        self.verticalScrollBar().valueChanged.connect(lambda _: self._scrolled())
        self.horizontalScrollBar().valueChanged.connect(lambda _: self._scrolled())

    # The document

    def show_sizes(self, sizes: Sequence[Size], held: tuple[Spot, Spot] | None = None) -> None:
        """Take the sizes of all pages of a document in points; their pictures come with `show_pages`.

        What stood at the first `held` spot stands at the second one now, and keeps its height in the view; without
        `held` that is the upper edge.
        """
        old, new = held or (self.spot(), self.spot())
        height = self.height_of(old) if old.page < self.pages else 0.0
        if sizes != self._stack.sizes:
            self._lay_out(sizes)
        if new.page < self.pages:
            self.verticalScrollBar().setValue(round(self._stack.y(new) - height))

    def show_pages(self, data: bytes, numbers: Sequence[int], *, anew: bool) -> None:
        """Show the pages of these numbers, which the bytes hold; with `anew` all pages say something else now."""
        self._lacking = []
        self.pictures.load(data, numbers, anew=anew)

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._stack.sizes)

    # Where we are

    def spot(self) -> Spot:
        """Return the place at the upper edge of the view."""
        y = self.verticalScrollBar().value()
        page = self._stack.page_at(y)
        return Spot(0, 0.0) if page < 0 else self._stack.spot(page, QPoint(0, y))._replace(left=0.0)

    def page(self) -> int:
        """Return the page, from 0, that is read now."""
        bar = self.verticalScrollBar()
        if bar.value() == bar.maximum() > 0:
            return self.pages - 1
        return max(self._stack.page_at(bar.value() + self.viewport().height() // 3), 0)

    def go_to(self, spot: Spot) -> None:
        """Bring a place into sight, unless it is, and mark it."""
        self.mark(spot)
        if spot.page < self.pages and not self.is_in_sight(spot):
            self.verticalScrollBar().setValue(int(self._stack.y(spot) - self.viewport().height() * 0.2))

    def mark(self, spot: Spot | None) -> None:
        """Mark a place, wherever it is."""
        self.marked = spot
        self.viewport().update()

    def frame(self, boxes: Mapping[int, Sequence[Box]]) -> None:
        """Frame these places and no others."""
        self.framed = boxes
        self.viewport().update()

    def is_in_sight(self, spot: Spot) -> bool:
        """Tell whether a place, and some of what is below it, can be seen."""
        return spot.page < self.pages and 20 <= self.height_of(spot) <= self.viewport().height() * 0.7

    def is_up_to_date(self) -> bool:
        """Tell whether all pages in sight are painted as the newest document has them."""
        return all(self.pictures.is_new(page, self._dots(page)) for page in self.in_sight())

    def _scroll_to(self, spot: Spot) -> None:
        if spot.page < self.pages:
            self.verticalScrollBar().setValue(round(self._stack.y(spot)))

    def height_of(self, spot: Spot) -> float:
        """Return how far below the upper edge of the view a place is."""
        return self._stack.y(spot) - self.verticalScrollBar().value()

    def _scrolled(self) -> None:
        self.viewport().update()
        self.moved.emit()

    # Scale

    @property
    def scale(self) -> float:
        """Pixels per point."""
        return self._scale or fitting(self._stack.sizes, self.viewport().width() - 2.0 * GAP)

    @property
    def percent(self) -> int:
        """The scale as a percentage of the size on paper."""
        return round(self.scale * 100 * _POINTS_PER_INCH / self.logicalDpiX())

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
        self._lay_out(self._stack.sizes)
        self._scroll_to(here)
        self.viewport().update()
        self.moved.emit()

    def _lay_out(self, sizes: Sequence[Size]) -> None:
        """Place every page on one long sheet."""
        view = self.viewport().size()
        self._stack = PageStack(sizes, self._scale, view.width())
        _set_range(self.verticalScrollBar(), self._stack.height, view.height())
        _set_range(self.horizontalScrollBar(), self._stack.width, view.width())

    # Painting and hands

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages in sight."""
        c = look.colours()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(c.shade))
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for page in self.in_sight():
            rect = self._stack.rects[page].translated(-offset)
            if rect.intersects(self.viewport().rect()):
                painter.fillRect(rect.adjusted(-1, -1, 1, 1), QColor(c.edge))
                painter.fillRect(rect, Qt.GlobalColor.white)
                self._paint_page(painter, page, rect)
                self._paint_mark(painter, page, rect)
                self._paint_frames(painter, page, rect)
        painter.end()
        self._ask_for_more()

    def _paint_page(self, painter: QPainter, page: int, rect: QRect) -> None:
        image = self.pictures.picture(page, self._dots(page))
        if image is not None and _is_upright(image.size()) == _is_upright(rect.size()):
            painter.drawImage(QRectF(rect), image)

    def _ask_for_more(self) -> None:
        """Tell once which pages in sight are lacking; when there are all, have those next to them painted as well."""
        seen = self.in_sight()
        lacking = [page for page in seen if self.pictures.lacks(page)]
        if lacking and lacking != self._lacking:
            self._lacking = lacking
            self.lacking.emit(list(seen))
        for page in (seen.start - 1, seen.stop):
            if 0 <= page < self.pages and self.pictures.holds(self.pages):
                self.pictures.picture(page, self._dots(page))

    def _dots(self, page: int) -> QSize:
        """Return the size of a page's picture."""
        return self._stack.rects[page].size() * self.devicePixelRatioF()

    def in_sight(self) -> range:
        """Return the pages of which something can be seen."""
        top = self.verticalScrollBar().value()
        return self._stack.between(top, top + self.viewport().height())

    def _paint_mark(self, painter: QPainter, page: int, rect: QRect) -> None:
        if self.marked and self.marked.page == page:
            painter.fillRect(QRectF(rect.left(), self.height_of(self.marked), 4, 22), QColor(look.LIGHT.accent))

    def _paint_frames(self, painter: QPainter, page: int, rect: QRect) -> None:
        """Shade and edge what is framed; the page stays white in the dark as well."""
        pixels = rect.width() / self._stack.sizes[page][0]
        ground, edge = QColor(look.LIGHT.accent), QColor(look.LIGHT.accent)
        ground.setAlpha(_SHADE)
        painter.setPen(edge)
        for left, top, right, bottom in self.framed.get(page, ()):
            x, y = rect.left() + left * pixels, rect.top() + top * pixels
            box = QRectF(x, y, (right - left) * pixels, (bottom - top) * pixels)
            painter.fillRect(box, ground)
            painter.drawRect(box.adjusted(-2, -2, 2, 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place in sight."""
        here = self.spot()
        super().resizeEvent(event)
        self._lay_out(self._stack.sizes)
        self._scroll_to(here)
        self.moved.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which place on paper was clicked."""
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        at = event.position().toPoint() + offset
        for page in self.in_sight():
            if self._stack.rects[page].contains(at):
                self.pointed.emit(self._stack.spot(page, at))
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


def _is_upright(size: QSize) -> bool:
    return size.height() >= size.width()
