"""A register as a table: one row for each of its values, one column for each field."""

from collections.abc import Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from tthc_desktop.models.identity import Id, Identified

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
K = TypeVar("K", bound=Identified)


class Column(NamedTuple):
    """A column: the field it shows, its heading and its usual width."""

    field: str
    title: str
    width: int


class RegisterTable(QAbstractTableModel, Generic[K]):
    """Values of a register for a table view; what is typed is told, never kept here."""

    typed = Signal(object, str, str)
    """A value, the field that was typed into, and the words."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None, *, editable: bool = False) -> None:
        super().__init__(parent)
        self.kept: tuple[K, ...] = ()
        self.columns = columns
        self._editable = editable

    def show_kept(self, kept: Sequence[K]) -> None:
        """Show other values, or the same ones as they are now."""
        same_rows = [one.id for one in kept] == [one.id for one in self.kept]
        if not same_rows:
            self.beginResetModel()
        self.kept = tuple(kept)
        if not same_rows:
            self.endResetModel()
        elif kept:
            self.dataChanged.emit(self.index(0, 0), self.index(len(kept) - 1, len(self.columns) - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.kept)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def row_of(self, id_: Id) -> int:
        """Return where a value stands, below 0 when it is not shown."""
        return next((place for place, one in enumerate(self.kept) if one.id == id_), -1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._editable and self.may_edit(index) else flags

    def may_edit(self, index: Index) -> bool:
        """Tell whether a cell can be typed into where the register can."""
        return index.isValid()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None
