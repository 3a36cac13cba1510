"""Excel's keys in a grid, and what is chosen with them."""

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from tthc_desktop.models.table import Role
from tthc_desktop.models.usual import ROLE_FIELDS
from tthc_desktop.ui.plan.cell_editor import Leave

if TYPE_CHECKING:
    from tthc_desktop.ui.plan.grid import Grid

_Flag = QItemSelectionModel.SelectionFlag
_Move = QAbstractItemView.CursorAction
_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_STEPS = {
    _Key.Key_Return: Leave.DOWN,
    _Key.Key_Enter: Leave.DOWN,
    _Key.Key_Tab: Leave.RIGHT,
    _Key.Key_Backtab: Leave.LEFT,
}
_MOVES = {
    _Key.Key_Up: _Move.MoveUp,
    _Key.Key_Down: _Move.MoveDown,
    _Key.Key_Left: _Move.MoveLeft,
    _Key.Key_Right: _Move.MoveRight,
    _Key.Key_Home: _Move.MoveHome,
    _Key.Key_End: _Move.MoveEnd,
    _Key.Key_PageUp: _Move.MovePageUp,
    _Key.Key_PageDown: _Move.MovePageDown,
}
_WAYS = {
    _Move.MoveUp: (-1, 0),
    _Move.MoveDown: (1, 0),
    _Move.MoveLeft: (0, -1),
    _Move.MoveRight: (0, 1),
}


def asks_for_offers(event: QKeyEvent) -> bool:
    """Tell whether a key is Alt+Down, which opens the list of a cell in Excel."""
    held = event.modifiers() & ~_Modifier.KeypadModifier
    return event.key() == _Key.Key_Down and held == _Modifier.AltModifier


class Whole(Enum):
    """What Shift goes on choosing."""

    CELLS = _Flag.NoUpdate
    ROWS = _Flag.Rows
    COLUMNS = _Flag.Columns


