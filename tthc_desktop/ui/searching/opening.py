"""Opening the page that looks through all plans, and a plan at what was found there."""

from typing import TYPE_CHECKING

from tthc_desktop.models.identity import Id
from tthc_desktop.models.searching.finding import Hit
from tthc_desktop.models.searching.matching import Query
from tthc_desktop.ui.searching.everywhere import EverywherePage

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def find_everywhere(window: "MainWindow") -> None:
    """Bring the page to the front; it looks for what is selected in a text."""
    office, selected = window.desk.office, window.page().selected()
    assert office is not None

    def open_hit(plan_id: Id, hit: Hit, query: Query) -> None:
        page = window.desk.open_plan(plan_id)
        if page is not None:
            page.finder.take_over(query, hit)

    page = next((page for page in window.all_pages() if isinstance(page, EverywherePage)), None)
    if page is None:
        page = EverywherePage(office, window.desk.apply, window.background)
        page.opened.connect(open_hit)
        window.add_page(page)
    window.pages.setCurrentWidget(page)
    page.open(selected)
