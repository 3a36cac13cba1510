"""Opening the register of units and the review of what the plans propose for it."""

from typing import TYPE_CHECKING

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change, Pairs, pairs_of
from tthc_desktop.models.editing.units import adding
from tthc_desktop.models.unit import Unit
from tthc_desktop.ui.today import today
from tthc_desktop.ui.units.page import UnitsPage, Ways
from tthc_desktop.ui.units.proposals import UnitProposals

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def open_units(window: "MainWindow") -> UnitsPage:
    """Bring the register to the front."""
    if page := window.bring(UnitsPage):
        return page
    office = window.desk.office
    assert office is not None

    def propose(units: tuple[Unit, ...]) -> None:
        page = UnitProposals(units, office.units, lambda taken: _take(window, taken))
        window.add_page(page)
        page.view.setFocus()

    ways = Ways(window.desk.apply, propose, window.add_page)
    made = UnitsPage(office, ways, window.memory, window.background, today())
    window.desk.heard.connect(made.hear)
    window.add_page(made)
    made.view.setFocus()
    return made


def _take(window: "MainWindow", units: tuple[Unit, ...]) -> None:
    office = window.desk.office
    assert office is not None
    try:
        change = Change(f"Thêm {len(units)} đơn vị", adding(office.units, units))
    except UserError as error:
        window.messages.trouble(error)
        return
    if window.desk.apply(change):
        open_units(window).view.go_to(units[0].id)
        window.tell_done(f"Đã thêm {len(units)} đơn vị vào danh sách.")


def reveal_units(window: "MainWindow", pairs: Pairs) -> None:
    """Show what an undo or redo did in the register."""
    touched = [after for _, after in pairs_of(Unit, pairs) if after is not None]
    page = open_units(window)
    if touched:
        page.view.go_to(touched[0].id)
