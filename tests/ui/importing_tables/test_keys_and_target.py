"""The wizard's third step by Enter alone, cells that were mended, and where the rows are going."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui.hands import WAIT, Hands
from tests.ui.importing_tables.books import ROWS, go_to, opened, rest, workbook
from tests.ui.papers import little_plan
from tests.ui.streams import unikey
from tthc_desktop.models.changes import Change
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.text import plain
from tthc_desktop.models.version import Stage
from tthc_desktop.ui.exporting import write_all
from tthc_desktop.ui.importing.review import ReviewPage
from tthc_desktop.ui.importing_tables.opening import read_tables_of
from tthc_desktop.ui.importing_tables.page import COMPARE, TablesPage
from tthc_desktop.ui.importing_tables.page import ROWS as ROWS_STEP
from tthc_desktop.ui.importing_tables.rows_model import SHOWN, Cell
from tthc_desktop.ui.importing_tables.rows_view import RowsView

BAD = "31/02/2031"
DOUBTFUL = (ROWS[0], ("7", *ROWS[1][1:]), (*ROWS[2][:5], BAD), *ROWS[3:])
SPOKEN, TIP = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole


@pytest.fixture
def page(hands: Hands, tmp_path: Path) -> TablesPage:
    """Return the wizard at its third step, with two bad dates."""
    made = opened(hands, workbook(tmp_path / "bang.xlsx", DOUBTFUL))
    go_to(hands, made, ROWS_STEP)
    return made


def enter(view: RowsView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Return)


def type_over(hands: Hands, page: TablesPage, words: str) -> None:
    """Open the cell with F2, type with UniKey over what stands there, and press Enter."""
    QTest.keyClick(page.rows.view, Qt.Key.Key_F2)
    (editor,) = page.rows.view.findChildren(QLineEdit)
    editor.selectAll()
    unikey(editor, words)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    hands.bot.waitUntil(lambda: not page.rows.view.findChildren(QLineEdit), timeout=WAIT)
    rest(hands, page)


def test_enter_goes_from_cell_to_cell_to_be_mended_and_then_on(page: TablesPage) -> None:
    view = page.rows.view
    assert (view.currentIndex().row(), view.currentIndex().data()) == (2, BAD), "past the number that is only doubtful"
    enter(view)
    assert (view.currentIndex().row(), view.currentIndex().data()) == (4, BAD)
    assert page.step == ROWS_STEP
    enter(view)
    assert page.step == COMPARE


def test_enter_in_a_cell_takes_the_words_and_goes_nowhere(page: TablesPage, hands: Hands) -> None:
    before = page.rows.view.currentIndex()
    type_over(hands, page, "Tháng Sáu")
    assert page.step == ROWS_STEP
    assert page.rows.view.currentIndex() == before
    assert before.data() == "Tháng Sáu"


def test_a_mended_cell_is_marked_until_it_says_what_the_file_says(page: TablesPage, hands: Hands) -> None:
    index = page.rows.view.currentIndex()
    type_over(hands, page, "28/02/2031")
    cell = index.data(SHOWN)
    assert isinstance(cell, Cell)
    assert (cell.before, cell.doubt) == (BAD, None)
    assert index.data(SPOKEN) == index.data(TIP) == f"28/02/2031 (đã sửa, trong tệp: {BAD})"
    assert index.siblingAtRow(4).data(SHOWN).before is None
    type_over(hands, page, BAD)
    assert index.data(SHOWN).before is None


def test_the_first_step_says_where_the_rows_go(hands: Hands, tmp_path: Path) -> None:
    path = workbook(tmp_path / "bang.xlsx")
    assert opened(hands, path).file.target.text().startswith("Các hàng sẽ thành một kế hoạch mới. Muốn ghi vào")
    draft = hands.add(little_plan()).plan
    words = another(hands, path, draft.id).file.target.text()
    assert words == f"Các hàng sẽ được đối chiếu với kế hoạch “{draft.title}” rồi ghi vào đó."
    kept = replace(copy_plan(draft), title=plain("Kế hoạch cũ"), stage=Stage.KEPT)
    hands.window.desk.apply(Change("Lưu bản", ((None, kept),)))
    words = another(hands, path, kept.id).file.target.text()
    assert words == "“Kế hoạch cũ” đã khóa, không ghi thêm được, nên các hàng sẽ thành một kế hoạch mới."


def test_a_file_without_tables_is_not_said_to_go_anywhere(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "ăn trưa.csv"
    path.write_text("Họ tên,Suất ăn\nAn,2\n", encoding="utf-8")
    page = opened(hands, path)
    assert not page.file.target.isVisible()
    QTest.keyClick(page.file.tables, Qt.Key.Key_Space)
    rest(hands, page)
    assert page.file.target.isVisible()


def another(hands: Hands, path: Path, plan_id: str) -> TablesPage:
    before = hands.window.page()
    read_tables_of(hands.window, path, plan_id)
    hands.bot.waitUntil(lambda: hands.window.page() is not before, timeout=WAIT)
    page = hands.window.page()
    assert isinstance(page, TablesPage)
    return page


def test_every_plan_of_an_export_of_all_gets_its_review(hands: Hands, tmp_path: Path) -> None:
    first = hands.add(little_plan()).plan
    hands.add(replace(copy_plan(first), title=plain("Kế hoạch thứ hai")))
    office = hands.window.desk.office
    assert office
    write_all(hands.window, office.holdings, tmp_path / "tất cả.xlsx")
    hands.bot.waitUntil(lambda: any("Đã lưu" in said for said in hands.said()), timeout=WAIT)
    read_tables_of(hands.window, tmp_path / "tất cả.xlsx")
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), ReviewPage), timeout=WAIT)
    reviews = [one for one in hands.window.all_pages() if isinstance(one, ReviewPage)]
    assert [str(one.draft.plan.title) for one in reviews] == [str(first.title), "Kế hoạch thứ hai"]
    assert hands.window.page() is reviews[0]
    assert reviews[0].source.hasFocus()
    assert hands.said() == ["Tệp có 2 kế hoạch, mỗi kế hoạch ở một thẻ."]
    for number, review in enumerate(reviews, 3):
        hands.window.pages.setCurrentWidget(review)
        QTest.mouseClick(review.take, Qt.MouseButton.LeftButton)
        assert len(office.plans) == number
