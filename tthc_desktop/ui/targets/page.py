"""The page of a plan's targets: measured by period in place, beside last year, drawn over time, marked in the text."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QSplitter, QStackedWidget, QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change, Pairs, pairs_of
from tthc_desktop.models.editing.life import is_version
from tthc_desktop.models.editing.progress import Place, by_place, emptied
from tthc_desktop.models.editing.targets import measured_here, remark_target, unmark_targets
from tthc_desktop.models.editing.tasks import set_target
from tthc_desktop.models.holdings import progress_of
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import MEASURES, TITLES, Field, Progress
from tthc_desktop.models.spans import SpanKind, span_of
from tthc_desktop.models.spans import title as span_title
from tthc_desktop.models.table import Role
from tthc_desktop.models.targets.in_text import Proposed, open_proposals, proposal_for
from tthc_desktop.models.targets.lines import TargetLine, period_for, periods_of, target_lines
from tthc_desktop.models.targets.marks import Lost, lost
from tthc_desktop.models.targets.measuring import Verdict
from tthc_desktop.models.targets.over_time import Past, past_of
from tthc_desktop.models.text import plain
from tthc_desktop.models.typed import listed
from tthc_desktop.office import Office
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.inline_cells import InlineCells, Offering
from tthc_desktop.ui.offering.offer_list import Offer
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import short, title
from tthc_desktop.ui.progress.words import provenance
from tthc_desktop.ui.targets.detail import Detail
from tthc_desktop.ui.targets.table import COLUMNS, FIELDS, FIRST_FIELD, TargetsTable
from tthc_desktop.ui.targets.view import TargetsView
from tthc_desktop.ui.today import today
from tthc_desktop.ui.units.words import fitting

Apply = Callable[[Change], bool]
_LOOKING = "Đang tìm các chỉ tiêu…"
_EMPTY = "Kế hoạch này chưa có chỉ tiêu nào. Chỉ tiêu ở các bảng, và chỉ tiêu đánh dấu trong phần lời, được đo ở đây."
_WHOLE = "Cả kế hoạch"


@dataclass(frozen=True, slots=True)
class Found:
    """What a look through a plan has found."""

    plan_id: Id
    period: str
    lines: tuple[TargetLine, ...]
    periods: tuple[str, ...]
    open: tuple[Proposed, ...]
    lost: tuple[Lost, ...]
    past: Past


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
        self.plans, self.periods = QComboBox(), QComboBox()
        self.table = TargetsTable(self)
        self.view = TargetsView(self.table)
        offers = {FIELDS.index("lead"): Offering(self._units, listed)}
        self.cells = InlineCells(self.view, [each.title for each in COLUMNS], offers, self.view.setFocus)
        self.detail = Detail()
        self.in_text = button("", self.propose)
        self._count = label(quiet=True)
        self._none = label(_LOOKING)
        self._stack = QStackedWidget()
        self._build()
        self._list_plans()
        self._begin()
        self.plans.activated.connect(lambda: self.show_plan(self.plans.currentData()))
        self.periods.activated.connect(lambda: self.show_period(self.periods.currentData()))
        self.table.typed.connect(self._write)
        self.view.selectionModel().currentChanged.connect(self._tell_target)
        self.view.unwanted.connect(self._empty)
        self.view.unmarked.connect(self._unmark)
        self.view.opened.connect(self._open_plan)
        self.view.renewed.connect(self._renew)
        self.view.new_value = lambda line: one.value if (one := self.renewed(line)) else ""

    def _build(self) -> None:
        self.view.setItemDelegate(self.cells)
        for box, name, letters in ((self.plans, "Kế hoạch", 24), (self.periods, "Kỳ", 16)):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(letters)
            box.setMinimumHeight(look.CONTROL)
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._count.setMinimumWidth(60)
        head = row(label("Kế hoạch"), self.plans, label("Kỳ"), self.periods, self._count, None, self.in_text)
        head.setStretch(1, 3)
        head.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        strip, empty = QWidget(), QWidget()
        strip.setObjectName("strip")
        strip.setLayout(head)
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
        lines = column(strip, self._stack, gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        kept = self._memory.value("targets/columns")
        if isinstance(kept, QByteArray):
            self.view.horizontalHeader().restoreState(kept)

    # Showing

    def title(self) -> str:
        return "Chỉ tiêu"

    def panes_in_order(self) -> list[QWidget]:
        return [pane for pane in (self.plans, self.periods, self.view) if pane.isVisible()]

    def show_plan(self, plan_id: Id, after: Callable[[], object] | None = None, period: str | None = None) -> None:
        """Show the targets of a plan, for a period if one is meant, and do something once they are there."""
        self.commit()
        self.about, self._after = plan_id, after
        self.plans.setCurrentIndex(self.plans.findData(plan_id))
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
            self._list_plans()
        if not self.about:
            self.finished.emit()
        elif self.about != shown:
            self._begin()
        else:
            self._ask()

    def _list_plans(self) -> None:
        """List the plans, the newest first; where the shown one has gone, the newest is shown."""
        office = self._office
        living = [
            plan
            for plan in reversed(tuple(office.plans.values()))
            if plan.drawn is None and not is_version(plan, office.plans)
        ]
        self.plans.clear()
        for plan in living:
            self.plans.addItem(short(title(plan), 80), plan.id)
        if self.plans.findData(self.about) < 0:
            self.about = living[0].id if living else ""
        self.plans.setCurrentIndex(self.plans.findData(self.about))

    def known_plans(self) -> set[Id]:
        """Return the plans that can be chosen."""
        return {str(self.plans.itemData(place)) for place in range(self.plans.count())}

    def _ask(self) -> None:
        """Look for the lines in the background."""
        plan, holdings, key, day = self._office.plans[self.about], self._office.holdings, self.period, today()

        def look_through(_job: object) -> Found:
            past, said = past_of(holdings), tuple(progress_of(holdings, plan.id).values())
            lines = target_lines(plan, key, tuple(holdings.units.values()), past)
            return Found(plan.id, key, lines, periods_of(plan, said, day), open_proposals(plan), lost(plan), past)

        self._work.ask(look_through)

    def _show(self, found: Found) -> None:
        if (found.plan_id, found.period) != (self.about, self.period) or self.about not in self._office.plans:
            return
        self.found = found
        now, place = self.view.now(), self.view.currentIndex().column()
        if [line.id for line in found.lines] != [line.id for line in self.table.kept]:
            self.cells.take()
        self.table.show_lines(found.lines)
        self._list_periods(found.periods)
        self._none.setText(_EMPTY)
        waited = self._stack.currentIndex() == 0 and self.isVisible()
        self._stack.setCurrentIndex(1 if found.lines else 0)
        if waited and found.lines:
            self.view.setFocus()
        self._go_back(now, place)
        self._tell()
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

    def _list_periods(self, keys: tuple[str, ...]) -> None:
        known = keys if self.period in keys else (*keys, self.period)
        if [self.periods.itemData(place) for place in range(self.periods.count())] != [*known]:
            self.periods.clear()
            for key in known:
                self.periods.addItem(span_title(key) or _WHOLE, key)
        self.periods.setCurrentIndex(known.index(self.period))

    def _tell(self) -> None:
        assert self.found is not None
        targets = [line for line in self.found.lines if line.target_id and not line.unit_id]
        verdicts = [line.result.verdict for line in targets]
        counted = ((Verdict.MET, "đạt"), (Verdict.NOT_MET, "chưa đạt"), (Verdict.NO_CASES, "không phát sinh"))
        parts = ", ".join(f"{verdicts.count(one)} {words}" for one, words in counted if one in verdicts)
        self._count.setText(f"{len(targets)} chỉ tiêu{f': {parts}' if parts else ''}")
        open_ = len(self.found.open)
        words = f"Chỉ tiêu trong phần lời ({open_})…" if open_ else "Chỉ tiêu trong phần lời…"
        self.in_text.setText(words)
        self.in_text.setAccessibleName(words)
        self.in_text.setEnabled(bool(open_))
        self.in_text.setToolTip("Đánh dấu chỉ tiêu nằm trong phần lời để giao và đo như các chỉ tiêu khác")
        self._tell_target()
        self.told.emit()

    def _tell_target(self) -> None:
        line, found = self.view.now(), self.found
        if line is None or found is None or not line.target_id or self.about not in self._office.plans:
            self.detail.show_target(None, ())
            self.detail.source.setText("")
            return
        plan = self._office.plans[self.about]
        target = plan.targets.get(line.target_id)
        span = span_of(self.period)
        points = found.past.series(plan, target, span.kind if span else SpanKind.YEAR) if target else ()
        gone = any(one.target.id == line.target_id for one in found.lost)
        remark = f"Đoạn văn trong kế hoạch không còn ghi “{line.measure.printed}”." if gone else ""
        self.detail.show_target(line, points, remark)
        self.detail.source.setText(self._source(line))

    def _source(self, line: TargetLine) -> str:
        """Return where the figure under the cursor came from."""
        field = COLUMNS[self.view.currentIndex().column()].field
        if line.said is not None:
            return provenance(line.said, Field(field)) if field in MEASURES else ""
        lines = self.found.lines if self.found else ()
        units = sum(one.target_id == line.target_id and bool(one.unit_id) for one in lines)
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

    def _place(self, line: TargetLine) -> Place:
        return Place(self.about, line.target_id, line.unit_id, self.period)

    def _write(self, line: TargetLine, field: str, typed: str) -> None:
        try:
            if field == "lead":
                plan = self._office.plans[self.about]
                self._change_plan(set_target(plan, line.target_id, Role.LEAD, plain(typed)), "Chủ trì", line)
                return
            said = by_place(self._said())
            pair = measured_here(said.get(self._place(line)), self._place(line), {Field(field): typed})
        except UserError as error:
            self.cells.refuse()
            self.troubled.emit(error)
            return
        if pair[0] != pair[1]:
            self._apply(Change(f"{TITLES[Field(field)]} của “{short(line.name, 40)}”", (pair,)))

    def _change_plan(self, after: Plan, what: str, line: TargetLine) -> bool:
        before = self._office.plans[self.about]
        return before is after or self._apply(Change(f"{what} của “{short(line.name, 40)}”", ((before, after),)))

    def _empty(self) -> None:
        """Empty the chosen cells in one change."""
        fields: dict[Place, set[Field]] = {}
        for line, field in self.view.emptied():
            if field in MEASURES:
                fields.setdefault(self._place(line), set()).add(Field(field))
        said = {place: one for place, one in by_place(self._said()).items() if place in fields}
        if pairs := emptied(said, fields):
            self._apply(Change("Xóa số liệu chỉ tiêu ở các ô đang chọn", pairs))

    def _said(self) -> list[Progress]:
        return list(self._office.progress_of(self.about).values())

    # Targets in the text

    def propose(self) -> None:
        """Show the targets of the running text that are not marked yet."""
        self.commit()
        if self.found is not None and self.found.open:
            self.proposing.emit(self.about, self.found.open)

    def _unmark(self) -> None:
        line, plan = self.view.now(), self._office.plans[self.about]
        if line is not None and line.in_text:
            self._change_plan(unmark_targets(plan, [line.target_id]), "Bỏ đánh dấu", line)

    def renewed(self, line: TargetLine) -> Proposed | None:
        """Return what the paragraph of a marked target says now, when that is not what was marked."""
        target = self._office.plans[self.about].targets.get(line.target_id)
        gone = self.found is not None and any(one.target.id == line.target_id for one in self.found.lost)
        return proposal_for(self._office.plans[self.about], target) if target and gone and not line.unit_id else None

    def _renew(self) -> None:
        """Let the target under the cursor say what its paragraph says."""
        line = self.view.now()
        if line is not None and (one := self.renewed(line)):
            self._change_plan(remark_target(self._office.plans[self.about], line.target_id, one), "Mức giao", line)

    def _open_plan(self) -> None:
        line = self.view.now()
        if line is not None and line.target_id:
            self.looked_for.emit(self.about, line.target_id)
