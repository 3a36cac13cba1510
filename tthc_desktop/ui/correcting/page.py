"""The review of a corrected Word file: proposals by kind at left, all about one at right, one button."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from tthc_desktop.documents.corrected_papers import CorrectedPaper
from tthc_desktop.models.correcting import Proposal, accepted
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.background import Background, Job, Latest
from tthc_desktop.ui.controls import button, column, foot, label
from tthc_desktop.ui.correcting.decisions import Decisions
from tthc_desktop.ui.correcting.detail import HINT, Detail
from tthc_desktop.ui.correcting.tree import ProposalsView
from tthc_desktop.ui.correcting.words import Seen, button_words, doubts, outcome
from tthc_desktop.ui.hearing_keys import hear_keys
from tthc_desktop.ui.importing.source_lines import titled
from tthc_desktop.ui.life.choices import Choice
from tthc_desktop.ui.merging.pairs import Pair, PairsView
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import short

_LEFT = 0.48
"""What the list takes of the width."""


class Doing(NamedTuple):
    """What the page asks of the office."""

    compare: Callable[[], Callable[[], Seen] | None]
    """Returns work for another thread that compares the file with the plan as it is now; None when there is none."""
    write: Callable[[Decisions, Plan], bool]
    """Writes the plan with what was chosen; false when the office refuses."""
    open_place: Callable[[Id], object]


class CorrectingPage(Page):
    """Shows what a file proposes; nothing is written before "Nhận …"."""

    drawing = "compare"

    def __init__(self, paper: CorrectedPaper, shown: Seen, doing: Doing, background: Background) -> None:
        super().__init__()
        self.paper, self._doing = paper, doing
        self._work: Latest[Seen] = Latest(self, background, self._show, self.troubled.emit)
        self._writing: Latest[Plan] = Latest(self, background, self._write, self._refuse)
        self.decisions, self.told_of = Decisions(shown.compared.found), shown.told
        self._taking = self._stale = self._shared = False
        self.tree, self.detail = ProposalsView(), Detail()
        self.doubts = PairsView("Chưa xếp chỗ, cần xem")
        self.sentence = label()
        self._build()
        self._connect()
        self._show(shown)

    def _build(self) -> None:
        self._beside = titled("Chưa xếp chỗ, cần xem", "", self.doubts)
        self.left = QSplitter(Qt.Orientation.Vertical)
        self.left.addWidget(titled("Thay đổi trong tệp", short(self.paper.name, 40), self.tree))
        self.left.addWidget(self._beside)
        self.left.setSizes([460, 150])
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        for pane, least in ((self.left, 320), (self.detail, 300)):
            pane.setMinimumWidth(least)
            self.panes.addWidget(pane)
        for splitter in (self.left, self.panes):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        lines = column(self.panes, self._foot(), gap=0)
        lines.setStretch(0, 1)
        self.setLayout(lines)

    def _foot(self) -> QWidget:
        self.next_conflict = button("Mâu thuẫn kế tiếp", lambda: self.seek(1))
        self.next_conflict.setToolTip("Mâu thuẫn kế tiếp (N hoặc F8); trước đó: P hoặc Shift+F8")
        self.go = button("Mở chỗ này", self._open)
        self.leave_it = button("Không nhận", self.finished.emit)
        self.take = button("Nhận", self.accept, main=True)
        return foot(self.sentence, self.next_conflict, self.go, self.leave_it, self.take)

    def _connect(self) -> None:
        self.tree.choices.changed.connect(self._chosen)
        self.tree.looked_at.connect(self._show_detail)
        self.tree.sought.connect(self.seek)
        self.tree.opened.connect(lambda _key: self._open())
        steps = {"F8": lambda: self.seek(1), "Shift+F8": lambda: self.seek(-1)}
        hear_keys(self, {**steps, "Ctrl+Return": self.accept, "Ctrl+Enter": self.accept})

    def showEvent(self, event: QShowEvent) -> None:
        """Share out the width, once it is known; catch up with the office."""
        super().showEvent(event)
        if self._stale:
            self.compare_anew()
        if not self._shared:
            self._shared = True
            left = round(self.width() * _LEFT)
            self.panes.setSizes([left, self.width() - left])

    # Comparing

    def compare_anew(self) -> None:
        """Compare with the plan as it is now; what was chosen stays chosen."""
        self._stale = False
        compare = self._doing.compare()
        if compare is None:
            self.finished.emit()
            return

        def work(_job: Job) -> Seen:
            return compare()

        self._work.ask(work)

    def hear(self, _pairs: object) -> None:
        """Compare anew once the office has changed and the page is seen, but for the change that it makes itself."""
        self._stale = not self._taking
        if self._stale and self.isVisible():
            self.compare_anew()

    def _show(self, shown: Seen) -> None:
        compared, found = shown.compared, shown.compared.found
        self.decisions, self.told_of = self.decisions.over(found), shown.told
        self._by_key = {one.key: one for one in found.proposals}
        self.tree.show_proposals(found.proposals, self.told_of, self._is_taken)
        self.doubts.show_pairs(Pair(*one) for one in doubts(compared))
        self._beside.setVisible(bool(self.doubts.pairs.rowCount()))
        self.next_conflict.setVisible(any(one.conflict for one in found.proposals))
        self._count()

    def _is_taken(self, key: str) -> bool:
        return key in self.decisions.taken

    def _chosen(self) -> None:
        self.decisions.choose(self.tree.wanted())
        self.tree.show_taken(self._is_taken)
        self._count()

    def _count(self) -> None:
        """Say what taking will bring."""
        self.sentence.setText(outcome(self.decisions))
        self.take.setText(button_words(self.decisions))
        self.take.setAccessibleName(self.take.text())
        self.take.setEnabled(bool(self.decisions.taken))
        self._show_detail()

    def proposal(self) -> Proposal | None:
        """Return the proposal under the cursor."""
        return self._by_key.get(self.tree.key() or "")

    def _show_detail(self, _choice: Choice | None = None) -> None:
        one = self.proposal()
        self.go.setEnabled(one is not None and bool(self.told_of.owner(one)))
        if one is None:
            self.detail.show_hint(HINT if self._by_key else outcome(self.decisions))
        else:
            needed = tuple(self._by_key[key] for key in one.needs if key in self._by_key)
            self.detail.show_proposal(one, self.told_of, needed)

    def seek(self, step: int) -> None:
        """Go to the next conflict, or with -1 to the one before, going round."""
        keys = [leaf.key for leaf in self.tree.choices.leaves() if isinstance(leaf.key, str)]
        here = self.tree.key()
        start = keys.index(here) if here in keys else -1
        for distance in range(1, len(keys) + 1):
            key = keys[(start + step * distance) % len(keys)]
            if self._by_key[key].conflict:
                self.tree.go_to_key(key)
                self.tree.setFocus()
                return

    def _open(self) -> None:
        one = self.proposal()
        if one is not None and (owner := self.told_of.owner(one)):
            self._doing.open_place(owner)

    # Taking

    def accept(self) -> None:
        """Write what was chosen; where the office refuses, compare anew and keep the choices."""
        if not self.take.isEnabled():
            return
        self.take.setEnabled(False)
        self._taking = True
        found, taken = self.decisions.found, self.decisions.taken
        self._writing.ask(lambda _job: accepted(found, taken))

    def _write(self, made: Plan) -> None:
        if self._doing.write(self.decisions, made):
            self.finished.emit()
            return
        self._taking = False
        self.compare_anew()

    def _refuse(self, error: Exception) -> None:
        self.troubled.emit(error)
        self._taking = False
        self.compare_anew()

    def title(self) -> str:
        return f"Bản Word: {short(self.paper.name, 24)}"

    def chapter(self) -> str:
        return "word#nhan-lai-ban-da-sua"

    def panes_in_order(self) -> list[QWidget]:
        beside = [self.doubts] if self._beside.isVisible() else []
        return [self.tree, *beside, *self.detail.views(), self.take]

    def begin(self) -> None:
        """Give the keyboard to what is to be done first."""
        self.tree.setFocus()
