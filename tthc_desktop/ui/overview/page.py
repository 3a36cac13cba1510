"""The page of what is due, from whom and how it stands: figures, filters, the list, and beside it the calendar."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from tthc_desktop.models.agenda.filter import Filter
from tthc_desktop.models.agenda.sifting import Sifted
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.life import living
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.controls import column
from tthc_desktop.ui.overview.figures import state_of, with_state
from tthc_desktop.ui.overview.filters import USUAL
from tthc_desktop.ui.overview.frame import ROOMY, Foot, Head, Nothing
from tthc_desktop.ui.overview.saved import SavedFilters
from tthc_desktop.ui.overview.side import Side
from tthc_desktop.ui.overview.source import Agenda
from tthc_desktop.ui.overview.table import AgendaTable
from tthc_desktop.ui.overview.tallies import counted
from tthc_desktop.ui.overview.view import AgendaView
from tthc_desktop.ui.overview.words import NOBODY
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import short_title
from tthc_desktop.ui.today import today

SHORT, LONG = 60, 140
"""How long the title of a plan is in a list to choose from, and below its work."""
BESIDE = "overview/beside"


class OverviewPage(Page):
    """Asks the agenda with the filter that the clerk has put together, and shows the answer."""

    drawing = "overview"
    urged = Signal(object)
    """Lines (`Standing`) whose units are to be urged."""
    wanted = Signal(str)
    """A command of the window, by its name."""

    def __init__(self, agenda: Agenda, apply: Callable[[Change], bool], memory: QSettings) -> None:
        super().__init__()
        self.agenda, self._memory = agenda, memory
        self.filter = USUAL
        self.sifted: Sifted | None = None
        self.shown: Filter | None = None
        """What the list shows; a newer filter is being asked for where `filter` is another."""
        self._on = today()
        self.saved = SavedFilters(agenda.office, apply)
        self.head = Head(self.saved, self._turn_beside)
        self.figures, self.filters, self.side = self.head.figures, self.head.filters, Side(self._on, agenda.background)
        self.table = AgendaTable(self)
        self.view = AgendaView(self.table)
        self.foot = Foot(self.view.open_here, self.view.follow_here, self.view.urge_chosen)
        self.nothing = Nothing(lambda: self.ask(USUAL), lambda: self.wanted.emit("import"))
        self._narrow = False
        self._stack, self._split = QStackedWidget(), QSplitter(Qt.Orientation.Horizontal)
        self._ask = agenda.asking(self, self._show)
        self._build()
        self._connect()
        self._renew()

    def _build(self) -> None:
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self.view)
        self._split.addWidget(self._stack)
        self._split.addWidget(self.side)
        self._split.setStretchFactor(0, 1)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([1000, 360])
        kept = self._memory.value("overview/split")
        if isinstance(kept, QByteArray):
            self._split.restoreState(kept)
        self._show_beside(shown=self._wants_beside())
        lines = column(self.head, self._split, self.foot, gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)

    def _wants_beside(self) -> bool:
        return self._memory.value(BESIDE, "true") != "false"

    def _show_beside(self, *, shown: bool) -> None:
        self.head.beside.setChecked(shown)
        self.side.setVisible(shown)

    def _turn_beside(self) -> None:
        """Show what stands beside the list, or the list alone, from now on."""
        shown = self.head.beside.isChecked()
        self._show_beside(shown=shown)
        if not self._narrow:
            self._memory.setValue(BESIDE, "true" if shown else "false")

    def showEvent(self, event: QShowEvent) -> None:
        """Wait for no change any longer."""
        super().showEvent(event)
        self.agenda.watch(watched=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let what others do come first."""
        super().hideEvent(event)
        self.agenda.watch(watched=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold away what stands beside the list where there is no room for both."""
        super().resizeEvent(event)
        narrow = self.width() < ROOMY
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_beside(shown=self._wants_beside() and not narrow)

    def _connect(self) -> None:
        self.agenda.renewed.connect(self._renew)
        self.agenda.closing.connect(self._forget)
        self.filters.asked.connect(self.ask)
        self.saved.chosen.connect(self.ask)
        self.saved.troubled.connect(self.troubled)
        self.side.charts.troubled.connect(self.troubled)
        self.figures.chosen.connect(lambda state: self.ask(with_state(self.filter, state)))
        self.foot.helping.clicked.connect(lambda on: self.ask(replace(self.filter, helping=on)))
        self.side.units.picked.connect(self._pick_unit)
        self.side.plans.picked.connect(self._pick_plan)
        self.side.calendar.view.picked.connect(self._pick_day)
        self.view.urged.connect(self.urged)
        self.filters.words.stepped.connect(lambda _: self.view.setFocus())
        self.view.selectionModel().selectionChanged.connect(self._tell)

    # What the frame asks

    def title(self) -> str:
        return "Tổng quan"

    def chapter(self) -> str:
        return "tong-quan"

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"find": self.filters.words.setFocus}

    def panes_in_order(self) -> list[QWidget]:
        panes: list[QWidget] = [
            self.filters.words,
            self.view,
            self.side.calendar.view,
            self.side.units,
            self.side.plans,
        ]
        return [pane for pane in panes if pane.isVisible()]

    def commit(self) -> None:
        """Take what is being typed into the filter."""
        end_composing()

    def leave(self) -> None:
        """Keep the width of what stands beside the list."""
        self._memory.setValue("overview/split", self._split.saveState())

    # Asking

    def ask(self, asked: Filter) -> None:
        """Show what another filter lets through."""
        self.filter = asked
        self.filters.show_filter(asked, self._on)
        self.saved.show_filter(asked)
        self.foot.helping.setChecked(asked.helping)
        self._ask(asked)

    def _renew(self) -> None:
        """Show the agenda as it is now, today."""
        self._on = today()
        self.head.show_day(self._on)
        self.ask(self.filter)

    @Slot(object)
    def hear(self, _pairs: object) -> None:
        """Show which filters are kept; what else a change touches comes with the agenda."""
        self.saved.show_filter(self.filter)

    def _pick_unit(self, unit_id: Id, only: bool) -> None:
        self.ask(replace(self.filter, unit_ids=(unit_id,) if only else ()))

    def _pick_plan(self, plan_id: Id, only: bool) -> None:
        self.ask(replace(self.filter, plan_ids=(plan_id,) if only else ()))

    def _pick_day(self, day: date) -> None:
        shown = (self.filter.due_from, self.filter.due_to) == (day, day)
        first = last = None if shown else day
        self.ask(replace(self.filter, due_from=first, due_to=last))

    # Showing

    def _show(self, sifted: Sifted) -> None:
        office = self.agenda.office
        plans = {plan.id: plan for plan in living(office.plans)}
        titles = {id_: short_title(plan, LONG) for id_, plan in plans.items()}
        units = {unit.id: unit.name for unit in office.units.values()}
        spot, same = self.view.spot(), self.shown == self.filter
        self.sifted, self.shown = sifted, self.filter
        self.table.show_found(sifted.found, titles, self._on)
        self._list(sifted, plans, titles, units)
        self._stack.setCurrentIndex(1 if sifted.found else 0)
        self.view.go_back(spot, same=same)
        self.nothing.say(known=bool(sifted.by_plan or sifted.years), ready=self.agenda.ready)
        self._tell()
        self.told.emit()

    def _forget(self) -> None:
        """Hold no lines any more: the office is being closed."""
        self.table.show_found((), {}, self._on)

    def _list(
        self, sifted: Sifted, plans: Mapping[Id, Plan], titles: Mapping[Id, str], units: Mapping[Id, str]
    ) -> None:
        asked, newest = self.filter, [*plans][::-1]
        self.figures.show_urgent(sifted.urgent, state_of(asked))
        self.filters.list_plans({id_: short_title(plans[id_], SHORT) for id_ in newest if id_ in sifted.by_plan})
        self.filters.list_units(
            {id_: units[id_] for id_ in units if id_ in sifted.by_unit}, nobody="" in sifted.by_unit
        )
        self.filters.list_years(sifted.years)
        self.filters.show_filter(asked, self._on)
        by_unit = counted(sifted.by_unit, {**units, "": NOBODY.capitalize()})
        self.side.units.show_rows(by_unit, asked.unit_ids)
        self.side.plans.show_rows(counted(sifted.by_plan, titles), asked.plan_ids)
        self.side.charts.show_tallies(by_unit, sifted.by_month, asked.year or self._on.year)
        picked = asked.due_from if asked.due_from == asked.due_to else None
        self.side.calendar.show_days(sifted.by_day, self.agenda.days_off, self._on, picked)

    def said_none(self) -> str:
        """Return the sentence in the list's place, empty while there is a list."""
        return self.nothing.sentence.text() if self._stack.currentIndex() == 0 else ""

    def _tell(self) -> None:
        """Say how many lines there are and how many are chosen."""
        self.foot.say(self.table.rowCount(), len(self.view.selectionModel().selectedRows()), self.table.works)
