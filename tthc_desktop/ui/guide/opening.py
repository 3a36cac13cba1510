"""Opening the guide where help is needed, and sending it to the page before printing."""

from typing import TYPE_CHECKING

from tthc_desktop.ui.guide.chapters import whole_guide
from tthc_desktop.ui.guide.page import GuidePage

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def open_guide(window: "MainWindow", goal: str) -> GuidePage:
    """Bring the guide to the front at a chapter, or at a heading of one."""
    page = next((one for one in window.all_pages() if isinstance(one, GuidePage)), None)
    if page is None:
        page = GuidePage(whole_guide())
        page.print_wanted.connect(lambda: print_guide(window))
        window.add_page(page)
    window.pages.setCurrentWidget(page)
    page.go(goal)
    page.reader.setFocus()
    return page


def print_guide(window: "MainWindow") -> None:
    """Ask how to print the guide."""
    from tthc_desktop.ui.guide.printing import of_guide  # noqa: PLC0415 - needs the system's printing
    from tthc_desktop.ui.printing.opening import open_printing  # noqa: PLC0415

    open_printing(window, [of_guide()])
