"""The wizard through the window: read, told, mended, held against, written, taken back, again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import WAIT, Hands
from tests.ui.importing_tables.books import HEAD, ROWS, go_to, opened, rest, workbook
from tests.ui.papers import little_plan
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Role, RowKind
from tthc_desktop.ui.exporting import write_plan
from tthc_desktop.ui.importing.reading import read_paper
from tthc_desktop.ui.importing_tables.course import with_words
from tthc_desktop.ui.importing_tables.dropping import take_drop
from tthc_desktop.ui.importing_tables.opening import read_tables_of
from tthc_desktop.ui.importing_tables.page import COLUMNS, COMPARE, FILE, WRITE, TablesPage
from tthc_desktop.ui.importing_tables.page import ROWS as ROWS_STEP
from tthc_desktop.ui.messages import Kind


def plans(hands: Hands) -> list[Plan]:
    """Return what the office has."""
    assert hands.window.desk.office is not None
    return list(hands.window.desk.office.plans.values())


def table_rows(plan: Plan) -> int:
    """Return how many rows the plan's tables have."""
    return sum(len(table.rows) for table, _ in tables(plan))


@pytest.fixture
def page(hands: Hands, tmp_path: Path) -> TablesPage:
    """Return the wizard for a workbook with one bad date."""
    return opened(hands, workbook(tmp_path / "bang.xlsx"))


def test_the_file_says_what_stands_on_each_sheet(page: TablesPage) -> None:
    lines = [line.words for line in page.file.tables.model_of_lines.lines]
    assert lines[0].startswith("Trang “Nhiệm vụ”: bảng nhiệm vụ, 6 hàng")
    assert lines[1] == "Trang “Ghi chép”: không phải bảng nhiệm vụ"
    assert not leftovers(page)


def test_nothing_is_written_before_the_last_button_then_all_at_once(hands: Hands, page: TablesPage) -> None:
    go_to(hands, page, WRITE)
    assert not plans(hands)
    assert not leftovers(page)
    good = sum(row.good for row in page.worked.incoming.tables[0].rows)
    assert page.next.text() == f"Ghi {good} hàng vào kế hoạch mới"
    page.next.click()
    assert [table_rows(plan) for plan in plans(hands)] == [good]
    assert any(said.startswith(f"Đã ghi {good} hàng") for said in hands.said())
    hands.do("undo")
    assert not plans(hands)


def test_a_bad_row_is_mended_afterwards_as_a_second_change(hands: Hands, page: TablesPage) -> None:
    go_to(hands, page, WRITE)
    left = page.write.left.model_of_lines.lines
    assert len(left) == 1
    page.next.click()
    rest(hands, page)
    assert page.next.text() == "0 thay đổi"
    page.write.left.activated.emit(page.write.left.model_of_lines.index(0))
    assert page.step == ROWS_STEP
    view = page.rows.view
    view.rows.setData(view.currentIndex(), "28/02/2031")
    rest(hands, page)
    go_to(hands, page, WRITE)
    assert page.next.text().startswith("Ghi 1 hàng vào Phụ lục")
    page.next.click()
    assert [table_rows(plan) for plan in plans(hands)] == [len(ROWS)]
    assert [line.text for line in plans(hands)[0].unplaced] == ["Họp giao ban thứ hai"]
    hands.do("undo")
    assert [table_rows(plan) for plan in plans(hands)] == [len(ROWS) - 1]


def test_the_same_file_again_changes_nothing(hands: Hands, tmp_path: Path) -> None:
    rows = (*ROWS[:4], ROWS[5])
    path = workbook(tmp_path / "bang.xlsx", rows)
    page = opened(hands, path)
    go_to(hands, page, WRITE)
    page.next.click()
    plan = plans(hands)[0]
    again = opened_again(hands, path, plan.id, page)
    go_to(hands, again, WRITE)
    assert again.next.text() == "0 thay đổi"
    assert not again.next.isEnabled()
    assert "0 thay đổi" in again.write.told.text()


def opened_again(hands: Hands, path: Path, plan_id: str, before: TablesPage) -> TablesPage:
    """Open the wizard once more, beside or after another one."""
    read_tables_of(hands.window, path, plan_id)
    hands.bot.waitUntil(
        lambda: isinstance(hands.window.page(), TablesPage) and hands.window.page() is not before, timeout=WAIT
    )
    page = hands.window.page()
    assert isinstance(page, TablesPage)
    return page


