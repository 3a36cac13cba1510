"""The page on which reports and other documents are drawn up, with some of them in its list."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.shots.overview import add
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.models.drawn import Form
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.reports.page import ReportsPage

Wait = Callable[[Callable[[], bool]], None]
Screen = Callable[[MainWindow, Wait], QWidget | None]


def reports_full(window: MainWindow, wait: Wait) -> None:
    """Show a report and a list of all work drawn up, the form about to draw up another."""
    add(window, sample_plan())
    page = _reports(window)
    for form in (Form.FOLLOW_UP, Form.REPORT):
        page.choose(form)
        wait(page.form.draw_up.isEnabled)
        page.form.draw_up.click()
        wait(lambda: isinstance(window.page(), PlanPage))
        page = _reports(window)
    wait(page.form.draw_up.isEnabled)


def _reports(window: MainWindow) -> ReportsPage:
    window.commands["reports"].trigger()
    page = window.page()
    assert isinstance(page, ReportsPage)
    return page


DRAWING_UP: dict[str, Screen] = {"reports-full": reports_full}
