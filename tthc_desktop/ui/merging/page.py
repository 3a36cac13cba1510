"""The review of returned sheets: files at left, values to choose in the middle, all about one at right, one button."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.values import Choices, Spot, UnknownRow
from tthc_desktop.ui.background import Background, Job, Latest
from tthc_desktop.ui.controls import button, column, foot, label
from tthc_desktop.ui.hearing_keys import hear_keys
from tthc_desktop.ui.merging.assigning import RowName, name_of, spots_of, with_rows
from tthc_desktop.ui.merging.choosing import Choosing
from tthc_desktop.ui.merging.comparison import Comparison, Kind, count_kinds, lines_of, spot_at
from tthc_desktop.ui.merging.detail import HINT, Detail
from tthc_desktop.ui.merging.foot import button_words, outcome
from tthc_desktop.ui.merging.giving import GiveList
from tthc_desktop.ui.merging.middle import Middle
from tthc_desktop.ui.merging.sources import Sources
from tthc_desktop.ui.merging.spots_view import Wish
from tthc_desktop.ui.pages import Page

_LEFT, _RIGHT = (0.19, 180, 290), (0.24, 210, 400)
"""What the outer panes take of the width, at least and at most."""


class Doing(NamedTuple):
    """What the page asks of the office."""

    compare: Callable[[], Callable[[], Comparison]]
    """Returns work for another thread that compares the sheets with what the office has now."""
    take: Callable[[Comparison, Choices], bool]
    """Writes what was chosen; false when the office refuses."""


class MergePage(Page):
    """Shows what returned sheets say; nothing is written before "Nhận …"."""

    drawing = "receive"

    def __init__(self, comparison: Comparison, doing: Doing, background: Background) -> None:
        super().__init__()
        self._doing = doing
        self._work: Latest[tuple[Comparison, Comparison]] = Latest(self, background, self._show, self.troubled.emit)
        self._base = self.comparison = comparison
        self.given: dict[RowName, tuple[Id, Id]] = {}
        self._wanted: set[Spot] = set()
        self._taking = self._shared = self._stale = False
        self.sources, self.middle, self.detail = Sources(), Middle(), Detail()
        self.choosing = Choosing(self.middle.spots, self.sources, comparison)
        self.giving = GiveList(self, self._give)
        self.sentence = label()
        self._build()
        self._connect()
        self._show((comparison, comparison))

    def _build(self) -> None:
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        for pane in (self.sources, self.middle, self.detail):
            self.panes.addWidget(pane)
        self.sources.setMinimumWidth(_LEFT[1])
        self.detail.setMinimumWidth(_RIGHT[1])
        self.panes.setStretchFactor(1, 1)
        self.panes.setChildrenCollapsible(False)
        lines = column(self.panes, self._foot(), gap=0)
        lines.setStretch(0, 1)
        self.setLayout(lines)

    def _foot(self) -> QWidget:
        self.next_conflict = button("Mâu thuẫn kế tiếp", lambda: self.choosing.seek(1))
        self.next_conflict.setToolTip("Mâu thuẫn kế tiếp (N hoặc F8); trước đó: P hoặc Shift+F8")
        self.take = button("Nhận", self.accept, main=True)
        self.leave_it = button("Không nhận", self.finished.emit)
        return foot(self.sentence, self.next_conflict, self.leave_it, self.take)

    def _connect(self) -> None:
        middle, choosing = self.middle, self.choosing
        self.sources.narrowed.connect(self._list)
        choosing.chosen.connect(self._count)
        choosing.troubled.connect(self.troubled)
        middle.spots.looked_at.connect(self._show_detail)
        middle.rows.looked_at.connect(self._show_detail)
        middle.troubles.looked_at.connect(self._show_detail)
        middle.rows.activated.connect(self.open_giving)
        middle.troubles.activated.connect(self._go_to_trouble)
        middle.take_unit.clicked.connect(lambda: choosing.fulfil(Wish(1, whole_unit=True)))
        middle.keep_unit.clicked.connect(lambda: choosing.fulfil(Wish(-1, whole_unit=True)))
        middle.give.clicked.connect(self.open_giving)
        middle.take_back.clicked.connect(self._take_back)
        steps = {"F8": lambda: choosing.seek(1), "Shift+F8": lambda: choosing.seek(-1)}
        hear_keys(self, {**steps, "Ctrl+Return": self.accept, "Ctrl+Enter": self.accept})

    def showEvent(self, event: QShowEvent) -> None:
        """Share out the width, once it is known; catch up with the office."""
        super().showEvent(event)
        if self._stale:
            self.compare_anew()
        if not self._shared:
            self._shared = True
            left, right = (min(max(round(self.width() * part), least), most) for part, least, most in (_LEFT, _RIGHT))
            self.panes.setSizes([left, self.width() - left - right, right])

    # Comparing

    def compare_anew(self) -> None:
        """Compare with what the office has now; what was chosen stays chosen."""
        self._stale = False
        compare, given = self._doing.compare(), dict(self.given)

        def work(_job: Job) -> tuple[Comparison, Comparison]:
            base = compare()
            return base, with_rows(base, given)

        self._work.ask(work)

    def hear(self, _pairs: object) -> None:
        """Compare anew once the office has changed and the page is seen, but for the change that it makes itself."""
        self._stale = not self._taking
        if self._stale and self.isVisible():
            self.compare_anew()

    def _show(self, found: tuple[Comparison, Comparison]) -> None:
        self._base, self.comparison = found
        self.choosing.go_on(self.comparison, self._wanted)
        self._wanted.clear()
        self.sources.show_files(self.comparison.merge.files)
        self._list()

    def _list(self) -> None:
        """Show what belongs to the kind and the unit that are chosen."""
        kind, unit_id, spots = self.sources.kind(), self.sources.unit_id(), self.middle.spots
        counts = count_kinds(self.comparison, unit_id)
        self.sources.kinds_model.show_counts(counts)
        before = spots.current()
        lines = lines_of(self.comparison, kind, unit_id)
        spots.spots.show_lines(lines, self.choosing.decisions, self.comparison.unit)
        self.middle.show_others(self.comparison, unit_id, self.given)
        self.middle.show_kind(kind, counts[kind], nothing_new=not self.comparison.ordered)
        self.next_conflict.setVisible(bool(counts[Kind.CONFLICT]))
        if before is None or not spots.go_to_spot(before.spot):
            spots.go_to_first()
        self._count()

    def _count(self) -> None:
        """Say what taking will bring."""
        counts, back = self.choosing.decisions.counts(), bool(self.comparison.merge.sending_ids)
        self.sentence.setText(outcome(counts, self.comparison.unchanged))
        self.take.setText(button_words(counts, back=back))
        self.take.setAccessibleName(self.take.text())
        self.take.setEnabled(bool(counts.taken) or back)
        self._show_detail()

    def _show_detail(self) -> None:
        one, unknown = self.middle.spots.current(), self.middle.row()
        if self.middle.view() is self.middle.rows and unknown is not None:
            given = self.middle.given_words(unknown, self.comparison, self.given)
            self.middle.take_back.setEnabled(bool(given))
            self.detail.show_row(unknown, self.comparison, given)
        elif one is not None and self.middle.view() is self.middle.spots:
            self.detail.show_spot(one, self.comparison, self.choosing.decisions)
        elif self.middle.view() is self.middle.troubles and (problem := self.middle.problem()):
            self.detail.show_trouble(problem, typed=spot_at(self.comparison, problem) is not None)
        else:
            self.detail.show_hint(HINT if self.comparison.ordered else "")

    def _go_to_trouble(self) -> None:
        """Show the value whose cell is in trouble, to be typed."""
        problem = self.middle.problem()
        spot = spot_at(self.comparison, problem) if problem else None
        if spot is not None:
            self.sources.show_all(Kind.ALL)
            self.middle.spots.go_to_spot(spot)
            self.middle.spots.setFocus()

    # Unknown rows

    def open_giving(self) -> None:
        """Let the clerk say which task of the unit a row is about."""
        unknown = self.middle.row()
        if unknown is not None:
            self.giving.open_for(unknown, self.comparison)

    def _give(self, unknown: UnknownRow, plan_id: Id, work_id: Id) -> None:
        self.given[name_of(unknown)] = plan_id, work_id
        self._wanted |= set(spots_of(unknown, plan_id, work_id, self.comparison))
        self._renew()

    def _take_back(self) -> None:
        unknown = self.middle.row()
        if unknown is not None and name_of(unknown) in self.given:
            del self.given[name_of(unknown)]
            self._renew()

    def _renew(self) -> None:
        base, given = self._base, dict(self.given)
        self._work.ask(lambda _job: (base, with_rows(base, given)))

    # Taking

    def accept(self) -> None:
        """Write what was chosen; where the office refuses, compare anew and keep the choices."""
        if not self.take.isEnabled():
            return
        self.take.setEnabled(False)
        self._taking = True
        if self._doing.take(self.comparison, self.choosing.decisions.choices):
            self.finished.emit()
            return
        self._taking = False
        self.compare_anew()

    def title(self) -> str:
        return "Bảng gửi lại"

    def chapter(self) -> str:
        return "gui-va-nhan-bang#nhan-lai"

    def panes_in_order(self) -> list[QWidget]:
        front = self.middle.view()
        middle = [] if front is self.middle else [front]
        return [self.sources.kinds, self.sources.files, *middle, self.detail, self.take]

    def begin(self) -> None:
        """Give the keyboard to what is to be done first."""
        front = self.middle.view()
        (self.take if front is self.middle else front).setFocus()
