"""The page of a plan's targets: measured by period in place, beside last year, drawn over time, marked in the text."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change, Pairs, pairs_of
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import MEASURES, Field, Progress
from tthc_desktop.models.targets.lines import TargetLine, period_for
from tthc_desktop.models.typed import listed
from tthc_desktop.office import Office
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.controls import column, label
from tthc_desktop.ui.inline_cells import InlineCells, Offering
from tthc_desktop.ui.offering.offer_list import Offer
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.progress.words import provenance
from tthc_desktop.ui.targets import changes
from tthc_desktop.ui.targets.detail import Detail
from tthc_desktop.ui.targets.head import Head
from tthc_desktop.ui.targets.looking import Found, look_through
from tthc_desktop.ui.targets.table import COLUMNS, FIELDS, FIRST_FIELD, TargetsTable
from tthc_desktop.ui.targets.view import TargetsView
from tthc_desktop.ui.today import today
from tthc_desktop.ui.units.words import fitting

Apply = Callable[[Change], bool]
_LOOKING = "Đang tìm các chỉ tiêu…"
_EMPTY = "Kế hoạch này chưa có chỉ tiêu nào. Chỉ tiêu ở các bảng, và chỉ tiêu đánh dấu trong phần lời, được đo ở đây."


class TargetsPage(Page):
    """Shows the targets of a plan that is chosen above; every edit is a change of the office."""

    drawing = "targets"

    proposing = Signal(str, object)
    """A plan, and targets in its running text that can be marked."""
    looked_for = Signal(str, str)
    """A plan, and a target in it that is to be seen there."""

    def __init__(self, office: Office, apply: Apply, background: Background, memory: QSettings, plan_id: Id) -> None:
        super().__init__()
        self._office, self._apply, self._memory = office, apply, memory
        self._work: Latest[Found] = Latest(self, background, self._show, self.troubled.emit)
        self._after: Callable[[], object] | None = None
        """What waits for the lines."""
        self.about = plan_id
        self.period = ""
        self.found: Found | None = None
        self.head = Head()
        self.table = TargetsTable(self)
        self.view = TargetsView(self.table)
        offers = {FIELDS.index("lead"): Offering(self._units, listed)}
        self.cells = InlineCells(self.view, [each.title for each in COLUMNS], offers, self.view.setFocus)
        self.detail = Detail()
        self._none = label(_LOOKING)
        self._stack = QStackedWidget()
        self._build()
        self.about = self.head.plans.list_plans(office.plans, plan_id)
        self._begin()
        self.head.plans.activated.connect(lambda: self.show_plan(self.head.plans.currentData()))
        self.head.periods.activated.connect(lambda: self.show_period(self.head.periods.currentData()))
        self.head.in_text.clicked.connect(lambda _=False: self.propose())
        self.table.typed.connect(self._write)
        self.view.selectionModel().currentChanged.connect(self._tell_target)
        self.view.unwanted.connect(self._empty)
        self.view.unmarked.connect(self._unmark)
        self.view.opened.connect(self._look_for)
        self.view.renewed.connect(self._renew)
        self.view.new_value = self._new_value

    def _build(self) -> None:
        self.view.setItemDelegate(self.cells)
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty = QWidget()
        empty.setLayout(column(None, self._none, None, margin=2 * look.BROAD))
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.view)
        parts.addWidget(self.detail)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setChildrenCollapsible(False)
        parts.setSizes([380, 260])
        self._stack.addWidget(empty)
        self._stack.addWidget(parts)
        lines = column(self.head, self._stack, gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        kept = self._memory.value("targets/columns")
        if isinstance(kept, QByteArray):
            self.view.horizontalHeader().restoreState(kept)

    # Showing

    def title(self) -> str:
        return "Chỉ tiêu"

    def chapter(self) -> str:
        return "tien-do-va-chi-tieu#chi-tieu"

    def panes_in_order(self) -> list[QWidget]:
        return [pane for pane in (self.head.plans, self.head.periods, self.view) if pane.isVisible()]

    def show_plan(self, plan_id: Id, after: Callable[[], object] | None = None, period: str | None = None) -> None:
        """Show the targets of a plan, for a period if one is meant, and do something once they are there."""
        self.commit()
        self.about, self._after = plan_id, after
        self.head.plans.choose(plan_id)
        self._begin(period)

    def show_period(self, key: str) -> None:
        """Show what was measured for another span."""
        self.commit()
        self.period = key
        self._ask()

    def _begin(self, period: str | None = None) -> None:
        """Look for the lines of the span to begin with."""
        plan, said = self._office.plans[self.about], self._said()
        self.period = period_for(plan, said, today()) if period is None else period
        self._ask()

    @Slot(object)
    def hear(self, pairs: Pairs) -> None:
        """Show everything as it is now; rows keep their places while they are edited."""
        shown = self.about
        if pairs_of(Plan, pairs):
            self.about = self.head.plans.list_plans(self._office.plans, shown)
        if not self.about:
            self.finished.emit()
        elif self.about != shown:
            self._begin()
        else:
            self._ask()

    def _ask(self) -> None:
        """Look for the lines in the background."""
        plan, holdings, key, day = self._office.plans[self.about], self._office.holdings, self.period, today()
        self._work.ask(lambda _job: look_through(plan, holdings, key, day))

    def _show(self, found: Found) -> None:
        if (found.plan.id, found.period) != (self.about, self.period) or self.about not in self._office.plans:
            return
        self.found = found
        now, place = self.view.now(), self.view.currentIndex().column()
        if [line.id for line in found.lines] != [line.id for line in self.table.kept]:
            self.cells.take()
        self.table.show_lines(found.lines)
        self.head.show_found(found)
        self._none.setText(_EMPTY)
        waited = self._stack.currentIndex() == 0 and self.isVisible()
        self._stack.setCurrentIndex(1 if found.lines else 0)
        if waited and found.lines:
            self.view.setFocus()
        self._go_back(now, place)
        self._tell_target()
        self.told.emit()
        after, self._after = self._after, None
        if after is not None:
            after()

    def _go_back(self, now: TargetLine | None, place: int) -> None:
        if self.view.currentIndex().isValid():
            return
        first = next((line for line in self.table.kept if line.target_id), None)
        line = now if now is not None and self.table.row_of(now.id) >= 0 else first
        if line is not None:
            self.view.go_to(line.id, COLUMNS[place if place >= 0 else FIRST_FIELD].field)

    def _tell_target(self) -> None:
        """Show what there is to the target under the cursor."""
        line, found = self.view.now(), self.found
        if line is None or found is None or not line.target_id:
            self.detail.show_target(None, ())
            return
        gone = f"Đoạn văn trong kế hoạch không còn ghi “{line.measure.printed}”."
        remark = gone if found.is_lost(line.target_id) else ""
        self.detail.show_target(line, found.points(line.target_id), remark, self._source(line, found))

    def _source(self, line: TargetLine, found: Found) -> str:
        """Return where the figure under the cursor came from."""
        field = COLUMNS[self.view.currentIndex().column()].field
        if line.said is not None:
            return provenance(line.said, Field(field)) if field in MEASURES else ""
        units = found.units(line.target_id)
        return f"Số liệu của {units} đơn vị; ghi vào hàng này là số liệu của chính cơ quan." if units else ""

    # Editing

    def commit(self) -> None:
        """Take what is being typed."""
        end_composing()
        self.cells.take()

    def is_unwritten(self) -> bool:
        return self.cells.editor is not None

    def leave(self) -> None:
        """Keep the widths of the columns."""
        self._memory.setValue("targets/columns", self.view.horizontalHeader().saveState())

    def _units(self, typed: str) -> list[Offer]:
        return [Offer(unit.name) for unit in fitting(self._office.units.values(), typed)]

    def _write(self, line: TargetLine, field: str, words: str) -> None:
        plan, said = self._plan, self._said()
        try:
            place = changes.place_of(plan, self.period, line)
            of_plan = field == "lead"
            change = (
                changes.led(plan, line, words) if of_plan else changes.typed(said, place, line, Field(field), words)
            )
        except UserError as error:
            self.cells.refuse()
            self.troubled.emit(error)
            return
        self._make(change)

    def _make(self, change: Change | None) -> None:
        if change is not None:
            self._apply(change)

    def _empty(self) -> None:
        """Empty the chosen cells in one change."""
        plan, period = self._plan, self.period
        cells = [(changes.place_of(plan, period, line), field) for line, field in self.view.emptied()]
        self._make(changes.emptied_cells(self._said(), cells))

    @property
    def _plan(self) -> Plan:
        return self._office.plans[self.about]

    def _said(self) -> list[Progress]:
        return list(self._office.progress_of(self.about).values())

    # Targets in the text

    def propose(self) -> None:
        """Show the targets of the running text that are not marked yet."""
        self.commit()
        if self.found is not None and self.found.open:
            self.proposing.emit(self.about, self.found.open)

    def _unmark(self) -> None:
        line = self.view.now()
        if line is not None and line.in_text:
            self._make(changes.unmarked(self._plan, line))

    def _new_value(self, line: TargetLine) -> str:
        one = self.found.renewed(line) if self.found else None
        return one.value if one else ""

    def _renew(self) -> None:
        """Let the target under the cursor say what its paragraph says."""
        line = self.view.now()
        if line is not None and self.found is not None and (one := self.found.renewed(line)):
            self._make(changes.renewed(self._plan, line, one))

    def _look_for(self) -> None:
        line = self.view.now()
        if line is not None and line.target_id:
            self.looked_for.emit(self.about, line.target_id)
