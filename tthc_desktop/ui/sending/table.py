"""The units that get a sheet as a table: each ticked or not, with its work and the sheets that went before."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from tthc_desktop.models.sending.mailing import Addressee
from tthc_desktop.ui import look
from tthc_desktop.ui.local_time import moment

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Column(NamedTuple):
    """A column: its heading and its usual width."""

    title: str
    width: int


COLUMNS = (
    Column("Đơn vị", 380),
    Column("Việc chủ trì", 108),
    Column("Việc phối hợp", 116),
    Column("Gửi lần cuối", 152),
    Column("Nhận lại lần cuối", 152),
)
_COUNTS = {1, 2}


class AddresseesTable(QAbstractTableModel):
    """Units for a table view; all are ticked until a person unticks some."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.addressees: tuple[Addressee, ...] = ()
        self._left: set[str] = set()
        """The names of the units that get no sheet; a unit that is new has no lasting identity yet."""

    def show_addressees(self, addressees: Iterable[Addressee]) -> None:
        """Show the units as they are now; who was unticked stays so."""
        self.beginResetModel()
        self.addressees = tuple(addressees)
        self.endResetModel()

    def taken(self) -> tuple[Addressee, ...]:
        """Return the units that are ticked."""
        return tuple(one for one in self.addressees if self.is_taken(one))

    def is_taken(self, addressee: Addressee) -> bool:
        """Tell whether a unit is ticked."""
        return addressee.unit.name not in self._left

    def set_taken(self, addressees: Sequence[Addressee], *, taken: bool) -> None:
        """Tick or untick units."""
        names = {one.unit.name for one in addressees}
        self._left = self._left - names if taken else self._left | names
        if self.addressees:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.addressees) - 1, 0))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.addressees)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == 0 else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.DisplayRole:
            return COLUMNS[section].title
        return _RIGHT if role == _Role.TextAlignmentRole and section in _COUNTS else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one cell."""
        if not index.isValid():
            return None
        one, column = self.addressees[index.row()], index.column()
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return _words(one, column)
            case _Role.AccessibleTextRole:
                return self._aloud(one, column)
            case _Role.CheckStateRole if column == 0:
                return _ON if self.is_taken(one) else _OFF
            case _Role.TextAlignmentRole if column in _COUNTS:
                return _RIGHT
            case _Role.ForegroundRole if not self.is_taken(one):
                return QColor(look.colours().quiet)
            case _:
                return None

    def _aloud(self, one: Addressee, column: int) -> str:
        words = _words(one, column)
        if column:
            return f"{COLUMNS[column].title}: {words}"
        return f"{'gửi' if self.is_taken(one) else 'không gửi'}, {words}"

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole or not index.isValid():
            return False
        self.set_taken([self.addressees[index.row()]], taken=Qt.CheckState(value) is _ON)
        return True


def _words(one: Addressee, column: int) -> str:
    match column:
        case 0:
            return f"{one.share.name} (mới)" if one.is_new else one.share.name
        case 1:
            return str(one.leads)
        case 2:
            return str(one.helps)
        case 3:
            return moment(one.sent_at) if one.sent_at else "chưa gửi"
        case _:
            return moment(one.returned_at) if one.returned_at else "chưa nhận"
