"""Legal documents as a table: one row a document, the columns that the list and the review share."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from tthc_desktop.models.editing.legal_list import called
from tthc_desktop.models.identity import Id
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.ui import look
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.register_table import Column, Index, RegisterTable

_Role = Qt.ItemDataRole
COLUMNS = (
    Column("kind", "Loại", 100),
    Column("number", "Số, ký hiệu", 132),
    Column("date", "Ngày", 104),
    Column("issuer", "Cơ quan ban hành", 160),
    Column("title", "Trích yếu", 360),
    Column("replaced_by", "Thay thế bởi", 204),
)
FIELDS = tuple(column.field for column in COLUMNS)


class LegalTable(RegisterTable[LegalDocument]):
    """Documents for a table view."""

    def __init__(self, parent: QObject, *, editable: bool = False) -> None:
        super().__init__(COLUMNS, parent, editable=editable)
        self.names: Mapping[Id, str] = {}

    def show_documents(self, documents: Sequence[LegalDocument], known: Mapping[Id, LegalDocument]) -> None:
        """Show other documents, or other values of the same ones; `known` are those that may replace them."""
        self.names = {document.id: called(document) for document in (*known.values(), *documents)}
        self.show_kept(documents)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one cell."""
        if not index.isValid():
            return None
        document, column = self.kept[index.row()], COLUMNS[index.column()]
        match role:
            case _Role.DisplayRole | _Role.EditRole | _Role.ToolTipRole:
                return self.words(document, column.field)
            case _Role.AccessibleTextRole:
                return f"{column.title}: {self.words(document, column.field) or 'chưa có'}"
            case _Role.ForegroundRole:
                return QColor(look.colours().quiet) if document.replaced_by else None
            case _Role.DecorationRole:
                return icon("warning") if column.field == "replaced_by" and document.replaced_by else None
            case _:
                return None

    def words(self, document: LegalDocument, field: str) -> str:
        """Return what a cell shows."""
        if field == "date":
            return f"{document.date:%d/%m/%Y}" if document.date else ""
        value = str(getattr(document, field))
        return self.names.get(value, "") if field == "replaced_by" else value

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        document, field = self.kept[index.row()], COLUMNS[index.column()].field
        if role != _Role.EditRole or str(value) == self.words(document, field):
            return False
        self.typed.emit(document, field, str(value))
        return True
