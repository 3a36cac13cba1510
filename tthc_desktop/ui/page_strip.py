"""The strip of the open pages; the start page stands first and stays."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabBar, QTabWidget, QToolButton

from tthc_desktop.ui.controls import shown, tool
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.pages import Page

LEAST = 160
"""Pixels that a tab keeps however many there are: enough for every title of one or two words."""


class _Tabs(QTabBar):
    """Cuts long titles when there are many tabs, short ones never; what has no room is scrolled to."""

    def __init__(self) -> None:
        super().__init__()
        for name, drawing, words in (
            ("ScrollLeftButton", "previous", "Các thẻ bên trái"),
            ("ScrollRightButton", "next", "Các thẻ bên phải"),
        ):
            scroller = self.findChild(QToolButton, name)
            assert scroller is not None
            scroller.setProperty("arrowType", 0)  # none: Qt's own enumeration takes longer to load than a page
            scroller.setIcon(icon(drawing))
            scroller.setObjectName("tabs_scroller")
            scroller.setToolTip(words)
            scroller.setAccessibleName(words)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return the least size of a tab."""
        whole = self.tabSizeHint(index)
        return QSize(min(whole.width(), LEAST), whole.height())


class PageStrip(QTabWidget):
    """Holds pages and nothing else."""

    def __init__(self, start: Page) -> None:
        super().__init__()
        self._start = start
        self.setTabBar(_Tabs())
        self.setDocumentMode(True)
        self.setMovable(False)
        self.setIconSize(QSize(16, 16))
        self.setAccessibleName("Các trang đang mở")
        self.tabBar().setAccessibleName("Các trang đang mở")
        self.tabBar().setSelectionBehaviorOnRemove(QTabBar.SelectionBehavior.SelectPreviousTab)

    def page_at(self, place: int) -> Page:
        """Return the page at a place; the start page where there is none."""
        page = self.widget(place)
        return page if isinstance(page, Page) else self._start

    def front(self) -> Page:
        """Return the page that is seen."""
        return self.page_at(self.currentIndex())

    def all_pages(self) -> list[Page]:
        """Return the pages from left to right."""
        return [self.page_at(place) for place in range(self.count())]

    def put(self, page: Page, close: Callable[[], object] | None) -> None:
        """Put a page behind the others, with a button that closes it, and bring it to the front."""
        place = self.addTab(page, icon(page.drawing), shown(page.title()))
        if close is not None:
            cross = tool("Đóng thẻ (Ctrl+W)", close, "close")
            cross.setIconSize(QSize(12, 12))
            cross.setObjectName("close_tab")
            self.tabBar().setTabButton(place, QTabBar.ButtonPosition.RightSide, cross)
        self.setCurrentIndex(place)

    def show_titles(self) -> None:
        """Bring the words of the tabs up to date; Qt lays all tabs out anew for each, changed or not."""
        for place, page in enumerate(self.all_pages()):
            title = shown(page.title())
            if title != self.tabText(place):
                self.setTabText(place, title)