def test_a_changed_cell_is_shown_beside_the_present_words_and_can_be_left(hands: Hands, tmp_path: Path) -> None:
    rows = (*ROWS[:4], ROWS[5])
    page = opened(hands, workbook(tmp_path / "bang.xlsx", rows))
    go_to(hands, page, WRITE)
    page.next.click()
    plan = plans(hands)[0]
    other = (rows[0], (*rows[1][:2], "Thanh tra Sở", *rows[1][3:]), *rows[2:], ("3", "Việc thêm", *ROWS[1][2:]))
    page = opened_again(hands, workbook(tmp_path / "moi.xlsx", other), plan.id, page)
    go_to(hands, page, COMPARE)
    lines = page.compare.lines.lines
    cell = next(at for at, line in enumerate(lines) if line.column_id)
    assert lines[cell].words[1:] == ("Văn phòng Sở", "Thanh tra Sở")
    page.compare.view.setCurrentIndex(page.compare.lines.index(cell - 1, 0))
    QTest.keyClick(page.compare.view, Qt.Key.Key_Space)
    rest(hands, page)
    go_to(hands, page, WRITE)
    assert page.next.text().startswith("Ghi 1 hàng vào Phụ lục")
    page.next.click()
    leads = [str(task.lead) for task in plans(hands)[0].tasks.values()]
    assert leads.count("Thanh tra Sở") == 0
    assert table_rows(plans(hands)[0]) == len(rows) + 1


def test_a_role_is_changed_and_remembered(hands: Hands, tmp_path: Path) -> None:
    head = (*HEAD[:3], "Cùng làm", *HEAD[4:])
    rows = (*ROWS[:4], ROWS[5])
    page = opened(hands, workbook(tmp_path / "bang.xlsx", rows, head))
    go_to(hands, page, COLUMNS)
    box = page.columns.roles[3]
    box.activated.emit(box.findText("Đơn vị phối hợp"))
    rest(hands, page)
    assert page.worked.proposed[0].columns[3].role is Role.COORDINATE
    go_to(hands, page, WRITE)
    QTest.keyClick(page.next, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.step == COMPARE
    go_to(hands, page, WRITE)
    page.next.click()
    office = hands.window.desk.office
    assert office is not None
    assert [known.role for known in office.known_headings.values()] == [Role.COORDINATE]


def test_the_kind_of_a_row_is_turned_and_a_table_left_out(hands: Hands, page: TablesPage) -> None:
    go_to(hands, page, ROWS_STEP)
    view = page.rows.view
    view.setCurrentIndex(view.rows.index(1, 1))
    QTest.keyClick(view, Qt.Key.Key_Space)
    rest(hands, page)
    assert page.worked.incoming.tables[0].rows[1].kind is RowKind.GROUP
    page.go(FILE)
    QTest.keyClick(page.file.tables, Qt.Key.Key_Space)
    rest(hands, page)
    assert not page.worked.incoming.tables
    assert not page.next.isEnabled()


def test_models_hold_what_qt_asks(hands: Hands, page: TablesPage) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    models = (
        *(page.columns.rows, page.rows.view.rows, page.compare.lines),
        *(one.model_of_lines for one in (page.file.tables, page.rows.doubts, page.write.left)),
    )
    testers = [QAbstractItemModelTester(model, mode, page) for model in models]
    go_to(hands, page, WRITE)
    row = page.worked.incoming.tables[0].rows[4]
    page.wish(with_words(page.wishes, row.key, row.doubts[0].column_id, "28/02/2031"))
    rest(hands, page)
    for step in range(WRITE + 1):
        page.go(step)
        rest(hands, page)
    assert page.worked.bad == 0
    assert [tester.model().rowCount() > 0 for tester in testers] == [True, True, True, True, False, False]


def test_a_damaged_workbook_is_refused_in_words(hands: Hands, tmp_path: Path) -> None:
    path = workbook(tmp_path / "hong.xlsx")
    path.write_bytes(path.read_bytes()[:900])
    read_tables_of(hands.window, path)
    bars = hands.window.messages.bars
    hands.bot.waitUntil(lambda: any(bar.kind is Kind.ERROR for bar in bars()), timeout=WAIT)
    assert not isinstance(hands.window.page(), TablesPage)


def test_a_csv_that_is_no_table_is_said_to_be_none(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "chi.csv"
    path.write_text("Ngày;Số tiền\n01/02/2031;120000\n05/02/2031;80000\n", encoding="utf-8-sig")
    page = opened(hands, path)
    assert page.file.tables.model_of_lines.lines[0].words.endswith("không phải bảng nhiệm vụ")
    assert not page.next.isEnabled()


def test_a_lone_workbook_that_was_never_sent_is_dropped_for_its_tables(hands: Hands, tmp_path: Path) -> None:
    take_drop(hands.window, [workbook(tmp_path / "bang.xlsx")])
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), TablesPage), timeout=WAIT)


