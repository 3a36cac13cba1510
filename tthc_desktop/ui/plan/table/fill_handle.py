"""The small square at the corner of the chosen cells: dragged, it continues or repeats them on any side."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen

from tthc_desktop.ui import look

if TYPE_CHECKING:
    from tthc_desktop.ui.plan.grid import Grid
    from tthc_desktop.ui.plan.table.chosen import Chosen

SIDE, REACH = 7, 9


class FillHandle:
    """Draws the frame and the square of the chosen cells and follows the mouse that drags it."""

    def __init__(self, grid: "Grid") -> None:
        self._grid = grid
        self._from: Chosen | None = None
        self._to: tuple[int, int] = (0, 0)
        grid.viewport().setMouseTracking(True)

    def _frame(self, chosen: "Chosen") -> QRect:
        """Return where the chosen cells are; the titles of groups among them reach further and do not count."""
        cells, grid = self._grid.cells, self._grid
        first = grid.visualRect(cells.index(chosen.top, chosen.left))
        whole = first.united(grid.visualRect(cells.index(chosen.bottom, chosen.right)))
        if chosen.height > 1:
            line = 1 if grid.showGrid() else 0
            whole.setLeft(grid.columnViewportPosition(chosen.left))
            whole.setRight(grid.columnViewportPosition(chosen.right) + grid.columnWidth(chosen.right) - 1 - line)
        return whole

    def square(self) -> QRect:
        """Return where the square is."""
        chosen = self._grid.chosen()
        if chosen is None:
            return QRect()
        corner = self._frame(chosen).bottomRight()
        return QRect(corner - QPoint(SIDE - 2, SIDE - 2), corner + QPoint(1, 1))

    def paint(self, painter: QPainter) -> None:
        """Draw the frame, the square and, while it is dragged, what would be filled."""
        chosen = self._grid.chosen()
        if chosen is None or self._grid.delegate.open_editor is not None:
            return
        c = look.colours()
        if chosen.count > 1:
            painter.setPen(QPen(QColor(c.accent), 1))
            painter.drawRect(self._frame(chosen).adjusted(0, 0, -1, -1))
        if self._grid.hasFocus():
            painter.fillRect(self.square(), QColor(c.base))
            painter.fillRect(self.square().adjusted(1, 1, -1, -1), QColor(c.accent))
        if self._from is not None:
            painter.setPen(QPen(QColor(c.accent), 2, Qt.PenStyle.DashLine))
            painter.drawRect(self._frame(self._reached(self._from)).adjusted(1, 1, -2, -2))

    def press(self, event: QMouseEvent) -> bool:
        """Begin to drag when the square is pressed."""
        where = event.position().toPoint()
        near = self.square().adjusted(-REACH // 2, -REACH // 2, REACH // 2, REACH // 2).contains(where)
        chosen = self._grid.chosen()
        if event.button() is not Qt.MouseButton.LeftButton or not near or chosen is None:
            return False
        self._from, self._to = chosen, (chosen.bottom, chosen.right)
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Follow the mouse, or show that the square can be taken."""
        where = event.position().toPoint()
        if self._from is None:
            near = self.square().contains(where)
            self._grid.viewport().setCursor(Qt.CursorShape.CrossCursor if near else Qt.CursorShape.ArrowCursor)
            return False
        index = self._grid.indexAt(where)
        if index.isValid():
            self._to = index.row(), index.column()
            self._grid.scrollTo(index)
            self._grid.viewport().update()
        return True

    def release(self, event: QMouseEvent) -> bool:
        """Fill what was reached; Ctrl repeats what would be continued, and continues what would be repeated."""
        start, self._from = self._from, None
        if start is None:
            return False
        reached = self._reached(start)
        self._grid.viewport().update()
        if reached != start:
            swapped = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._grid.does.cells.drag(start, reached, swapped=swapped)
        return True

    def _reached(self, start: "Chosen") -> "Chosen":
        """Return the chosen cells with those the mouse has gone to, on the side on which it went furthest."""
        row, column = self._to
        ways = {
            column - start.right: replace(start, right=max(column, start.right)),
            start.left - column: replace(start, left=min(column, start.left)),
            row - start.bottom: replace(start, bottom=max(row, start.bottom)),
            start.top - row: replace(start, top=min(row, start.top)),
        }
        return ways[max(ways)] if max(ways) > 0 else start
