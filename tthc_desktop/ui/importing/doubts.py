"""The doubtful places of a paper and its lines without a place, one below the other."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QListView, QWidget

from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.ui import look
from tthc_desktop.ui.choosing import choose
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.plan.names import number
from tthc_desktop.ui.plan.problems import Finding, FindingsModel, doubtful
from tthc_desktop.ui.rows import SentenceDelegate


class Doubt(NamedTuple):
    """Something to look at, and the line that it is about, 0 for the whole paper."""

    finding: Finding
    line: int


def doubts_of(draft: Draft) -> Iterator[Doubt]:
    """Yield what the reader was unsure of, what was lost before all else, then the lines without a place."""
    for finding, problem in zip(doubtful(draft), draft.problems, strict=True):
        yield Doubt(finding, problem.line)
    for line in draft.unplaced:
        yield Doubt(Finding(f"Dòng {line.number} chưa xếp", line.text), line.number)


class DoubtsView(QListView):
    """Lists the doubts of a draft that changes with each choice; the one looked at stays so."""

    looked_at = Signal(int)
    """The line that a doubt is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = FindingsModel(self)
        self._doubts: list[Doubt] = []
        self.setModel(self.found)
        self.setItemDelegate(SentenceDelegate(self))
        self.setAccessibleName("Chỗ cần xem khi nhập")
        self.selectionModel().currentChanged.connect(self._look)
        self.clicked.connect(self._look)
        self.activated.connect(self._look)

    def show_draft(self, draft: Draft) -> None:
        """Show the doubts of a draft; of those that are gone the next one is the current one."""
        here = self.currentIndex().row()
        about = self._doubts[here] if 0 <= here < len(self._doubts) else None
        self._doubts = list(doubts_of(draft))
        self.found.show_findings(tuple(doubt.finding for doubt in self._doubts))
        if about is not None and self._doubts:
            row = next((n for n, doubt in enumerate(self._doubts) if doubt == about), min(here, len(self._doubts) - 1))
            self._choose(row)

    def mark(self, lines: Collection[int]) -> None:
        """Choose the first doubt about some lines, unless one of them is chosen; nothing is told."""
        rows = [row for row, doubt in enumerate(self._doubts) if doubt.line in lines]
        if rows and self.currentIndex().row() not in rows:
            self._choose(rows[0])
            self.scrollTo(self.currentIndex())

    def _choose(self, row: int) -> None:
        blocked = self.selectionModel().blockSignals(True)
        choose(self, self.found.index(row, 0))
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()

    @property
    def count(self) -> int:
        """How many doubts there are."""
        return len(self._doubts)

    def seek(self, step: int) -> None:
        """Go to the next doubt, or the one before, from the last on to the first."""
        if self._doubts:
            here = self.currentIndex().row()
            row = (here + step) % len(self._doubts) if here >= 0 else (0 if step > 0 else len(self._doubts) - 1)
            choose(self, self.found.index(row, 0))
            self.scrollTo(self.currentIndex())

    def _look(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._doubts) and self._doubts[index.row()].line:
            self.looked_at.emit(self._doubts[index.row()].line)


class DoubtsPane(QWidget):
    """The doubts below their number, away while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.view = DoubtsView()
        self._found = label(quiet=True)
        following = button("Chỗ kế tiếp", lambda: self.view.seek(1), link=True)
        following.setToolTip("Chỗ cần xem kế tiếp (F8); trước đó: Shift+F8")
        strip = QWidget()
        strip.setObjectName("strip")
        line = row(label("Chỗ cần xem", bold=True), self._found, None, following)
        line.setContentsMargins(look.ROOM, look.GAP, look.SPACE, look.GAP)
        strip.setLayout(line)
        self.setLayout(column(strip, self.view, gap=0))

    def show_draft(self, draft: Draft) -> None:
        """Show the doubts of a draft."""
        self.view.show_draft(draft)
        self._found.setText(f"{number(self.view.count)} chỗ")
        self.setVisible(bool(self.view.count))
