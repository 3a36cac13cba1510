"""The page of reports: told before, drawn up in one change, listed, brought up to date until it is issued."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import QDate

from tests.ui.hands import WAIT, Hands
from tests.ui.papers import little_plan
from tthc_desktop.models.changes import Change
from tthc_desktop.models.drawn import Form
from tthc_desktop.models.editing.progress import Place, said_here
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Field
from tthc_desktop.models.reporting.orders import EACH
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.version import Issue, Stage
from tthc_desktop.office import Office
from tthc_desktop.ui import today
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.reports.page import ReportsPage

ROOM, STAFF = Unit("u1", "Phòng Cải cách"), Unit("u2", "Văn phòng")


@pytest.fixture
def page(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> ReportsPage:
    """Return the page on a day in July, when work of June is overdue."""
    monkeypatch.setattr(today, "clock", lambda: datetime(2030, 7, 5, 9, 0).astimezone())
    hands.window.desk.apply(Change("Thêm", ((None, ROOM), (None, STAFF))))
    hands.add(little_plan())
    hands.do("reports")
    page = hands.window.page()
    assert isinstance(page, ReportsPage)
    return page


def office(hands: Hands) -> Office:
    assert hands.window.desk.office is not None
    return hands.window.desk.office


def drawn(hands: Hands) -> list[Plan]:
    return [plan for plan in office(hands).plans.values() if plan.drawn is not None]


def draw_up(page: ReportsPage, hands: Hands, count: int) -> list[Plan]:
    page.form.draw_up.click()
    hands.bot.waitUntil(lambda: len(drawn(hands)) == count, timeout=WAIT)
    return drawn(hands)


def say(hands: Hands, work: str, status: str, day: str) -> None:
    place = Place("p1", work, "u1")
    for field, typed in ((Field.STATUS, status), (Field.DAY, day)):
        before = next((one for one in office(hands).progress.values() if one.work_id == work), None)
        assert hands.window.desk.apply(Change("Ghi", (said_here(before, place, field, typed),)))


def test_it_tells_which_days_a_report_is_about(page: ReportsPage, hands: Hands) -> None:
    assert page.form.period.currentText() == "Quý II/2030"
    hands.bot.waitUntil(lambda: "15/3/2030" in page.form.sentence.text(), timeout=WAIT)
    assert "14/6/2030" in page.form.sentence.text()
    assert page.form.draw_up.text() == "Lập báo cáo"


def test_a_report_is_drawn_up_in_one_change_and_opened(page: ReportsPage, hands: Hands) -> None:
    (made,) = draw_up(page, hands, 1)
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), PlanPage), timeout=WAIT)

    assert made.kind == "BÁO CÁO"
    assert made.drawn is not None
    assert (made.drawn.form, made.drawn.span) == (Form.REPORT, "2030-Q2")
    assert (made.drawn.start, made.drawn.end) == (date(2030, 3, 15), date(2030, 6, 14))
    hands.do("undo")
    assert not drawn(hands)


def test_days_of_ones_own(page: ReportsPage, hands: Hands) -> None:
    page.form.period.setCurrentIndex(page.form.period.findData(""))
    page.form.period.activated.emit(page.form.period.currentIndex())
    assert page.form.start.isVisible()
    page.form.start.setDate(QDate(2030, 7, 1))
    page.form.end.setDate(QDate(2030, 6, 1))
    hands.bot.waitUntil(lambda: "ngày đầu sau ngày cuối" in page.form.sentence.text(), timeout=WAIT)
    page.form.draw_up.click()
    hands.bot.waitUntil(lambda: any("ngày đầu sau ngày cuối" in said for said in hands.said()), timeout=WAIT)
    assert not drawn(hands)
    page.form.start.setDate(QDate(2030, 5, 1))
    (made,) = draw_up(page, hands, 1)
    assert made.drawn is not None
    assert (made.drawn.start, made.drawn.end, made.drawn.span) == (date(2030, 5, 1), date(2030, 6, 1), "")


def test_figures_follow_until_the_report_is_issued(page: ReportsPage, hands: Hands) -> None:
    page.form.period.setCurrentIndex(page.form.period.findData("2030"))
    (made,) = draw_up(page, hands, 1)
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), PlanPage), timeout=WAIT)
    say(hands, "t1", "hoàn thành", "12/6/2030")

    hands.do("refresh_report")
    hands.bot.waitUntil(lambda: drawn(hands)[0] != made, timeout=WAIT)
    renewed = drawn(hands)[0]
    assert any("Cập nhật số liệu" in one.label for one in office(hands).history(made.id))

    issued = replace(renewed, stage=Stage.ISSUED, issue=Issue("9", "BC-SNV", date(2030, 12, 20)))
    hands.window.desk.apply(Change("Ban hành", ((renewed, issued),)))
    say(hands, "t2", "hoàn thành", "13/6/2030")
    hands.do("refresh_report")
    hands.bot.waitUntil(lambda: any("số liệu được giữ nguyên" in said for said in hands.said()), timeout=WAIT)
    assert drawn(hands)[0] == issued


def test_letters_for_each_that_is_late(page: ReportsPage, hands: Hands) -> None:
    page.choose(Form.REMINDER)
    page.form.choose_unit(EACH)
    hands.bot.waitUntil(lambda: "Phòng Cải cách" in page.form.sentence.text(), timeout=WAIT)
    made = draw_up(page, hands, 2)

    assert {name for one in made for name in one.addressees} == {"Phòng Cải cách", "Văn phòng"}
    assert page.view.plans.rowCount() == 2
    assert any("Đã lập 2 công văn" in said for said in hands.said())
    assert str(page.view.plans.index(0).data()).startswith("V/v ")
    assert hands.open(made[0].id).title() == f"Đôn đốc {made[0].addressees[0]}"
    hands.do("reports")
    hands.do("undo")
    assert not drawn(hands)


def test_nothing_late_is_told_and_nothing_made(page: ReportsPage, hands: Hands) -> None:
    page.choose(Form.REMINDER)
    page.form.on.setDate(QDate(2030, 1, 10))
    hands.bot.waitUntil(lambda: "không đơn vị nào" in page.form.sentence.text(), timeout=WAIT)
    page.form.draw_up.click()
    hands.bot.waitUntil(lambda: any("không có nhiệm vụ nào quá hạn" in said for said in hands.said()), timeout=WAIT)
    assert not drawn(hands)


def test_papers_that_give_work(page: ReportsPage, hands: Hands) -> None:
    page.choose(Form.ASSIGNMENT)
    page.form.choose_unit("u1")
    (made,) = draw_up(page, hands, 1)
    assert made.drawn is not None
    assert (made.drawn.form, made.drawn.unit_id) == (Form.ASSIGNMENT, "u1")


def test_a_table_to_follow_by(page: ReportsPage, hands: Hands) -> None:
    page.choose(Form.FOLLOW_UP)
    (made,) = draw_up(page, hands, 1)
    assert made.drawn is not None
    assert made.drawn.form is Form.FOLLOW_UP


def test_a_page_that_stood_open_begins_with_today(
    page: ReportsPage, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.choose(Form.REMINDER)
    page.form.start.setDate(QDate(2030, 2, 1))
    hands.do("home")
    monkeypatch.setattr(today, "clock", lambda: datetime(2030, 9, 20, 9, 0).astimezone())
    hands.do("remind")
    assert page.form.on.date() == QDate(2030, 9, 20)
    assert page.form.start.date() == QDate(2030, 2, 1)


def test_only_the_units_that_were_picked_are_urged(page: ReportsPage, hands: Hands) -> None:
    page.choose(Form.REMINDER)
    page.form.choose_units(("u2", "u9"))
    assert page.form.unit.currentText() == "2 đơn vị đã chọn"
    hands.bot.waitUntil(lambda: page.form.sentence.text() == "1 đơn vị có việc quá hạn: Văn phòng.", timeout=WAIT)
    (made,) = draw_up(page, hands, 1)
    assert made.addressees == ("Văn phòng",)
    page.form.choose_units(("u1",))
    assert page.form.unit.currentText() == "Phòng Cải cách"


def test_a_page_that_is_closed_while_it_draws_up_wants_nothing_any_more(page: ReportsPage, hands: Hands) -> None:
    page.form.draw_up.click()
    hands.window.close_page(page)
    with hands.bot.captureExceptions() as caught:
        hands.bot.wait(1000)
    assert not caught
    assert not hands.said()