class Keys:
    """Knows what a key or a click in a grid is to do."""

    def __init__(self, grid: "Grid") -> None:
        self._grid = grid
        self._whole = Whole.CELLS
        self._choosing = False
        self._start = QPersistentModelIndex()

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key does in Excel; tell whether it was such a key."""
        key, held = _Key(event.key()), event.modifiers() & ~_Modifier.KeypadModifier
        if key in _STEPS and held in {_Modifier.NoModifier, _Modifier.ShiftModifier}:
            up = held == _Modifier.ShiftModifier and _STEPS[key] is Leave.DOWN
            self.step(Leave.UP if up else _STEPS[key])
        elif key == _Key.Key_Space and held in {_Modifier.ShiftModifier, _Modifier.ControlModifier}:
            self.choose(Whole.ROWS if held == _Modifier.ShiftModifier else Whole.COLUMNS)
        elif key == _Key.Key_Delete and held == _Modifier.NoModifier:
            self._grid.does.cells.empty()
        elif asks_for_offers(event) and self.offers():
            self._open_offers()
        elif key in _MOVES and not held & _Modifier.AltModifier:
            self._move(_MOVES[key], held)
        else:
            return False
        return True

    def offers(self) -> bool:
        """Tell whether the office has something to offer for the column, and so whether Alt+Down is Excel's here."""
        index, cells = self._grid.currentIndex(), self._grid.cells
        known = index.isValid() and bool(ROLE_FIELDS.get(cells.table.columns[index.column()].role))
        return known and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)

    def _open_offers(self) -> None:
        self._grid.open_cell()
        if self._grid.delegate.suggester is not None:
            self._grid.delegate.suggester.ask()

    def _move(self, action: QAbstractItemView.CursorAction, held: Qt.KeyboardModifier) -> None:
        """Go somewhere; with Ctrl to the edge of what is written, with Shift choosing what lies between."""
        target = self._edge(action) if held & _Modifier.ControlModifier and action in _WAYS else None
        self.go(target or self._grid.moveCursor(action, held), choosing=bool(held & _Modifier.ShiftModifier))

    def go(self, target: QModelIndex, *, choosing: bool) -> None:
        """Put the cursor somewhere, or choose everything from where it stood before Shift to there."""
        if not target.isValid():
            return
        if not choosing:
            self._whole = Whole.CELLS
            self._grid.setCurrentIndex(target)
            return
        self._choosing = True
        self._grid.selectionModel().setCurrentIndex(target, _Flag.NoUpdate)
        start = self._start if self._start.isValid() else QPersistentModelIndex(target)
        rows, columns = sorted((start.row(), target.row())), sorted((start.column(), target.column()))
        cells = self._grid.cells
        block = QItemSelection(cells.index(rows[0], columns[0]), cells.index(rows[1], columns[1]))
        self._grid.selectionModel().select(block, _Flag.ClearAndSelect | self._whole.value)
        self._choosing = False

    def moved(self, current: QModelIndex) -> None:
        """Remember where choosing begins, unless the cursor moved while choosing."""
        if not self._choosing and not QGuiApplication.mouseButtons():
            self._start = QPersistentModelIndex(current)

    def _edge(self, action: QAbstractItemView.CursorAction) -> QModelIndex:
        """Return where an arrow with Ctrl leads: to the edge of what is written."""
        at, (down, right) = self._grid.currentIndex(), _WAYS[action]
        row, column = at.row(), at.column()
        ahead = self._written(row + down, column + right)
        streak = self._written(row, column) and ahead
        while self._inside(row + down, column + right):
            if streak and not self._written(row + down, column + right):
                break
            row, column = row + down, column + right
            if not streak and self._written(row, column):
                break
        return self._grid.cells.index(row, column)

    def _inside(self, row: int, column: int) -> bool:
        cells = self._grid.cells
        return 0 <= row < cells.rowCount() and 0 <= column < cells.columnCount()

    def _written(self, row: int, column: int) -> bool:
        cells = self._grid.cells
        return self._inside(row, column) and bool(cells.words(row, cells.table.columns[column]))

    def choose(self, whole: Whole) -> None:
        """Choose the rows or the columns of what is chosen."""
        chosen, cells = self._grid.chosen(), self._grid.cells
        if chosen is None:
            return
        self._whole = whole
        if whole is Whole.ROWS:
            self._grid.choose(chosen.top, chosen.bottom, 0, cells.columnCount() - 1)
        else:
            self._grid.choose(0, cells.rowCount() - 1, chosen.left, chosen.right)

    def click(self, event: QMouseEvent) -> bool:
        """Choose up to a cell that is clicked with Shift; from the numbers, whole rows are chosen."""
        index = self._grid.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return False
        if event.modifiers() & _Modifier.ShiftModifier:
            self._grid.commit()
            self.go(index, choosing=True)
            return True
        counted = self._grid.cells.table.columns[index.column()].role is Role.NUMBER
        self._whole = Whole.ROWS if counted else Whole.CELLS
        self._start = QPersistentModelIndex(index)
        return False

    def whole(self, event: QEvent | None) -> QItemSelectionModel.SelectionFlag:
        """Return what the mouse chooses beyond the cells it goes over."""
        return self._whole.value if isinstance(event, QMouseEvent) else _Flag.NoUpdate

    def step(self, leave: Leave) -> None:
        """Go to the next cell; behind the last one a new row begins, as in Word."""
        grid, (down, right) = self._grid, leave.value
        at, self._whole = grid.currentIndex(), Whole.CELLS
        row, column = at.row(), at.column()
        row += down if down < 1 else grid.rowSpan(row, column)
        column += right if right < 1 else grid.columnSpan(row, column)
        if column >= grid.cells.columnCount():
            row, column = row + 1, grid.cells.title_place()
        if column < 0:
            row, column = row - 1, grid.cells.columnCount() - 1
        if row >= grid.cells.rowCount():
            grid.does.rows.append(column)
        elif row >= 0:
            grid.setCurrentIndex(grid.cells.index(*grid.spans.anchor(row, column)))
