"""Units as a table: one row a unit, the columns that the register and the review share."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from tthc_desktop.models.identity import Id
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.models.units.validity import is_gone
from tthc_desktop.ui import look
from tthc_desktop.ui.register_table import Column, Index, RegisterTable
from tthc_desktop.ui.units.words import typed_words, words

_Role = Qt.ItemDataRole
COLUMNS = (
    Column("name", "Tên đơn vị", 262),
    Column("short", "Tên ngắn", 80),
    Column("aliases", "Tên gọi khác", 170),
    Column("kind", "Loại", 118),
    Column("valid_from", "Từ ngày", 108),
    Column("valid_to", "Đến ngày", 108),
    Column("history", "Quá trình", 270),
    Column("members", "Gồm các đơn vị", 220),
)
REVIEWED = (
    Column("name", "Tên đơn vị", 300),
    Column("short", "Tên ngắn", 120),
    Column("aliases", "Tên gọi khác", 280),
    Column("kind", "Loại", 132),
    Column("members", "Gồm các đơn vị", 260),
)
"""What is shown of units that are not in the register yet."""
FIELDS = tuple(column.field for column in COLUMNS)


class UnitsTable(RegisterTable[Unit]):
    """Units for a table view; those that are gone on the day are quiet."""

    def __init__(
        self,
        parent: QObject | None = None,
        columns: Sequence[Column] = COLUMNS,
        today: date = date.min,
        *,
        editable: bool = False,
    ) -> None:
        super().__init__(columns, parent, editable=editable)
        self._today = today
        self._known: Mapping[Id, Unit] = {}
        self._members: dict[Id, str] = {}

    def show_units(self, units: Sequence[Unit], known: Mapping[Id, Unit]) -> None:
        """Show other units, or other values of the same ones; `known` are all that a collective may have."""
        self._known, self._members = known, {}
        self.show_kept(units)

    def may_edit(self, index: Index) -> bool:
        """Tell whether a cell can be typed into; only a collective has members, and the history follows from acts."""
        if not index.isValid():
            return False
        collective = self.kept[index.row()].kind is UnitKind.COLLECTIVE
        return self.columns[index.column()].field not in ({"history"} if collective else {"history", "members"})

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one cell."""
        if not index.isValid():
            return None
        unit, column = self.kept[index.row()], self.columns[index.column()]
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return self.words(unit, column.field)
            case _Role.EditRole:
                return typed_words(unit, column.field, self._known)
            case _Role.AccessibleTextRole:
                return f"{column.title}: {self.words(unit, column.field) or 'chưa có'}"
            case _Role.ForegroundRole if self._is_quiet(unit, column.field):
                return QColor(look.colours().quiet)
            case _:
                return None

    def _is_quiet(self, unit: Unit, field: str) -> bool:
        return is_gone(unit, self._today) or field == "history" or (field == "members" and not unit.members)

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
        unit, field = self.kept[index.row()], self.columns[index.column()].field
        if str(value) == typed_words(unit, field, self._known):
            return False
        self.typed.emit(unit, field, str(value))
        return True