def test_the_way_of_papers_takes_workbooks_too(hands: Hands, tmp_path: Path) -> None:
    read_paper(hands.window, workbook(tmp_path / "bang.xlsx"))
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), TablesPage), timeout=WAIT)


def test_keys_alone_lead_from_the_first_step_to_the_last(hands: Hands, page: TablesPage) -> None:
    QTest.keyClick(page.file.tables, Qt.Key.Key_Return)
    assert page.step == COLUMNS
    QTest.keyClick(page.columns.roles[0], Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.step == ROWS_STEP
    doubt = page.rows.doubts.model_of_lines.index(0)
    page.rows.doubts.setCurrentIndex(doubt)
    page.rows.doubts.activated.emit(doubt)
    QTest.keyClick(page.rows.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rest(hands, page)
    assert (page.worked.good, page.worked.bad) == (len(ROWS), 0)
    QTest.keyClick(page.rows.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    rest(hands, page)
    QTest.keyClick(page.compare.view, Qt.Key.Key_Return)
    assert page.step == WRITE
    QTest.keyClick(page.next, Qt.Key.Key_Return)
    assert [table_rows(plan) for plan in plans(hands)] == [len(ROWS)]
    assert page not in hands.window.all_pages()


def test_every_control_of_every_step_has_a_name(hands: Hands, page: TablesPage) -> None:
    for step in range(WRITE + 1):
        go_to(hands, page, step)
        controls = [one for one in page.findChildren(QWidget) if is_control(one)]
        assert len(controls) > 3
        assert [type(one).__name__ for one in controls if not name_aloud(one)] == []
        assert not leftovers(page)


def test_the_header_is_moved_and_the_rows_follow(hands: Hands, page: TablesPage) -> None:
    go_to(hands, page, COLUMNS)
    page.columns.first.setValue(4)
    rest(hands, page)
    table = page.worked.proposed[0]
    assert (table.first_row + table.start, table.first_row + table.body) == (3, 4)
    page.columns.first.setValue(3)
    rest(hands, page)
    assert [row.row for row in page.worked.incoming.tables[0].rows] == [4, 5, 6, 7, 8, 9]
    page.columns.last.setValue(2)
    rest(hands, page)
    assert (page.columns.first.value(), page.columns.last.value()) == (2, 2)


def test_a_csv_of_tasks_goes_into_the_plan_in_front(hands: Hands, tmp_path: Path) -> None:
    plan = hands.add(little_plan()).plan
    before = len(list(tables(plan)))
    path = tmp_path / "bang.csv"
    path.write_text("\n".join(";".join(line) for line in (HEAD, *ROWS[1:3])), encoding="utf-8-sig")
    page = opened(hands, path, plan.id)
    go_to(hands, page, COMPARE)
    page.compare.target.activated.emit(0)
    page.compare.target.setCurrentIndex(page.compare.target.count() - 1)
    page.compare.target.activated.emit(page.compare.target.currentIndex())
    rest(hands, page)
    go_to(hands, page, WRITE)
    assert page.next.text() == "Ghi 2 hàng vào phụ lục mới"
    page.next.click()
    assert len(list(tables(plans(hands)[0]))) == before + 1


def test_an_export_of_the_plan_says_nothing_new(hands: Hands, tmp_path: Path) -> None:
    plan = hands.add(little_plan()).plan
    path = tmp_path / "xuat.xlsx"
    write_plan(hands.window, plan, path)
    hands.bot.waitUntil(lambda: any("Đã" in said for said in hands.said()), timeout=WAIT)
    page = opened(hands, path, plan.id)
    assert page.worked.own
    go_to(hands, page, WRITE)
    assert page.next.text() == "0 thay đổi"


def test_undo_of_a_new_plan_lets_the_page_begin_anew(hands: Hands, page: TablesPage) -> None:
    go_to(hands, page, WRITE)
    text = page.next.text()
    page.next.click()
    rest(hands, page)
    hands.do("undo")
    rest(hands, page)
    assert not plans(hands)
    assert page.next.text() == text
