"""The review of legal documents that are proposed for the list: each taken or left, one button, one change."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tthc_desktop.models.identity import Id
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.legal.table import LegalTable
from tthc_desktop.ui.legal.view import LegalView
from tthc_desktop.ui.pages import Page

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_BOX = 40
"""What the box takes of the first column."""
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
Take = Callable[[tuple[LegalDocument, ...]], object]


class ProposedTable(LegalTable):
    """Documents with a box to tick."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.left: set[Id] = set()
        """The documents that are not to be taken."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

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
        if role != _Role.CheckStateRole:
            return False
        self.set_taken([self.kept[index.row()]], taken=Qt.CheckState(value) is _ON)
        return True

    def set_taken(self, documents: Sequence[LegalDocument], *, taken: bool) -> None:
        """Tick or untick documents."""
        ids = {document.id for document in documents}
        self.left = self.left - ids if taken else self.left | ids
        if self.kept:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.kept) - 1, 0))

    def taken(self) -> tuple[LegalDocument, ...]:
        """Return what is ticked; a successor that is left is named no longer."""
        ids = {document.id for document in self.kept} & self.left
        return tuple(
            replace(document, replaced_by="" if document.replaced_by in ids else document.replaced_by)
            for document in self.kept
            if document.id not in self.left
        )


class _Proposals(LegalView):
    """The table; the space bar ticks all chosen rows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick or untick the chosen rows."""
        if event.key() == Qt.Key.Key_Space and isinstance(self.table, ProposedTable):
            chosen = self.chosen()
            self.table.set_taken(chosen, taken=any(document.id in self.table.left for document in chosen))
            return
        super().keyPressEvent(event)


class ProposalPage(Page):
    """Shows proposals; nothing is added before "Thêm …"."""

    drawing = "legal"

    def __init__(
        self, words: str, proposed: Sequence[LegalDocument], known: Mapping[Id, LegalDocument], take: Take
    ) -> None:
        super().__init__()
        self._take = take
        self.table = ProposedTable(self)
        self.table.show_documents(proposed, known)
        self.view = _Proposals(self.table, words)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setTabKeyNavigation(False)
        self.view.setColumnWidth(0, self.view.columnWidth(0) + _BOX)
        self.take = button("", self._finish, main=True)
        all_of_them = button("Chọn tất cả", lambda: self.table.set_taken(self.table.kept, taken=True), link=True)
        none = button("Bỏ chọn tất cả", lambda: self.table.set_taken(self.table.kept, taken=False), link=True)
        head = row(label(words, bold=True, larger=1), None, all_of_them, none)
        head.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        strip, foot = QWidget(), QWidget()
        strip.setObjectName("strip")
        strip.setLayout(head)
        foot.setObjectName("foot")
        advice = label("Phím cách để lấy hoặc để lại; thêm xong vẫn hoàn tác được bằng Ctrl+Z.", quiet=True)
        line = row(advice, None, button("Không thêm", self.finished.emit), self.take)
        line.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        foot.setLayout(line)
        lines = column(strip, self.view, foot, gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        self.table.dataChanged.connect(self._count)
        self._count()
        self.view.setCurrentIndex(self.table.index(0, 0))

    def title(self) -> str:
        return "Văn bản đề xuất"

    def chapter(self) -> str:
        return "van-ban-can-cu"

    def _count(self) -> None:
        taken = len(self.table.taken())
        words = f"Thêm {taken} văn bản" if taken else "Thêm văn bản"
        self.take.setText(words)
        self.take.setAccessibleName(words)
        self.take.setEnabled(bool(taken))

    def _finish(self) -> None:
        taken = self.table.taken()
        self.finished.emit()
        self._take(taken)

    def panes_in_order(self) -> list[QWidget]:
        return [self.view]
