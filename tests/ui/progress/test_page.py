"""The page of progress: shown by work and unit, filtered, edited in place, told where it came from, undone."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import WAIT, Hands
from tests.ui.papers import little_plan
from tests.ui.streams import TELEX, letters, unikey
from tthc_desktop.models.changes import Change
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.editing.life import deletion
from tthc_desktop.models.editing.progress import Place, by_place
from tthc_desktop.models.progress.lines import progress_lines
from tthc_desktop.models.progress.reporting import Reporting
from tthc_desktop.models.progress.values import TITLES, Field, Origin, Progress, Said
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit
from tthc_desktop.ui.local_time import moment
from tthc_desktop.ui.progress.page import ProgressPage
from tthc_desktop.ui.progress.table import COLUMNS, FIRST_FIELD, ProgressTable

ROOM, OFFICE, FINANCE = Unit("u1", "Phòng Cải cách"), Unit("u2", "Văn phòng"), Unit("u3", "Phòng Tài chính")
NOON = datetime(2030, 6, 1, 5, 5, tzinfo=UTC)
SAID = Progress(
    "x1",
    "p1",
    "t1",
    "u1",
    {
        Field.STATUS: Said("Đang thực hiện", Origin("Phòng Cải cách.xlsx", "Phần việc", "K12", NOON)),
        Field.PERCENT: Said("60.5"),
        Field.RESULT: Said("Đã họp\nĐã gửi công văn"),
    },
)


@pytest.fixture
def page(hands: Hands) -> ProgressPage:
    """Return the page of the little plan with three units, one of which has reported."""
    new = (ROOM, OFFICE, FINANCE, SAID)
    hands.window.desk.apply(Change("Thêm", tuple((None, value) for value in new)))
    hands.add(little_plan())
    hands.do("progress")
    page = hands.window.page()
    assert isinstance(page, ProgressPage)
    hands.bot.waitUntil(page.view.isVisible, timeout=WAIT)
    return page


def said(hands: Hands, work: str, unit: str) -> Progress | None:
    assert hands.window.desk.office is not None
    of_all = by_place(hands.window.desk.office.progress.values())
    page = hands.window.page()
    period = page.table.reporting.period if isinstance(page, ProgressPage) else ""
    return of_all.get(Place("p1", work, unit)) or of_all.get(Place("p1", work, unit, period))


def column(field: Field) -> int:
    return next(at for at, each in enumerate(COLUMNS) if each.field is field)


def cell(page: ProgressPage, work: str, unit: str, field: Field) -> str:
    return str(page.table.index(page.table.row_of(work, unit), column(field)).data())


def type_into(page: ProgressPage, work: str, unit: str, field: Field, words: str, *, enter: bool = True) -> None:
    page.view.go_to(work, unit, column(field))
    page.view.setFocus()
    letters(page.view, words[0])
    assert page.view.cells.editor is not None
    unikey(page.view.cells.editor, words[1:])
    if enter:
        QTest.keyClick(page.view.cells.editor, Qt.Key.Key_Return)


def test_lines_stand_by_work_and_unit_below_their_headings(page: ProgressPage, hands: Hands) -> None:
    shown = [(line.work_id, line.unit_id) for line in page.table.lines if line.work_id]
    assert ("t1", "u1") in shown
    assert ("t1", "u3") in shown
    assert ("g1", "") in shown
    assert shown.index(("body", "u2")) < shown.index(("t1", "u1")) < shown.index(("t1", "u3"))
    assert "NHÓM CHUNG" in {line.content for line in page.table.lines if not line.work_id}
    assert cell(page, "t1", "u1", Field.PERCENT) == "60,5%"
    assert cell(page, "t1", "u1", Field.RESULT) == "Đã họp Đã gửi công văn"
    hands.do("progress")
    assert hands.window.page() is page


def test_a_value_is_typed_in_one_change_and_undone(page: ProgressPage, hands: Hands) -> None:
    type_into(page, "t2", "u1", Field.PERCENT, "70,5 %")
    made = said(hands, "t2", "u1")
    assert made is not None
    assert made.said == {Field.PERCENT: Said("70.5")}
    assert cell(page, "t2", "u1", Field.PERCENT) == "70,5%"
    assert page.view.here() == ("t2", "u2", column(Field.PERCENT), "")
    hands.do("undo")
    assert said(hands, "t2", "u1") is None
    assert cell(page, "t2", "u1", Field.PERCENT) == ""
    assert page.view.here() == ("t2", "u1", column(Field.PERCENT), "")
    hands.do("redo")
    assert cell(page, "t2", "u1", Field.PERCENT) == "70,5%"


def test_the_status_is_chosen_from_a_list(page: ProgressPage, hands: Hands) -> None:
    hands.bot.waitUntil(page.view.hasFocus, timeout=WAIT)
    page.view.go_to("t2", "u1", column(Field.STATUS))
    page.view.open_cell()
    suggester, editor = page.view.cells.suggester, page.view.cells.editor
    assert suggester is not None
    assert editor is not None
    hands.bot.waitUntil(lambda: suggester.open, timeout=WAIT)
    assert len(suggester.list.offers) == 8
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    made = said(hands, "t2", "u1")
    assert made is not None
    assert made.words(Field.STATUS) == "Chưa thực hiện"


def test_a_status_that_stands_there_hides_no_other(page: ProgressPage, hands: Hands) -> None:
    page.view.go_to("t1", "u1", column(Field.STATUS))
    page.view.open_cell()
    suggester = page.view.cells.suggester
    assert suggester is not None
    hands.bot.waitUntil(lambda: suggester.open, timeout=WAIT)
    assert len(suggester.list.offers) == 7


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        (Field.STATUS, "xong", "Hoàn thành"),
        (Field.PERCENT, "100", "100"),
        (Field.DAY, "5/8/2030", "2030-08-05"),
        (Field.NUMBER, "1.10", "1.10"),
        (Field.TROUBLE, "=thiếu máy", "=thiếu máy"),
    ],
)
def test_words_are_kept_in_the_form_of_their_field(
    page: ProgressPage, hands: Hands, field: Field, typed: str, kept: str
) -> None:
    type_into(page, "t3", "u1", field, typed)
    made = said(hands, "t3", "u1")
    assert made is not None
    assert made.said == {field: Said(kept)}


@pytest.mark.parametrize(
    ("field", "typed"), [(Field.STATUS, "sắp rồi"), (Field.PERCENT, "250"), (Field.DAY, "31/02/2030")]
)
def test_words_that_are_no_value_are_told_and_stay_to_be_mended(
    page: ProgressPage, hands: Hands, field: Field, typed: str
) -> None:
    type_into(page, "t3", "u1", field, typed)
    assert said(hands, "t3", "u1") is None
    assert any(words.startswith(f"{TITLES[field]}: “{typed}”") for words in hands.said())
    editor = page.view.cells.editor
    assert editor is not None
    assert editor.toPlainText() == typed
    hands.window.close_page(page)
    assert page in hands.window.all_pages()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    hands.window.close_page(page)
    assert page not in hands.window.all_pages()


@pytest.mark.parametrize("word", sorted(TELEX))
def test_unikey_loses_no_letter(page: ProgressPage, hands: Hands, word: str) -> None:
    page.view.go_to("t3", "u1", column(Field.RESULT))
    page.view.open_cell()
    editor = page.view.cells.editor
    assert editor is not None
    unikey(editor, word)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    made = said(hands, "t3", "u1")
    assert made is not None
    assert made.words(Field.RESULT) == word
    assert page.view.here() == ("t3", "u1", column(Field.NUMBER), "")


def test_what_says_nothing_new_keeps_its_origin(page: ProgressPage, hands: Hands) -> None:
    type_into(page, "t1", "u1", Field.STATUS, "Đang thực hiện")
    assert said(hands, "t1", "u1") == SAID
    type_into(page, "t1", "u1", Field.STATUS, "Hoàn thành")
    made = said(hands, "t1", "u1")
    assert made is not None
    assert made.said[Field.STATUS] == Said("Hoàn thành")


def test_the_line_below_tells_where_a_value_came_from(page: ProgressPage) -> None:
    page.view.go_to("t1", "u1", column(Field.STATUS))
    cell_ = "Phòng Cải cách.xlsx, trang tính Phần việc, ô K12"
    assert page.origin.text() == f"Tình trạng: {cell_}, nhận {moment(NOON)}", "the file says whose it is"
    page.view.go_to("t1", "u1", column(Field.PERCENT))
    assert page.origin.text() == "Phòng Cải cách – % hoàn thành: gõ tại đây"
    page.view.go_to("t1", "u3", column(Field.PERCENT))
    assert page.origin.text().endswith("chưa có báo cáo")
    page.view.go_to("t1", "u1", 1)
    assert page.origin.text() == ""


def test_the_filter_ignores_accents_and_keeps_headings(page: ProgressPage) -> None:
    letters(page.search, "tai chinh")
    assert {line.unit for line in page.table.lines if line.work_id} == {"Phòng Tài chính"}
    assert "NHÓM CHUNG" in {line.content for line in page.table.lines if not line.work_id}
    page.search.setText("dang thuc hien")
    assert [line.work_id for line in page.table.lines if line.work_id] == ["t1"]
    page.search.setText("không có gì như vậy")
    assert page.table.lines == ()
    page.search.clear()
    assert page.table.row_of("t3", "u1") > 0


def test_cells_are_copied_for_excel_and_emptied_in_one_change(page: ProgressPage, hands: Hands) -> None:
    row = page.table.row_of("t1", "u1")
    model = page.view.selectionModel()
    page.view.go_to("t1", "u1", column(Field.STATUS))
    for field in (Field.PERCENT, Field.RESULT):
        model.select(page.table.index(row, column(field)), model.SelectionFlag.Select)
    page.view.setFocus()
    hands.do("copy")
    assert QGuiApplication.clipboard().text() == 'Đang thực hiện\t60,5%\t"Đã họp\nĐã gửi công văn"'
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert said(hands, "t1", "u1") is None
    hands.do("undo")
    assert said(hands, "t1", "u1") == SAID


def test_another_plan_can_be_chosen_and_a_deleted_one_gives_way(page: ProgressPage, hands: Hands) -> None:
    other = replace(copy_plan(little_plan(1)), title=plain("Kế hoạch khác"))
    hands.window.desk.apply(Change("Thêm", ((None, other),)))
    assert page.plans.count() == 2
    page.plans.setCurrentIndex(page.plans.findData(other.id))
    page.plans.activated.emit(page.plans.currentIndex())
    hands.bot.waitUntil(lambda: page.table.plan_id == other.id, timeout=WAIT)
    hands.window.desk.apply(Change("Xóa", ((other, None),)))
    hands.bot.waitUntil(lambda: page.table.plan_id == "p1", timeout=WAIT)
    assert page.plans.count() == 1


def test_what_was_said_of_work_that_is_gone_is_still_shown(page: ProgressPage, hands: Hands) -> None:
    lost = Progress("x9", "p1", "đã bỏ", "u2", {Field.RESULT: Said("Đã làm")})
    hands.window.desk.apply(Change("Nhận", ((None, lost),)))
    hands.bot.waitUntil(lambda: page.table.has("đã bỏ", "u2"), timeout=WAIT)
    assert page.table.lines[-2].content == "Nhiệm vụ không còn trong kế hoạch"
    assert cell(page, "đã bỏ", "u2", Field.RESULT) == "Đã làm"


def test_work_of_nobody_is_not_typed_into(page: ProgressPage) -> None:
    index = page.table.index(page.table.row_of("g1", ""), FIRST_FIELD)
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert index.siblingAtColumn(2).data() == "chưa rõ đơn vị"


def test_the_page_speaks_vietnamese_and_names_its_controls(page: ProgressPage) -> None:
    assert leftovers(page) == set()
    nameless = [each for each in page.findChildren(QWidget) if is_control(each) and not name_aloud(each)]
    assert nameless == []


def test_the_table_keeps_qt_s_rules(dressed: None) -> None:
    del dressed
    table = ProgressTable()
    _ = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Warning)
    table.show_lines("p1", progress_lines(little_plan(), (ROOM, FINANCE), (SAID,)), by_place([SAID]), Reporting())
    table.want("tai chinh")
    table.show_said({})
    table.want("")
    table.show_lines("p1", (), {}, Reporting())


def test_thousands_of_lines_are_shown_and_sifted(page: ProgressPage, hands: Hands) -> None:
    many = copy_plan(little_plan(2500))
    hands.window.desk.apply(Change("Thêm", ((None, many),)))
    page.show_plan(many.id)
    hands.bot.waitUntil(lambda: page.table.plan_id == many.id, timeout=WAIT)
    assert page.table.count()[1] > 5000
    page.search.setText("tai chinh")
    page.search.clear()
    page.view.go_to([*many.tasks][2400], "u1")
    page.view.grab()
    assert page.table.count()[0] == page.table.count()[1]


def test_going_left_and_taking_back_choose_one_cell_only(page: ProgressPage, hands: Hands) -> None:
    page.view.setFocus()
    page.view.go_to("t1", "u1", column(Field.PERCENT))
    QTest.keyClick(page.view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert [each.column() for each in page.view.selectedIndexes()] == [column(Field.STATUS)]
    type_into(page, "t1", "u1", Field.STATUS, "Quá hạn")
    QTest.keyClick(page.view, Qt.Key.Key_F24, Qt.KeyboardModifier.ControlModifier)
    hands.do("undo")
    assert page.view.selectedIndexes() == [page.view.currentIndex()]


def test_words_that_cannot_be_written_outlive_their_plan_without_harm(page: ProgressPage, hands: Hands) -> None:
    office = hands.window.desk.office
    assert office is not None
    row = next(place for place, line in enumerate(page.table.lines) if line.unit_id)
    column = next(n for n, each in enumerate(COLUMNS) if each.field is Field.PERCENT)
    page.view.setCurrentIndex(page.table.index(row, column))
    page.view.setFocus()
    letters(page.view, "x")
    kept = dict(office.progress)
    hands.window.desk.apply(Change("Xóa", deletion(office.holdings, "p1")))
    page.show_period("")
    assert "p1" not in office.plans
    assert not page.about
    assert any("vừa bị xóa" in said for said in hands.said())
    hands.do("undo")
    hands.bot.waitUntil(lambda: page.about == "p1", timeout=WAIT)
    assert dict(office.progress) == kept
    hands.window.drop_page(page)
