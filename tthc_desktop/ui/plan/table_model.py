"""A table of the plan for Qt's views: rows and columns of the value, computed numbers, no copy of the words."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from tthc_desktop.models.editing.cells import words_in, writable
from tthc_desktop.models.editing.tables import title_column
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.text import Text
from tthc_desktop.ui.plan.names import cell_name
from tthc_desktop.ui.plan.table.sight import Sight, differences, frame, numbered_as_before, sight, without
from tthc_desktop.ui.plan.table.steps import Kind, Step, step_between

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class TableModel(QAbstractTableModel):
    """The rows of one table. Nothing is kept here: `edited` asks for a change and `show_table` brings the result."""

    edited = Signal(object, object, str)
    """A Row, a Column and the words typed into their cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = Sight()
        self.locked = False
        """Whether the cells can only be looked at."""

    @property
    def plan(self) -> Plan:
        """The plan that the table is a part of."""
        return self._now.plan

    @property
    def table(self) -> Table:
        """The whole table, with the rows that are hidden."""
        return self._now.table

    @property
    def hidden(self) -> frozenset[Id]:
        """The rows that a filter keeps out of sight."""
        return self._now.hidden

    @property
    def ids(self) -> Sequence[Id]:
        """The rows in sight, in order."""
        return self._now.ids

    def row(self, place: int) -> Row:
        """Return the row that stands at a place in sight."""
        return self._now.rows[place]

    def place_in_table(self, place: int) -> int:
        """Return where a row in sight stands in the whole table."""
        return self._now.places[place]

    def place_of(self, row_id: Id) -> int:
        """Return where a row stands in sight, -1 when it does not."""
        return self._now.ids.index(row_id) if row_id in self._now.ids else -1

    def places(self) -> dict[Id, int]:
        """Return where each row in sight stands."""
        return {row_id: place for place, row_id in enumerate(self._now.ids)}

    def show_table(self, plan: Plan, table: Table, hidden: frozenset[Id] = frozenset()) -> Kind:
        """Show a newer value and return what became of the rows; those that stay keep their place in the views."""
        before, after = self._now, sight(self._now, plan, table, hidden)
        step = step_between(before.ids, after.ids) if frame(before.table) == frame(table) else Step(Kind.ANEW)
        self._go(step, before, after)
        if step.kind is not Kind.ANEW:
            self._tell_differences(before, after, step)
        return step.kind

    def _go(self, step: Step, before: Sight, after: Sight) -> None:
        match step.kind:
            case Kind.SAME:
                pass
            case Kind.INSERTED:
                self._insert(step, numbered_as_before(before, after, step))
            case Kind.REMOVED:
                self._remove(step, numbered_as_before(before, after, step))
            case Kind.EXCHANGED:
                self._remove(step, without(before, step))
                self._insert(step, numbered_as_before(before, after, step))
            case Kind.REORDERED:
                self._reorder(before, after)
            case _:
                self.beginResetModel()
                self._now = after
                self.endResetModel()
        self._now = after

    def _insert(self, step: Step, after: Sight) -> None:
        self.beginInsertRows(QModelIndex(), step.first, step.new_end - 1)
        self._now = after
        self.endInsertRows()

    def _remove(self, step: Step, after: Sight) -> None:
        self.beginRemoveRows(QModelIndex(), step.first, step.old_end - 1)
        self._now = after
        self.endRemoveRows()

    def _reorder(self, before: Sight, after: Sight) -> None:
        self.layoutAboutToBeChanged.emit()
        places = {row_id: place for place, row_id in enumerate(after.ids)}
        old = self.persistentIndexList()
        self._now = after
        new = [self.index(places[before.ids[index.row()]], index.column()) for index in old]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _tell_differences(self, before: Sight, after: Sight, step: Step) -> None:
        changed, renumbered = differences(before, after, step)
        for place in changed:
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(after.table.columns) - 1))
        if renumbered:
            self.dataChanged.emit(self.index(renumbered[0], 0), self.index(renumbered[-1], 0), [_Role.DisplayRole])

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._now.ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.columns)

    def words(self, place: int, column: Column) -> Text | str:
        """Return what a cell shows: its words, or its row's number."""
        row, number = self._now.rows[place], self._now.numbers[place]
        said = words_in(self.plan, self.table, row, column)
        if row.kind is RowKind.GROUP and self.table.number_in_title and column is self.table.columns[0]:
            return f"{number}. {said}" if number else said
        return number if column.role is Role.NUMBER and not said else said

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one cell."""
        if not index.isValid():
            return None
        row, column = self.row(index.row()), self.table.columns[index.column()]
        match role:
            case _Role.DisplayRole:
                return str(self.words(index.row(), column))
            case _Role.EditRole:
                return str(words_in(self.plan, self.table, row, column))
            case _Role.FontRole:
                return self._font(row, self.words(index.row(), column))
            case _Role.TextAlignmentRole:
                return alignment(row, column)
            case _Role.AccessibleTextRole:
                return f"{column.title}: {self.words(index.row(), column)}"
            case _:
                return None

    @staticmethod
    def emphasis(row: Row, words: Text | str) -> tuple[bool, bool]:
        """Tell whether a cell's words are bold and italic."""
        runs = words.runs if isinstance(words, Text) else ()
        bold = row.kind is RowKind.GROUP or (bool(runs) and all(run.bold for run in runs))
        return bold, bool(runs) and all(run.italic for run in runs)

    def _font(self, row: Row, words: Text | str) -> QFont | None:
        bold, italic = self.emphasis(row, words)
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
        return not self.locked and writable(self.table, self.row(index.row()), self.table.columns[index.column()])

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Ask for a change; the cell shows it when the plan has it."""
        if role != _Role.EditRole or not index.isValid() or not self._writable(index):
            return False
        if value != self.data(index, _Role.EditRole):
            self.edited.emit(self.row(index.row()), self.table.columns[index.column()], str(value))
        return True

    def is_group(self, place: int) -> bool:
        """Tell whether a row is a group."""
        return self.row(place).kind is RowKind.GROUP

    def title_place(self) -> int:
        """Return the place of the column in which groups have their title, and with it the words of most rows."""
        title = title_column(self.table)
        return self.table.columns.index(title) if title else 0

    def name(self, row: Row, column: Column) -> str:
        """Return what Hoàn tác calls a cell."""
        place = self.place_of(row.id)
        return cell_name(row, column, self._now.numbers[place] if place >= 0 else "")


def alignment(row: Row, column: Column) -> Qt.AlignmentFlag:
    """Return where the words of a cell stand in it."""
    if row.kind is not RowKind.GROUP and column.role in {Role.NUMBER, Role.UNIT, Role.VALUE}:
        return Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
