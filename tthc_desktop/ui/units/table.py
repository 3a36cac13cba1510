"""Units as a table: one row a unit, the columns that the register and the review share."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from tthc_desktop.models.identity import Id
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.ui import look
from tthc_desktop.ui.units.words import typed_words, words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class Column(NamedTuple):
    """A column: the field it shows, its heading and its usual width."""

    field: str
    title: str
    width: int


COLUMNS = (
    Column("name", "Tên đơn vị", 300),
    Column("short", "Tên ngắn", 120),
    Column("aliases", "Tên gọi khác", 280),
    Column("kind", "Loại", 132),
    Column("members", "Gồm các đơn vị", 260),
)
FIELDS = tuple(column.field for column in COLUMNS)


class UnitsTable(QAbstractTableModel):
    """Units for a table view; what is typed is told, never kept here."""

    typed = Signal(object, str, str)
    """A unit, the field that was typed into, and the words."""

    def __init__(self, parent: QObject | None = None, *, editable: bool = False) -> None:
        super().__init__(parent)
        self.units: tuple[Unit, ...] = ()
        self._known: Mapping[Id, Unit] = {}
        self._members: dict[Id, str] = {}
        self._editable = editable

    def show_units(self, units: Sequence[Unit], known: Mapping[Id, Unit]) -> None:
        """Show other units, or other values of the same ones; `known` are all that a collective may have."""
        shown = tuple(units)
        same_rows = [unit.id for unit in shown] == [unit.id for unit in self.units]
        if not same_rows:
            self.beginResetModel()
        self.units, self._known, self._members = shown, known, {}
        if not same_rows:
            self.endResetModel()
        elif shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, len(COLUMNS) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.units)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def row_of(self, unit_id: Id) -> int:
        """Return where a unit stands, below 0 when it is not shown."""
        return next((place for place, unit in enumerate(self.units) if unit.id == unit_id), -1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._editable and self._may_edit(index) else flags

    def _may_edit(self, index: Index) -> bool:
        if not index.isValid():
            return False
        collective = self.units[index.row()].kind is UnitKind.COLLECTIVE
        return collective or COLUMNS[index.column()].field != "members"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return COLUMNS[section].title
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one cell."""
        if not index.isValid():
            return None
        unit, column = self.units[index.row()], COLUMNS[index.column()]
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return self.words(unit, column.field)
            case _Role.EditRole:
                return typed_words(unit, column.field, self._known)
            case _Role.AccessibleTextRole:
                return f"{column.title}: {self.words(unit, column.field) or 'chưa có'}"
            case _Role.ForegroundRole if column.field == "members" and not unit.members:
                return QColor(look.colours().quiet)
            case _:
                return None

    def words(self, unit: Unit, field: str) -> str:
        """Return what a cell shows; whom a collective means is looked for once."""
        if field != "members":
            return words(unit, field, self._known)
        if unit.id not in self._members:
            self._members[unit.id] = words(unit, field, self._known)
        return self._members[unit.id]

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.EditRole or not index.isValid():
            return False
        unit, field = self.units[index.row()], COLUMNS[index.column()].field
        if str(value) == typed_words(unit, field, self._known):
            return False
        self.typed.emit(unit, field, str(value))
        return True
