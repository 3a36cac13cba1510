"""Opening the overview, and from its lines the plan or the progress of the work."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tthc_desktop.models.agenda.filter import Filter
from tthc_desktop.models.agenda.sifting import Standing
from tthc_desktop.models.drawn import Form
from tthc_desktop.models.progress.dues import EVENT
from tthc_desktop.models.sending.mailing import place_of_work
from tthc_desktop.ui.overview.page import OverviewPage
from tthc_desktop.ui.progress.opening import open_progress
from tthc_desktop.ui.reports.opening import open_reports

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def open_overview(window: "MainWindow", asked: Filter | None = None) -> OverviewPage | None:
    """Bring the overview to the front, showing what a filter asks for where one is given."""
    page = next((page for page in window.all_pages() if isinstance(page, OverviewPage)), None)
    if page is None:
        window.desk.follow()
        agenda = window.desk.agenda
        if agenda is None:
            return None
        page = OverviewPage(agenda, window.desk.apply, window.memory)
        page.view.opened.connect(lambda one: open_work(window, one))
        page.view.followed.connect(lambda one: follow_work(window, one))
        page.urged.connect(lambda chosen: urge(window, chosen))
        page.wanted.connect(lambda name: window.commands[name].trigger())
        window.desk.heard.connect(page.hear)
        window.add_page(page)
    window.pages.setCurrentWidget(page)
    if asked is not None:
        page.ask(asked)
    page.view.setFocus()
    return page


def urge(window: "MainWindow", chosen: Sequence[Standing]) -> None:
    """Offer to draw up a letter to each of the units of some lines."""
    units = tuple(dict.fromkeys(one.line.unit_id for one in chosen if one.line.unit_id))
    page = open_reports(window, Form.REMINDER)
    if page is not None:
        page.form.choose_units(units)


def open_work(window: "MainWindow", one: Standing) -> None:
    """Open a plan at the work of a line."""
    page = window.desk.open_plan(one.line.plan_id)
    if page is not None and (owner := place_of_work(page.plan, one.line.work_id)):
        page.go_to(owner)


def follow_work(window: "MainWindow", one: Standing) -> None:
    """Show the progress of the work of a line, in its period."""
    page, line = open_progress(window), one.line
    if page is None or line.plan_id not in page.known_plans():
        return
    period = line.occurrence.period
    event_id = period.removeprefix(EVENT) if period.startswith(EVENT) else ""

    def go() -> None:
        page.view.go_to(line.work_id, line.unit_id, event_id=event_id)

    def turn() -> None:
        if page.period.findData(period) > 0 and page.period.currentData() != period:
            page.show_period(period, go)
        else:
            go()

    page.show_plan(line.plan_id, turn)
