"""The review of units that the plans name: each taken or left, one button, one change."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tthc_desktop.models.identity import Id
from tthc_desktop.models.unit import Unit
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.units.table import REVIEWED, UnitsTable
from tthc_desktop.ui.units.view import UnitsView

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
Take = Callable[[tuple[Unit, ...]], object]


class ProposedUnits(UnitsTable):
    """Units with a box to tick."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent, REVIEWED)
        self.left: set[Id] = set()
        """The units that are not to be taken."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == 0 else flags

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions, the one about the box among them."""
        if index.isValid() and index.column() == 0:
            taken = self.kept[index.row()].id not in self.left
            if role == _Role.CheckStateRole:
                return _ON if taken else _OFF
            if role == _Role.AccessibleTextRole:
                return f"{'lấy' if taken else 'để lại'}, {super().data(index, role)}"
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole or not index.isValid():
            return False
        self.set_taken([self.kept[index.row()]], taken=Qt.CheckState(value) is _ON)
        return True

    def set_taken(self, units: Sequence[Unit], *, taken: bool) -> None:
        """Tick or untick units."""
        ids = {unit.id for unit in units}
        self.left = self.left - ids if taken else self.left | ids
        if self.kept:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.kept) - 1, 0))

    def taken(self) -> tuple[Unit, ...]:
        """Return what is ticked."""
        return tuple(unit for unit in self.kept if unit.id not in self.left)


class _Proposals(UnitsView):
    """The table; the space bar ticks all chosen rows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick or untick the chosen rows."""
        if event.key() == Qt.Key.Key_Space and isinstance(self.table, ProposedUnits):
            chosen = self.chosen()
            self.table.set_taken(chosen, taken=any(unit.id in self.table.left for unit in chosen))
            return
        super().keyPressEvent(event)


class UnitProposals(Page):
    """Shows proposals; nothing is added before "Thêm …"."""

    drawing = "units"

    def __init__(self, proposed: Sequence[Unit], known: Mapping[Id, Unit], take: Take) -> None:
        super().__init__()
        self._take = take
        self.table = ProposedUnits(self)
        self.table.show_units(proposed, {**known, **{unit.id: unit for unit in proposed}})
        self.view = _Proposals(self.table, "Đơn vị có trong các kế hoạch")
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.view.setTabKeyNavigation(False)
        self.take = button("", self._finish, main=True)
        self._build()
        self.table.dataChanged.connect(self._count)
        self._count()
        self.view.setCurrentIndex(self.table.index(0, 0))

    def _build(self) -> None:
        every = button("Chọn tất cả", lambda: self.table.set_taken(self.table.kept, taken=True), link=True)
        none = button("Bỏ chọn tất cả", lambda: self.table.set_taken(self.table.kept, taken=False), link=True)
        head = row(label("Đơn vị có trong các kế hoạch", bold=True, larger=1), None, every, none)
        advice = label("Phím cách để lấy hoặc để lại; tên, loại sửa được sau khi thêm.", quiet=True)
        act = row(advice, None, button("Không thêm", self.finished.emit), self.take)
        strip, foot = QWidget(), QWidget()
        for holder, name, line in ((strip, "strip", head), (foot, "foot", act)):
            line.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
            holder.setObjectName(name)
            holder.setLayout(line)
        lines = column(strip, self.view, foot, gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)

    def title(self) -> str:
        return "Đơn vị đề xuất"

    def chapter(self) -> str:
        return "don-vi"

    def _count(self) -> None:
        taken = len(self.table.taken())
        words = f"Thêm {taken} đơn vị" if taken else "Thêm đơn vị"
        self.take.setText(words)
        self.take.setAccessibleName(words)
        self.take.setEnabled(bool(taken))

    def _finish(self) -> None:
        taken = self.table.taken()
        self.finished.emit()
        self._take(taken)

    def panes_in_order(self) -> list[QWidget]:
        return [self.view]
