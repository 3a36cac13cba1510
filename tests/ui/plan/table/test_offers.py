"""Cells offer what the office usually writes: below the editor, taken by key or mouse, nothing inside the words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tests.ui.streams import TELEX, letters, unikey
from tthc_desktop.models.table import Role
from tthc_desktop.ui.plan.grid import Grid


@pytest.fixture
def grid(hands: Hands) -> Grid:
    """Return the table of an open plan, with the keyboard in it."""
    hands.add(little_plan())
    made = hands.open_table("Phụ lục")
    made.setFocus()
    made.setCurrentIndex(hands.cell(1, Role.LEAD))
    hands.bot.wait(20)
    return made


def test_a_unit_is_taken_with_down_and_enter(grid: Grid, hands: Hands) -> None:
    letters(grid, "v")
    suggester = grid.delegate.suggester
    assert suggester is not None
    hands.bot.waitUntil(lambda: suggester.open)
    assert [offer.words for offer in suggester.list.offers] == ["Văn phòng"]
    QTest.keyClick(hands.editor, Qt.Key.Key_Down)
    QTest.keyClick(hands.editor, Qt.Key.Key_Return)
    assert grid.delegate.open_editor is not None
    QTest.keyClick(hands.editor, Qt.Key.Key_Return)
    assert str(hands.page.plan.tasks["t1"].lead) == "Văn phòng"
    assert grid.currentIndex().row() == 2


def test_enter_without_a_choice_keeps_what_is_typed(grid: Grid, hands: Hands) -> None:
    letters(grid, "v")
    suggester = grid.delegate.suggester
    assert suggester is not None
    hands.bot.waitUntil(lambda: suggester.open)
    QTest.keyClick(hands.editor, Qt.Key.Key_Return)
    assert str(hands.page.plan.tasks["t1"].lead) == "v"


@pytest.mark.parametrize("word", TELEX)
@pytest.mark.parametrize("role", [Role.LEAD, Role.DEADLINE])
def test_unikey_is_undisturbed_by_offers(grid: Grid, hands: Hands, word: str, role: Role) -> None:
    grid.setCurrentIndex(hands.cell(1, role))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    letters(hands.editor, "; ")
    unikey(hands.editor, word)
    hands.bot.wait(220)
    QTest.keyClick(hands.editor, Qt.Key.Key_Tab)
    task = hands.page.plan.tasks["t1"]
    assert str(task.lead if role is Role.LEAD else task.deadline).endswith(f"; {word}")


def test_alt_down_asks_for_offers_and_moves_no_row(grid: Grid, hands: Hands) -> None:
    QTest.keyClick(grid, Qt.Key.Key_F2)
    QTest.keyClick(hands.editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    suggester = grid.delegate.suggester
    assert suggester is not None
    assert suggester.open
    assert list(grid.cells.ids[:3]) == ["g", "w1", "w2"]
    QTest.keyClick(hands.editor, Qt.Key.Key_Escape)
    assert hands.editor.isVisible()
    QTest.keyClick(hands.editor, Qt.Key.Key_Escape)
    assert grid.delegate.open_editor is None


def test_alt_down_on_a_cell_opens_its_list_as_in_excel_and_moves_no_row(grid: Grid, hands: Hands) -> None:
    before = hands.page.plan
    QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    suggester = grid.delegate.suggester
    assert suggester is not None
    assert suggester.open
    QTest.keyClick(hands.editor, Qt.Key.Key_Escape)
    QTest.keyClick(hands.editor, Qt.Key.Key_Escape)
    assert hands.page.plan is before


def test_alt_down_moves_the_row_where_nothing_is_offered(grid: Grid, hands: Hands) -> None:
    grid.setCurrentIndex(hands.cell(1, Role.CONTENT))
    before = [row.id for row in grid.cells.table.rows]
    QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [row.id for row in grid.cells.table.rows] != before
