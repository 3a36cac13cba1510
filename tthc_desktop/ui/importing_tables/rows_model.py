"""The rows of a table as they will be taken: Excel's row, kind, then the table's columns."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from tthc_desktop.models.identity import Id
from tthc_desktop.models.reconciling.incoming import Doubt, IncomingRow, IncomingTable, Key
from tthc_desktop.models.table import Role, RowKind
from tthc_desktop.ui.plan.names import KIND_NAMES

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NOTHING: Mapping[tuple[Key, Id], str] = MappingProxyType({})
_TOLD, _SPOKEN = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
ROW, KIND, FIRST = 0, 1, 2
SHOWN = Qt.ItemDataRole.UserRole + 1


class Cell(NamedTuple):
    """What a cell shows; `across` is the title of a group that runs over all columns."""

    words: str
    doubt: Doubt | None = None
    across: str = ""
    quiet: bool = False
    before: str | None = None
    """What the file says where the clerk has typed something else."""


def place_of(table: IncomingTable, column_id: Id) -> int:
    """Return where a column stands in the grid; the content's place for what is about a row as a whole."""
    content = next((at for at, one in enumerate(table.columns) if one.role is Role.CONTENT), 0)
    return FIRST + next((at for at, one in enumerate(table.columns) if one.id == column_id), content)


class RowsModel(QAbstractTableModel):
    """A table's rows. A typed cell and another kind are told, not kept: they come back with what is worked out."""

    typed = Signal(str, str, str)
    """Row, column and words."""
    kind_wanted = Signal(str, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.table: IncomingTable | None = None
        self.numbers: tuple[str, ...] = ()
        self._mended: Mapping[tuple[Key, Id], str] = {}
        self._content = 0

    def show_table(
        self,
        table: IncomingTable | None,
        numbers: tuple[str, ...],
        mended: Mapping[tuple[Key, Id], str] = _NOTHING,
    ) -> None:
        """Show a table, with what the file says in mended cells; the same one mended keeps its place."""
        before, after = self.table, table
        same = (
            before is not None
            and after is not None
            and before.key == after.key
            and (before.columns == after.columns and len(before.rows) == len(after.rows))
        )
        if not same:
            self.beginResetModel()
        self.table, self.numbers, self._mended = table, numbers, mended
        columns = table.columns if table is not None else ()
        self._content = next((at for at, one in enumerate(columns) if one.role is Role.CONTENT), 0)
        if not same:
            self.endResetModel()
        elif self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def row(self, place: int) -> IncomingRow | None:
        """Return a row."""
        return self.table.rows[place] if self.table is not None and 0 <= place < len(self.table.rows) else None

    def column_id(self, place: int) -> Id:
        """Return the table's column, empty for those that tell of the row."""
        columns = self.table.columns if self.table is not None else ()
        return columns[place - FIRST].id if FIRST <= place < FIRST + len(columns) else ""

    def column_of(self, column_id: Id) -> int:
        """Return where a column stands; the content's place for what is about a row as a whole."""
        return place_of(self.table, column_id) if self.table is not None else FIRST

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or self.table is None else len(self.table.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or self.table is None else FIRST + len(self.table.columns)

    def cell(self, row: int, column: int) -> Cell:
        """Return what a cell shows."""
        one = self.row(row)
        assert one is not None
        assert self.table is not None
        if column == ROW:
            grave = next((doubt for doubt in one.doubts if doubt.grave), None)
            return Cell(str(one.row), grave or next(iter(one.doubts), None), quiet=True)
        if column == KIND:
            return Cell(KIND_NAMES[one.kind], quiet=True)
        head = self.table.columns[column - FIRST]
        whole = column - FIRST == self._content
        doubt = next((it for it in one.doubts if it.column_id == head.id or (whole and not it.column_id)), None)
        if head.role is Role.NUMBER:
            return Cell(self.numbers[row], doubt, quiet=True)
        cell = one.cells.get(head.id)
        words = cell.words if cell is not None else ""
        if one.kind is RowKind.GROUP:
            title = one.cells.get(self.table.columns[self._content].id)
            across = title.words if title is not None else " "
            return Cell(words, doubt, across, before=self._mended.get((one.key, head.id)))
        quiet = cell is not None and cell.fills
        return Cell(words, doubt, quiet=quiet, before=self._mended.get((one.key, head.id)))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == SHOWN:
            return cell
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return cell.words
        return self._told(cell, role) if role in {_TOLD, _SPOKEN} else None

    def _told(self, cell: Cell, role: int) -> str | None:
        """Return what is said of a cell when it is pointed at, or read aloud."""
        said = f"đã sửa, trong tệp: {cell.before or 'để trống'}" if cell.before is not None else ""
        if cell.doubt is not None:
            words = f"{cell.words or 'để trống'}, cần xem: {cell.doubt.text}" if role == _SPOKEN else cell.doubt.text
            return f"{words} ({said})" if said else words
        if said:
            return f"{cell.words or 'để trống'} ({said})"
        return cell.words if role == _TOLD else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        one = self.row(index.row())
        column_id = self.column_id(index.column())
        if role != Qt.ItemDataRole.EditRole or one is None or not column_id:
            return False
        if str(value).strip() != self.cell(index.row(), index.column()).words:
            self.typed.emit(one.key, column_id, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.table is None:
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() < FIRST or self.table.columns[index.column() - FIRST].role is Role.NUMBER:
            return found
        return found | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or self.table is None or orientation is Qt.Orientation.Vertical:
            return None
        if section < FIRST:
            return ("Hàng", "Loại")[section]
        head = self.table.columns[section - FIRST]
        title = " ".join(str(head.title).split()) or f"Cột {head.id.rpartition(':')[2]}"
        return f"{head.over} – {title}" if str(head.over) else title

    def turn_kind(self, index: Index) -> None:
        """Ask for the other kind of a row: a group of a task, a task (or target) of a group."""
        one = self.row(index.row())
        if one is None or self.table is None:
            return
        has_value = any(column.role is Role.VALUE for column in self.table.columns)
        other = RowKind.TARGET if has_value else RowKind.TASK
        self.kind_wanted.emit(one.key, other if one.kind is RowKind.GROUP else RowKind.GROUP)
