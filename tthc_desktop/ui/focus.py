"""What goes to the widget that has the keyboard, whatever it is."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget

from tthc_desktop.ui.pages import Page


def focused() -> QWidget:
    """Return the widget with the keyboard, or one that stands for none."""
    return QApplication.focusWidget() or QWidget()


def send(method: str, **values: bool) -> None:
    """Let the widget do what it calls so, such as cut or paste, if it can."""
    act = getattr(focused(), method, None)
    if act is not None:
        act(**values)


def hand_over(page: Page) -> None:
    """Give the keyboard to a page that has come to the front: Qt would give it to a message's button."""
    if not page.isAncestorOf(focused()):
        places: list[QWidget | None] = [page.focusWidget(), *page.panes_in_order(), page]
        next(place for place in places if place is not None).setFocus()


def cycle(panes: Sequence[QWidget], step: int) -> None:
    """Hand the keyboard to the next pane, or with a step of -1 to the one before."""
    if panes:
        here = focused()
        now = next((n for n, pane in enumerate(panes) if pane is here or pane.isAncestorOf(here)), -1)
        panes[(now + step) % len(panes)].setFocus()
