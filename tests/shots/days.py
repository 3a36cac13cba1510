"""Pictures of the days off and rules of an office."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from tthc_desktop.models.changes import Change
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.ui.days.page import DaysPage
from tthc_desktop.ui.main_window import MainWindow

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


DAYS: dict[str, Screen] = {"days": days_off}
