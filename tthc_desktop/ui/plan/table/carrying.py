"""A column, or those under a common title, dragged in the head to another place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QStyle

from tthc_desktop.ui import look

if TYPE_CHECKING:
    from tthc_desktop.ui.plan.header_view import HeaderView

_MARK = 3


class Carrying(QObject):
    """Follows the mouse that drags a head and draws where it would be dropped."""

    carried = Signal(int, int, int)
    """The first and last column that were dragged, and the one before which they go."""

    def __init__(self, head: "HeaderView") -> None:
        super().__init__(head)
        self._head = head
        self._columns: tuple[int, int] | None = None
        self._start = QPoint()
        self._to: int | None = None

    def press(self, event: QMouseEvent, columns: tuple[int, int]) -> None:
        """Take hold of columns, unless it is the border between two, which is for widths."""
        self.cancel()
        if event.button() is Qt.MouseButton.LeftButton and not self._at_border(event.position().toPoint().x()):
            self._columns, self._start = columns, event.position().toPoint()

    def _at_border(self, x: int) -> bool:
        head = self._head
        grip = head.style().pixelMetric(QStyle.PixelMetric.PM_HeaderGripMargin, None, head) + 1
        rights = [head.sectionViewportPosition(place) + head.sectionSize(place) for place in range(head.count())]
        return any(abs(x - right) <= grip for right in rights)

    def move(self, event: QMouseEvent) -> bool:
        """Follow the mouse; tell whether it carries something, which then is not chosen further."""
        if self._columns is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        where = event.position().toPoint()
        far = abs(where.x() - self._start.x()) >= QApplication.startDragDistance()
        if self._to is not None or far:
            self._head.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scroll(where.x())
            self._to = self._place(where.x())
            self._head.viewport().update()
        return True

    def _scroll(self, x: int) -> None:
        """Bring what lies beyond the edge into sight."""
        bar, width = self._head.scrolled, self._head.viewport().width()
        beyond = min(x, 0) + max(x - width, 0)
        if bar is not None and beyond:
            bar.setValue(bar.value() + beyond)

    def _place(self, x: int) -> int:
        """Return the column before which the mouse is."""
        head = self._head
        middles = [head.sectionViewportPosition(n) + head.sectionSize(n) // 2 for n in range(head.count())]
        return sum(middle < x for middle in middles)

    def release(self) -> None:
        """Tell where the columns were dropped."""
        columns, to = self._columns, self._to
        self.cancel()
        if columns is not None and to is not None and not columns[0] <= to <= columns[1] + 1:
            self.carried.emit(*columns, to)

    def cancel(self) -> bool:
        """Let everything stay where it is; tell whether something was carried."""
        carried, self._columns, self._to = self._to is not None, None, None
        if carried:
            self._head.viewport().unsetCursor()
            self._head.viewport().update()
        return carried

    def paint(self, painter: QPainter) -> None:
        """Veil what is carried and mark where it would go."""
        if self._columns is None or self._to is None:
            return
        head, accent = self._head, QColor(look.colours().accent)
        first, last = self._columns
        left, height = head.sectionViewportPosition(first), head.height()
        right = head.sectionViewportPosition(last) + head.sectionSize(last)
        veil = QColor(accent)
        veil.setAlpha(40)
        painter.fillRect(QRect(left, 0, right - left, height), veil)
        at = head.sectionViewportPosition(self._to) if self._to < head.count() else head.length() - head.offset()
        at = min(max(at - _MARK // 2 - 1, 0), head.viewport().width() - _MARK)
        painter.fillRect(QRect(at, 0, _MARK, height), accent)
