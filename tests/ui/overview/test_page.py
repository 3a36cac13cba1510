"""The overview: figures that filter, the list, the month, units and plans, and what a line leads to."""

import errno
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import WAIT, Hands
from tests.ui.overview.offices import CLOCK, DONE, MORNING, UNITS, furnish, listed, overview, settle
from tests.ui.papers import little_plan
from tests.ui.streams import letters
from tthc_desktop.models.agenda.filter import Filter
from tthc_desktop.models.changes import Change
from tthc_desktop.models.progress.values import Status
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.opening import open_office
from tthc_desktop.ui.overview.page import OverviewPage
from tthc_desktop.ui.overview.table import STATUS, TIME, UNIT, WORK
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.progress.page import ProgressPage
from tthc_desktop.ui.reports.page import ReportsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the display that shows nothing
T1, T2, T3, BODY = ("t1", "u1"), ("t2", "u1"), ("t3", "u1"), ("body", "u2")


@pytest.fixture
def page(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> OverviewPage:
    """Return the overview of an office on a morning, opened by its command."""
    monkeypatch.setattr(CLOCK, lambda: MORNING)
    furnish(hands)
    return overview(hands)


def press(page: OverviewPage, hands: Hands, figure: str) -> None:
    QTest.mouseClick(page.figures.by_field[figure], Qt.MouseButton.LeftButton)
    settle(hands, page)


def cell(page: OverviewPage, row: int, column: int) -> str:
    return str(page.table.index(row, column).data())


def test_the_figures_count_and_a_click_shows_just_that(page: OverviewPage, hands: Hands) -> None:
    QAbstractItemModelTester(page.table, QAbstractItemModelTester.FailureReportingMode.Warning)
    counts = {name: figure.value for name, figure in page.figures.by_field.items()}
    assert counts == {"overdue": 1, "today": 1, "in_one": 1, "in_three": 2, "in_seven": 3, "unreviewed": 2}
    press(page, hands, "overdue")
    assert listed(page) == [T1]
    assert cell(page, 0, TIME) == "Quá hạn 2 ngày"
    assert cell(page, 0, STATUS) == "Quá hạn"
    press(page, hands, "in_three")
    assert listed(page) == [T2, T3]
    assert [cell(page, row, TIME) for row in (0, 1)] == ["Đến hạn hôm nay", "Còn 3 ngày"]
    assert page.figures.by_field["in_three"].isChecked()
    assert not page.figures.by_field["overdue"].isChecked()
    press(page, hands, "in_three")
    assert page.filter == Filter(open=True)
    press(page, hands, "unreviewed")
    assert {one.line.work_id for one in page.table.found} == {"body", "g1"}
    assert cell(page, 0, TIME) == "Chưa rà soát quý I/2030"


def test_the_list_begins_with_what_is_left_to_do_the_latest_first(page: OverviewPage) -> None:
    assert listed(page)[2:5] == [T1, T2, T3]
    assert page.table.found[0].unreviewed
    assert all(one.status is not Status.DONE for one in page.table.found)
    assert page.foot.count.text() == "12 phần việc của 5 nhiệm vụ, 1 chỉ tiêu"


def test_words_ignore_accents_and_are_taken_after_a_pause(page: OverviewPage, hands: Hands) -> None:
    letters(page.filters.words, "thu tuc so 2")
    hands.bot.waitUntil(lambda: page.filter.words == "thu tuc so 2", timeout=WAIT)
    settle(hands, page)
    assert listed(page) == [T2]
    page.filters.words.clear()
    settle(hands, page)
    assert len(listed(page)) > 3


def test_units_and_plans_filter_by_their_rows_and_come_back(page: OverviewPage, hands: Hands) -> None:
    page.side.setCurrentIndex(1)
    QAbstractItemModelTester(page.side.units.table, QAbstractItemModelTester.FailureReportingMode.Warning)
    rows = {row.id: row for row in page.side.units.table.rows}
    assert rows["u1"].figures == (1, 2, 3, 0)
    assert page.side.units.table.rows[0].id == "u1", "the unit with overdue work stands first"
    place = next(at for at, row in enumerate(page.side.units.table.rows) if row.id == "u3")
    page.side.units.clicked.emit(page.side.units.table.index(place, 0))
    settle(hands, page)
    assert {one.line.plan_id for one in page.table.found} == {"p2"}
    assert page.filters.unit.currentText() == "Phòng Tài chính"
    assert "u1" in {row.id for row in page.side.units.table.rows}, "the others can still be chosen"
    QTest.keyClick(page.side.units, Qt.Key.Key_Return)
    settle(hands, page)
    assert page.filter.unit_ids == ()
    page.side.plans.clicked.emit(page.side.plans.table.index(0, 0))
    settle(hands, page)
    assert {one.line.plan_id for one in page.table.found} == {page.side.plans.table.rows[0].id}


def test_work_of_a_unit_that_was_deleted_is_still_told(page: OverviewPage, hands: Hands) -> None:
    hands.window.desk.apply(Change("Ghi tiến độ", ((None, replace(DONE, unit_id="u3")),)))
    hands.window.desk.apply(Change("Xóa đơn vị", ((UNITS[2], None),)))
    page.ask(Filter())
    settle(hands, page)
    names = {row.id: row.name for row in page.side.units.table.rows}
    assert names["u3"] == "Đơn vị đã xóa"
    assert names[""] == "Chưa rõ đơn vị"


def test_helpers_are_shown_when_asked_for(page: OverviewPage, hands: Hands) -> None:
    assert ("t1", "u2") not in listed(page)
    QTest.mouseClick(page.foot.helping, Qt.MouseButton.LeftButton)
    settle(hands, page)
    row = listed(page).index(("t1", "u2"))
    assert cell(page, row, UNIT) == "Văn phòng"
    assert page.table.below(page.table.found[row], UNIT) == "Phối hợp"


def test_the_choices_above_filter_and_can_all_be_dropped(page: OverviewPage, hands: Hands) -> None:
    def choose(choice: str, words: str) -> None:
        box = getattr(page.filters, choice)
        box.setCurrentIndex(box.findText(words))
        box.activated.emit(box.currentIndex())
        settle(hands, page)

    choose("plan", "Đơn giản hóa thủ tục năm 2030")
    assert page.filter.plan_ids == ("p2",)
    choose("plan", "Mọi kế hoạch")
    choose("state", "Quá hạn")
    assert listed(page) == [T1]
    choose("state", "Mọi tình trạng")
    choose("stretch", "Tuần này")
    assert (page.filter.due_from, page.filter.due_to) == (date(2030, 6, 17), date(2030, 6, 23))
    assert listed(page) == [T2, T3]
    choose("year", "Năm 2030")
    assert page.filter.year == 2030
    QTest.mouseClick(page.filters.clear, Qt.MouseButton.LeftButton)
    settle(hands, page)
    assert page.filter == Filter(open=True)
    assert page.filters.state.currentText() == "Còn phải làm"


def test_a_line_leads_to_its_work_in_the_plan_and_back(page: OverviewPage, hands: Hands) -> None:
    page.view.selectRow(listed(page).index(T3))
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    front = hands.window.page()
    assert isinstance(front, PlanPage)
    grid = front.grid()
    assert grid is not None
    assert grid.here() == "w3"
    hands.do("overview")
    assert hands.window.page() is page
    page.view.selectRow(listed(page).index(BODY))
    QTest.mouseClick(page.foot.open, Qt.MouseButton.LeftButton)
    front = hands.window.page()
    assert isinstance(front, PlanPage)
    assert front.grid() is None


def test_a_line_leads_to_its_progress(page: OverviewPage, hands: Hands) -> None:
    page.view.selectRow(listed(page).index(T2))
    QTest.mouseClick(page.foot.follow, Qt.MouseButton.LeftButton)
    front = hands.window.page()
    assert isinstance(front, ProgressPage)
    hands.bot.waitUntil(lambda: (front.view.here() or ())[:2] == T2, timeout=WAIT)
    hands.do("overview")
    review = next(one for one in page.table.found if one.unreviewed and one.line.work_id == "body")
    page.view.selectRow(listed(page).index(BODY))
    assert page.view.here() == review
    QTest.mouseClick(page.foot.follow, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(lambda: front.period.currentData() == "2030-Q1", timeout=WAIT)
    hands.bot.waitUntil(lambda: (front.view.here() or ())[:2] == BODY, timeout=WAIT)


def test_the_page_renews_itself_after_a_change_and_its_undoing(page: OverviewPage, hands: Hands) -> None:
    assert hands.window.desk.office is not None
    done = replace(DONE, unit_id="u1")
    hands.window.desk.apply(Change("Ghi tiến độ", ((None, done),)))
    settle(hands, page)
    assert T1 not in listed(page)
    assert page.figures.by_field["overdue"].value == 0
    hands.do("undo")
    settle(hands, page)
    assert T1 in listed(page)
    plan = hands.window.desk.office.plans["p1"]
    hands.window.desk.apply(Change("Xóa", ((plan, None),)))
    settle(hands, page)
    assert {one.line.plan_id for one in page.table.found} == {"p2"}


def test_the_cursor_stays_on_its_line_when_others_go(page: OverviewPage, hands: Hands) -> None:
    page.view.selectRow(listed(page).index(T3))
    hands.window.desk.apply(Change("Ghi tiến độ", ((None, replace(DONE, unit_id="u1")),)))
    settle(hands, page)
    here = page.view.here()
    assert here is not None
    assert (here.line.work_id, here.line.unit_id) == T3
    page.ask(Filter(overdue=True, unreviewed=False))
    page.ask(Filter(open=True, unit_ids=("u3",)))
    settle(hands, page)
    assert page.view.currentIndex().row() == 0


def test_the_list_does_not_move_when_the_hour_strikes(page: OverviewPage, hands: Hands) -> None:
    hands.window.resize(1366, 480)
    bar = page.view.verticalScrollBar()
    hands.bot.waitUntil(lambda: bar.maximum() > 20, timeout=WAIT)
    page.view.selectRow(listed(page).index(T3))
    bar.setValue(bar.maximum())
    seen = bar.value()
    reminding = hands.window.desk.reminding
    assert reminding is not None
    reminding.days.look()
    settle(hands, page)
    assert bar.value() == seen
    here = page.view.here()
    assert here is not None
    assert here.line.work_id == "t3"


def test_lines_are_copied_for_excel_and_chosen_ones_urged(page: OverviewPage, hands: Hands) -> None:
    urged: list[object] = []
    page.urged.connect(urged.append)
    page.view.selectRow(listed(page).index(T1))
    page.view.copy()
    assert QGuiApplication.clipboard().text().split("\t")[:2] == ["15/06/2030", "Quá hạn 2 ngày"]
    chosen = page.view.chosen()
    QTest.mouseClick(page.foot.urge, Qt.MouseButton.LeftButton)
    assert urged == [chosen]
    assert isinstance(hands.window.page(), ReportsPage), "where a letter to the unit is drawn up"
    hands.do("overview")
    assert "Đôn đốc các đơn vị của việc đang chọn…" in {act.text() for act in page.view.menu().actions()}


def test_nothing_that_fits_and_nothing_at_all_are_told_apart(
    page: OverviewPage, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.ask(Filter(words="không có gì như vậy"))
    settle(hands, page)
    assert page.said_none() == "Không có việc nào hợp với bộ lọc."
    monkeypatch.undo()
    office = hands.window.desk.office
    assert office is not None
    hands.window.desk.apply(Change("Xóa hết", tuple((each, None) for each in office.plans.values())))
    settle(hands, page)
    assert page.said_none().startswith("Chưa có việc nào.")


def test_the_page_speaks_vietnamese_and_names_its_controls(page: OverviewPage) -> None:
    assert leftovers(page) == set()
    for tab in range(page.side.count()):
        page.side.setCurrentIndex(tab)
        nameless = [each for each in page.findChildren(QWidget) if is_control(each) and not name_aloud(each)]
        assert nameless == []


def test_the_tips_tell_what_is_cut_off(page: OverviewPage) -> None:
    row = listed(page).index(T1)
    tip = page.table.index(row, TIME).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("Thời hạn ghi trong kế hoạch: Trước ngày 15/6/2030")
    assert "rơi vào ngày nghỉ (thứ Bảy)" in tip
    assert str(little_plan().title) in page.table.index(row, WORK).data(Qt.ItemDataRole.ToolTipRole)


def test_a_narrow_window_shows_the_list_alone_unless_more_is_wanted(page: OverviewPage, hands: Hands) -> None:
    assert page.side.isVisible()
    hands.window.resize(900, 600)
    hands.bot.waitUntil(page.side.isHidden, timeout=WAIT)
    QTest.mouseClick(page.head.beside, Qt.MouseButton.LeftButton)
    assert page.side.isVisible()
    hands.window.resize(1366, 740)
    hands.bot.waitUntil(lambda: page.width() > 1200, timeout=WAIT)
    QTest.mouseClick(page.head.beside, Qt.MouseButton.LeftButton)
    assert page.side.isHidden()
    hands.window.close_page(page)
    assert overview(hands).side.isHidden(), "as it was left"


def test_an_empty_overview_offers_to_begin(hands: Hands) -> None:
    page = overview(hands)
    asked: list[str] = []
    page.wanted.connect(asked.append)
    page.nothing.begin.click()
    assert asked == ["import"]
    for dialog in hands.window.findChildren(QFileDialog):
        dialog.close()


def test_an_office_opens_where_the_agenda_cannot_be_kept_and_it_is_tried_again(
    hands: Hands, office_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.window.close()

    def full(prefix: str) -> str:
        raise OSError(errno.ENOSPC, prefix)

    with monkeypatch.context() as patch:
        patch.setattr("tempfile.mkdtemp", full)
        window = MainWindow(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
        window.show()
        open_office(window, office_path)
        again = Hands(window, hands.bot)
        assert window.desk.office is not None
        assert again.said()[0].startswith("Không lập được danh sách việc đến hạn")
        window.messages.clear()
        again.do("overview")
        assert window.page() is window.start
        assert len(again.said()) == 1
    overview(again)
    window.close()
    window.deleteLater()
    hands.bot.wait(1)
