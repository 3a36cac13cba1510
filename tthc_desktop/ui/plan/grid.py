"""The grid of one table: looks like the printed table, has Excel's keys."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QTableView, QWidget

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Column, Role, RowKind, Table
from tthc_desktop.ui import look
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.plan.cell_editor import GRID_LINE, PAD, CellDelegate, CellEditor, Leave
from tthc_desktop.ui.plan.edits import merged
from tthc_desktop.ui.plan.header_view import HeaderView
from tthc_desktop.ui.plan.table_model import TableModel

Index = QModelIndex | QPersistentModelIndex
_Trigger = QAbstractItemView.EditTrigger
_LEAST = {Role.NUMBER: 48, Role.UNIT: 64, Role.VALUE: 64}
_NARROWEST, _LONGEST, _SAMPLE, _SEARCHES = 76, 120, 60, 30


class Grid(QTableView):
    """Shows one table and lets its cells be typed into."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = TableModel(self)
        self.delegate = CellDelegate(self)
        self._head = HeaderView(self)
        self.fitted: set[int] = set()
        self.kept: list[int] = []
        """The widths that the user gave the columns; empty when the room is shared out."""
        self._sharing = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._settle)
        self._seeking = False
        self.setAccessibleName(name)
        self.setModel(self.cells)
        self.setItemDelegate(self.delegate)
        self.setHorizontalHeader(self._head)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(2 * look.ROW)
        self.verticalHeader().setMinimumSectionSize(look.ROW)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(_Trigger.DoubleClicked | _Trigger.EditKeyPressed | _Trigger.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(True)
        self.delegate.left.connect(self._leave)
        self._head.sectionResized.connect(self._resized)
        self._head.sectionHandleDoubleClicked.connect(lambda _: self._share_anew())
        self.verticalScrollBar().valueChanged.connect(lambda _: self._fit_visible())
        self.cells.dataChanged.connect(self._data_changed)

    def show_table(self, plan: Plan, table: Table) -> None:
        """Show a newer value of the table; cursor, scroll and an open editor stay."""
        before = self.cells.table
        at, scrolled = self.currentIndex(), self.verticalScrollBar().value()
        here = (at.row(), at.column())
        self.cells.show_table(plan, table)
        if before.columns != table.columns:
            self._head.show_columns(table.columns)
            self._share_width()
        if before.rows is not table.rows and _merges(before) != _merges(table):
            self._span()
            self.fitted.clear()
            self.verticalScrollBar().setValue(scrolled)
        if not self.currentIndex().isValid() and table.rows:
            self.setCurrentIndex(self.cells.index(max(here[0], 0), max(here[1], 0)))
        self._later.start()

    def _span(self) -> None:
        self.clearSpans()
        columns = self.cells.table.columns
        for place, row in enumerate(self.cells.table.rows):
            if row.kind is RowKind.GROUP:
                first = 0 if self.cells.table.number_in_title else self._title_column()
                if len(columns) - first > 1:
                    self.setSpan(place, first, 1, len(columns) - first)
                continue
            for number, column in enumerate(columns):
                first, end = merged(self.cells.table, place, column)
                if first == place and end - first > 1:
                    self.setSpan(first, number, end - first, 1)

    def _title_column(self) -> int:
        columns = self.cells.table.columns
        return 1 if len(columns) > 1 and columns[0].role is Role.NUMBER else 0

    def go_to(self, row_id: Id) -> None:
        """Put the cursor into a row."""
        place = next((place for place, row in enumerate(self.cells.table.rows) if row.id == row_id), None)
        if place is not None:
            self.setCurrentIndex(self.cells.index(place, self._title_column()))

    def here(self) -> Id:
        """Return the row that the cursor is in."""
        index = self.currentIndex()
        return self.cells.table.rows[index.row()].id if index.isValid() else ""

    # Widths and heights

    def _share_width(self) -> None:
        """Share the room out by what the columns hold; what does not fit is scrolled to."""
        columns = self.cells.table.columns
        if columns:
            self._sharing = True
            for number, width in enumerate(self.kept if len(self.kept) == len(columns) else self._shared(columns)):
                self.setColumnWidth(number, width)
            self._sharing = False

    def _share_anew(self) -> None:
        """Forget the widths that the user gave."""
        self.kept = []
        self._share_width()

    def _shared(self, columns: tuple[Column, ...]) -> list[int]:
        least = [self._least(column) for column in columns]
        shares = [self._share(column) for column in columns]
        spare = max(self.viewport().width() - sum(least), 0)
        widths = [low + int(spare * share / sum(shares)) for low, share in zip(least, shares, strict=True)]
        widths[widths.index(max(widths))] += max(self.viewport().width() - sum(widths), 0)
        return widths

    def _least(self, column: Column) -> int:
        """Return the width that holds the column's longest word, within reason."""
        rows = [n for n, row in enumerate(self.cells.table.rows[:_SAMPLE]) if row.kind is not RowKind.GROUP]
        words = {word for n in rows for word in str(self.cells.words(n, column)).split()}
        longest = max((self.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        return max(_LEAST.get(column.role, _NARROWEST), min(longest, _LONGEST) + 2 * PAD + 2 * GRID_LINE)

    def _share(self, column: Column) -> float:
        """Return how much of the spare room a column should have: more where its words are longer."""
        if column.role is Role.NUMBER:
            return 0.01
        rows = [n for n, row in enumerate(self.cells.table.rows[:_SAMPLE]) if row.kind is not RowKind.GROUP]
        letters = sum(min(len(str(self.cells.words(n, column))), 400) for n in rows)
        return float(max(letters / max(len(rows), 1) - 8, 0.5) ** 0.9)

    def show_scale(self, scale: float) -> None:
        """Show the words larger or smaller than the system's font."""
        font = QFont()
        font.setPointSizeF(font.pointSizeF() * scale)
        self.setFont(font)
        self._head.setFont(font)
        self._share_width()
        self.fitted.clear()
        self._later.start()

    def _resized(self) -> None:
        if not self._sharing:
            self.kept = [self.columnWidth(number) for number in range(self.cells.columnCount())]
        self.fitted.clear()
        self._later.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._share_width()
        self._later.start()

    def _data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.fitted -= set(range(first.row(), last.row() + 1))
        self._later.start()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Keep the cell in sight that keys or commands went to; under the mouse nothing may move."""
        super().currentChanged(current, previous)
        self._seeking = not QGuiApplication.mouseButtons()
        self._later.start()

    def _settle(self) -> None:
        """Fit the rows in sight; as that moves the rows below, look for the current cell again."""
        self._fit_visible()
        for _ in range(_SEARCHES if self._seeking else 0):
            self.updateGeometries()
            before = self.verticalScrollBar().value()
            self.scrollTo(self.currentIndex())
            if self.verticalScrollBar().value() == before:
                break
        self._seeking = False

    def _fit_visible(self) -> None:
        """Give the rows in sight the height of their words, and no others."""
        place, bottom = max(self.rowAt(0), 0), self.viewport().height()
        while place < self.cells.rowCount() and self.rowViewportPosition(place) <= bottom:
            if place not in self.fitted:
                self.fitted.add(place)
                self.setRowHeight(place, self._needed(place))
            place += 1

    def _needed(self, place: int) -> int:
        heights = [look.ROW]
        for number, column in enumerate(self.cells.table.columns):
            if self.columnSpan(place, number) > 1:
                width = sum(self.columnWidth(n) for n in range(number, len(self.cells.table.columns)))
                return max(self.delegate.height(self.cells.index(place, number), width), look.ROW)
            first, end = merged(self.cells.table, place, column)
            whole = self.delegate.height(self.cells.index(first, number), self.columnWidth(number))
            heights.append(whole // (end - first))
        return max(heights)

    # Keys

    def edit(self, index: Index, trigger: QAbstractItemView.EditTrigger, event: QEvent) -> bool:  # type: ignore[override]
        """Open the editor; a typed letter replaces the words, F2 goes on behind them."""
        self.delegate.replacing = trigger is _Trigger.AnyKeyPressed
        return super().edit(index, trigger, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down, Delete empties a cell."""
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            up = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._step(Leave.UP if up else Leave.DOWN)
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            self.cells.setData(index, "")
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        QGuiApplication.clipboard().setText(self.block())

    def block(self) -> str:
        """Return the selected cells with tabs and line ends between them, as spreadsheets take them."""
        chosen = self.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        return "\n".join(
            "\t".join(" ".join(str(self.cells.index(row, column).data()).split()) for column in columns) for row in rows
        )

    def commit(self) -> None:
        """Take what stands in an open editor and close it."""
        editor = self.delegate.open_editor
        if editor is not None:
            end_composing()
            self._close(editor)

    def _close(self, editor: CellEditor) -> None:
        self.commitData(editor)
        self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _leave(self, editor: CellEditor, leave: Leave) -> None:
        if leave is Leave.CANCEL:
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
            return
        self._close(editor)
        self._step(leave)

    def _step(self, leave: Leave) -> None:
        down, right = leave.value
        at = self.currentIndex()
        row, column = at.row() + down, at.column() + right
        if column >= self.cells.columnCount():
            row, column = row + 1, self._title_column()
        if column < 0:
            row, column = row - 1, self.cells.columnCount() - 1
        if 0 <= row < self.cells.rowCount():
            self.setCurrentIndex(self.cells.index(row, column))


def _merges(table: Table) -> tuple[object, ...]:
    return tuple((row.id, row.kind, row.continues) for row in table.rows)
