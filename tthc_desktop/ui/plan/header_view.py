"""The head of a grid in two levels: wrapped titles renamed in place, widths that are dragged, filter arrows."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHeaderView, QScrollBar, QTableView, QWidget

from tthc_desktop.models.editing.columns import under_one_title
from tthc_desktop.models.identity import Id
from tthc_desktop.models.table import Column, Role
from tthc_desktop.ui import look
from tthc_desktop.ui.plan.table.carrying import Carrying
from tthc_desktop.ui.plan.table.head_painting import FLAGS, paint_arrow, paint_title
from tthc_desktop.ui.plan.table.title_editor import TitleEditor
from tthc_desktop.ui.plan.table_model import TableModel

_PAD = look.SPACE
ARROW = 16


class HeaderView(QHeaderView):
    """Draws each column's title, and above neighbours with the same `over` their common title."""

    dragged = Signal(int, list)
    """A column whose width was dragged, and the widths of all before."""
    renamed = Signal(int, int, str, bool)
    """The first and last column of a title, what was typed, and whether it is a common one."""
    asked = Signal(int)
    """The arrow of a column was pressed."""
    gone = Signal()
    """A title that was typed has been taken or left."""
    menu_asked = Signal(int, QPoint)
    """A column, and where on the screen its menu is wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns: tuple[Column, ...] = ()
        self._marked: frozenset[Id] = frozenset()
        self._before: list[int] = []
        self._editor: TitleEditor | None = None
        self.carrying = Carrying(self)
        self.arrows = False
        """Whether each column has its arrow."""
        self.setAccessibleName("Đầu bảng")
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(36)
        self.sectionResized.connect(lambda *_: self._again())

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Take the titles."""
        self._columns = columns
        self._again()

    def show_arrows(self, *, shown: bool) -> None:
        """Show or hide the arrows of the filter."""
        self.arrows = shown
        self._again()

    def mark(self, filtered: frozenset[Id]) -> None:
        """Mark the columns that are filtered."""
        self._marked = filtered
        self.viewport().update()

    def _again(self) -> None:
        self.updateGeometry()
        self.geometriesChanged.emit()
        self.viewport().update()

    # Measures

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _height(self, words: str, width: int) -> int:
        metrics = QFontMetrics(self._bold())
        return metrics.boundingRect(QRect(0, 0, max(width - _PAD, 20), 9999), FLAGS, words).height() + 2 * _PAD

    def _upper(self) -> int:
        """Return the height of the common titles, 0 when there are none."""
        spans = [self._span(place) for place, column in enumerate(self._columns) if column.over]
        heights = [self._height(str(self._columns[first].over), self._width(first, last)) for first, last in spans]
        return max(heights, default=0)

    def _span(self, place: int) -> tuple[int, int]:
        """Return the first and last neighbour under the same common title."""
        return under_one_title(self._columns, place)

    def _width(self, first: int, last: int) -> int:
        return sum(self.sectionSize(place) for place in range(first, last + 1))

    def _room(self, place: int) -> int:
        """Return the width that a title has beside its arrow."""
        return self.sectionSize(place) - (ARROW if self._has_arrow(place) else 0)

    def sizeHint(self) -> QSize:
        """Return the height that the wrapped titles need."""
        upper = self._upper()
        lower = [
            self._height(str(column.title), self._room(place)) - (0 if column.over else upper)
            for place, column in enumerate(self._columns)
            if place < self.count()
        ]
        return QSize(super().sizeHint().width(), upper + max([look.CONTROL, *lower]))

    def title_rect(self, place: int, *, upper: bool) -> QRect:
        """Return where a title, or the common one above it, stands in the head."""
        above = self._upper() if self._columns[place].over else 0
        if upper:
            first, last = self._span(place)
            return QRect(self.sectionViewportPosition(first), 0, self._width(first, last), above)
        return QRect(self.sectionViewportPosition(place), above, self.sectionSize(place), self.height() - above)

    def section_rect(self, place: int) -> QRect:
        """Return where a column's head stands on the screen."""
        rect = QRect(self.sectionViewportPosition(place), 0, self.sectionSize(place), self.height())
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def _has_arrow(self, place: int) -> bool:
        return self.arrows and self._columns[place].role is not Role.NUMBER

    def arrow_rect(self, place: int) -> QRect:
        """Return where a column's arrow is."""
        right, bottom = self.sectionViewportPosition(place) + self.sectionSize(place), self.height()
        return QRect(right - ARROW - 4, bottom - ARROW - 5, ARROW, ARROW)

    # Titles

    def rename(self, place: int, *, upper: bool = False) -> None:
        """Open a title where it stands, unless the plan is locked."""
        self.commit()
        if self._locked():
            return
        first, last = self._span(place) if upper else (place, place)
        column = self._columns[first]
        editor = TitleEditor(self.viewport(), str(column.over if upper else column.title), upper=upper)
        editor.setGeometry(self.title_rect(place, upper=upper).adjusted(0, 0, -1, -1))
        editor.typed.connect(lambda words: self.renamed.emit(first, last, words, upper))
        editor.gone.connect(self._forget)
        self._editor = editor
        editor.show()
        editor.setFocus()

    def _locked(self) -> bool:
        model = self.model()
        return isinstance(model, TableModel) and model.locked

    @property
    def scrolled(self) -> QScrollBar | None:
        """What scrolls the columns."""
        view = self.parent()
        return view.horizontalScrollBar() if isinstance(view, QTableView) else None

    @property
    def editor(self) -> TitleEditor | None:
        """The title that is being typed."""
        return self._editor

    def commit(self) -> None:
        """Take a title that is being typed."""
        if self._editor is not None:
            self._editor.take()

    def _forget(self) -> None:
        focused = self._editor is not None and self._editor.hasFocus()
        self._editor = None
        if focused:
            self.gone.emit()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the filter at an arrow; else remember the widths, which may be dragged now."""
        where = event.position().toPoint()
        place = self.logicalIndexAt(where)
        if 0 <= place < len(self._columns) and self._has_arrow(place) and self.arrow_rect(place).contains(where):
            self.asked.emit(place)
            return
        self._before = [self.sectionSize(number) for number in range(self.count())]
        if 0 <= place < len(self._columns) and not self._locked():
            upper = bool(self._columns[place].over) and where.y() < self._upper()
            self.carrying.press(event, self._span(place) if upper else (place, place))
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry a column that was taken hold of."""
        if not self.carrying.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which column was dragged."""
        super().mouseReleaseEvent(event)
        before, self._before = self._before, []
        now = [self.sectionSize(number) for number in range(self.count())]
        changed = [place for place, (was, size) in enumerate(zip(before, now, strict=False)) if was != size]
        if changed:
            self.dragged.emit(changed[0], before)
        self.carrying.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename a title that is clicked twice; on a border Qt tells of it by itself."""
        place, where = self.logicalIndexAt(event.position().toPoint()), event.position().toPoint()
        super().mouseDoubleClickEvent(event)
        if 0 <= place < len(self._columns) and self.cursor().shape() is not Qt.CursorShape.SplitHCursor:
            column = self._columns[place]
            self.rename(place, upper=bool(column.over) and where.y() < self._upper())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a column."""
        place = self.logicalIndexAt(event.pos())
        if 0 <= place < len(self._columns):
            self.menu_asked.emit(place, event.globalPos())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the titles, and on top of them what is being carried."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.carrying.paint(painter)
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Draw one title and its part of the common one."""
        if logical >= len(self._columns):
            return
        column, upper = self._columns[logical], self._upper()
        painter.save()
        painter.setFont(self._bold())
        below = rect
        if column.over and upper:
            self._paint_over(painter, rect, logical, upper)
            below = rect.adjusted(0, upper, 0, 0)
        paint_title(painter, below, str(column.title), ARROW if self._has_arrow(logical) else 0)
        if self._has_arrow(logical):
            paint_arrow(painter, self.arrow_rect(logical), marked=column.id in self._marked)
        painter.restore()

    def _paint_over(self, painter: QPainter, rect: QRect, logical: int, upper: int) -> None:
        first, last = self._span(logical)
        whole = QRect(self.sectionViewportPosition(first), rect.top(), self._width(first, last), upper)
        painter.save()
        painter.setClipRect(QRect(rect.left(), rect.top(), rect.width(), upper))
        paint_title(painter, whole, str(self._columns[logical].over))
        painter.restore()
