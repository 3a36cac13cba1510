"""What was deleted as a table: one row for each thing that can be brought back."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from tthc_desktop.models.bin.values import NAMES, Deleted, What
from tthc_desktop.models.identity import Id
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.local_time import moment
from tthc_desktop.ui.register_table import Column, Index, RegisterTable

_Role = Qt.ItemDataRole
COLUMNS = (
    Column("what", "Loại", 160),
    Column("words", "Nội dung", 400),
    Column("place", "Ở đâu", 312),
    Column("at", "Xóa lúc", 156),
    Column("label", "Do thao tác", 180),
)
_DRAWINGS = {
    **dict.fromkeys((What.PLAN, What.PAPER, What.VERSION), "plan"),
    **dict.fromkeys((What.HEADING, What.PARAGRAPH), "item"),
    What.TASK: "task",
    **dict.fromkeys((What.TABLE, What.ROW, What.GROUP), "table"),
    **dict.fromkeys((What.TARGET, What.MARK), "targets"),
    What.COLUMN: "columns",
    What.BASIS: "basis",
    What.UNIT: "units",
    What.DOCUMENT: "legal",
    What.SENDING: "send",
    **dict.fromkeys((What.PROGRESS, What.EVIDENCE), "progress"),
    What.DAY: "days",
    What.REGIME: "regimes",
    What.FILTER: "filter",
}


class BinTable(RegisterTable[Deleted]):
    """Deleted things for a table view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, parent)
        self.places: Mapping[Id, str] = {}

    def show_deleted(self, deleted: Sequence[Deleted], places: Mapping[Id, str]) -> None:
        """Show other things; `places` says where each stood."""
        self.places = places
        self.show_kept(deleted)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one cell."""
        if not index.isValid():
            return None
        one, column = self.kept[index.row()], COLUMNS[index.column()]
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return self.words(one, column.field)
            case _Role.AccessibleTextRole:
                return f"{column.title}: {self.words(one, column.field) or 'không có'}"
            case _Role.DecorationRole if column.field == "what":
                return icon(_DRAWINGS.get(one.what, "info"))
            case _:
                return None

    def words(self, one: Deleted, field: str) -> str:
        """Return what a cell shows."""
        match field:
            case "what":
                return NAMES[one.what]
            case "words":
                return " ".join(one.words.split()) or "(không có chữ)"
            case "place":
                return self.places.get(one.id, "")
            case "at":
                return moment(one.at)
            case _:
                return one.label
