"""Opening the page Chế độ báo cáo, and showing there what an undo did."""

from typing import TYPE_CHECKING

from tthc_desktop.models.changes import Pairs, pairs_of
from tthc_desktop.models.reporting.regimes import Regime
from tthc_desktop.ui.regimes.page import RegimesPage
from tthc_desktop.ui.today import today

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def open_regimes(window: "MainWindow") -> RegimesPage:
    """Bring the page to the front."""
    if page := window.bring(RegimesPage):
        return page
    office = window.desk.office
    assert office is not None
    made = RegimesPage(office, window.desk.apply, window.memory, window.background, today())
    window.desk.heard.connect(made.hear)
    window.add_page(made)
    made.view.setFocus()
    return made


def reveal_regimes(window: "MainWindow", pairs: Pairs) -> None:
    """Show what an undo or redo did to a regime; one that comes with the program is there again as it came."""
    page = open_regimes(window)
    touched = [after or before for before, after in pairs_of(Regime, pairs)]
    if touched and touched[0] is not None:
        page.show_regime(touched[0].id)
