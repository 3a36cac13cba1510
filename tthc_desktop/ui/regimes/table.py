"""Regimes of reporting as a table: those of the office, and those that come with the program."""

from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from tthc_desktop.models.reporting.listed_regimes import ListedRegime
from tthc_desktop.ui import look
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.register_table import Column, Index, RegisterTable

_Role = Qt.ItemDataRole
COLUMNS = (
    Column("name", "Chế độ báo cáo", 560),
    Column("start", "Từ ngày", 112),
    Column("end", "Đến ngày", 112),
    Column("holds", "Áp dụng", 140),
    Column("source", "Nguồn", 200),
)


class RegimesTable(RegisterTable[ListedRegime]):
    """Regimes for a table view; they are written below it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, parent)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one cell."""
        if not index.isValid():
            return None
        shown, column = self.kept[index.row()], COLUMNS[index.column()]
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return words(shown, column.field)
            case _Role.AccessibleTextRole:
                return f"{column.title}: {words(shown, column.field) or 'không'}"
            case _Role.DecorationRole:
                return icon("lock") if column.field == "source" and not shown.own else None
            case _Role.ForegroundRole if not shown.own and not shown.holds:
                return QColor(look.colours().quiet)
            case _:
                return None


def words(shown: ListedRegime, field: str) -> str:
    """Return what a cell shows."""
    match field:
        case "name":
            return shown.regime.name
        case "start":
            return f"{shown.regime.start:%d/%m/%Y}"
        case "end":
            return f"{shown.regime.end:%d/%m/%Y}" if shown.regime.end else ""
        case "holds":
            return "Đang áp dụng" if shown.holds else ""
        case _:
            if shown.own:
                return "Cơ quan, sửa bản có sẵn" if shown.known else "Cơ quan"
            return "Có sẵn"
