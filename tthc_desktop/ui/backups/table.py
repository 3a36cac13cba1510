"""Backups as a table, the newest first."""

from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from tthc_desktop.storage.backups import is_locked
from tthc_desktop.ui import look
from tthc_desktop.ui.backups import words
from tthc_desktop.ui.backups.words import Listed, Now, State
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.register_table import Column, Index, RegisterTable

_Role = Qt.ItemDataRole
COLUMNS = (
    Column("when", "Lúc", 148),
    Column("why", "Lý do", 250),
    Column("holds", "Trong bản này", 200),
    Column("difference", "So với hiện nay", 320),
    Column("size", "Dung lượng", 94),
    Column("place", "Nơi", 124),
    Column("state", "Tình trạng", 172),
)
_INKS = {State.UNSURE: "warning", State.DAMAGED: "error"}


class BackupsTable(RegisterTable[Listed]):
    """Backups for a table view; `now` is what they are held against."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, parent)
        self.now: Now | None = None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one cell."""
        if not index.isValid():
            return None
        listed, column = self.kept[index.row()], COLUMNS[index.column()]
        is_state = column.field == "state"
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return self._words(listed, column.field)
            case _Role.AccessibleTextRole:
                return f"{column.title}: {self._words(listed, column.field) or 'không rõ'}"
            case _Role.DecorationRole if is_state:
                return icon(words.state(listed).value, _INKS.get(words.state(listed), "text"))
            case _Role.DecorationRole if column.field == "place" and is_locked(listed.stored.path):
                return icon("lock")
            case _Role.TextAlignmentRole if column.field == "size":
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _Role.ForegroundRole if is_state and words.state(listed) in _INKS:
                return QColor(getattr(look.colours(), _INKS[words.state(listed)]))
            case _:
                return None

    def _words(self, listed: Listed, field: str) -> str:
        stored = listed.stored
        match field:
            case "when":
                return words.when(stored)
            case "why":
                return words.why(stored)
            case "holds":
                return words.holds(stored.backup.content, ("plans", "tasks")) if stored.backup else stored.path.name
            case "difference":
                return words.difference(stored, self.now)
            case "size":
                return words.size(stored.backup.size) if stored.backup else ""
            case "place":
                return words.place(listed)
            case _:
                return words.state_words(listed)
