"""The head of a grid in two levels, with wrapped titles."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from tthc_desktop.models.table import Column
from tthc_desktop.ui import look

_PAD = look.SPACE
_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class HeaderView(QHeaderView):
    """Draws each column's title, and above neighbours with the same `over` their common title."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns: tuple[Column, ...] = ()
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(36)
        self.sectionResized.connect(lambda *_: self._again())

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Take the titles."""
        self._columns = columns
        self._again()

    def _again(self) -> None:
        self.updateGeometry()
        self.geometriesChanged.emit()
        self.viewport().update()

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _height(self, words: str, width: int) -> int:
        metrics = QFontMetrics(self._bold())
        return metrics.boundingRect(QRect(0, 0, max(width - _PAD, 20), 9999), _FLAGS, words).height() + 2 * _PAD

    def _upper(self) -> int:
        """Return the height of the common titles, 0 when there are none."""
        spans = [self._span(place) for place, column in enumerate(self._columns) if column.over]
        heights = [self._height(str(self._columns[first].over), self._width(first, last)) for first, last in spans]
        return max(heights, default=0)

    def _span(self, place: int) -> tuple[int, int]:
        """Return the first and last neighbour under the same common title."""
        over = self._columns[place].over
        first = last = place
        while first and over and self._columns[first - 1].over == over:
            first -= 1
        while last + 1 < len(self._columns) and over and self._columns[last + 1].over == over:
            last += 1
        return first, last

    def _width(self, first: int, last: int) -> int:
        return sum(self.sectionSize(place) for place in range(first, last + 1))

    def sizeHint(self) -> QSize:
        """Return the height that the wrapped titles need."""
        upper = self._upper()
        lower = [
            self._height(str(column.title), self.sectionSize(place)) - (0 if column.over else upper)
            for place, column in enumerate(self._columns)
        ]
        return QSize(super().sizeHint().width(), upper + max([look.CONTROL, *lower]))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Draw one title and its part of the common one."""
        if logical >= len(self._columns):
            return
        column, upper = self._columns[logical], self._upper()
        painter.save()
        painter.setFont(self._bold())
        if column.over and upper:
            self._paint_over(painter, rect, logical, upper)
            self._paint_title(painter, rect.adjusted(0, upper, 0, 0), str(column.title))
        else:
            self._paint_title(painter, rect, str(column.title))
        painter.restore()

    def _paint_over(self, painter: QPainter, rect: QRect, logical: int, upper: int) -> None:
        first, last = self._span(logical)
        whole = QRect(self.sectionViewportPosition(first), rect.top(), self._width(first, last), upper)
        painter.save()
        painter.setClipRect(QRect(rect.left(), rect.top(), rect.width(), upper))
        self._paint_title(painter, whole, str(self._columns[logical].over))
        painter.restore()

    def _paint_title(self, painter: QPainter, rect: QRect, words: str) -> None:
        c = look.colours()
        painter.fillRect(rect, QColor(c.shade))
        painter.setPen(QPen(QColor(c.edge)))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(QPen(QColor(c.text)))
        painter.drawText(rect.adjusted(_PAD // 2, 0, -_PAD // 2, 0), _FLAGS, words)
