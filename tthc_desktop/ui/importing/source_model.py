"""The lines of a paper under review: where each one went, or that it found no place."""

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import SourceLine

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
NUMBER, PLACED = _Role.UserRole, _Role.UserRole + 1


class Read(Protocol):
    """What a reader made of lines: a draft of a plan, or what was pasted."""

    @property
    def lines(self) -> tuple[SourceLine, ...]: ...

    @property
    def placed(self) -> Mapping[int, Id]: ...


class SourceModel(QAbstractListModel):
    """Every line of the paper that is not blank."""

    def __init__(self, draft: Read, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = draft.lines
        self._placed = draft.placed
        self._rows = {line.number: row for row, line in enumerate(draft.lines)}

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one line."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        words = " ".join(line.text.split())
        placed = line.number in self._placed
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return words
            case _Role.AccessibleTextRole:
                return f"Dòng {line.number}{'' if placed else ', chưa xếp'}: {words}"
            case int() if role == NUMBER:
                return line.number
            case int() if role == PLACED:
                return placed
            case _:
                return None

    def owner(self, index: Index) -> Id:
        """Return what a line went into."""
        return self._placed.get(self._lines[index.row()].number, "")

    def index_of_line(self, number: int) -> QModelIndex:
        """Return a line, or the nearest one before it."""
        row = max((row for line, row in self._rows.items() if line <= number), default=0)
        return self.index(row, 0)

    def index_of_owner(self, owner: Id) -> QModelIndex:
        """Return the first line that went into something."""
        number = min((line for line, placed in self._placed.items() if placed == owner), default=0)
        return self.index(self._rows[number], 0) if number in self._rows else QModelIndex()
