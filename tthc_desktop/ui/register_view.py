"""The table of a register with the keys of a grid."""

from typing import Generic

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from tthc_desktop.models.identity import Id
from tthc_desktop.ui import look
from tthc_desktop.ui.choosing import choose
from tthc_desktop.ui.register_table import K, RegisterTable

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class RegisterView(QTableView, Generic[K]):
    """Enter goes down, Tab right, F2 or typing edits."""

    unwanted = Signal()

    def __init__(self, table: RegisterTable[K], name: str) -> None:
        super().__init__()
        self.table = table
        self.setModel(table)
        self.setObjectName("register")
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
        for place, column in enumerate(table.columns):
            self.setColumnWidth(place, column.width)

    def chosen(self) -> tuple[K, ...]:
        """Return the values of the selected rows, else that of the current one."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        now = self.currentIndex()
        return tuple(self.table.kept[row] for row in rows or ([now.row()] if now.isValid() else []))

    def go_to(self, id_: Id, field: str = "", *, edit: bool = False) -> None:
        """Mark a cell of a value, the first without a field, and open it when it is to be typed into."""
        row = self.table.row_of(id_)
        if row >= 0:
            fields = [column.field for column in self.table.columns]
            index = self.table.index(row, fields.index(field) if field else 0)
            choose(self, index)
            self.scrollTo(index)
            if edit:
                self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down with Enter as a grid does."""
        now = self.currentIndex()
        if event.key() in _ENTER and not event.modifiers() and now.isValid():
            below = min(now.row() + 1, self.table.rowCount() - 1)
            choose(self, self.table.index(below, now.column()))
            return
        super().keyPressEvent(event)
