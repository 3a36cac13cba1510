"""Legal documents as a table: one row a document, the columns that the list and the review share."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from tthc_desktop.models.editing.legal_list import called
from tthc_desktop.models.identity import Id
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.ui import look
from tthc_desktop.ui.icons import icon

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class Column(NamedTuple):
    """A column: the field it shows, its heading and its usual width."""

    field: str
    title: str
    width: int


COLUMNS = (
    Column("kind", "Loại", 100),
    Column("number", "Số, ký hiệu", 132),
    Column("date", "Ngày", 104),
    Column("issuer", "Cơ quan ban hành", 160),
    Column("title", "Trích yếu", 360),
    Column("replaced_by", "Thay thế bởi", 204),
)
FIELDS = tuple(column.field for column in COLUMNS)


class LegalTable(QAbstractTableModel):
    """Documents for a table view; what is typed is told, never kept here."""

    typed = Signal(object, str, str)
    """A document, the field that was typed into, and the words."""

    def __init__(self, parent: QObject, *, editable: bool = False) -> None:
        super().__init__(parent)
        self.documents: tuple[LegalDocument, ...] = ()
        self.names: Mapping[Id, str] = {}
        self._editable = editable

    def show_documents(self, documents: Sequence[LegalDocument], known: Mapping[Id, LegalDocument]) -> None:
        """Show other documents, or other values of the same ones; `known` are those that may replace them."""
        shown = tuple(documents)
        same_rows = [document.id for document in shown] == [document.id for document in self.documents]
        names = {document.id: called(document) for document in (*known.values(), *shown)}
        if not same_rows:
            self.beginResetModel()
        self.documents, self.names = shown, names
        if not same_rows:
            self.endResetModel()
        elif shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, len(COLUMNS) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.documents)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def row_of(self, document_id: Id) -> int:
        """Return where a document stands, below 0 when it is not shown."""
        return next((place for place, document in enumerate(self.documents) if document.id == document_id), -1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._editable else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return COLUMNS[section].title
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one cell."""
        if not index.isValid():
            return None
        document, column = self.documents[index.row()], COLUMNS[index.column()]
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
        document, field = self.documents[index.row()], COLUMNS[index.column()].field
        if role != _Role.EditRole or str(value) == self.words(document, field):
            return False
        self.typed.emit(document, field, str(value))
        return True
