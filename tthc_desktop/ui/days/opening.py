"""Opening the page Ngày nghỉ và quy tắc, and showing there what an undo did."""

from typing import TYPE_CHECKING

from tthc_desktop.models.changes import Pairs, pairs_of
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.ui.days.page import DaysPage
from tthc_desktop.ui.today import today

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def open_days(window: "MainWindow") -> DaysPage:
    """Bring the page to the front."""
    if page := window.bring(DaysPage):
        return page
    office = window.desk.office
    assert office is not None
    made = DaysPage(office, window.desk.apply, window.memory, window.background, today())
    window.desk.heard.connect(made.hear)
    window.add_page(made)
    made.view.setFocus()
    return made


def reveal_days(window: "MainWindow", pairs: Pairs) -> None:
    """Show what an undo or redo did to the calendar or the rules."""
    page = open_days(window)
    touched = [after for _, after in pairs_of(ExchangedDay, pairs) if after is not None]
    if touched:
        page.show_day(touched[0])
