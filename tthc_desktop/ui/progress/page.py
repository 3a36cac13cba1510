"""The page of what units have reported of a plan: filtered, edited in place, each value with where it came from."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QByteArray, QSettings, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.models.agenda.periods import plan_period
from tthc_desktop.models.agenda.values import FollowUp
from tthc_desktop.models.changes import Change, Pairs, pairs_of
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.editing.progress import Place, by_place, emptied, said_here
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.lines import ProgressLine
from tthc_desktop.models.progress.values import TITLES, Field, Progress
from tthc_desktop.models.rules import Rules, rules_of
from tthc_desktop.models.unit import Unit
from tthc_desktop.office import Office
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.periods import usual
from tthc_desktop.ui.plan.names import short
from tthc_desktop.ui.progress.finding import Lines, found_lines
from tthc_desktop.ui.progress.following import FollowingWork
from tthc_desktop.ui.progress.head import Head
from tthc_desktop.ui.progress.table import COLUMNS, ProgressTable
from tthc_desktop.ui.progress.view import ProgressView
from tthc_desktop.ui.progress.words import provenance
from tthc_desktop.ui.today import today

Apply = Callable[[Change], bool]
_LOOKING = "Đang tìm việc của các đơn vị…"
_EMPTY = "Kế hoạch này chưa có nhiệm vụ nào. Khi có, tiến độ của từng đơn vị được ghi ở đây."


class ProgressPage(Page):
    """Shows the progress of a plan that is chosen above; every edit is a change of the office."""

    drawing = "progress"

    def __init__(self, office: Office, apply: Apply, background: Background, memory: QSettings, plan_id: Id) -> None:
        super().__init__()
        self._office, self._apply, self._memory = office, apply, memory
        self._today = today
        self._work: Latest[Lines] = Latest(self, background, self._show, self.troubled.emit)
        self._after: Callable[[], object] | None = None
        """What waits for the lines."""
        self.about = plan_id
        """The plan; the page is none of the plan's own, whose commands it does not have."""
        self.head = Head()
        self.plans, self.period, self.search = self.head.plans, self.head.period, self.head.search
        self.table = ProgressTable(self, self._write)
        self.view = ProgressView(self.table)
        self.origin = label(quiet=True)
        self._none = label(_LOOKING)
        self._stack = QStackedWidget()
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self.following = FollowingWork(self, office, self.table, apply, background, memory)
        self.following.troubled.connect(self.troubled)
        self.show_details = button("Ẩn chi tiết", self._turn_details, link=True)
        self._build()
        self.about = self.plans.list_plans(office.plans, plan_id)
        self._offer_periods()
        self.plans.activated.connect(self._choose)
        self.period.activated.connect(self._choose_period)
        self.search.textChanged.connect(self._sift)
        self.view.selectionModel().currentChanged.connect(self._tell_origin)
        self.view.unwanted.connect(self._empty)
        self.view.cells.refused.connect(self.troubled)
        self._ask()

    def _build(self) -> None:
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.origin.setMinimumWidth(100)
        foot, empty = QWidget(), QWidget()
        foot.setObjectName("foot")
        foot.setLayout(self._foot())
        empty.setLayout(column(None, self._none, None, margin=2 * look.BROAD))
        for side in (self.view, self.following.details):
            self._sides.addWidget(side)
        self._sides.setStretchFactor(0, 1)
        self._sides.setChildrenCollapsible(False)
        self._sides.setSizes([900, 320])
        self._stack.addWidget(empty)
        self._stack.addWidget(self._sides)
        lines = column(self.head, self._stack, foot, gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        self._remember()

    def _foot(self) -> QHBoxLayout:
        below = row(self.origin, self.show_details)
        below.setStretch(0, 1)
        below.setContentsMargins(look.WIDE, look.SPACE, look.WIDE, look.SPACE)
        return below

    def _remember(self) -> None:
        """Show the page as it was left."""
        if not self._memory.value("progress/details", defaultValue=True, type=bool):
            self._turn_details()
        kept = self._memory.value("progress/columns-2")
        if isinstance(kept, QByteArray):
            self.view.horizontalHeader().restoreState(kept)

    def _turn_details(self) -> None:
        """Show the details beside the table, or give the table their room."""
        details = self.following.details
        hidden = not details.isHidden()
        details.setHidden(hidden)
        self.show_details.setText("Hiện chi tiết" if hidden else "Ẩn chi tiết")
        self._memory.setValue("progress/details", not hidden)

    # Showing

    def title(self) -> str:
        return "Tiến độ"

    def chapter(self) -> str:
        return "tien-do-va-chi-tieu"

    def panes_in_order(self) -> list[QWidget]:
        return [
            pane
            for pane in (self.plans, self.period, self.search, self.view, self.following.details)
            if pane.isVisible()
        ]

    def show_plan(self, plan_id: Id, after: Callable[[], object] | None = None) -> None:
        """Show the progress of a plan, and do something once it is there."""
        self.commit()
        self.about, self._after = plan_id, after
        self.plans.choose(plan_id)
        self._offer_periods()
        self._ask()

    def _choose(self) -> None:
        self.show_plan(self.plans.currentData())

    def show_period(self, key: str, after: Callable[[], object] | None = None) -> None:
        """Show what was said for a span; one that is none of the plan's is the plan as a whole."""
        self.commit()
        self._after = after
        self.head.choose_period(key)
        self._ask()

    def _choose_period(self) -> None:
        self.show_period(self.period.currentData())

    def _offer_periods(self) -> None:
        """Offer the spans of the plan; the one that today is in is chosen."""
        period = plan_period(self._office.plans[self.about])
        self.head.offer_periods(period, usual(period, self._today(), rules_of(self._office.holdings).review))

    @Slot(object)
    def hear(self, pairs: Pairs) -> None:
        """Show what has changed: values where the lines are the same, else the lines anew."""
        shown = self.about
        if pairs_of(Plan, pairs):
            self.about = self.plans.list_plans(self._office.plans, shown)
            if self.about and self.about != shown:
                self._offer_periods()
        if not self.about:
            self.finished.emit()
        elif (
            shown != self.about
            or pairs_of(Unit, pairs)
            or pairs_of(Rules, pairs)
            or pairs_of(ExchangedDay, pairs)
            or any(one and one.plan_id == self.about for pair in pairs_of(FollowUp, pairs) for one in pair)
            or any(self.about in _ids(pair) for pair in pairs_of(Plan, pairs))
        ):
            self._ask()
        elif said := [new or old for old, new in pairs_of(Progress, pairs)]:
            self._hear_said([one for one in said if one is not None and one.plan_id == self.about])

    def _hear_said(self, said: Sequence[Progress]) -> None:
        if any(not self.table.has(one.work_id, one.unit_id) for one in said if one.unit_id):
            self._ask()
        elif said:
            self.table.show_said(self._said())
            self._tell_origin()

    def known_plans(self) -> set[Id]:
        """Return the plans that can be chosen."""
        return self.plans.known()

    def _said(self) -> Mapping[Place, Progress]:
        return by_place(self._office.progress_of(self.about).values())

    def _ask(self) -> None:
        """Look for the lines in the background; a page of no plan stays only for words that cannot be written."""
        if self.about not in self._office.plans:
            return
        plan, holdings = self._office.plans[self.about], self._office.holdings
        period, today = str(self.period.currentData() or ""), self._today()
        self._work.ask(lambda _job: found_lines(plan, holdings, period, today))

    def _show(self, found: Lines) -> None:
        plan_id, lines, reporting = found
        if plan_id != self.about:
            return
        self.view.cells.take()
        here = self.view.here()
        self.table.show_lines(plan_id, lines, self._said(), reporting)
        self._none.setText(_EMPTY)
        waited = self._stack.currentIndex() == 0 and self.isVisible()
        self._stack.setCurrentIndex(1 if any(line.work_id for line in lines) else 0)
        if waited:
            self.view.setFocus()
        self.view.go_back(here)
        self._tell()
        after, self._after = self._after, None
        if after is not None:
            after()

    def _sift(self) -> None:
        self.view.cells.take()
        here = self.view.here()
        self.table.want(self.search.text())
        self.view.go_back(here)
        self._tell()

    def _tell(self) -> None:
        self.head.show_count(*self.table.count())
        self._tell_origin()
        self.told.emit()

    def _tell_origin(self) -> None:
        now = self.view.currentIndex()
        self.following.show_line(self.table.lines[now.row()] if now.isValid() else None)
        words = self._origin()
        self.origin.setText(words)
        self.origin.setToolTip(words)

    def _origin(self) -> str:
        now = self.view.currentIndex()
        if not now.isValid():
            return ""
        line, field = self.table.lines[now.row()], COLUMNS[now.column()].field
        if field is None or not line.unit_id:
            return ""
        words = provenance(self.table.progress(line), field)
        return words if line.unit in words else f"{line.unit} – {words}"

    # Editing

    def commit(self) -> None:
        """Take what is being typed."""
        end_composing()
        self.view.cells.take()

    def is_unwritten(self) -> bool:
        return self.view.cells.editor is not None

    def leave(self) -> None:
        """Keep the widths of the columns."""
        self._memory.setValue("progress/columns-2", self.view.horizontalHeader().saveState())

    def _write(self, line: ProgressLine, field: Field, typed: str) -> bool:
        try:
            self._must_be_there()
            before, after = said_here(self.table.progress(line), self.table.place(line), field, typed)
        except UserError as error:
            self.troubled.emit(error)
            return False
        if before == after:
            return True
        return self._apply(Change(f"{TITLES[field]} của {short(line.unit, 40)}", ((before, after),)))

    def _must_be_there(self) -> None:
        if self.table.plan_id not in self._office.plans:
            raise UserError(
                "Kế hoạch này vừa bị xóa nên chưa ghi được tiến độ.", "Hãy hoàn tác việc xóa (Ctrl+Z) rồi ghi lại."
            )

    def _empty(self, chosen: Sequence[tuple[ProgressLine, Field]]) -> None:
        """Empty the chosen cells in one change."""
        fields: dict[Place, set[Field]] = {}
        for line, field in chosen:
            fields.setdefault(self.table.place(line), set()).add(field)
        if pairs := emptied(self._said(), fields):
            self._apply(Change("Xóa các ô tiến độ đang chọn", pairs))


def _ids(pair: tuple[Plan | None, Plan | None]) -> set[Id]:
    return {plan.id for plan in pair if plan is not None}
