"""Deadlines that fall on a day off, or are not understood, are told in the list of places to look at."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt

from tests.ui.hands import WAIT, Hands
from tests.ui.papers import little_plan
from tthc_desktop.models.changes import Change
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.rules import Rules
from tthc_desktop.models.text import plain
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.plan.paragraph import Place

HOLIDAY = "Rơi vào ngày nghỉ: 02/09/2030 (Quốc khánh); thời hạn ghi “Trước ngày 02/9/2030”."
OWN = ExchangedDay("e", date(2030, 6, 12), note="ngày truyền thống")


def plan_with(**deadlines: str) -> Plan:
    plan = little_plan()
    tasks = {task_id: replace(plan.tasks[task_id], deadline=plain(words)) for task_id, words in deadlines.items()}
    return replace(plan, tasks={**plan.tasks, **tasks}, unplaced=())


def told(page: PlanPage) -> list[str]:
    model = page.problems.model
    return [str(model.index(row).data(Qt.ItemDataRole.DisplayRole)) for row in range(model.rowCount())]


def test_a_day_off_and_a_day_that_is_none_are_told_and_lead_there(hands: Hands) -> None:
    page = hands.add(plan_with(body="Trước ngày 02/9/2030", t2="31/02/2030"))
    wrong = "Trong bảng: “31/02/2030” không phải ngày có thật, hãy kiểm tra lại ngày và tháng."
    hands.bot.waitUntil(lambda: len(told(page)) == 2, timeout=WAIT)
    assert told(page)[0].endswith(HOLIDAY)
    assert told(page)[1] == wrong
    page.problems.view.clicked.emit(page.problems.model.index(0))
    assert page.surface.at == Place("i2")
    page.problems.view.clicked.emit(page.problems.model.index(1))
    assert page.grid() is not None


def test_the_list_follows_the_plan_the_calendar_and_the_rules(hands: Hands) -> None:
    page = hands.add(plan_with(body="Trước ngày 12/6/2030", t2="Ngày 02/9/2030"))
    hands.bot.waitUntil(lambda: len(told(page)) == 1, timeout=WAIT)
    hands.window.desk.apply(Change("Thêm ngày", ((None, OWN),)))
    hands.bot.waitUntil(lambda: len(told(page)) == 2, timeout=WAIT)
    assert "12/06/2030 (ngày truyền thống)" in told(page)[0]
    hands.window.desk.apply(Change("Đổi quy tắc", ((None, Rules(strict=True)),)))
    hands.bot.waitUntil(lambda: len(told(page)) == 1, timeout=WAIT)
    hands.window.desk.apply(Change("Sửa", ((page.plan, plan_with()),)))
    hands.bot.waitUntil(lambda: told(page) == [], timeout=WAIT)
    hands.do("undo")
    hands.bot.waitUntil(lambda: len(told(page)) == 1, timeout=WAIT)
