"""Cells in the grid: Excel's keys, filling, merging, the clipboard."""

import pytest
from PySide6.QtCore import QDate, QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.models.table import Role, RowKind
from tthc_desktop.ui.plan.grid import Grid

NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NUMBER, CONTENT, LEAD, COORDINATE, DEADLINE = range(5)


@pytest.fixture
def grid(hands: Hands) -> Grid:
    """Return the table of an open plan, with the keyboard in it."""
    hands.add(little_plan())
    made = hands.open_table("Phụ lục")
    made.setFocus()
    return made


def words(grid: Grid, row: int, column: int) -> str:
    return str(grid.cells.index(row, column).data())


def offer(text: str = "", html: str = "") -> None:
    """Put something on the clipboard."""
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def paste(grid: Grid) -> None:
    QTest.keyClick(grid.window(), Qt.Key.Key_V, CTRL)


def test_ctrl_d_fills_down_and_one_row_takes_what_is_above(grid: Grid, hands: Hands) -> None:
    hands.type_into_cell(1, Role.DEADLINE, "Quý I")
    grid.choose(1, 4, LEAD, DEADLINE)
    QTest.keyClick(hands.window, Qt.Key.Key_D, CTRL)
    assert [words(grid, row, DEADLINE) for row in (1, 2, 3, 4)] == ["Quý I"] * 4
    hands.do("undo")
    grid.setCurrentIndex(grid.cells.index(2, DEADLINE))
    QTest.keyClick(hands.window, Qt.Key.Key_D, CTRL)
    assert words(grid, 2, DEADLINE) == "Quý I"
    assert words(grid, 3, DEADLINE) == "Tháng 6/2030"


def test_ctrl_r_fills_right(grid: Grid, hands: Hands) -> None:
    grid.choose(3, 3, LEAD, COORDINATE)
    QTest.keyClick(hands.window, Qt.Key.Key_R, CTRL)
    assert words(grid, 3, COORDINATE) == "Phòng Cải cách"


def test_ctrl_semicolon_writes_todays_date(grid: Grid, hands: Hands) -> None:
    grid.setCurrentIndex(grid.cells.index(3, DEADLINE))
    hands.do("today")
    assert words(grid, 3, DEADLINE) == QDate.currentDate().toString("dd/MM/yyyy")


def test_ctrl_arrows_go_to_the_edge_of_what_is_written(grid: Grid) -> None:
    grid.setCurrentIndex(grid.cells.index(1, LEAD))
    QTest.keyClick(grid, Qt.Key.Key_Down, CTRL)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (3, LEAD)
    QTest.keyClick(grid, Qt.Key.Key_Right, CTRL)
    assert grid.currentIndex().column() == DEADLINE
    QTest.keyClick(grid, Qt.Key.Key_Home, CTRL)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (0, 0)
    QTest.keyClick(grid, Qt.Key.Key_End, CTRL)
    assert grid.currentIndex().row() == 4
    grid.setCurrentIndex(grid.cells.index(1, LEAD))
    QTest.keyClick(grid, Qt.Key.Key_Down, CTRL | SHIFT)
    chosen = grid.chosen()
    assert chosen is not None
    assert (chosen.top, chosen.bottom, chosen.left, chosen.right) == (1, 3, LEAD, LEAD)


def test_delete_empties_the_chosen_cells_in_one_step(grid: Grid, hands: Hands) -> None:
    before = hands.page.plan
    grid.choose(1, 3, LEAD, DEADLINE)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert {words(grid, row, column) for row in (1, 2, 3) for column in (LEAD, COORDINATE, DEADLINE)} == {""}
    hands.do("undo")
    assert hands.page.plan == before


def test_ctrl_space_chooses_columns(grid: Grid) -> None:
    grid.setCurrentIndex(grid.cells.index(2, LEAD))
    QTest.keyClick(grid, Qt.Key.Key_Space, CTRL)
    chosen = grid.chosen()
    assert chosen is not None
    assert (chosen.top, chosen.bottom, chosen.left, chosen.right) == (0, 4, LEAD, LEAD)


def test_cells_are_merged_and_divided(grid: Grid, hands: Hands) -> None:
    grid.choose(2, 3, LEAD, LEAD)
    hands.do("merge_cells")
    assert grid.rowSpan(2, LEAD) == 2
    grid.setCurrentIndex(grid.cells.index(2, LEAD))
    hands.do("unmerge_cells")
    assert grid.rowSpan(2, LEAD) == 1
    assert words(grid, 3, LEAD) == "Phòng Cải cách"
    grid.choose(0, 1, LEAD, LEAD)
    hands.do("merge_cells")
    assert any("nhóm" in said for said in hands.said())


def test_the_sum_of_the_chosen_cells_is_told(grid: Grid, hands: Hands) -> None:
    for row, said in ((1, "60"), (2, "1.200,5"), (3, "40%")):
        hands.type_into_cell(row, Role.DEADLINE, said)
    grid.choose(1, 3, DEADLINE, DEADLINE)
    hands.bot.waitUntil(lambda: "tổng" in grid.said())
    assert grid.said() == "3 ô có chữ, tổng 1.300,5"
    hands.bot.waitUntil(lambda: "3 ô có chữ" in hands.window.status.remark.text())
    grid.choose(1, 2, LEAD, LEAD)
    hands.bot.waitUntil(lambda: grid.said() == "2 ô có chữ")


