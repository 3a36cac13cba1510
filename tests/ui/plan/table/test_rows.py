"""Rows in the grid: added, moved, deleted, turned into others, by keys and menus; one step of undo each."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.models.plan import cell
from tthc_desktop.models.table import Role, RowKind
from tthc_desktop.models.version import Stage
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.plan.grid import Grid
from tthc_desktop.ui.plan.table import menus

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def grid(hands: Hands) -> Grid:
    """Return the table of an open plan, with the keyboard in it."""
    hands.add(little_plan())
    made = hands.open_table("Phụ lục")
    made.setFocus()
    return made


def order(grid: Grid) -> list[str]:
    """Return the rows in sight with their numbers."""
    return [f"{grid.cells.index(n, 0).data()} {row_id}" for n, row_id in enumerate(grid.cells.ids)]


def test_ctrl_enter_puts_a_task_below_and_undo_takes_it_back(grid: Grid, hands: Hands) -> None:
    before = hands.page.plan
    grid.setCurrentIndex(hands.cell(1, Role.LEAD))
    QTest.keyClick(hands.window, Qt.Key.Key_Return, CTRL)
    assert grid.cells.rowCount() == 6
    assert grid.currentIndex().row() == 2
    assert grid.cells.row(2).kind is RowKind.TASK
    assert [grid.cells.index(n, 0).data() for n in range(6)] == ["I", "1", "2", "3", "4", "5"]
    assert hands.window.commands["undo"].text() == "Hoàn tác: Chèn hàng"
    hands.do("undo")
    assert hands.page.plan == before


def test_ctrl_shift_enter_puts_a_row_above(grid: Grid, hands: Hands) -> None:
    grid.setCurrentIndex(hands.cell(1, Role.LEAD))
    QTest.keyClick(hands.window, Qt.Key.Key_Return, CTRL | SHIFT)
    assert [grid.cells.ids[0], *grid.cells.ids[2:]] == ["g", "w1", "w2", "w3", "x1"]
    assert grid.currentIndex().row() == 1


def test_what_is_typed_is_taken_before_a_row_comes(grid: Grid, hands: Hands) -> None:
    grid.setCurrentIndex(hands.cell(1, Role.LEAD))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    QTest.keyClicks(hands.editor, " A")
    hands.do("row_below")
    assert str(hands.page.plan.tasks["t1"].lead) == "Phòng Cải cách A"
    assert grid.cells.rowCount() == 6


def test_a_target_follows_a_target(grid: Grid, hands: Hands) -> None:
    grid.setCurrentIndex(hands.cell(4, Role.CONTENT))
    hands.do("row_below")
    assert grid.cells.row(5).kind is RowKind.TARGET


def test_a_group_opens_for_its_title(grid: Grid, hands: Hands) -> None:
    grid.setCurrentIndex(hands.cell(3, Role.LEAD))
    hands.do("group_row")
    QTest.keyClicks(hands.editor, "NHOM MOI")
    QTest.keyClick(hands.editor, Qt.Key.Key_Return)
    assert order(grid)[3].startswith("II ")
    assert str(grid.cells.row(3).title) == "NHOM MOI"
    assert grid.columnSpan(3, 1) == 4


def test_rows_are_deleted_only_with_ctrl(grid: Grid, hands: Hands) -> None:
    grid.setCurrentIndex(hands.cell(2, Role.LEAD))
    QTest.keyClick(grid, Qt.Key.Key_Space, SHIFT)
    QTest.keyClick(grid, Qt.Key.Key_Down, SHIFT)
    chosen = grid.chosen()
    assert chosen is not None
    assert chosen.rows == ("w2", "w3")
    assert len(chosen.columns) == 5
    QTest.keyClick(hands.window, Qt.Key.Key_Delete, CTRL)
    assert order(grid) == ["I g", "1 w1", "2 x1"]
    assert grid.currentIndex().row() == 2
    assert hands.window.commands["undo"].text() == "Hoàn tác: Xóa 2 hàng"
    hands.do("undo")
    assert len(order(grid)) == 5
    assert grid.rowSpan(1, 3) == 2


def test_the_first_row_of_a_merged_cell_can_go(grid: Grid, hands: Hands) -> None:
    grid.setCurrentIndex(hands.cell(1, Role.LEAD))
    hands.do("delete_rows")
    assert grid.rowSpan(1, 3) == 1
    assert not grid.cells.row(1).continues
    assert str(cell(hands.page.plan, grid.cells.row(1), grid.cells.table.columns[3])) == "Các phòng"


def test_rows_move_and_change_their_level_and_stay_chosen(grid: Grid, hands: Hands) -> None:
    grid.setCurrentIndex(hands.cell(3, Role.LEAD))
    grid.move_up()
    assert order(grid) == ["I g", "1 w1", "2 w3", "3 w2", "4 x1"]
    assert grid.here() == "w3"
    assert grid.currentIndex().column() == 2
    grid.demote()
    assert grid.cells.row(2).level == 2
    grid.promote()
    grid.move_down()
    assert order(grid)[3] == "3 w3"
    grid.promote()
    assert order(grid) == ["I g", "1 w1", "2 w2", "II w3", "1 x1"]
    grid.promote()
    assert "ngoài cùng" in hands.said()[-1]


def test_the_page_offers_what_the_grid_can_do(grid: Grid, hands: Hands) -> None:
    assert {"move_up", "move_down", "promote", "demote", "row_below"} <= hands.page.commands().keys()
    hands.bot.waitUntil(hands.window.commands["row_below"].isEnabled)
    hands.page.tabs.setCurrentIndex(0)
    hands.bot.waitUntil(lambda: not hands.window.commands["row_below"].isEnabled())
    assert not hands.window.commands["delete_rows"].isEnabled()
    assert grid.commands()


@pytest.mark.parametrize(("last", "key"), [(Role.DEADLINE, Qt.Key.Key_Tab), (Role.LEAD, Qt.Key.Key_Return)])
def test_a_new_row_begins_behind_the_last_cell(grid: Grid, hands: Hands, last: Role, key: Qt.Key) -> None:
    grid.setCurrentIndex(hands.cell(4, last))
    QTest.keyClick(grid, key)
    assert grid.cells.rowCount() == 6
    assert grid.currentIndex().row() == 5
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert grid.cells.rowCount() == 6, "an empty row is not followed by another"


def test_rows_change_their_kind(grid: Grid, hands: Hands) -> None:
    grid.setCurrentIndex(hands.cell(3, Role.LEAD))
    kinds = menus.kind_menu(grid)
    next(action for action in kinds.actions() if action.text() == "Thành nhóm").trigger()
    assert grid.cells.is_group(3)
    assert "Rà soát thủ tục số 3" in grid.cells.index(3, 1).data()
    assert hands.window.commands["undo"].text() == "Hoàn tác: Chuyển hàng thành nhóm"


def test_a_copy_of_rows_follows_them(grid: Grid, hands: Hands) -> None:
    grid.setCurrentIndex(hands.cell(0, Role.CONTENT))
    hands.do("duplicate_rows")
    assert grid.cells.rowCount() == 10
    assert order(grid)[5].startswith("II ")
    assert grid.rowSpan(6, 3) == 2


def test_the_numbers_column_chooses_rows(grid: Grid, hands: Hands) -> None:
    for place, held in ((1, Qt.KeyboardModifier.NoModifier), (3, SHIFT)):
        at = grid.visualRect(hands.cell(place, Role.NUMBER)).center()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, held, at)
    chosen = grid.chosen()
    assert chosen is not None
    assert (chosen.rows, chosen.left, chosen.right) == (("w1", "w2", "w3"), 0, 4)


def test_every_row_command_works_in_an_empty_table(window: MainWindow, hands: Hands) -> None:
    plan = little_plan()
    (appendix,) = plan.appendices
    table = replace(appendix.nodes[0], rows=())  # type: ignore[arg-type]
    tasks = {"body": plan.tasks["body"]}
    hands.add(replace(plan, appendices=(replace(appendix, nodes=(table,)),), tasks=tasks, targets={}))
    grid = hands.open_table("Phụ lục")
    assert not window.commands["delete_rows"].isEnabled()
    grid.move_up()
    grid.copy()
    hands.do("row_below")
    assert grid.cells.rowCount() == 1
    assert grid.cells.row(0).kind is RowKind.TASK
    hands.do("delete_rows")
    assert grid.cells.rowCount() == 0
    hands.do("group_row")
    assert grid.cells.is_group(0)


def test_a_row_in_a_long_table_comes_without_a_new_layout(hands: Hands) -> None:
    hands.add(little_plan(400))
    grid = hands.open_table("Phụ lục")
    grid.setCurrentIndex(grid.cells.index(200, 1))
    hands.bot.wait(20)
    reset: list[int] = []
    grid.cells.modelReset.connect(lambda: reset.append(1))
    hands.do("row_below")
    hands.do("undo")
    hands.do("redo")
    grid.move_down()
    hands.do("delete_rows")
    assert not reset


def test_rows_behind_a_merged_cell_are_reached(grid: Grid, hands: Hands) -> None:
    grid.setCurrentIndex(hands.cell(1, Role.COORDINATE))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert grid.currentIndex().row() == 3
    QTest.keyClick(grid, Qt.Key.Key_Return, SHIFT)
    assert grid.currentIndex().row() == 1


def test_a_locked_plan_is_only_looked_at(window: MainWindow, hands: Hands) -> None:
    plan = replace(little_plan(), stage=Stage.ISSUED)
    hands.add(plan)
    grid = hands.open_table("Phụ lục")
    grid.setFocus()
    assert grid.commands().keys() == {"filter", "filter_column"}
    grid.setCurrentIndex(hands.cell(1, Role.LEAD))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    assert grid.delegate.open_editor is None
    grid.does.columns.rename(2)
    assert grid.head.editor is None
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    QTest.keyClick(grid, Qt.Key.Key_End, CTRL)
    QTest.keyClick(grid, Qt.Key.Key_Tab)
    assert hands.page.plan == plan
    assert window.messages.bars()
