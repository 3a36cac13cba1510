"""The table of units with the keys of a grid."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView

from tthc_desktop.models.unit import Unit
from tthc_desktop.ui import look
from tthc_desktop.ui.choosing import choose
from tthc_desktop.ui.controls import shown
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.plan.names import short
from tthc_desktop.ui.units.table import COLUMNS, FIELDS, UnitsTable

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class UnitsView(QTableView):
    """Enter goes down, Tab right, F2 or typing edits, copying gives the names."""

    unwanted = Signal()
    joined = Signal(object, object)
    """A unit that stays and one that becomes a part of it."""

    def __init__(self, table: UnitsTable, name: str) -> None:
        super().__init__()
        self.table = table
        self.setModel(table)
        self.setObjectName("documents")
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.CONTROL)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, column.width)
        head.setStretchLastSection(True)

    def chosen(self) -> tuple[Unit, ...]:
        """Return the units of the selected rows, else that of the current one."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        now = self.currentIndex()
        return tuple(self.table.units[row] for row in rows or ([now.row()] if now.isValid() else []))

    def go_to(self, unit_id: str, field: str = "name", *, edit: bool = False) -> None:
        """Mark a cell of a unit, and open it when it is to be typed into."""
        row = self.table.row_of(unit_id)
        if row >= 0:
            index = self.table.index(row, FIELDS.index(field))
            choose(self, index)
            self.scrollTo(index)
            if edit:
                self.edit(index)

    def copy(self) -> None:
        """Copy the names of the chosen units."""
        QGuiApplication.clipboard().setText("\n".join(unit.name for unit in self.chosen()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down with Enter as a grid does."""
        now = self.currentIndex()
        if event.key() in _ENTER and not event.modifiers() and now.isValid():
            choose(self, self._below(now))
            return
        super().keyPressEvent(event)

    def _below(self, now: QModelIndex) -> QModelIndex:
        return self.table.index(min(now.row() + 1, self.table.rowCount() - 1), now.column())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chosen units."""
        if self.chosen():
            self.menu(*self.chosen()).popup(event.globalPos())

    def menu(self, *chosen: Unit) -> QMenu:
        """Return the menu of the chosen units."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Sửa ô này", lambda: self.edit(self.currentIndex()))
        menu.addAction(icon("copy"), "Chép tên đơn vị", self.copy)
        if len(chosen) == 2:
            menu.addSeparator()
            self.add_joining(menu, *chosen)
        menu.addSeparator()
        menu.addAction(icon("delete"), f"Xóa {len(chosen)} đơn vị khỏi danh sách", self.unwanted.emit)
        return menu

    def add_joining(self, menu: QMenu, one: Unit, other: Unit) -> None:
        """Offer to make two units one, under the name of either."""
        for kept, gone in ((one, other), (other, one)):
            words = f"Gộp vào “{short(kept.name, 60)}”"
            menu.addAction(icon("merge"), shown(words), lambda kept=kept, gone=gone: self.joined.emit(kept, gone))