def test_a_block_from_a_spreadsheet_goes_over_and_behind(grid: Grid, hands: Hands) -> None:
    before = hands.page.plan
    grid.setCurrentIndex(grid.cells.index(3, LEAD))
    offer('Phòng Một\tPhòng Hai\r\nPhòng Ba\t"Phòng\r\nBốn"\r\nPhòng Năm\tPhòng Sáu\r\n')
    paste(grid)
    assert grid.cells.rowCount() == 6
    assert [words(grid, row, LEAD) for row in (3, 4, 5)] == ["Phòng Một", "Phòng Ba", "Phòng Năm"]
    assert words(grid, 4, COORDINATE) == "Phòng\nBốn"
    assert grid.cells.row(5).kind is RowKind.TARGET
    chosen = grid.chosen()
    assert chosen is not None
    assert (chosen.top, chosen.bottom, chosen.left, chosen.right) == (3, 5, LEAD, COORDINATE)
    assert hands.window.commands["undo"].text() == "Hoàn tác: Dán 3 × 2 ô"
    hands.do("undo")
    assert hands.page.plan == before


def test_html_is_taken_before_text_and_merged_cells_are_repeated(grid: Grid) -> None:
    grid.setCurrentIndex(grid.cells.index(1, LEAD))
    table = "<table><tr><td rowspan=2>Sở A</td><td>x<br>y</td></tr><tr><td>z</td></tr></table>"
    offer("không dùng", f"<html><body><!--StartFragment-->{table}<!--EndFragment--></body></html>")
    paste(grid)
    assert [words(grid, row, LEAD) for row in (1, 2)] == ["Sở A", "Sở A"]
    assert [words(grid, row, COORDINATE) for row in (1, 2)] == ["x\ny", "z"]


def test_one_cell_fills_all_that_are_chosen(grid: Grid) -> None:
    offer("Sở B")
    grid.choose(1, 3, LEAD, COORDINATE)
    paste(grid)
    assert {words(grid, row, column) for row in (1, 2, 3) for column in (LEAD, COORDINATE)} == {"Sở B"}


def test_what_was_copied_comes_back_the_same(grid: Grid, hands: Hands) -> None:
    before = hands.page.plan
    hands.do("select_all")
    QTest.keyClick(hands.window, Qt.Key.Key_C, CTRL)
    paste(grid)
    assert hands.page.plan == before


def test_cut_empties_what_it_copied(grid: Grid, hands: Hands) -> None:
    grid.choose(1, 1, LEAD, LEAD)
    QTest.keyClick(hands.window, Qt.Key.Key_X, CTRL)
    assert words(grid, 1, LEAD) == ""
    grid.setCurrentIndex(grid.cells.index(3, COORDINATE))
    paste(grid)
    assert words(grid, 3, COORDINATE) == "Phòng Cải cách"


@pytest.mark.parametrize("text", ["\x00\x01\x02PNG\x1a" * 50, "x" * 40_000, "a\n" * 30_000, "\t".join("b" * 500)])
def test_what_no_table_can_hold_is_refused_with_a_sentence(grid: Grid, hands: Hands, text: str) -> None:
    before = hands.page.plan
    grid.setCurrentIndex(grid.cells.index(1, LEAD))
    offer(text)
    paste(grid)
    assert hands.page.plan is before
    assert len(hands.said()) == 1


def test_an_empty_clipboard_says_so(grid: Grid, hands: Hands) -> None:
    QGuiApplication.clipboard().clear()
    paste(grid)
    assert "không có chữ" in hands.said()[0]
    assert grid.cells.rowCount() == 5


def drag_corner(grid: Grid, hands: Hands, row: int, column: int, keys: Qt.KeyboardModifier = NONE) -> None:
    """Drag the corner of what is chosen to a cell."""
    hands.bot.wait(20)
    start = grid.fill_handle.square().center()
    assert start != QPoint()
    end = grid.visualRect(grid.cells.index(row, column)).center()
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(grid.viewport(), (start + end) / 2)
    QTest.mouseMove(grid.viewport(), end)
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, keys, end)


def test_the_corner_of_the_chosen_cells_continues_them_downwards(grid: Grid, hands: Hands) -> None:
    hands.type_into_cell(1, Role.DEADLINE, "Quý IV/2030")
    before = hands.page.plan
    grid.setCurrentIndex(grid.cells.index(1, DEADLINE))
    drag_corner(grid, hands, 3, DEADLINE)
    assert [words(grid, row, DEADLINE) for row in (1, 2, 3)] == ["Quý IV/2030", "Quý I/2031", "Quý II/2031"]
    assert hands.window.commands["undo"].text() == "Hoàn tác: Điền xuống"
    chosen = grid.chosen()
    assert chosen is not None
    assert (chosen.top, chosen.bottom, chosen.left, chosen.right) == (1, 3, DEADLINE, DEADLINE)
    hands.do("undo")
    assert hands.page.plan == before


