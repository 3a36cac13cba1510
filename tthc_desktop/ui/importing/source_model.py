"""The lines of a paper under review: where each one went, or that it found no place."""

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import SourceLine

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
NUMBER, PLACED, FATE, STOOD = (_Role.UserRole + n for n in range(4))


class Read(Protocol):
    """What a reader made of lines: a draft of a plan, or what was pasted."""

    @property
    def lines(self) -> tuple[SourceLine, ...]: ...

    @property
    def placed(self) -> Mapping[int, Id]: ...


class SourceModel(QAbstractListModel):
    """Every line of the paper that is not blank; `stood` are the words of lines that were turned into Unicode."""

    def __init__(self, draft: Read, parent: QObject | None = None, stood: Mapping[int, str] | None = None) -> None:
        super().__init__(parent)
        self._lines = draft.lines
        self._placed = draft.placed
        self._fates: Mapping[int, str] = {}
        self._stood = stood or {}
        self._rows = {line.number: row for row, line in enumerate(draft.lines)}

    def show_fates(self, placed: Mapping[int, Id], fates: Mapping[int, str]) -> None:
        """Say of the same lines where they go now, and what that is called."""
        self._placed, self._fates = placed, fates
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, 0))

    @property
    def unplaced(self) -> int:
        """How many lines have no place."""
        return sum(line.number not in self._placed for line in self._lines)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one line."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return " ".join(line.text.split())
            case _Role.AccessibleTextRole:
                fate = self._fate(line.number)
                return f"Dòng {line.number}{fate and f', {fate}'}: {' '.join(line.text.split())}"
            case int() if role == NUMBER:
                return line.number
            case int() if role == PLACED:
                return line.number in self._placed
            case int() if role == FATE:
                return self._fate(line.number)
            case int() if role == STOOD:
                return " ".join(self._stood.get(line.number, "").split())
            case _:
                return None

    def _fate(self, number: int) -> str:
        return self._fates.get(number, "") if number in self._placed else "chưa xếp"

    def number(self, index: Index) -> int:
        """Return the number of a line, 0 for none."""
        return self._lines[index.row()].number if index.isValid() else 0

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
