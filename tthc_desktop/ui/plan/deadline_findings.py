"""Deadlines to look at, told in the list below the text: days off they fall on, words that are not understood."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Slot

from tthc_desktop.models.agenda.doubts import DeadlineDoubt, deadline_doubts
from tthc_desktop.models.changes import Pairs, name_of
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.rules import Rules, rules_of
from tthc_desktop.office_days import days_off_of
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.plan.paragraph import Place
from tthc_desktop.ui.plan.problems import Finding
from tthc_desktop.ui.today import today

_REST = 300
"""Milliseconds after a change before the whole plan is looked through again."""


class DeadlineFindings(QObject):
    """Looks through the plan of a page in the background whenever it, the days off or the rules have changed."""

    def __init__(self, page: PlanPage, holdings: Callable[[], Holdings], background: Background) -> None:
        super().__init__(page)
        self._page, self._holdings = page, holdings
        self._closed = False
        page.destroyed.connect(lambda: setattr(self, "_closed", True))
        self._finds: Latest[tuple[DeadlineDoubt, ...]] = Latest(self, background, self._show, page.troubled.emit)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.look)
        page.showed.connect(self._rest.start)
        self._rest.start()

    @Slot(object)
    def hear(self, pairs: Pairs) -> None:
        """Look again when the days off or the rules have changed."""
        if {name_of(pair).kind for pair in pairs} & {ExchangedDay, Rules}:
            self.look()

    def look(self) -> None:
        """Look through the plan as it is now; a document drawn up from plans sets no deadlines of its own."""
        self._rest.stop()
        plan, holdings, on = self._page.plan, self._holdings(), today()
        if plan.drawn is None:
            self._finds.ask(lambda _job: _doubts(plan, holdings, on))

    def _show(self, found: tuple[DeadlineDoubt, ...]) -> None:
        if not self._closed:
            findings = tuple(Finding(_where(self._page, each), each.told, each.owner) for each in found)
            self._page.problems.show_more(findings, of="deadlines")
            self._page.told.emit()


def _doubts(plan: Plan, holdings: Holdings, on: date) -> tuple[DeadlineDoubt, ...]:
    return deadline_doubts(plan, rules_of(holdings), days_off_of(holdings, on, (plan,)))


def _where(page: PlanPage, doubt: DeadlineDoubt) -> str:
    name = next((p.name for p in page.surface.paragraphs if p.place == Place(doubt.owner)), "")
    return f"{name[:1].upper()}{name[1:]}" if name else "Trong bảng"
