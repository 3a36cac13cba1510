"""The grid: Excel's keys, merged cells, heights of what is in sight, input methods."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tests.ui.streams import TELEX, compose, letters, unikey
from tthc_desktop.models.table import Role
from tthc_desktop.models.text import plain
from tthc_desktop.ui import look
from tthc_desktop.ui.plan.cell_editor import CellEditor
from tthc_desktop.ui.plan.grid import Grid


@pytest.fixture
def grid(hands: Hands) -> Grid:
    """Return the table of an open plan."""
    hands.add(little_plan())
    return hands.open_table("Phụ lục")


def test_typing_replaces_and_enter_goes_down(grid: Grid, hands: Hands) -> None:
    hands.type_into_cell(1, Role.DEADLINE, "Quý I/2030")
    assert str(hands.page.plan.tasks["t1"].deadline) == "Quý I/2030"
    assert hands.window.commands["undo"].text() == "Hoàn tác: Sửa thời hạn của nhiệm vụ 1"
    assert grid.currentIndex() == hands.cell(2, Role.DEADLINE)


def test_f2_goes_on_behind_the_words_and_tab_right(grid: Grid, hands: Hands) -> None:
    grid.setFocus()
    grid.setCurrentIndex(hands.cell(1, Role.LEAD))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    letters(hands.editor, " Sở")
    QTest.keyClick(hands.editor, Qt.Key.Key_Tab)
    assert str(hands.page.plan.tasks["t1"].lead) == "Phòng Cải cách Sở"
    assert grid.currentIndex() == hands.cell(1, Role.COORDINATE)


def test_alt_enter_begins_a_line_and_escape_takes_back(grid: Grid, hands: Hands) -> None:
    grid.setFocus()
    grid.setCurrentIndex(hands.cell(1, Role.LEAD))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    QTest.keyClick(hands.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    editor = hands.editor
    assert isinstance(editor, CellEditor)
    assert editor.toPlainText().endswith("\n")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert str(hands.page.plan.tasks["t1"].lead) == "Phòng Cải cách"
    assert grid.delegate.open_editor is None


def test_group_rows_go_across_and_merged_cells_down(grid: Grid) -> None:
    assert grid.columnSpan(0, 1) == 4
    assert grid.rowSpan(1, 3) == 2
    assert grid.rowSpan(3, 3) == 1


def test_the_head_has_two_levels(grid: Grid) -> None:
    assert grid.horizontalHeader().sizeHint().height() > 2 * look.CONTROL


def test_only_rows_in_sight_are_measured(hands: Hands) -> None:
    hands.add(little_plan(2000))
    grid = hands.open_table("Phụ lục")
    hands.bot.wait(20)
    assert 0 < len(grid.heights.fitted) < 100
    grid.scrollToBottom()
    hands.bot.wait(20)
    assert len(grid.heights.fitted) < 200


@pytest.mark.parametrize("word", TELEX)
def test_unikey_in_a_cell(grid: Grid, hands: Hands, word: str) -> None:
    grid.setFocus()
    grid.setCurrentIndex(hands.cell(1, Role.CONTENT))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    unikey(hands.editor, f" {word}")
    QTest.keyClick(hands.editor, Qt.Key.Key_Return)
    assert str(hands.page.plan.tasks["t1"].content).endswith(f"giấy tờ {word}")


def test_a_composed_word_opens_the_cell_and_is_kept(grid: Grid, hands: Hands) -> None:
    grid.setFocus()
    grid.setCurrentIndex(hands.cell(1, Role.LEAD))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    compose(hands.editor, " n", " nư", commit=" nước")
    hands.page.commit()
    assert str(hands.page.plan.tasks["t1"].lead) == "Phòng Cải cách nước"


def test_undo_ends_the_editor_first(grid: Grid, hands: Hands) -> None:
    grid.setFocus()
    grid.setCurrentIndex(hands.cell(1, Role.LEAD))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    letters(hands.editor, " Sở")
    hands.do("undo")
    assert grid.delegate.open_editor is None
    assert str(hands.page.plan.tasks["t1"].lead) == "Phòng Cải cách"
    hands.do("redo")
    assert str(hands.page.plan.tasks["t1"].lead) == "Phòng Cải cách Sở"


def test_a_block_is_copied_as_spreadsheets_take_it(grid: Grid) -> None:
    grid.choose(1, 2, 2, 4)
    QTest.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    rows = ["Phòng Cải cách\tCác phòng\tTháng 6/2030", "Phòng Cải cách\t\tTháng 6/2030"]
    assert QGuiApplication.clipboard().text() == "\n".join(rows)


def test_delete_empties_a_cell(grid: Grid, hands: Hands) -> None:
    grid.setCurrentIndex(hands.cell(1, Role.LEAD))
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert not hands.page.plan.tasks["t1"].lead


def test_the_last_row_is_in_sight_after_going_there(hands: Hands) -> None:
    plan = little_plan(300)
    tasks = {key: replace(task, content=plain("việc dài " * 60)) for key, task in plan.tasks.items()}
    hands.add(replace(plan, tasks=tasks))
    grid = hands.open_table("Phụ lục")
    hands.bot.wait(20)
    QTest.keyClick(grid, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    hands.bot.wait(20)
    rect = grid.visualRect(grid.currentIndex())
    assert grid.currentIndex().row() == grid.cells.rowCount() - 1
    assert grid.viewport().rect().contains(rect)


def test_undo_leaves_the_cursor_in_the_column_where_one_works(hands: Hands) -> None:
    hands.add(little_plan())
    grid = hands.open_table("Phụ lục")
    hands.type_into_cell(1, Role.LEAD, "Văn phòng")
    assert grid.currentIndex() == hands.cell(2, Role.LEAD)
    hands.do("undo")
    assert grid.currentIndex() == hands.cell(1, Role.LEAD)
    assert grid.hasFocus()
