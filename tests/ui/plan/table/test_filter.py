"""Sorting and filtering in the grid: a filter changes nothing, and nothing that is hidden is touched."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tests.ui.streams import TELEX, compose, unikey
from tthc_desktop.models.editing.tables import set_cells
from tthc_desktop.models.table import Role
from tthc_desktop.models.table_filter import Wanted
from tthc_desktop.models.text import plain
from tthc_desktop.ui.plan.grid import Grid
from tthc_desktop.ui.plan.table.filter_popup import FilterPopup

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the display that shows nothing
LEADS = {"w1": "Văn phòng", "w2": "Phòng Đất đai", "w3": "Ban Ảnh", "w4": "Văn phòng", "w5": "Đội Xe"}
LEAD = 2


@pytest.fixture
def grid(hands: Hands) -> Grid:
    """Return a table of five tasks led by different units."""
    words = {(row, "c3"): plain(said) for row, said in LEADS.items()}
    hands.add(set_cells(little_plan(5), "tab", words))
    made = hands.open_table("Phụ lục")
    made.setFocus()
    return made


def ids(grid: Grid) -> list[str]:
    return list(grid.cells.ids)


def popup(grid: Grid, place: int = LEAD) -> FilterPopup:
    grid.sieve.open(place)
    found = grid.sieve.popup
    assert found is not None
    return found


def only(grid: Grid, *values: str) -> None:
    grid.sieve.want(grid.cells.table.columns[LEAD], Wanted(frozenset(values)))


def test_the_list_filters_by_what_is_ticked(grid: Grid, hands: Hands) -> None:
    before = hands.page.plan
    opened = popup(grid)
    values = [opened.items.item(n).text() for n in range(opened.items.rowCount())]
    assert values == ["(Chọn tất cả)", "(Ô trống)", "Ban Ảnh", "Đội Xe", "Phòng Đất đai", "Văn phòng"]
    opened.items.item(0).setCheckState(Qt.CheckState.Unchecked)
    office = next(opened.items.item(n) for n in range(len(values)) if values[n] == "Văn phòng")
    office.setCheckState(Qt.CheckState.Checked)
    opened.take()
    assert ids(grid) == ["g", "w1", "w4"]
    assert grid.said() == "Đang lọc: 2/6 hàng"
    assert [grid.cells.index(n, 0).data() for n in range(3)] == ["I", "1", "4"]
    hands.do("clear_filter")
    assert len(ids(grid)) == 7
    assert hands.page.plan is before


def test_words_filter_with_or_without_accents(grid: Grid, hands: Hands) -> None:
    opened = popup(grid)
    opened.search.setText("phong")
    QTest.keyClick(opened.search, Qt.Key.Key_Return)
    assert ids(grid) == ["g", "w1", "w2", "w4"]
    assert popup(grid).search.text() == "phong"
    popup(grid)._answer(Wanted())
    assert len(ids(grid)) == 7
    assert hands.said() == []


@pytest.mark.parametrize("word", TELEX)
def test_unikey_in_the_search_box(grid: Grid, hands: Hands, word: str) -> None:
    opened = popup(grid)
    unikey(opened.search, f"ở {word}")
    hands.bot.wait(200)
    assert opened.search.text() == f"ở {word}"
    opened.close()


def test_a_composed_word_in_the_search_box(grid: Grid, hands: Hands) -> None:
    opened = popup(grid)
    compose(opened.search, "đ", "đấ")
    hands.bot.wait(200)
    compose(opened.search, commit="đất")
    hands.bot.waitUntil(lambda: len(opened._shown()) == 1)
    assert opened.search.text() == "đất"
    opened.close()


def test_ctrl_shift_l_shows_the_arrows_and_takes_the_filter_away(grid: Grid, hands: Hands) -> None:
    hands.do("filter")
    assert grid.head.arrows
    QTest.mouseClick(grid.head.viewport(), Qt.MouseButton.LeftButton, pos=grid.head.arrow_rect(LEAD).center())
    opened = grid.sieve.popup
    assert opened is not None
    assert opened.isVisible()
    opened.close()
    only(grid, "Đội Xe")
    assert ids(grid) == ["g", "w5"]
    hands.do("filter")
    assert len(ids(grid)) == 7
    assert not grid.head.arrows


def test_hidden_rows_are_neither_filled_nor_emptied_nor_deleted(grid: Grid, hands: Hands) -> None:
    before = hands.page.plan
    only(grid, "Văn phòng")
    hands.type_into_cell(1, Role.DEADLINE, "Quý I")
    for column in (LEAD, 4):
        grid.choose(1, 2, column, column)
        hands.do("fill_down")
        QTest.keyClick(grid, Qt.Key.Key_Delete)
    for hidden in ("t2", "t3", "t5"):
        assert hands.page.plan.tasks[hidden] is before.tasks[hidden]
    grid.choose(1, 2, 0, 4)
    hands.do("delete_rows")
    hands.do("clear_filter")
    assert ids(grid) == ["g", "w2", "w3", "w5", "x1"]


def test_a_block_goes_into_the_rows_in_sight_only(grid: Grid, hands: Hands) -> None:
    before = hands.page.plan
    only(grid, "Văn phòng")
    grid.setCurrentIndex(grid.cells.index(1, 4))
    QGuiApplication.clipboard().setText("Quý I\nQuý II\nQuý III")
    grid.paste()
    after = hands.page.plan
    assert [str(after.tasks[key].deadline) for key in ("t1", "t4")] == ["Quý I", "Quý II"]
    assert all(after.tasks[key] is before.tasks[key] for key in ("t2", "t3", "t5"))
    assert len(after.tasks) + len(after.targets) == len(before.tasks) + len(before.targets) + 1


def test_what_would_touch_hidden_rows_is_refused(grid: Grid, hands: Hands) -> None:
    before = hands.page.plan
    only(grid, "Văn phòng")
    for act in (grid.move_up, grid.promote, lambda: grid.does.rows.sort(LEAD), grid.does.rows.group):
        grid.setCurrentIndex(grid.cells.index(1, LEAD))
        act()
    grid.setCurrentIndex(grid.cells.index(0, 1))
    hands.do("delete_rows")
    hands.do("duplicate_rows")
    assert hands.page.plan is before
    assert hands.said() == ["Đang lọc, có hàng bị ẩn."]


def test_a_new_row_is_seen_behind_a_filter(grid: Grid, hands: Hands) -> None:
    only(grid, "Văn phòng")
    grid.setCurrentIndex(grid.cells.index(1, LEAD))
    hands.do("row_below")
    assert len(ids(grid)) == 4
    assert grid.currentIndex().row() == 2
    hands.do("undo")
    assert ids(grid) == ["g", "w1", "w4"]


def test_going_to_a_hidden_row_clears_the_filter(grid: Grid) -> None:
    only(grid, "Văn phòng")
    grid.go_to("w3")
    assert grid.here() == "w3"
    assert not grid.sieve.on


def test_sorting_is_one_step_and_the_cursor_stays_with_its_row(grid: Grid, hands: Hands) -> None:
    grid.setCurrentIndex(grid.cells.index(3, LEAD))
    hands.do("sort_up")
    assert ids(grid) == ["g", "w3", "w5", "w2", "w1", "w4", "x1"]
    assert grid.here() == "w3"
    assert hands.window.commands["undo"].text() == "Hoàn tác: Sắp xếp theo “Chủ trì”"
    hands.do("sort_down")
    assert ids(grid)[1:6] == ["w1", "w4", "w2", "w5", "w3"]
    grid.setCurrentIndex(grid.cells.index(3, 0))
    hands.do("sort_up")
    assert "Không sắp xếp được" in hands.said()[-1]


def test_typing_into_a_merged_cell_leaves_its_hidden_rows_alone(grid: Grid, hands: Hands) -> None:
    grid.choose(1, 4, 3, 3)
    hands.do("merge_cells")
    only(grid, "Văn phòng", "Ban Ảnh")
    assert ids(grid) == ["g", "w1", "w3", "w4"]
    before = hands.page.plan
    hands.type_into_cell(2, Role.COORDINATE, "Các xã")
    assert [str(grid.cells.plan.tasks[f"t{n}"].coordinate) for n in (1, 2, 3, 4, 5)] == [
        "Các phòng",
        "Các phòng",
        "Các xã",
        "Các xã",
        "Các phòng",
    ]
    hands.do("clear_filter")
    assert [grid.rowSpan(place, 3) for place in (1, 3)] == [2, 2]
    hands.do("undo")
    assert hands.page.plan == before
    assert grid.rowSpan(1, 3) == 4


def test_a_merged_cell_that_is_half_hidden_is_neither_merged_further_nor_divided(grid: Grid, hands: Hands) -> None:
    grid.choose(1, 2, 3, 3)
    hands.do("merge_cells")
    only(grid, "Phòng Đất đai", "Ban Ảnh")
    before = hands.page.plan
    for command, bottom in (("unmerge_cells", 1), ("merge_cells", 2)):
        grid.choose(1, bottom, 3, 3)
        hands.do(command)
        assert "Đang lọc" in hands.said()[-1]
    assert hands.page.plan is before
    for command in ("today", "fill_down"):
        grid.choose(1, 2, 3, 3)
        hands.do(command)
        assert str(grid.cells.plan.tasks["t1"].coordinate) == "Các phòng"
