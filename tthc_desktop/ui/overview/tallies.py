"""How much of the work of each unit, or of each plan, is late, due soon, left and done."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from tthc_desktop.models.agenda.sifting import Tally
from tthc_desktop.models.identity import Id
from tthc_desktop.models.text import collation_key
from tthc_desktop.models.units.validity import UNIT_GONE
from tthc_desktop.ui import look
from tthc_desktop.ui.choosing import choose

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TAKE = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
HEADS = ("Quá hạn", "7 ngày", "Còn", "Xong")
_TIPS = ("Việc quá hạn", "Việc đến hạn trong 7 ngày", "Việc chưa xong, kể cả quá hạn", "Việc đã xong")
_WIDTHS = (64, 54, 46, 48)
TALL = 44


class Counted(NamedTuple):
    """A row: a unit or plan, what it is called, how its work stands."""

    id: Id
    name: str
    tally: Tally

    @property
    def figures(self) -> tuple[int, int, int, int]:
        """What the columns show."""
        whole, finished = self.tally.total, self.tally.finished
        return self.tally.overdue, self.tally.soon, whole - finished, finished


def counted(tallies: Mapping[Id, Tally], names: Mapping[Id, str]) -> tuple[Counted, ...]:
    """Return the rows, those with the most overdue work first."""
    found = [Counted(id_, names.get(id_, UNIT_GONE.capitalize()), tally) for id_, tally in tallies.items()]
    return tuple(sorted(found, key=lambda one: (-one.tally.overdue, -one.tally.soon, collation_key(one.name))))


class TallyTable(QAbstractTableModel):
    """The rows for a table view."""

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.rows: tuple[Counted, ...] = ()

    def show_rows(self, rows: Sequence[Counted]) -> None:
        """Show other rows."""
        if tuple(rows) != self.rows:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1 + len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.DisplayRole:
            return HEADS[section - 1] if section else self._title
        if role == _Role.ToolTipRole and section:
            return _TIPS[section - 1]
        return _RIGHT if role == _Role.TextAlignmentRole and section else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one cell."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        match role:
            case _Role.DisplayRole:
                return row.name if not column else str(row.figures[column - 1] or "")
            case _Role.ToolTipRole:
                return row.name
            case _Role.AccessibleTextRole:
                return row.name if not column else f"{_TIPS[column - 1]}: {row.figures[column - 1]}"
            case _Role.TextAlignmentRole if column:
                return _RIGHT
            case _Role.ForegroundRole if column:
                return QColor(look.colours().error if column == 1 else look.colours().text)
            case _:
                return None


class TallyView(QTableView):
    """A click or Enter asks for the work of a row; once more, for that of all."""

    picked = Signal(str, bool)
    """Whose work is to be shown, and whether only that."""

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        self.table = TallyTable(title, self)
        self.setModel(self.table)
        self.shown: tuple[Id, ...] = ()
        """Whose work the list shows; empty for all."""
        self.setObjectName("tallies")
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        side, head = self.verticalHeader(), self.horizontalHeader()
        side.hide()
        side.setSectionResizeMode(side.ResizeMode.Fixed)
        side.setDefaultSectionSize(TALL)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(min(_WIDTHS))
        head.setFixedHeight(look.CONTROL)
        head.setSectionResizeMode(head.ResizeMode.Fixed)
        head.setSectionResizeMode(0, head.ResizeMode.Stretch)
        for place, width in enumerate(_WIDTHS):
            self.setColumnWidth(place + 1, width)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(self._pick)

    def show_rows(self, rows: Sequence[Counted], shown: tuple[Id, ...]) -> None:
        """Show the rows, and mark those whose work the list shows."""
        self.shown = shown
        self.table.show_rows(rows)
        place = next((at for at, row in enumerate(self.table.rows) if row.id in shown), -1)
        if place >= 0:
            choose(self, self.table.index(place, 0))
        else:
            self.clearSelection()

    def _pick(self, index: QModelIndex) -> None:
        id_ = self.table.rows[index.row()].id
        self.picked.emit(id_, id_ not in self.shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a row with Enter."""
        if event.key() in _TAKE and self.currentIndex().isValid():
            self._pick(self.currentIndex())
            return
        super().keyPressEvent(event)
