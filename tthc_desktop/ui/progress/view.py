"""The table of progress with the keys of a grid."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from tthc_desktop.models.progress.lines import ProgressLine
from tthc_desktop.models.progress.values import Field
from tthc_desktop.ui import look
from tthc_desktop.ui.choosing import choose
from tthc_desktop.ui.plan.cell_editor import Leave
from tthc_desktop.ui.progress.cells import ProgressCells
from tthc_desktop.ui.progress.table import COLUMNS, CONTENT, FIRST_FIELD, ProgressTable

_Trigger = QAbstractItemView.EditTrigger
Index = QModelIndex | QPersistentModelIndex
Spot = tuple[str, str, int, str]
"""Work, unit, column and event (empty for none) of a cell."""
_STEPS = {
    Qt.Key.Key_Return: Leave.DOWN,
    Qt.Key.Key_Enter: Leave.DOWN,
    Qt.Key.Key_Tab: Leave.RIGHT,
    Qt.Key.Key_Backtab: Leave.LEFT,
}


class ProgressView(QTableView):
    """Enter goes down, Tab right, F2 or typing edits, Delete empties, copying gives cells for Excel."""

    unwanted = Signal(object)
    """Lines and fields that are to be emptied."""

    def __init__(self, table: ProgressTable) -> None:
        super().__init__()
        self.table = table
        self.cells = ProgressCells(self)
        self.setModel(table)
        self.setItemDelegate(self.cells)
        self.cells.left.connect(self._step)
        self.setObjectName("register")
        self.setAccessibleName("Tiến độ của các đơn vị")
        self.setEditTriggers(_Trigger.DoubleClicked | _Trigger.EditKeyPressed | _Trigger.AnyKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(self.verticalHeader().ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(look.CONTROL)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, column.width)
        table.modelReset.connect(self._span)
        table.modelAboutToBeReset.connect(self.clearSpans)

    def _span(self) -> None:
        """Let the words of a heading go across the table."""
        for row, line in enumerate(self.table.lines):
            if not line.work_id:
                self.setSpan(row, CONTENT, 1, len(COLUMNS) - CONTENT)

    def edit(self, index: QModelIndex, trigger: _Trigger, event: QEvent) -> bool:  # type: ignore[override]
        """Open the editor; a typed letter replaces the words, F2 goes on behind them."""
        self.cells.replacing = trigger is _Trigger.AnyKeyPressed
        return super().edit(index, trigger, event)

    def open_cell(self) -> None:
        """Open the current cell for typing."""
        self.setFocus()
        self.edit(self.currentIndex(), _Trigger.EditKeyPressed, QEvent(QEvent.Type.None_))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Take what is typed before another cell is looked at."""
        self.cells.take()
        super().currentChanged(current, previous)

    def go_to(self, work_id: str, unit_id: str, column: int = FIRST_FIELD, event_id: str = "") -> None:
        """Mark a cell of a line."""
        row = self.table.row_of(work_id, unit_id, event_id)
        if row >= 0:
            index = self.table.index(row, column)
            choose(self, index)
            self.scrollTo(index)

    def here(self) -> Spot | None:
        """Return where the cursor stands, in a way that outlasts other lines."""
        now = self.currentIndex()
        if not now.isValid():
            return None
        line = self.table.lines[now.row()]
        return line.work_id, line.unit_id, now.column(), line.event_id

    def go_back(self, spot: Spot | None) -> None:
        """Put the cursor where it stood, else into the first field of the first line of work."""
        if spot is not None and self.table.row_of(spot[0], spot[1], spot[3]) >= 0:
            self.go_to(*spot)
            return
        first = next((row for row, line in enumerate(self.table.lines) if line.work_id), -1)
        if first >= 0:
            choose(self, self.table.index(first, FIRST_FIELD))

    def chosen(self) -> list[tuple[ProgressLine, Field]]:
        """Return the chosen cells that a unit reports in."""
        return [
            (self.table.lines[index.row()], field)
            for index in self.selectedIndexes()
            if (field := COLUMNS[index.column()].field) is not None and self.table.lines[index.row()].unit_id
        ]

    def copy(self) -> None:
        """Copy the chosen cells: what stands between them is left out, as Excel takes it."""
        cells = {(index.row(), index.column()): str(self._words(index)) for index in self.selectedIndexes()}
        rows = sorted({row for row, _ in cells})
        columns = sorted({column for _, column in cells})
        lines = ("\t".join(_quoted(cells.get((row, column), "")) for column in columns) for row in rows)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _words(self, index: QModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.EditRole) or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move as a grid does; Delete empties the chosen cells."""
        leave = _STEPS.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if leave is not None and plain and self.currentIndex().isValid():
            self._step(leave)
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.unwanted.emit(self.chosen())
        else:
            super().keyPressEvent(event)

    def _step(self, leave: Leave) -> None:
        """Go to the next cell; over headings, and from the end of a line to the fields of the next."""
        at, (down, right) = self.currentIndex(), leave.value
        row, column = at.row() + down, at.column() + right
        if column >= len(COLUMNS):
            row, column = row + 1, FIRST_FIELD
        elif column < 0:
            row, column = row - 1, len(COLUMNS) - 1
        way = 1 if row >= at.row() else -1
        while 0 <= row < len(self.table.lines) and not self.table.lines[row].work_id:
            row += way
        if 0 <= row < len(self.table.lines):
            choose(self, self.table.index(row, column))


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"' if any(sign in words for sign in '\t\n"') else words
