"""The table of files, worked with the keyboard as well as with the mouse."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from tthc_desktop.ui import look
from tthc_desktop.ui.importing.several.entries import Entry
from tthc_desktop.ui.importing.several.table import COLUMNS, FilesTable, SortedFiles

_WORDS = 2
_NARROW = {0: (160, 0.2), 1: (96, 0.11)}
"""The least width of name and kind, and their share of a narrow table."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FilesView(QTableView):
    """Enter opens the review of a file, Space ticks all chosen files."""

    opened = Signal(object)
    looked_at = Signal()

    def __init__(self, table: FilesTable) -> None:
        super().__init__()
        self.table, self.order = table, SortedFiles(table)
        self.setModel(self.order)
        self.setObjectName("register")
        self.setAccessibleName("Các tệp đã đọc")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.CONTROL)
        self._build_head()
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(lambda *_: self.looked_at.emit())

    def _build_head(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(80)
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, column.width)
        head.setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most room to what came of a file."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            for place, (least, share) in _NARROW.items():
                self.setColumnWidth(place, min(max(least, round(self.width() * share)), COLUMNS[place].width))

    def current(self) -> Entry | None:
        """Return the current file."""
        return self.order.entry(self.currentIndex())

    def chosen(self) -> tuple[Entry, ...]:
        """Return the files of the selected rows."""
        found = (self.order.entry(index) for index in self.selectionModel().selectedRows())
        return tuple(entry for entry in found if entry is not None)

    def _open(self, index: QModelIndex) -> None:
        entry = self.order.entry(index)
        if entry is not None:
            self.opened.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current file, tick or untick the chosen ones."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and self.chosen():
            chosen = [one for one in self.chosen() if one.can_be_taken]
            self.table.set_taken(chosen, taken=not all(map(self.table.is_taken, chosen)))
        else:
            super().keyPressEvent(event)
