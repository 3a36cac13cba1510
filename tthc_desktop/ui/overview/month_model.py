"""One month as six weeks of seven days, Monday first, each day with what comes up on it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tthc_desktop.models.agenda.sifting import Day
from tthc_desktop.models.days_off import WEEKDAYS, DaysOff

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
WEEKS = 6
HEADS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class MonthModel(QAbstractTableModel):
    """The days for a table view."""

    def __init__(self, month: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.month = month.replace(day=1)
        self.today = month
        self.days: Mapping[date, Day] = {}
        self.off = DaysOff()

    def show_month(self, day: date) -> None:
        """Show the month of a day."""
        self.month = day.replace(day=1)
        self._tell()

    def show_days(self, days: Mapping[date, Day], off: DaysOff, today: date) -> None:
        """Show what comes up on which day, and which days are off."""
        self.days, self.off, self.today = days, off, today
        self._tell()

    def _tell(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(WEEKS - 1, 6))

    @property
    def first(self) -> date:
        """The Monday on which the first week begins."""
        return self.month - timedelta(self.month.weekday())

    def day(self, index: Index) -> date:
        """Return the day of a cell."""
        return self.first + timedelta(7 * index.row() + index.column())

    def index_of(self, day: date) -> QModelIndex:
        """Return the cell of a day, no cell when it is not in sight."""
        place = (day - self.first).days
        return self.index(place // 7, place % 7) if 0 <= place < 7 * WEEKS else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 7

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.DisplayRole:
            return HEADS[section]
        if role == _Role.ToolTipRole:
            return WEEKDAYS[section][:1].upper() + WEEKDAYS[section][1:]
        return _MIDDLE if role == _Role.TextAlignmentRole else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one day."""
        if not index.isValid():
            return None
        day = self.day(index)
        match role:
            case _Role.DisplayRole:
                return str(day.day)
            case _Role.ToolTipRole:
                return self.about(day)
            case _Role.AccessibleTextRole:
                return self.about(day).replace("\n", ", ")
            case _Role.TextAlignmentRole:
                return _MIDDLE
            case _:
                return None

    def about(self, day: date) -> str:
        """Return what there is to a day: its date, why it is off, what comes up on it."""
        weekday = WEEKDAYS[day.weekday()]
        why = self.off.why_off(day)
        found = self.days.get(day, Day())
        parts = (
            f"{weekday[:1].upper()}{weekday[1:]}, {day:%d/%m/%Y}" + (" (hôm nay)" if day == self.today else ""),
            f"Ngày nghỉ: {why}" if why and why != weekday else "",
            counted(found) if found.lines else "Không có việc",
        )
        return "\n".join(filter(None, parts))


def counted(found: Day) -> str:
    """Return how many things come up on a day, in words."""
    also = (f"{found.overdue} quá hạn" if found.overdue else "", f"{found.finished} đã xong" if found.finished else "")
    rest = ", ".join(filter(None, also))
    return f"{found.lines} phần việc" + (f": {rest}" if rest else "")
