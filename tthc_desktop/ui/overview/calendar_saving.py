"""Xuất lịch công việc: what is due for other calendars; of the plans and units of the overview when it is in front."""

from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.models.agenda.agenda import agendas
from tthc_desktop.models.agenda.filter import Filter
from tthc_desktop.models.agenda.sifting import scope, sift, stand
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.office_days import days_off_of
from tthc_desktop.ui.overview.page import OverviewPage
from tthc_desktop.ui.plan.names import title
from tthc_desktop.ui.saving import FileKind, ask_place, write_file
from tthc_desktop.ui.today import today

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

_KIND = FileKind("Xuất lịch công việc", "Lịch iCalendar", "ics")


def save_calendar(window: "MainWindow") -> None:
    """Ask for a file name and write what is due."""
    page, office = window.page(), window.desk.office
    page.commit()
    asked = scope(page.filter) if isinstance(page, OverviewPage) else Filter()
    if office is not None:
        holdings = office.holdings
        ask_place(window, _KIND, "Lịch công việc", lambda path: write_calendar(window, holdings, asked, path))


def write_calendar(window: "MainWindow", holdings: Holdings, asked: Filter, path: Path) -> None:
    """Write what is due in the background: the work that a filter lets through, whatever its state."""
    write_file(window, path, lambda: _bytes(holdings, asked))


def _bytes(holdings: Holdings, asked: Filter) -> bytes:
    from tthc_desktop.documents.writing.calendar_file import calendar_file  # noqa: PLC0415 - loaded in the worker

    on = today()
    every = agendas(holdings, days_off_of(holdings, on), on)
    lines = [one.line for one in sift(stand(every, on), asked, on).found]
    return calendar_file(lines, {plan.id: title(plan) for plan in holdings.plans.values()}, on)
