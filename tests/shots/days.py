"""Pictures of the days off and rules of an office."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.models.changes import Change
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.outline import items, nodes_of
from tthc_desktop.models.table import Role
from tthc_desktop.models.text import plain
from tthc_desktop.ui.days.page import DaysPage
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.plan.paragraph import Place

Wait = Callable[[Callable[[], bool]], None]
Screen = Callable[[MainWindow, Wait], QWidget | None]
OWN = (
    ExchangedDay("a", date(2026, 5, 4), note="Nghỉ bù, hoán đổi với thứ Bảy 09/5"),
    ExchangedDay("b", date(2026, 5, 9), off=False, note="Làm bù cho ngày 04/5"),
    ExchangedDay("c", date(2026, 7, 15), note="Ngày truyền thống của ngành, theo thông báo của Sở " + "rất dài " * 12),
)


def days_off(window: MainWindow, wait: Wait) -> None:
    window.desk.apply(Change("Thêm ngày", tuple((None, day) for day in OWN)))
    window.commands["days"].trigger()
    page = window.page()
    assert isinstance(page, DaysPage)
    page.year.setValue(2026)
    wait(lambda: len(page.table.kept) > 10)
    page.show_day(OWN[0])


def deadlines(window: MainWindow, wait: Wait) -> None:
    """Deadlines of which one falls on days off, one is none and one is not understood, the cursor on the first."""
    plan = sample_plan()
    words = (
        "Trước ngày 25 hằng tháng (nếu có), hoặc ngay khi có yêu cầu của UBND tỉnh",
        "31/02/2030",
        "khi rảnh thì làm",
    )
    tasks = {
        task.id: replace(task, deadline=plain(said)) for task, said in zip(plan.tasks.values(), words, strict=False)
    }
    made = replace(plan, tasks={**plan.tasks, **tasks})
    window.desk.apply(Change("Thêm kế hoạch", ((None, made),)))
    page = window.desk.open_plan(made.id)
    assert page is not None
    page.problems.show()
    wait(lambda: page.problems.count > 2)
    owner = page.problems.model.owner(page.problems.model.index(0))
    item = next(one for nodes in nodes_of(made) for one, _ in items(nodes) if one.id == owner)
    line = next(place for place, each in enumerate(item.lines) if each.role is Role.DEADLINE)
    page.surface.put_cursor(Place(owner, f"line {line}"), -1)


DAYS: dict[str, Screen] = {"days": days_off, "deadlines": deadlines}
