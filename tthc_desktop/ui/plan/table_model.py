"""A table of the plan for Qt's views: rows and columns of the value, computed numbers, no copy of the words."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.text import Text
from tthc_desktop.ui.plan.names import cell_name, numbers_of

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class TableModel(QAbstractTableModel):
    """The rows of one table. Nothing is kept here: `edited` asks for a change and `show_table` brings the result."""

    edited = Signal(object, object, str)
    """A Row, a Column and the words typed into their cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan = Plan("")
        self.table = Table("")
        self._numbers: list[str] = []
        self.locked = False
        """Whether the cells can only be looked at."""

    def show_table(self, plan: Plan, table: Table) -> None:
        """Show a newer value; the same rows and columns are refreshed in place, others begin anew."""
        if table is self.table or _frame(table) == _frame(self.table):
            changed = self._differing(plan, table)
            self._plan, self.table = plan, table
            for place in changed:
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(table.columns) - 1))
        else:
            self.beginResetModel()
            self._plan, self.table, self._numbers = plan, table, numbers_of(table)
            self.endResetModel()

    def _differing(self, plan: Plan, table: Table) -> list[int]:
        old = self._plan
        return [
            place
            for place, (before, after) in enumerate(zip(self.table.rows, table.rows, strict=True))
            if before is not after
            or old.tasks.get(after.task_id) is not plan.tasks.get(after.task_id)
            or old.targets.get(after.target_id) is not plan.targets.get(after.target_id)
        ]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.columns)

    def words(self, place: int, column: Column) -> Text | str:
        """Return what a cell shows: its words, or its row's number."""
        row = self.table.rows[place]
        if self.table.number_in_title and row.kind is RowKind.GROUP and column is self.table.columns[0]:
            return f"{self._numbers[place]}. {row.title}" if self._numbers[place] else row.title
        own = cell(self._plan, row, column)
        return self._numbers[place] if column.role is Role.NUMBER and not own else own

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one cell."""
        if not index.isValid():
            return None
        row, column = self.table.rows[index.row()], self.table.columns[index.column()]
        match role:
            case _Role.DisplayRole:
                return str(self.words(index.row(), column))
            case _Role.EditRole:
                return str(row.title if row.kind is RowKind.GROUP else cell(self._plan, row, column))
            case _Role.FontRole:
                return self._font(row, self.words(index.row(), column))
            case _Role.TextAlignmentRole:
                return _alignment(row, column)
            case _Role.AccessibleTextRole:
                return f"{column.title}: {self.words(index.row(), column)}"
            case _:
                return None

    @staticmethod
    def _font(row: Row, words: Text | str) -> QFont | None:
        runs = words.runs if isinstance(words, Text) else ()
        bold = row.kind is RowKind.GROUP or (bool(runs) and all(run.bold for run in runs))
        italic = bool(runs) and all(run.italic for run in runs)
        if not bold and not italic:
            return None
        font = QFont()
        font.setBold(bold)
        font.setItalic(italic)
        return font

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """Name the columns; rows have their number in the table itself."""
        if role in {_Role.DisplayRole, _Role.AccessibleTextRole}:
            if orientation is Qt.Orientation.Horizontal and section < len(self.table.columns):
                return str(self.table.columns[section].title)
            return str(section + 1)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let everything be typed into but computed numbers."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsEditable if self._writable(index) else usual

    def _writable(self, index: Index) -> bool:
        if self.locked:
            return False
        row, column = self.table.rows[index.row()], self.table.columns[index.column()]
        if row.kind is RowKind.GROUP:
            return column.role is not Role.NUMBER or self.table.number_in_title
        return column.role is not Role.NUMBER

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Ask for a change; the cell shows it when the plan has it."""
        if role != _Role.EditRole or not index.isValid() or not self._writable(index):
            return False
        if value != self.data(index, _Role.EditRole):
            self.edited.emit(self.table.rows[index.row()], self.table.columns[index.column()], str(value))
        return True

    def row(self, place: int) -> Row:
        """Return the row that stands at a place in sight."""
        return self.table.rows[place]

    def is_group(self, place: int) -> bool:
        """Tell whether a row is a group."""
        return self.table.rows[place].kind is RowKind.GROUP

    def name(self, row: Row, column: Column) -> str:
        """Return what Hoàn tác calls a cell."""
        place = next(place for place, other in enumerate(self.table.rows) if other.id == row.id)
        return cell_name(row, column, self._numbers[place])


def _alignment(row: Row, column: Column) -> Qt.AlignmentFlag:
    if row.kind is not RowKind.GROUP and column.role in {Role.NUMBER, Role.UNIT, Role.VALUE}:
        return Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


def _frame(table: Table) -> tuple[object, ...]:
    """Return what must be equal for the rows to be refreshed in place."""
    rows = tuple((row.id, row.kind, row.level, row.continues) for row in table.rows)
    return table.id, table.columns, table.levels, table.continuous, table.number_in_title, rows
