"""The table of the units that get a sheet, with its keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from tthc_desktop.models.sending.mailing import Addressee
from tthc_desktop.ui import look
from tthc_desktop.ui.sending.table import COLUMNS, AddresseesTable


class AddresseesView(QTableView):
    """The space bar ticks or unticks all chosen units."""

    def __init__(self, table: AddresseesTable) -> None:
        super().__init__()
        self.table = table
        self.setModel(table)
        self.setObjectName("register")
        self.setAccessibleName("Các đơn vị nhận bảng")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.CONTROL)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, column.width)
        head.setSectionResizeMode(0, head.ResizeMode.Stretch)
        head.setMinimumSectionSize(80)

    def chosen(self) -> tuple[Addressee, ...]:
        """Return the units of the selected rows."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self.table.addressees[row] for row in rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick or untick the chosen rows."""
        if event.key() == Qt.Key.Key_Space and self.chosen():
            chosen = self.chosen()
            self.table.set_taken(chosen, taken=not all(map(self.table.is_taken, chosen)))
            return
        super().keyPressEvent(event)
