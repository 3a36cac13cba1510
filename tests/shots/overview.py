"""Pictures of what the clerk sees each morning: the overview empty, full, of one day, overfull; the reminder."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtWidgets import QWidget

from tests.shots.reporting import report
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.models.agenda.filter import Filter, SavedFilter
from tthc_desktop.models.changes import Change
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.sending.mailing import mailing
from tthc_desktop.models.text import plain
from tthc_desktop.ui import today
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.overview.page import OverviewPage

Wait = Callable[[Callable[[], bool]], None]
Screen = Callable[[MainWindow, Wait], QWidget | None]
MORNING = datetime(2026, 6, 17, 8, 5, tzinfo=UTC)


def _on(day: datetime) -> None:
    today.clock = lambda: day


def add(window: MainWindow, plan: Plan) -> None:
    """Add a plan with its units, and what these have reported."""
    window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))
    office = window.desk.office
    assert office is not None
    new = mailing(plan, office.holdings).new_units
    window.desk.apply(Change("Thêm đơn vị", tuple((None, unit) for unit in new)))
    report(window, plan)


def seen(window: MainWindow, wait: Wait, asked: Filter | None = None) -> OverviewPage:
    """Return the overview with everything in it."""
    window.commands["overview"].trigger()
    page = window.page()
    assert isinstance(page, OverviewPage)
    wait(lambda: page.agenda.ready and not page.agenda.working and page.shown == page.filter)
    if asked is not None:
        page.ask(asked)
        wait(lambda: page.shown == asked)
    return page


def overview_empty(window: MainWindow, wait: Wait) -> None:
    _on(MORNING)
    window.commands["overview"].trigger()
    page = window.page()
    assert isinstance(page, OverviewPage)
    wait(page.nothing.begin.isVisible)


def overview_full(window: MainWindow, wait: Wait) -> None:
    _on(MORNING)
    add(window, sample_plan())
    add(window, replace(sample_plan(), title=plain("Rà soát, đơn giản hóa thủ tục hành chính năm 2026")))
    kept = SavedFilter(new_id(), "Quá hạn của mọi phòng", Filter(overdue=True, open=True))
    window.desk.apply(Change("Giữ bộ lọc", ((None, kept),)))
    seen(window, wait)


def overview_units(window: MainWindow, wait: Wait) -> None:
    overview_full(window, wait)
    seen(window, wait).side.setCurrentIndex(1)


def overview_charts(window: MainWindow, wait: Wait) -> None:
    overview_full(window, wait)
    side = seen(window, wait).side
    side.setCurrentWidget(side.charts)
    wait(lambda: side.charts.shown is not None)


def overview_day(window: MainWindow, wait: Wait) -> None:
    overview_full(window, wait)
    day = date(2026, 6, 30)
    page = seen(window, wait, Filter(due_from=day, due_to=day, open=True))
    page.side.calendar.view.setFocus()
    page.side.calendar.view.go_to(day)


def overview_nothing(window: MainWindow, wait: Wait) -> None:
    overview_full(window, wait)
    seen(window, wait, Filter(words="không có việc nào như vậy"))


def overview_overfull(window: MainWindow, wait: Wait) -> None:
    from tests.shots.screens import overfull  # noqa: PLC0415 - which itself takes the pictures of this module

    _on(MORNING)
    add(window, overfull(sample_plan()))
    page = seen(window, wait)
    page.view.selectRow(4)


def overview_reminder(window: MainWindow, wait: Wait) -> None:
    _on(MORNING)
    add(window, sample_plan())
    reminding = window.desk.reminding
    assert reminding is not None
    reminding.days.turned.emit()
    reminding.days.passed.emit()
    wait(lambda: bool(window.messages.bars()))


OVERVIEW: dict[str, Screen] = {
    "overview-empty": overview_empty,
    "overview-full": overview_full,
    "overview-units": overview_units,
    "overview-charts": overview_charts,
    "overview-day": overview_day,
    "overview-nothing": overview_nothing,
    "overview-overfull": overview_overfull,
    "overview-reminder": overview_reminder,
}
