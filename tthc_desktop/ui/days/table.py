"""The days off of a year as a table: public holidays, which stand, and the office's own days, which can be edited."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from tthc_desktop.models.days_off import WEEKDAYS, DaysOff, ExchangedDay
from tthc_desktop.models.identity import Id
from tthc_desktop.ui import look
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.register_table import Column, Index, RegisterTable

_Role = Qt.ItemDataRole
COLUMNS = (
    Column("day", "Ngày", 120),
    Column("weekday", "Thứ", 96),
    Column("off", "Nghỉ hay làm việc", 152),
    Column("note", "Nội dung", 330),
    Column("source", "Nguồn", 150),
)
FIELDS = tuple(column.field for column in COLUMNS)
_TYPED = {"day", "off", "note"}
KINDS: Mapping[bool, str] = {True: "Nghỉ", False: "Làm việc bù"}


@dataclass(frozen=True, slots=True)
class ShownDay:
    """A day of the table; `own` is the office's entry, None for a public holiday."""

    id: Id
    day: date
    name: str = ""
    own: ExchangedDay | None = None


def shown_days(year: int, days: DaysOff) -> tuple[ShownDay, ...]:
    """Return the days of a year, in order; a public holiday before the office's own entry for the same day."""
    public = (ShownDay(day.isoformat(), day, name) for day, name in days.public.items() if day.year == year)
    own = (ShownDay(one.id, one.day, one.note, one) for one in days.exchanged.values() if one.day.year == year)
    return tuple(sorted((*public, *own), key=lambda each: (each.day, each.own is not None)))


class DaysTable(RegisterTable[ShownDay]):
    """Days for a table view."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(COLUMNS, parent, editable=True)

    def may_edit(self, index: Index) -> bool:
        """Tell whether a cell can be typed into: only what the office entered itself."""
        if not index.isValid():
            return False
        return self.kept[index.row()].own is not None and COLUMNS[index.column()].field in _TYPED

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one cell."""
        if not index.isValid():
            return None
        shown, column = self.kept[index.row()], COLUMNS[index.column()]
        match role:
            case _Role.DisplayRole | _Role.EditRole | _Role.ToolTipRole:
                return words(shown, column.field)
            case _Role.AccessibleTextRole:
                return f"{column.title}: {words(shown, column.field) or 'chưa có'}"
            case _Role.DecorationRole:
                return icon("lock") if column.field == "source" and shown.own is None else None
            case _Role.ForegroundRole if shown.own is None:
                return QColor(look.colours().quiet)
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.EditRole or not self.may_edit(index):
            return False
        shown, field = self.kept[index.row()], COLUMNS[index.column()].field
        if str(value) == words(shown, field):
            return False
        self.typed.emit(shown, field, str(value))
        return True


def words(shown: ShownDay, field: str) -> str:
    """Return what a cell shows."""
    match field:
        case "day":
            return f"{shown.day:%d/%m/%Y}"
        case "weekday":
            name = WEEKDAYS[shown.day.weekday()]
            return name[:1].upper() + name[1:]
        case "off":
            return KINDS[shown.own is None or shown.own.off]
        case "note":
            return shown.name
        case _:
            return "Cơ quan" if shown.own else "Ngày lễ, Tết"
