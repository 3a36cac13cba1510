"""The review of targets that the running text names: each taken or left, one button, one change."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tthc_desktop.models.identity import Id
from tthc_desktop.models.targets.in_text import Proposed
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.register_table import Column, Index, RegisterTable
from tthc_desktop.ui.register_view import RegisterView

_Role = Qt.ItemDataRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
COLUMNS = (
    Column("value", "Mức giao", 280),
    Column("name", "Chỉ tiêu", 460),
    Column("around", "Trong câu", 460),
)
_AROUND = 70
Take = Callable[[tuple[Proposed, ...]], object]


@dataclass(frozen=True, slots=True)
class Choice:
    """A proposed target, known by its place in the list."""

    id: Id
    proposed: Proposed

    @property
    def around(self) -> str:
        """The words around its figure."""
        one = self.proposed
        start, end = one.words.rfind(" ", 0, max(0, one.start - _AROUND)) + 1, one.end + _AROUND
        end = one.words.find(" ", end) if end < len(one.words) else -1
        words = " ".join(one.words[start : end if end > 0 else len(one.words)].split())
        return f"{'… ' if start else ''}{words}{' …' if end > 0 else ''}"


class ProposedTargets(RegisterTable[Choice]):
    """Proposed targets with a box to tick."""

    def __init__(self, proposed: Sequence[Proposed], parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, parent)
        self.left: set[Id] = set()
        """Those that are not to be taken."""
        self.show_kept([Choice(str(at), one) for at, one in enumerate(proposed)])

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == 0 else flags

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one cell, its box among them."""
        if not index.isValid():
            return None
        choice, field = self.kept[index.row()], COLUMNS[index.column()].field
        taken = choice.id not in self.left
        words = choice.around if field == "around" else str(getattr(choice.proposed, field))
        match role:
            case _Role.DisplayRole:
                return words
            case _Role.ToolTipRole:
                return choice.proposed.words if field == "around" else words
            case _Role.AccessibleTextRole:
                box = f"{'lấy' if taken else 'để lại'}, " if index.column() == 0 else ""
                return f"{box}{COLUMNS[index.column()].title}: {words}"
            case _Role.CheckStateRole if index.column() == 0:
                return _ON if taken else _OFF
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole or not index.isValid() or index.column():
            return False
        self.set_taken([self.kept[index.row()]], taken=Qt.CheckState(value) is _ON)
        return True

    def set_taken(self, choices: Sequence[Choice], *, taken: bool) -> None:
        """Tick or untick proposals."""
        ids = {choice.id for choice in choices}
        self.left = self.left - ids if taken else self.left | ids
        if self.kept:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.kept) - 1, 0))

    def taken(self) -> tuple[Proposed, ...]:
        """Return what is ticked."""
        return tuple(choice.proposed for choice in self.kept if choice.id not in self.left)


class _Proposals(RegisterView[Choice]):
    """The table; the space bar ticks all chosen rows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick or untick the chosen rows."""
        if event.key() == Qt.Key.Key_Space and isinstance(self.table, ProposedTargets):
            chosen = self.chosen()
            self.table.set_taken(chosen, taken=any(choice.id in self.table.left for choice in chosen))
            return
        super().keyPressEvent(event)


class TargetProposals(Page):
    """Shows proposals; nothing is marked before "Đánh dấu …"."""

    drawing = "targets"

    def __init__(self, proposed: Sequence[Proposed], take: Take) -> None:
        super().__init__()
        self._take = take
        self.table = ProposedTargets(proposed, self)
        self.view = _Proposals(self.table, "Chỉ tiêu trong phần lời")
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setTabKeyNavigation(False)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.take = button("", self._finish, main=True)
        self._build()
        self.table.dataChanged.connect(self._count)
        self._count()
        self.view.setCurrentIndex(self.table.index(0, 0))

    def _build(self) -> None:
        every = button("Chọn tất cả", lambda: self.table.set_taken(self.table.kept, taken=True), link=True)
        none = button("Bỏ chọn tất cả", lambda: self.table.set_taken(self.table.kept, taken=False), link=True)
        head = row(label("Chỉ tiêu trong phần lời", bold=True, larger=1), None, every, none)
        advice = label("Chữ của kế hoạch giữ nguyên; chỉ tiêu được đánh dấu sẽ được giao và đo.", quiet=True)
        act = row(advice, None, button("Không đánh dấu", self.finished.emit), self.take)
        strip, foot = QWidget(), QWidget()
        for holder, name, line in ((strip, "strip", head), (foot, "foot", act)):
            line.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
            holder.setObjectName(name)
            holder.setLayout(line)
        lines = column(strip, self.view, foot, gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)

    def title(self) -> str:
        return "Chỉ tiêu trong phần lời"

    def chapter(self) -> str:
        return "tien-do-va-chi-tieu#chi-tieu"

    def _count(self) -> None:
        taken = len(self.table.taken())
        words = f"Đánh dấu {taken} chỉ tiêu" if taken else "Đánh dấu chỉ tiêu"
        self.take.setText(words)
        self.take.setAccessibleName(words)
        self.take.setEnabled(bool(taken))

    def _finish(self) -> None:
        taken = self.table.taken()
        self.finished.emit()
        self._take(taken)

    def panes_in_order(self) -> list[QWidget]:
        return [self.view]
