"""The charts beside the list, and the calendar file."""

from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QFileDialog

from tests.ui.hands import WAIT, Hands
from tests.ui.overview.offices import CLOCK, DONE, MORNING, furnish, overview, settle
from tthc_desktop.models.agenda.filter import Filter
from tthc_desktop.models.agenda.sifting import Tally
from tthc_desktop.models.changes import Change
from tthc_desktop.models.charts import Chart
from tthc_desktop.models.progress.values import Status
from tthc_desktop.ui.overview.calendar_saving import write_calendar
from tthc_desktop.ui.overview.charting import MOST, by_month, by_unit, is_empty, year_of_chart
from tthc_desktop.ui.overview.charts import Charts
from tthc_desktop.ui.overview.page import OverviewPage
from tthc_desktop.ui.overview.tallies import Counted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the display that shows nothing
SOME = Tally({Status.OVERDUE: 2, Status.DOING: 3, Status.NONE_AROSE: 1}, soon=1)


@pytest.fixture
def page(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> OverviewPage:
    """Return the overview on a morning."""
    monkeypatch.setattr(CLOCK, lambda: MORNING)
    furnish(hands)
    return overview(hands)


def drawn(charts: Charts) -> tuple[Chart, ...] | None:
    """Return what is drawn now."""
    return charts.shown.charts if charts.shown else None


def test_bars_add_up_to_all_the_work_of_a_unit() -> None:
    chart = by_unit([Counted("u", "Phòng Cải cách", SOME), Counted("v", "Văn phòng", Tally())])
    assert [series.name for series in chart.series] == ["Đã xong", "Chưa xong", "Quá hạn"]
    assert [series.values for series in chart.series] == [(1, 0), (3, 0), (2, 0)]
    assert not is_empty(chart)
    assert is_empty(by_unit([]))


def test_only_the_units_with_the_most_work_have_room() -> None:
    rows = [Counted(f"u{at}", f"Phòng {at}", Tally({Status.DOING: at})) for at in range(25)]
    chart = by_unit(rows)
    assert set(chart.categories) == {f"Phòng {at}" for at in range(25 - MOST, 25)}
    assert "10 đơn vị" in chart.title


def test_a_year_has_twelve_months_and_one_with_work_is_shown() -> None:
    months = {"2029-12": Tally({Status.DOING: 4}), "2030-02": SOME}
    chart = by_month(months, 2030)
    assert len(chart.categories) == 12
    assert chart.series[2].values == (0, 2, *[0] * 10)
    assert [year_of_chart(months, year) for year in (2028, 2029, 2030, 2035)] == [2029, 2029, 2030, 2030]
    assert year_of_chart({}, 2030) == 2030


def test_charts_are_drawn_when_they_are_seen_and_again_after_a_change(page: OverviewPage, hands: Hands) -> None:
    charts = page.side.charts
    first = drawn(charts)
    assert first is None
    page.side.setCurrentWidget(charts)
    hands.bot.waitUntil(lambda: bool(drawn(charts)), timeout=WAIT)
    first = drawn(charts)
    assert [picture.isHidden() for picture in charts.pictures] == [False, False]
    hands.window.desk.apply(Change("Ghi tiến độ", ((None, DONE),)))
    page.foot.helping.click()
    settle(hands, page)
    hands.bot.waitUntil(lambda: drawn(charts) != first, timeout=WAIT)
    page.ask(Filter(words="không có"))
    settle(hands, page)
    hands.bot.waitUntil(lambda: drawn(charts) == (), timeout=WAIT)
    assert [picture.isHidden() for picture in charts.pictures] == [True, True]


def test_what_is_due_is_saved_for_other_calendars(page: OverviewPage, hands: Hands, tmp_path: Path) -> None:
    page.ask(Filter(plan_ids=("p2",)))
    settle(hands, page)
    hands.do("calendar")
    (dialog,) = hands.window.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("Lịch công việc.ics")
    path = tmp_path / "lich.ics"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    hands.bot.waitUntil(lambda: any("Đã lưu" in words for words in hands.said()), timeout=WAIT)
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert events
    assert all(str(event.get("uid")).startswith("p2.") for event in events)
    assert hands.window.desk.office is not None
    write_calendar(hands.window, hands.window.desk.office.holdings, Filter(), tmp_path / "all.ics")
    hands.bot.waitUntil((tmp_path / "all.ics").exists, timeout=WAIT)
    every = Calendar.from_ical((tmp_path / "all.ics").read_bytes()).walk("VEVENT")
    assert len(every) > len(events)
