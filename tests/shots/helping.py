"""The user guide in the window: a chapter, what a search finds, the shortcuts as a chapter."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tthc_desktop.ui.guide.opening import open_guide
from tthc_desktop.ui.main_window import MainWindow

Wait = Callable[[Callable[[], bool]], None]
Screen = Callable[[MainWindow, Wait], QWidget | None]


def guide_start(window: MainWindow, _wait: Wait) -> None:
    """Show the first chapter."""
    open_guide(window, "bat-dau")


def guide_part(window: MainWindow, _wait: Wait) -> None:
    """Show a part of a long chapter."""
    open_guide(window, "xem-truoc-va-in#kiem-the-thuc")


def guide_found(window: MainWindow, _wait: Wait) -> None:
    """Show what a search finds, the first of it read."""
    page = open_guide(window, "bat-dau")
    page.words.setText("don vi gui lai")
    page.look()
    page._enter()
    page.words.setFocus()


def guide_keys(window: MainWindow, _wait: Wait) -> None:
    """Show the keys of the window as a chapter."""
    open_guide(window, "phim-tat")


HELPING: dict[str, Screen] = {
    "guide-start": guide_start,
    "guide-part": guide_part,
    "guide-found": guide_found,
    "guide-keys": guide_keys,
}
