"""A word that is composed or just typed when something else is done: it is not lost and does not come twice."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolBar

from tests.flows.ibus import Ibus
from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tests.ui.streams import letters
from tthc_desktop.models.outline import items
from tthc_desktop.models.plan import Plan, words
from tthc_desktop.office import Office
from tthc_desktop.ui.plan.paragraph import Place

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")
WORD = "đường"
Act = Callable[[Hands], object]


def click_outline(hands: Hands) -> None:
    view = hands.page.outline
    place = view.visualRect(view.entries.index_of("s2")).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def click_preview(hands: Hands) -> None:
    paper = hands.page.preview.pages.viewport()
    QTest.mouseClick(paper, Qt.MouseButton.LeftButton, pos=QPoint(60, 90))


def command(name: str) -> Act:
    return lambda hands: hands.window.commands[name].trigger()


def tool(name: str) -> Act:
    """Click a button of the toolbar, which does not take the keyboard."""

    def click(hands: Hands) -> None:
        bar = hands.window.findChild(QToolBar)
        assert isinstance(bar, QToolBar)
        button = bar.widgetForAction(hands.window.commands[name])
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return click


def there_and_back(hands: Hands) -> None:
    hands.do("undo")
    hands.do("redo")


ACTS: dict[str, Act] = {
    "outline": click_outline,
    "preview": click_preview,
    "table": lambda hands: hands.page.tabs.setCurrentIndex(1),
    "Enter": lambda hands: QTest.keyClick(hands.page.surface, Qt.Key.Key_Return),
    "Tab": lambda hands: QTest.keyClick(hands.page.surface, Qt.Key.Key_Tab),
    "undo and redo": there_and_back,
    **{f"tool {name}": tool(name) for name in ("bold", "move_up", "numbering")},
    **{name: command(name) for name in ("insert_item", "insert_task", "insert_table", "insert_basis", "task")},
    **{name: command(name) for name in ("nbsp", "select_all", "find", "zoom_in", "look_dark", "keep_version")},
    **{name: command(name) for name in ("paste_plain", "home", "legal", "close_page", "quit")},
}


def kept(hands: Hands, path: Path) -> Plan:
    """Return the plan that the office has, or its file when the window is closed."""
    if office := hands.window.desk.office:
        hands.window.page().commit()
        return office.plans["p1"]
    with Office.open(path) as again:
        return again.plans["p1"]


def spoken(plan: Plan) -> str:
    return "|".join(str(words(plan, item)) for item, _ in items(plan.body))


TYPED = ("outline", "table", "undo and redo", "task", "select_all", "home", "close_page", "quit")


@pytest.mark.parametrize(
    ("act", "composing"), [*((act, True) for act in ACTS), *((act, False) for act in TYPED)], ids=str
)
def test_a_word_is_written_once_whatever_comes_next(
    act: str, composing: bool, hands: Hands, ibus: Ibus, office_path: Path
) -> None:
    QGuiApplication.clipboard().clear()
    page = hands.add(little_plan())
    page.surface.setFocus()
    page.surface.put_cursor(Place("i1"), -1)
    if composing:
        for end in range(len(WORD)):
            ibus.compose(WORD[: end + 1])
    else:
        letters(page.surface, WORD)
    ACTS[act](hands)
    assert spoken(kept(hands, office_path)).count(WORD) == 1
    assert f"người dân.{WORD}" in spoken(kept(hands, office_path))
