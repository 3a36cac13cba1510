"""The grid of one table: looks like the printed table, has Excel's keys."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QTableView, QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Table
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.plan.cell_editor import CellDelegate, CellEditor, Leave
from tthc_desktop.ui.plan.header_view import HeaderView
from tthc_desktop.ui.plan.table import menus
from tthc_desktop.ui.plan.table.building import connect, furnish
from tthc_desktop.ui.plan.table.chosen import Chosen, chosen
from tthc_desktop.ui.plan.table.commands import Commands
from tthc_desktop.ui.plan.table.fill_handle import FillHandle
from tthc_desktop.ui.plan.table.heights import Heights
from tthc_desktop.ui.plan.table.keys import Keys, asks_for_offers
from tthc_desktop.ui.plan.table.sieve import Sieve
from tthc_desktop.ui.plan.table.spans import Spans
from tthc_desktop.ui.plan.table.steps import Kind
from tthc_desktop.ui.plan.table.summing import Summing
from tthc_desktop.ui.plan.table.widths import widths
from tthc_desktop.ui.plan.table_model import TableModel

Index = QModelIndex | QPersistentModelIndex
_Trigger = QAbstractItemView.EditTrigger


class Grid(QTableView):
    """Shows one table and proposes what is done to it."""

    proposed = Signal(str, object)
    """The name of a change and the Plan after it."""
    troubled = Signal(object)
    """Known trouble to be shown."""
    told = Signal()
    """What `said` returns has changed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = TableModel(self)
        self.newest: Callable[[], Plan] = lambda: self.cells.plan
        """The plan as it is now, which a grid behind another tab has not been shown yet."""
        self.unwritten = False
        """Whether what stands in the open cell could not be written."""
        self.delegate = CellDelegate(self)
        self.head = HeaderView(self)
        self.heights = Heights(self, self.cells, self.delegate)
        self.spans = Spans(self, self.cells)
        self.sieve = Sieve(self)
        self.summing = Summing(self)
        self.does = Commands(self)
        self.keys = Keys(self)
        self.fill_handle = FillHandle(self)
        self.setAccessibleName(name)
        furnish(self)
        connect(self)
        self.delegate.left.connect(self._leave)

    # What is shown

    def show_table(self, plan: Plan, table: Table) -> None:
        """Show a newer value of the table; cursor, scroll and an open editor stay."""
        before = self.cells.table
        at, scrolled = self.currentIndex(), self.verticalScrollBar().value()
        here = (at.row(), at.column())
        step = self.cells.show_table(plan, table, self.sieve.hidden_in(table))
        if before.columns != table.columns:
            self.head.show_columns(table.columns)
            self.share_width()
        self._merge(step, before)
        if step is Kind.ANEW:
            self.heights.fitted.clear()
            self.verticalScrollBar().setValue(scrolled)
        if not self.currentIndex().isValid() and self.cells.rowCount():
            self.setCurrentIndex(self._near(*here))
        self.summing.wait()
        self.heights.soon()

    def _merge(self, step: Kind, before: Table) -> None:
        if step is not Kind.SAME or before.rows is not self.cells.table.rows:
            self.heights.fitted -= self.spans.follow(step)

    def _near(self, row: int, column: int) -> QModelIndex:
        last = self.cells.rowCount() - 1
        return self.cells.index(min(max(row, 0), last), min(max(column, 0), self.cells.columnCount() - 1))

    def refilter(self) -> None:
        """Show the rows that the filter wants now."""
        self.show_table(self.cells.plan, self.cells.table)
        self.told.emit()

    def go_to(self, row_id: Id, column: int | None = None) -> None:
        """Put the cursor into a row, which is looked for behind a filter too; who works in a column stays in it."""
        if row_id in self.cells.hidden:
            self.sieve.clear()
        place = self.cells.place_of(row_id)
        if place >= 0:
            here = self.currentIndex().column() if self.hasFocus() else -1
            usual = here if here >= 0 else self.cells.title_place()
            self.setCurrentIndex(self.cells.index(*self.spans.anchor(place, usual if column is None else column)))

    def here(self) -> Id:
        """Return the row that the cursor is in."""
        index = self.currentIndex()
        return self.cells.ids[index.row()] if index.isValid() else ""

    def chosen(self) -> Chosen | None:
        """Return what is chosen."""
        return chosen(self.cells, self.selectionModel())

    def choose(self, top: int, bottom: int, left: int, right: int) -> None:
        """Choose a block of cells; the cursor stands at its first."""
        self.setCurrentIndex(self.cells.index(top, left))
        block = QItemSelection(self.cells.index(top, left), self.cells.index(bottom, right))
        self.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def said(self) -> str:
        """Return what the status bar says of the table: what is filtered, and what the chosen cells add up to."""
        return " · ".join(filter(None, (self.sieve.said(), self.summing.words)))

    # Widths and heights

    def share_width(self) -> None:
        """Give the columns their widths in the room there is."""
        for number, width in enumerate(widths(self.cells, self.fontMetrics(), self.viewport().width())):
            self.setColumnWidth(number, width)

    def show_scale(self, scale: float) -> None:
        """Show the words larger or smaller than the system's font."""
        font = QFont()
        font.setPointSizeF(font.pointSizeF() * scale)
        self.setFont(font)
        self.head.setFont(font)
        self.share_width()
        self.heights.forget_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.share_width()
        self.heights.soon()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Keep the cell in sight."""
        super().currentChanged(current, previous)
        self.keys.moved(self.currentIndex())
        self.heights.seek()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, and the mark of the chosen ones on top."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.fill_handle.paint(painter)
        painter.end()

    # Keys and mouse

    def edit(self, index: Index, trigger: QAbstractItemView.EditTrigger, event: QEvent) -> bool:  # type: ignore[override]
        """Open the editor; a typed letter replaces the words, F2 goes on behind them."""
        self.delegate.replacing = trigger is _Trigger.AnyKeyPressed
        return super().edit(index, trigger, event)

    def event(self, event: QEvent) -> bool:
        """Keep Alt+Down, which moves a row, for the list of a cell that has one."""
        asked = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and asks_for_offers(event)
        if asked and self.keys.offers():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Excel's keys do what they do there; Escape puts a carried column back."""
        if event.key() == Qt.Key.Key_Escape and self.head.carrying.cancel():
            return
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Let the mouse choose whole rows from the column of numbers."""
        return super().selectionCommand(index, event) | self.keys.whole(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.fill_handle.press(event) and not self.keys.click(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.fill_handle.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.fill_handle.release(event):
            super().mouseReleaseEvent(event)

    def open_cell(self) -> None:
        """Open the current cell for typing."""
        self.setFocus()
        self.edit(self.currentIndex(), _Trigger.EditKeyPressed, QEvent(QEvent.Type.None_))

    def ask_kind(self) -> None:
        """Ask what the chosen rows should be."""
        menus.kind_menu(self).popup(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done to the chosen cells."""
        at = self.visualRect(self.currentIndex()).center()
        keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        menus.cell_menu(self).popup(self.viewport().mapToGlobal(at) if keyboard else event.globalPos())

    # Commands

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus' commands do here now."""
        return self.does.by_name()

    def move_up(self) -> None:
        self.does.rows.move(-1)

    def move_down(self) -> None:
        self.does.rows.move(1)

    def promote(self) -> None:
        self.does.rows.shift(-1)

    def demote(self) -> None:
        self.does.rows.shift(1)

    def copy(self) -> None:
        """Put the chosen cells on the clipboard."""
        self.does.cells.copy()

    def cut(self) -> None:
        self.does.cells.cut()

    def paste(self) -> None:
        self.does.cells.paste()

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something and show known trouble; tell whether it went well."""
        try:
            act()
        except UserError as error:
            self.troubled.emit(error)
            return False
        return True

    def commit(self) -> None:
        """Take what stands in an open editor and close it."""
        self.head.commit()
        editor = self.delegate.open_editor
        if editor is not None:
            end_composing()
            self._close(editor)

    def _close(self, editor: CellEditor) -> None:
        self.commitData(editor)
        self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def commitData(self, editor: QWidget) -> None:
        """Take what stands in an editor."""
        self.unwritten = False
        super().commitData(editor)

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Leave an editor open whose words could not be written, unless they are given up."""
        if not self.unwritten or hint is QStyledItemDelegate.EndEditHint.RevertModelCache:
            self.unwritten = False
            super().closeEditor(editor, hint)

    def _leave(self, editor: CellEditor, leave: Leave) -> None:
        if leave is Leave.CANCEL:
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
            return
        self._close(editor)
        if not self.unwritten:
            self.keys.step(leave)
