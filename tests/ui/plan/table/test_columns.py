"""The head of a grid: titles renamed in place, widths dragged, columns arranged, styles of numbers."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tests.ui.streams import TELEX, compose, letters, unikey
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.table import Role
from tthc_desktop.ui.plan.grid import Grid
from tthc_desktop.ui.plan.table import menus
from tthc_desktop.ui.plan.table.columns_dialog import ColumnsDialog
from tthc_desktop.ui.plan.table.numbering_dialog import NumberingDialog
from tthc_desktop.ui.plan.table.title_editor import TitleEditor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the display that shows nothing
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def grid(hands: Hands) -> Grid:
    """Return the table of an open plan, with the keyboard in it."""
    hands.add(little_plan())
    made = hands.open_table("Phụ lục")
    made.setFocus()
    return made


def titles(grid: Grid) -> list[str]:
    return [str(column.title) for column in grid.cells.table.columns]


def editor(grid: Grid) -> TitleEditor:
    found = grid.head.editor
    assert found is not None
    return found


def choose(menu: QMenu, words: str) -> None:
    """Choose a line of a menu."""
    action = next(action for action in menu.actions() if action.text().partition("\t")[0].replace("&", "") == words)
    assert action.isEnabled()
    action.trigger()


@pytest.mark.parametrize("word", TELEX)
def test_unikey_in_a_title(grid: Grid, hands: Hands, word: str) -> None:
    grid.setCurrentIndex(hands.cell(1, Role.LEAD))
    hands.do("rename_column")
    QTest.keyClick(editor(grid), Qt.Key.Key_End)
    unikey(editor(grid), f" {word}")
    QTest.keyClick(editor(grid), Qt.Key.Key_Return)
    assert titles(grid)[2] == f"Chủ trì {word}"
    assert hands.window.commands["undo"].text() == "Hoàn tác: Đổi tên cột"
    assert grid.head.editor is None


def test_a_word_that_is_composed_in_a_title_is_kept(grid: Grid, hands: Hands) -> None:
    grid.does.columns.rename(4)
    compose(editor(grid), "h", "hạ", commit="hạn")
    hands.page.commit()
    assert titles(grid)[4] == "hạn"


def test_escape_leaves_a_title_and_undo_is_the_offices(grid: Grid, hands: Hands) -> None:
    grid.does.columns.rename(4)
    letters(editor(grid), "x")
    QTest.keyClick(editor(grid), Qt.Key.Key_Escape)
    assert titles(grid)[4] == "Thời hạn"
    grid.does.columns.rename(4)
    letters(editor(grid), "Khi nào")
    hands.do("undo")
    assert titles(grid)[4] == "Thời hạn"
    hands.do("redo")
    assert titles(grid)[4] == "Khi nào"


def test_two_clicks_open_a_title_and_the_one_above_it(grid: Grid) -> None:
    upper = grid.head.title_rect(2, upper=True).center()
    for where, words in ((upper, "Ai làm"), (grid.head.title_rect(3, upper=False).center(), "Ai giúp")):
        QTest.mouseClick(grid.head.viewport(), LEFT, pos=where)
        QTest.mouseDClick(grid.head.viewport(), LEFT, pos=where)
        letters(editor(grid), words)
        QTest.keyClick(editor(grid), Qt.Key.Key_Return)
    assert [str(column.over) for column in grid.cells.table.columns] == ["", "", "Ai làm", "Ai làm", ""]
    assert titles(grid)[3] == "Ai giúp"


def test_a_dragged_width_is_the_papers(grid: Grid, hands: Hands) -> None:
    before = [grid.columnWidth(place) for place in range(5)]
    edge = grid.head.sectionViewportPosition(2) + before[2] - 1
    middle = grid.head.height() // 2
    QTest.mousePress(grid.head.viewport(), LEFT, pos=QPoint(edge, middle))
    QTest.mouseMove(grid.head.viewport(), QPoint(edge + 8, middle))
    QTest.mouseMove(grid.head.viewport(), QPoint(edge + 16, middle))
    QTest.mouseRelease(grid.head.viewport(), LEFT, pos=QPoint(edge + 16, middle))
    now = [grid.columnWidth(place) for place in range(5)]
    assert sum(now) == sum(before)
    assert abs(now[2] - before[2] - 16) <= 2
    assert now[:2] == pytest.approx(before[:2], abs=2)
    assert all(column.width > 0 for column in grid.cells.table.columns)
    assert hands.window.commands["undo"].text() == "Hoàn tác: Đổi độ rộng cột"
    hands.do("automatic_widths")
    assert {column.width for column in grid.cells.table.columns} == {0.0}
    assert [grid.columnWidth(place) for place in range(5)] == before


def test_no_width_of_the_paper_cuts_a_word(grid: Grid) -> None:
    edge = grid.head.sectionViewportPosition(2) + grid.columnWidth(2) - 1
    middle = grid.head.height() // 2
    QTest.mousePress(grid.head.viewport(), LEFT, pos=QPoint(edge, middle))
    for left in (30, grid.columnWidth(2) - 5):
        QTest.mouseMove(grid.head.viewport(), QPoint(edge - left, middle))
    QTest.mouseRelease(grid.head.viewport(), LEFT, pos=QPoint(edge - left, middle))
    column = grid.cells.table.columns[2]
    longest = max(grid.fontMetrics().horizontalAdvance(word) for word in str(grid.cells.words(1, column)).split())
    assert grid.columnWidth(2) >= longest


def test_columns_from_the_menu_of_the_head(grid: Grid, hands: Hands) -> None:
    choose(menus.head_menu(grid, 2), "Chèn cột bên trái")
    letters(editor(grid), "Mới")
    QTest.keyClick(editor(grid), Qt.Key.Key_Return)
    assert titles(grid)[:4] == ["STT", "Nội dung công việc", "Mới", "Chủ trì"]
    choose(menus.head_menu(grid, 2), "Chuyển cột sang phải")
    assert titles(grid)[2:4] == ["Chủ trì", "Mới"]
    choose(menus.head_menu(grid, 3), "Xóa cột")
    assert "Mới" not in titles(grid)
    for _ in range(4):
        hands.do("undo")
    assert titles(grid) == ["STT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời hạn"]


def write(pane: ColumnsDialog, row: int, column: int, words: str) -> None:
    """Type into a cell of the pane."""
    item = pane.list.item(row, column)
    assert item is not None
    item.setText(words)


def dialog(grid: Grid, hands: Hands) -> ColumnsDialog:
    hands.do("columns")
    return grid.findChildren(ColumnsDialog)[-1]


def test_the_pane_of_columns_changes_all_at_once(grid: Grid, hands: Hands) -> None:
    pane = dialog(grid, hands)
    pane.list.setCurrentCell(4, 0)
    pane.add(Role.NOTE)
    write(pane, 5, 0, "Lưu ý")
    pane.list.setCurrentCell(3, 0)
    pane.remove()
    pane.list.setCurrentCell(1, 0)
    pane.shift(1)
    pane.automatic.setChecked(False)
    write(pane, 0, 3, "10")
    pane._take()
    assert titles(grid) == ["STT", "Chủ trì", "Nội dung công việc", "Thời hạn", "Lưu ý"]
    assert grid.cells.table.columns[0].width == 10
    assert hands.window.commands["undo"].text() == "Hoàn tác: Đổi cột của bảng"
    hands.do("undo")
    assert titles(grid) == ["STT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời hạn"]


def test_only_roles_that_are_missing_are_offered(grid: Grid, hands: Hands) -> None:
    pane = dialog(grid, hands)
    pane.offer()
    offered = [action.text() for action in pane.adding.actions()]
    assert offered == ["Kết quả, sản phẩm", "Đơn vị tính", "Chỉ tiêu", "Căn cứ", "Ghi chú", "Cột tự do"]
    pane.reject()


def test_columns_come_under_one_title(grid: Grid, hands: Hands) -> None:
    pane = dialog(grid, hands)
    pane.list.setCurrentCell(4, 0)
    pane.group()
    write(pane, 4, 1, "Trong năm")
    pane._take()
    assert str(grid.cells.table.columns[4].over) == "Trong năm"


def test_the_last_column_stays_in_the_pane(grid: Grid, hands: Hands) -> None:
    pane = dialog(grid, hands)
    pane.list.selectAll()
    pane.remove()
    assert len(pane.columns) == 5
    pane.reject()


def test_numbers_are_chosen_by_example(grid: Grid, hands: Hands) -> None:
    hands.do("numbering")
    pane = grid.findChildren(NumberingDialog)[-1]
    assert pane.styles.checkedId() == 3
    pane.styles.button(0).setChecked(True)
    shown = [pane.example.item(n).text().split() for n in range(3)]
    assert [line[0] for line in shown] == ["1", "1.1", "1.2"]
    pane._take()
    assert grid.cells.table.levels == (Mark.ARABIC, Mark.DECIMAL)
    assert [grid.cells.index(n, 0).data() for n in range(3)] == ["1", "1.1", "1.2"]
    assert hands.window.commands["undo"].text() == "Hoàn tác: Đổi kiểu đánh số của bảng"


def test_a_groups_number_can_stand_in_its_title(grid: Grid, hands: Hands) -> None:
    hands.do("numbering")
    pane = grid.findChildren(NumberingDialog)[-1]
    pane.in_title.setChecked(True)
    pane._take()
    assert grid.cells.index(0, 0).data() == "I. NHÓM CHUNG"
    assert grid.columnSpan(0, 0) == 5
    hands.type_into_cell(0, Role.NUMBER, "NHÓM RIÊNG")
    assert grid.cells.index(0, 0).data() == "I. NHÓM RIÊNG"


def test_menus_of_cells_name_every_command_once(grid: Grid, hands: Hands) -> None:
    grid.setCurrentIndex(hands.cell(1, Role.LEAD))
    menu = menus.cell_menu(grid)
    words = [action.text() for action in menu.actions() if action.text()]
    assert len(words) == len(set(words))
    choose(menu, "Chèn hàng dưới")
    assert grid.cells.rowCount() == 6


def carry(grid: Grid, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
    """Drag something in the head."""
    head = grid.head.viewport()
    QTest.mousePress(head, LEFT, pos=start)
    for part in range(1, 5):
        QTest.mouseMove(head, start + (end - start) * part / 4)
    if drop:
        QTest.mouseRelease(head, LEFT, pos=end)


def middle(grid: Grid, place: int, *, upper: bool = False) -> QPoint:
    return grid.head.title_rect(place, upper=upper).center()


def test_a_column_is_dragged_to_another_place(grid: Grid, hands: Hands) -> None:
    before = hands.page.plan
    carry(grid, middle(grid, 4), middle(grid, 0) - QPoint(10, 0))
    assert titles(grid) == ["Thời hạn", "STT", "Nội dung công việc", "Chủ trì", "Phối hợp"]
    assert hands.window.commands["undo"].text() == "Hoàn tác: Chuyển cột “Thời hạn”"
    assert grid.currentIndex().column() == 0
    carry(grid, middle(grid, 1), middle(grid, 2) + QPoint(10, 0))
    assert titles(grid)[:3] == ["Thời hạn", "Nội dung công việc", "STT"]
    assert [grid.cells.index(row, 2).data() for row in (1, 2)] == ["1", "2"]
    for _ in range(2):
        hands.do("undo")
    assert hands.page.plan == before


def test_a_common_title_takes_its_columns_along_and_takes_others_in(grid: Grid, hands: Hands) -> None:
    carry(grid, middle(grid, 2, upper=True), middle(grid, 4) + QPoint(10, 0))
    assert titles(grid)[2:] == ["Thời hạn", "Chủ trì", "Phối hợp"]
    assert hands.window.commands["undo"].text() == "Hoàn tác: Chuyển các cột “Phân công”"
    carry(grid, middle(grid, 2), middle(grid, 3) + QPoint(10, 0))
    assert titles(grid)[2:] == ["Chủ trì", "Thời hạn", "Phối hợp"]
    assert [str(column.over) for column in grid.cells.table.columns] == ["", "", *["Phân công"] * 3]


def test_what_is_carried_shows_where_it_goes_and_escape_leaves_it(grid: Grid, hands: Hands) -> None:
    before, start = hands.page.plan, middle(grid, 4)
    quiet = grid.head.grab().toImage()
    carry(grid, start, middle(grid, 2), drop=False)
    assert grid.head.grab().toImage() != quiet
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    QTest.mouseRelease(grid.head.viewport(), LEFT, pos=middle(grid, 2))
    carry(grid, start, start + QPoint(3, 0))
    carry(grid, start, start + QPoint(15, 0))
    assert hands.page.plan is before


def test_the_head_of_a_locked_plan_is_not_dragged(grid: Grid, hands: Hands) -> None:
    before = hands.page.plan
    grid.cells.locked = True
    carry(grid, middle(grid, 4), middle(grid, 1))
    assert hands.page.plan is before


def test_a_click_on_a_head_chooses_its_column_and_shift_goes_on(grid: Grid) -> None:
    QTest.mouseClick(grid.head.viewport(), LEFT, pos=middle(grid, 2))
    QTest.mouseClick(grid.head.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, middle(grid, 4))
    chosen = grid.chosen()
    assert chosen is not None
    assert (chosen.top, chosen.bottom, chosen.left, chosen.right) == (0, 4, 2, 4)
