"""The files as a table: each with what came of it, ticked when its plan is to be taken."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QColor

from tthc_desktop.models.text import collation_key
from tthc_desktop.ui import look
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.importing.several.entries import Came, Entry
from tthc_desktop.ui.plan.names import number
from tthc_desktop.ui.register_table import Column

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
COLUMNS = (
    Column("name", "Tệp", 280),
    Column("kind", "Loại", 148),
    Column("words", "Kết quả", 380),
    Column("tasks", "Nhiệm vụ", 92),
    Column("targets", "Chỉ tiêu", 84),
    Column("unplaced", "Chưa xếp", 92),
    Column("doubts", "Cần xem", 88),
)
_COUNTS = range(3, 7)
_SIGNS = {Came.READ: "good", Came.TAKEN: "good", Came.FAILED: "error"}


class FilesTable(QAbstractTableModel):
    """Files for a table view; a plan that is new is ticked until a person unticks it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()
        self._turned: dict[str, bool] = {}
        """What a person has ticked or unticked."""

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show the files as they are now; those that are new stand behind the others."""
        before = len(self.entries)
        more = len(entries) - before
        if more > 0 and [one.id for one in self.entries] == [one.id for one in entries[:before]]:
            self.beginInsertRows(_NOWHERE, before, len(entries) - 1)
            self.entries = entries
            self.endInsertRows()
        else:
            self.entries = entries
        if before:
            self.dataChanged.emit(self.index(0, 0), self.index(before - 1, len(COLUMNS) - 1))

    def is_taken(self, entry: Entry) -> bool:
        """Tell whether the plan of a file is ticked."""
        return entry.can_be_taken and self._turned.get(entry.id, entry.came is Came.READ)

    def taken(self) -> tuple[Entry, ...]:
        """Return the files that are ticked, in their order."""
        return tuple(one for one in self.entries if self.is_taken(one))

    def set_taken(self, entries: Collection[Entry], *, taken: bool) -> None:
        """Tick or untick files; those without a plan stay as they are."""
        self._turned |= {one.id: taken for one in entries if one.can_be_taken}
        if self.entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.entries) - 1, 0))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        ticks = index.isValid() and index.column() == 0 and self.entries[index.row()].can_be_taken
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticks else flags

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
        one, column = self.entries[index.row()], index.column()
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return _words(one, column)
            case _Role.AccessibleTextRole:
                return self._aloud(one, column)
            case _Role.CheckStateRole if column == 0 and one.can_be_taken:
                return _ON if self.is_taken(one) else _OFF
            case _Role.TextAlignmentRole if column in _COUNTS:
                return _RIGHT
            case _Role.DecorationRole if column == 2:
                return icon(_SIGNS.get(one.came, "warning"))
            case _Role.ForegroundRole if not self.is_taken(one):
                return QColor(look.colours().quiet)
            case _:
                return None

    def _aloud(self, one: Entry, column: int) -> str:
        words = _words(one, column)
        if column:
            return f"{COLUMNS[column].title}: {words}"
        return f"{'nhập' if self.is_taken(one) else 'không nhập'}, {words}"

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole or not index.isValid() or not self.entries[index.row()].can_be_taken:
            return False
        self.set_taken([self.entries[index.row()]], taken=Qt.CheckState(value) is _ON)
        return True


def _words(one: Entry, column: int) -> str:
    match column:
        case 0:
            return one.read.name
        case 1:
            return one.kind
        case 2:
            return one.words
        case _ if one.draft is None:
            return ""
        case _:
            return number(getattr(one, COLUMNS[column].field))


class SortedFiles(QSortFilterProxyModel):
    """The files in another order: by words as a Vietnamese reader sorts, by figures, by what came of them."""

    def __init__(self, files: FilesTable) -> None:
        super().__init__(files)
        self._files = files
        self.setSourceModel(files)

    def lessThan(self, left: Index, right: Index) -> bool:
        """Compare two files by a column."""
        one, other = self._files.entries[left.row()], self._files.entries[right.row()]
        field = COLUMNS[left.column()].field
        if field in {"name", "kind"}:
            return collation_key(_words(one, left.column())) < collation_key(_words(other, left.column()))
        if field == "words":
            return (one.came, collation_key(one.words)) < (other.came, collation_key(other.words))
        return bool(getattr(one, field) < getattr(other, field))

    def entry(self, index: Index) -> Entry | None:
        """Return the file of a row."""
        row = self.mapToSource(index).row()
        return self._files.entries[row] if 0 <= row < len(self._files.entries) else None
