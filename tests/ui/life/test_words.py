"""Every page of a plan's life speaks Vietnamese, names its controls and fits a small screen."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import Hands
from tests.ui.life.steps import issued, keep
from tests.ui.papers import little_plan
from tthc_desktop.models.comparison import Fate, Piece
from tthc_desktop.ui import app, look
from tthc_desktop.ui.life.wording import Wording
from tthc_desktop.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the display that shows nothing


def _locked(hands: Hands) -> None:
    keep(hands, "một")
    issued(hands)


def _versions(hands: Hands) -> None:
    _locked(hands)
    hands.do("versions")


def _compared(hands: Hands) -> None:
    keep(hands, "một")
    hands.do("compare")


PAGES: dict[str, Callable[[Hands], None]] = {
    "new": lambda hands: hands.do("new"),
    "roll_forward": lambda hands: hands.do("roll_forward"),
    "keep_version": lambda hands: hands.do("keep_version"),
    "issue": lambda hands: hands.do("issue"),
    "issued": _locked,
    "versions": _versions,
    "compare": _compared,
}
EACH = pytest.mark.parametrize("name", PAGES)


@EACH
def test_words_and_names(window: MainWindow, hands: Hands, name: str) -> None:
    hands.add(little_plan())
    PAGES[name](hands)
    hands.bot.wait(30)
    assert leftovers(window.page()) == set()
    nameless = [one for one in window.findChildren(QWidget) if is_control(one) and not name_aloud(one)]
    assert nameless == []
    assert window.page().title()
    assert all(pane.window() is window for pane in window.page().panes_in_order())


@EACH
def test_a_small_window_is_enough(window: MainWindow, hands: Hands, name: str) -> None:
    hands.add(little_plan())
    PAGES[name](hands)
    window.resize(1000, 640)
    assert window.minimumSizeHint().width() <= 1000
    assert window.minimumSizeHint().height() <= 640
    assert window.width() == 1000


def test_what_came_and_went_is_told_by_shape_and_follows_the_colours(dressed: None, qtbot: QtBot) -> None:
    del dressed
    view = Wording("Thử")
    qtbot.addWidget(view)
    view.say("Tên")
    view.show_pieces((Piece(Fate.KEPT, "giữ "), Piece(Fate.REMOVED, "cũ"), Piece(Fate.ADDED, "mới")))
    assert view.accessibleDescription() == "bỏ “cũ”; thêm “mới”"
    application = app.make_application()
    for dark in (True, False):
        look.wear(application, dark=dark)
        c = look.colours()
        assert view.toPlainText() == "Tên\ngiữ cũmới"
        assert shapes(view) == [
            ("Tên", c.text, False, False),
            ("giữ ", c.text, False, False),
            ("cũ", c.error, True, False),
            ("mới", c.good, False, True),
        ]


def shapes(view: Wording) -> list[tuple[str, str, bool, bool]]:
    """Return the pieces shown with colour, strike and underline."""
    found = []
    block = view.document().begin()
    while block.isValid():
        for look_of in block.textFormats():
            shape = look_of.format
            words = block.text()[look_of.start : look_of.start + look_of.length]
            found.append((words, shape.foreground().color().name(), shape.fontStrikeOut(), shape.fontUnderline()))
        block = block.next()
    return found