def test_the_frame_of_a_column_is_no_wider_than_the_column(grid: Grid) -> None:
    grid.choose(0, 3, LEAD, LEAD)
    square, column = grid.fill_handle.square(), grid.visualRect(grid.cells.index(3, LEAD))
    assert square.bottomRight() - column.bottomRight() == QPoint(1, 1)


def test_ctrl_repeats_a_series_and_counts_on_from_one_number(grid: Grid, hands: Hands) -> None:
    hands.type_into_cell(1, Role.DEADLINE, "Quý IV/2030")
    hands.type_into_cell(1, Role.COORDINATE, "Tổ 7")
    grid.setCurrentIndex(grid.cells.index(1, DEADLINE))
    drag_corner(grid, hands, 3, DEADLINE, CTRL)
    assert [words(grid, row, DEADLINE) for row in (2, 3)] == ["Quý IV/2030"] * 2
    grid.choose(1, 1, LEAD, LEAD)
    drag_corner(grid, hands, 3, LEAD)
    assert [words(grid, row, LEAD) for row in (2, 3)] == ["Phòng Cải cách"] * 2
    hands.type_into_cell(1, Role.LEAD, "Tổ 7")
    grid.choose(1, 1, LEAD, LEAD)
    drag_corner(grid, hands, 3, LEAD)
    assert [words(grid, row, LEAD) for row in (2, 3)] == ["Tổ 7"] * 2
    grid.choose(1, 1, LEAD, LEAD)
    drag_corner(grid, hands, 3, LEAD, CTRL)
    assert [words(grid, row, LEAD) for row in (2, 3)] == ["Tổ 8", "Tổ 9"]


def test_the_corner_is_dragged_up_left_and_right(grid: Grid, hands: Hands) -> None:
    for row, said in ((2, "Tổ 8"), (3, "Tổ 9")):
        hands.type_into_cell(row, Role.LEAD, said)
    grid.choose(2, 3, LEAD, LEAD)
    drag_corner(grid, hands, 1, LEAD)
    assert words(grid, 1, LEAD) == "Tổ 7"
    assert hands.window.commands["undo"].text() == "Hoàn tác: Điền lên"
    assert words(grid, 0, CONTENT) == "NHÓM CHUNG"
    grid.choose(3, 3, DEADLINE, DEADLINE)
    drag_corner(grid, hands, 3, LEAD)
    assert [words(grid, 3, column) for column in (COORDINATE, LEAD)] == ["Tháng 5/2030", "Tháng 4/2030"]
    assert hands.window.commands["undo"].text() == "Hoàn tác: Điền sang trái"
    grid.choose(1, 1, LEAD, LEAD)
    drag_corner(grid, hands, 1, COORDINATE)
    assert words(grid, 1, COORDINATE) == "Tổ 7"


def test_pasting_into_an_open_cell_is_bounded_and_clean(grid: Grid, hands: Hands) -> None:
    grid.setCurrentIndex(grid.cells.index(1, LEAD))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    offer("A\x07B\r\n")
    QTest.keyClick(hands.editor, Qt.Key.Key_V, CTRL)
    offer("x" * 40_000)
    QTest.keyClick(hands.editor, Qt.Key.Key_V, CTRL)
    QTest.keyClick(hands.editor, Qt.Key.Key_Return)
    assert words(grid, 1, LEAD) == "Phòng Cải cáchAB"
    assert "dài quá" in hands.said()[0]


def test_todays_date_comes_into_an_open_cell_where_the_cursor_is(grid: Grid, hands: Hands) -> None:
    grid.setCurrentIndex(grid.cells.index(1, DEADLINE))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    QTest.keyClicks(hands.editor, " - ")
    QTest.keyClick(hands.editor, Qt.Key.Key_Semicolon, CTRL)
    QTest.keyClick(hands.editor, Qt.Key.Key_Return)
    assert words(grid, 1, DEADLINE) == f"Tháng 6/2030 - {QDate.currentDate().toString('dd/MM/yyyy')}"


def test_an_open_cell_grows_with_its_words(grid: Grid, hands: Hands) -> None:
    grid.setCurrentIndex(grid.cells.index(1, LEAD))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    before = hands.editor.height()
    for _ in range(8):
        QTest.keyClick(hands.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert hands.editor.height() > before
    for _ in range(80):
        QTest.keyClick(hands.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert hands.editor.geometry().bottom() <= grid.viewport().height()


def test_a_block_fills_an_empty_table(grid: Grid, hands: Hands) -> None:
    hands.do("select_all")
    hands.do("copy")
    hands.do("delete_rows")
    assert grid.cells.rowCount() == 0
    paste(grid)
    assert grid.cells.rowCount() == 5
    assert grid.cells.is_group(0)
    assert words(grid, 1, LEAD) == "Phòng Cải cách"
