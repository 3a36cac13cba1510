"""A list of lines with an optional box before each: the sheets of a file, its problems, doubtful cells, rows left."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListView

from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.rows import RowDelegate

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Line(NamedTuple):
    """What a line says; `checked` None has no box, `drawing` is the sign before it."""

    words: str
    checked: bool | None = None
    drawing: str = ""
    what: object = None


class LineModel(QAbstractListModel):
    """The lines."""

    ticked = Signal(int, bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        if len(lines) == len(self.lines) and lines:
            self.lines = tuple(lines)
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return line.words
        if role == Qt.ItemDataRole.AccessibleTextRole and line.checked is not None:
            return f"{line.words}, {'lấy' if line.checked else 'không lấy'}"
        if role == Qt.ItemDataRole.DecorationRole:
            return self._sign(line)
        return None

    def _sign(self, line: Line) -> QIcon | None:
        if line.checked is not None:
            return icon("check-on" if line.checked else "check-off")
        return icon(line.drawing) if line.drawing else None

    def flip(self, index: Index) -> None:
        """Tell that the box of a line is to be turned."""
        if index.isValid() and (checked := self.lines[index.row()].checked) is not None:
            self.ticked.emit(index.row(), not checked)


class LineList(QListView):
    """Lines of one height; Space or a click on a box turns it, Enter or a double click goes to what it is about."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.model_of_lines = LineModel(self)
        self.setModel(self.model_of_lines)
        self.setItemDelegate(RowDelegate(self))
        self.clicked.connect(self.model_of_lines.flip)

    def keyPressEvent(self, event: Any) -> None:
        """Turn the box with Space."""
        if event.key() == Qt.Key.Key_Space:
            self.model_of_lines.flip(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines, the cursor on the first where there was none."""
        self.model_of_lines.show_lines(lines)
        if not self.currentIndex().isValid() and lines:
            self.setCurrentIndex(self.model_of_lines.index(0))
