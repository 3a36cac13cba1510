"""The month: Monday first, days off shaded and named, reached by keys, a day listed by a click."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.ui.hands import Hands
from tests.ui.overview.offices import CLOCK, MORNING, furnish, listed, overview, settle
from tthc_desktop.models.agenda.sifting import Day
from tthc_desktop.models.changes import Change
from tthc_desktop.models.days_off import DaysOff, ExchangedDay
from tthc_desktop.ui.overview.month_model import MonthModel, counted
from tthc_desktop.ui.overview.month_view import MonthView, months_on
from tthc_desktop.ui.overview.page import OverviewPage

TODAY = MORNING.date()


@pytest.fixture
def page(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> OverviewPage:
    """Return the overview with the keyboard in its month."""
    monkeypatch.setattr(CLOCK, lambda: MORNING)
    furnish(hands)
    shown = overview(hands)
    shown.side.calendar.view.setFocus()
    return shown


def key(view: MonthView, *keys: Qt.Key) -> date:
    for each in keys:
        QTest.keyClick(view, each)
    return view.here()


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_six_weeks_from_monday_hold_the_whole_month(day: date) -> None:
    model = MonthModel(day)
    assert model.first.weekday() == 0
    index = model.index_of(day)
    assert index.isValid()
    assert model.day(index) == day
    last = months_on(day.replace(day=1), 1)
    assert model.index_of(date.fromordinal(last.toordinal() - 1)).isValid()


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2030, 1, 31), 1, date(2030, 2, 28)),
        (date(2028, 3, 31), -1, date(2028, 2, 29)),
        (date(2030, 12, 15), 1, date(2031, 1, 15)),
        (date(2030, 1, 15), -1, date(2029, 12, 15)),
    ],
)
def test_the_same_day_of_another_month(day: date, months: int, expected: date) -> None:
    assert months_on(day, months) == expected


def test_a_day_tells_what_it_is_and_what_comes_up() -> None:
    model = MonthModel(TODAY)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    off = DaysOff({date(2030, 9, 2): "Quốc khánh"}, {TODAY: ExchangedDay("e", TODAY, note="Nghỉ bù")})
    model.show_days({TODAY: Day(5, 2, 1)}, off, TODAY)
    assert model.about(TODAY) == "Thứ Hai, 17/06/2030 (hôm nay)\nNgày nghỉ: Nghỉ bù\n5 phần việc: 2 quá hạn, 1 đã xong"
    assert model.about(date(2030, 9, 2)).splitlines()[1] == "Ngày nghỉ: Quốc khánh"
    assert model.about(date(2030, 6, 16)) == "Chủ nhật, 16/06/2030\nKhông có việc"
    assert counted(Day(3)) == "3 phần việc"


def test_arrows_walk_over_days_and_months(page: OverviewPage) -> None:
    view = page.side.calendar.view
    view.go_to(TODAY)
    assert key(view, Qt.Key.Key_Left) == date(2030, 6, 16)
    assert key(view, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up) == date(2030, 5, 26)
    assert page.side.calendar.heading.text() == "Tháng 5/2030"
    assert key(view, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown) == date(2030, 7, 26)
    assert key(view, Qt.Key.Key_Home) == TODAY
    assert page.side.calendar.note.text().startswith("Thứ Hai, 17/06/2030 (hôm nay)")


def test_a_day_lists_its_work_and_once_more_all_of_it(page: OverviewPage, hands: Hands) -> None:
    view = page.side.calendar.view
    whole = listed(page)
    view.go_to(date(2030, 6, 20))
    key(view, Qt.Key.Key_Return)
    settle(hands, page)
    assert listed(page) == [("t3", "u1")]
    assert page.filters.stretch.currentText() == "Ngày 20/06/2030"
    assert view.picked_day == date(2030, 6, 20)
    assert view.month.days[date(2030, 6, 17)].lines == 1, "the other days can still be seen"
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=view.visualRect(view.month.index_of(date(2030, 6, 17))).center(),
    )
    settle(hands, page)
    assert listed(page) == [("t2", "u1")]
    key(view, Qt.Key.Key_Space)
    settle(hands, page)
    assert listed(page) == whole


def test_days_off_of_the_country_and_of_the_office_are_known(page: OverviewPage, hands: Hands) -> None:
    month = page.side.calendar.month
    assert month.off.why_off(date(2030, 4, 30))
    own = ExchangedDay("e", date(2030, 6, 18), note="Nghỉ bù")
    hands.window.desk.apply(Change("Thêm ngày nghỉ", ((None, own),)))
    settle(hands, page)
    assert "Ngày nghỉ: Nghỉ bù" in month.about(date(2030, 6, 18))


def test_the_month_is_drawn_in_both_looks(page: OverviewPage) -> None:
    view = page.side.calendar.view
    plain = view.grab().toImage()
    view.picked_day = TODAY
    assert view.grab().toImage() != plain
