"""The agenda as a table: a line for each unit and day, asked for as it comes into sight."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from tthc_desktop.models.agenda.sifting import Standing
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Status
from tthc_desktop.ui import look
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.overview.cells import BELOW
from tthc_desktop.ui.overview.words import MARKS, NOBODY, day_words, ink_of_time, when
from tthc_desktop.ui.plan.names import number

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_FEW = 1000
"""Lines that are read at once without a pause."""
_NEAR = 500
"""How far from its place a line is looked for after a change."""
Key = tuple[Id, Id, Id, str]
"""Plan, work, unit and period of a line."""


class Column(NamedTuple):
    """A column with its usual width."""

    title: str
    width: int


COLUMNS = (
    Column("Thời hạn", 184),
    Column("Việc, kế hoạch", 400),
    Column("Đơn vị", 200),
    Column("Tình trạng", 190),
)
TIME, WORK, UNIT, STATUS = range(len(COLUMNS))


def key_of(one: Standing) -> Key:
    """Return what a line is known by when the agenda has changed."""
    line = one.line
    return line.plan_id, line.work_id, line.unit_id, line.occurrence.period


def _told(found: Iterable[Standing]) -> str:
    works = {(one.line.plan_id, one.line.work_id): one.line.is_target for one in found}
    targets = sum(works.values())
    parts = (len(works) - targets, "nhiệm vụ"), (targets, "chỉ tiêu")
    return ", ".join(f"{number(count)} {what}" for count, what in parts if count)


class AgendaTable(QAbstractTableModel):
    """Lines for a table view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: Sequence[Standing] = ()
        self.works = ""
        """How many tasks and targets the lines are of, in words; empty where they are too many to be read at once."""
        self._plans: Mapping[Id, str] = {}
        self._on = date.min
        self._shapes: Mapping[Status, QIcon] = {status: icon(*mark) for status, mark in MARKS.items()}

    def show_found(self, found: Sequence[Standing], plans: Mapping[Id, str], on: date) -> None:
        """Show other lines, as they stand on a day; `plans` are what plans are called."""
        self.beginResetModel()
        self.found, self._plans, self._on = found, plans, on
        few = found if len(found) <= _FEW else ()
        self.works = _told(few)
        self.endResetModel()

    def row_near(self, key: Key, row: int) -> int:
        """Return where a line stands now that stood in a row, below 0 when it is nowhere near."""
        for place in range(max(0, row - _NEAR), min(len(self.found), row + _NEAR)):
            if key_of(self.found[place]) == key:
                return place
        return -1

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.found)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return COLUMNS[section].title
        return None

    def words(self, one: Standing, column: int) -> str:
        """Return what a cell shows in its first line."""
        line = one.line
        if column == TIME:
            return when(one, self._on) or day_words(line.occurrence.due)
        if column == WORK:
            return f"{line.number}. {line.content}" if line.number else line.content
        if column == UNIT:
            return line.unit or NOBODY
        return one.status.value

    def below(self, one: Standing, column: int) -> str:
        """Return what a cell shows in its second line."""
        line = one.line
        if column == TIME:
            return day_words(line.occurrence.due) if when(one, self._on) else ""
        if column == WORK:
            return self._plans.get(line.plan_id, "")
        return line.part if column == UNIT and not line.leads else ""

    def cells(self, one: Standing) -> tuple[str, ...]:
        """Return a line as cells for Excel."""
        day = day_words(one.line.occurrence.due)
        first = (day, when(one, self._on), self.words(one, WORK), self.words(one, UNIT))
        return (*first, self._plans.get(one.line.plan_id, ""), one.status.value)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one cell."""
        if not index.isValid() or index.row() >= len(self.found):
            return None
        one, column = self.found[index.row()], index.column()
        match role:
            case _Role.DisplayRole:
                return self.words(one, column)
            case int() if role == BELOW:
                return self.below(one, column)
            case _Role.ToolTipRole:
                return self._tip(one, column)
            case _Role.AccessibleTextRole:
                both = (self.words(one, column), self.below(one, column))
                return f"{COLUMNS[column].title}: {', '.join(filter(None, both))}"
            case _Role.DecorationRole if column == STATUS:
                return self._shapes[one.status]
            case _Role.ForegroundRole:
                return self._ink(one, column)
            case _:
                return None

    def _tip(self, one: Standing, column: int) -> str:
        line, occurrence = one.line, one.line.occurrence
        if column == TIME:
            said = f"Thời hạn ghi trong kế hoạch: {' '.join(line.deadline.split())}" if line.deadline else ""
            parts = (said, occurrence.words, occurrence.warning)
        elif column == WORK:
            parts = (self.words(one, WORK), self.below(one, WORK), "")
        else:
            parts = (self.words(one, column), line.part if column == UNIT else "", "")
        return "\n".join(filter(None, parts)) or self.words(one, column)

    def _ink(self, one: Standing, column: int) -> QColor | None:
        named = ""
        if column == STATUS:
            named = MARKS[one.status].ink
        elif column == TIME:
            named = ink_of_time(one, self._on)
        elif column == UNIT and not one.line.unit:
            named = "quiet"
        return QColor(getattr(look.colours(), named)) if named else None
