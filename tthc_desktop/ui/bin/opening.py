"""Opening the page Thùng rác."""

from typing import TYPE_CHECKING

from tthc_desktop.ui.bin.page import BinPage

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def open_bin(window: "MainWindow") -> BinPage:
    """Bring the page to the front, or make it."""
    window.page().commit()
    if page := window.bring(BinPage):
        return page
    office = window.desk.office
    assert office is not None
    made = BinPage(office, window.desk.apply, window.background, window.memory)
    window.desk.heard.connect(made.hear)
    window.add_page(made)
    made.search.setFocus()
    return made
