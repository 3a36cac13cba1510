"""The table of legal documents with the keys of a grid."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView

from tthc_desktop.models.legal import LegalDocument, citation
from tthc_desktop.ui import look
from tthc_desktop.ui.choosing import choose
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.legal.table import COLUMNS, FIELDS, LegalTable

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class LegalView(QTableView):
    """Enter goes down, Tab right, F2 or typing edits, copying gives full citations, pasting adds what is cited."""

    pasted = Signal(str)
    unwanted = Signal()

    def __init__(self, table: LegalTable, name: str) -> None:
        super().__init__()
        self.table = table
        self.setModel(table)
        self.setObjectName("documents")
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.CONTROL)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setStretchLastSection(False)
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, column.width)
        self.horizontalHeader().setSectionResizeMode(FIELDS.index("title"), self.horizontalHeader().ResizeMode.Stretch)

    def chosen(self) -> tuple[LegalDocument, ...]:
        """Return the documents of the selected rows, else that of the current one."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        now = self.currentIndex()
        return tuple(self.table.documents[row] for row in rows or ([now.row()] if now.isValid() else []))

    def go_to(self, document_id: str, field: str = "kind", *, edit: bool = False) -> None:
        """Mark a cell of a document, and open it when it is to be typed into."""
        row = self.table.row_of(document_id)
        if row >= 0:
            index = self.table.index(row, FIELDS.index(field))
            choose(self, index)
            self.scrollTo(index)
            if edit:
                self.edit(index)

    def copy(self) -> None:
        """Copy the full citations of the chosen documents."""
        words = "\n".join(citation(document, full=True) for document in self.chosen())
        QGuiApplication.clipboard().setText(words)

    def paste(self) -> None:
        """Add the documents that the copied words cite."""
        self.pasted.emit(QGuiApplication.clipboard().text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down with Enter as a grid does."""
        now = self.currentIndex()
        if event.key() in _ENTER and not event.modifiers() and now.isValid():
            choose(self, self._at(now.row() + 1, now))
            return
        super().keyPressEvent(event)

    def _at(self, row: int, like: QModelIndex) -> QModelIndex:
        return self.table.index(min(row, self.table.rowCount() - 1), like.column())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chosen documents."""
        if self.chosen():
            menu = self.menu(self.chosen())
            menu.popup(event.globalPos())

    def menu(self, chosen: Sequence[LegalDocument]) -> QMenu:
        """Return the menu of the chosen documents."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.editTriggers() & QAbstractItemView.EditTrigger.EditKeyPressed:
            menu.addAction("Sửa ô này", lambda: self.edit(self.currentIndex()))
        menu.addAction(icon("copy"), "Chép câu trích dẫn", self.copy)
        menu.addSeparator()
        menu.addAction(icon("delete"), f"Xóa {len(chosen)} văn bản khỏi danh mục", self.unwanted.emit)
        return menu
