"""The table of legal documents with the keys of a grid."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QMenu

from tthc_desktop.models.legal import LegalDocument, citation
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.legal.table import FIELDS, LegalTable
from tthc_desktop.ui.register_view import RegisterView


class LegalView(RegisterView[LegalDocument]):
    """Copying gives full citations, pasting adds what is cited."""

    pasted = Signal(str)

    def __init__(self, table: LegalTable, name: str) -> None:
        super().__init__(table, name)
        self.horizontalHeader().setStretchLastSection(False)
        self.horizontalHeader().setSectionResizeMode(FIELDS.index("title"), self.horizontalHeader().ResizeMode.Stretch)

    def copy(self) -> None:
        """Copy the full citations of the chosen documents."""
        words = "\n".join(citation(document, full=True) for document in self.chosen())
        QGuiApplication.clipboard().setText(words)

    def paste(self) -> None:
        """Add the documents that the copied words cite."""
        self.pasted.emit(QGuiApplication.clipboard().text())

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
