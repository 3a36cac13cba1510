"""The plan in front, or all that the office keeps, as a workbook of Excel; what is due as a calendar file."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.saving import FileKind, ask_place, file_name, write_file
from tthc_desktop.ui.today import today

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

_PLAN = FileKind("Xuất kế hoạch ra Excel", "Tệp Excel", "xlsx")
_DAYS = FileKind("Xuất lịch công việc", "Tệp lịch", "ics")
_ALL = FileKind("Xuất toàn bộ ra Excel", "Tệp Excel", "xlsx")


def export_plan(window: "MainWindow") -> None:
    """Ask for a file name and write the tables of the plan in front."""
    page, office = window.page(), window.desk.office
    page.commit()
    plan = office.plans.get(page.plan_id) if office else None
    if plan is not None:
        ask_place(window, _PLAN, file_name(plan), lambda path: write_plan(window, plan, path))


def write_plan(window: "MainWindow", plan: Plan, path: Path) -> None:
    """Write the tables of a plan in the background."""
    write_file(window, path, lambda: _plan_bytes(plan))


def export_all(window: "MainWindow") -> None:
    """Ask for a file name and write all that the office keeps."""
    window.page().commit()
    office = window.desk.office
    if office is not None:
        holdings = office.holdings
        ask_place(window, _ALL, "Kế hoạch và tiến độ", lambda path: write_all(window, holdings, path))


def write_all(window: "MainWindow", holdings: Holdings, path: Path) -> None:
    """Write all that an office keeps in the background."""
    write_file(window, path, lambda: _all_bytes(holdings))


def export_days(window: "MainWindow") -> None:
    """Ask for a file name and write the days on which work is due, for other calendars."""
    window.page().commit()
    office = window.desk.office
    if office is not None:
        holdings, on = office.holdings, today()
        ask_place(window, _DAYS, "Lịch công việc", lambda path: write_days(window, holdings, on, path))


def write_days(window: "MainWindow", holdings: Holdings, on: date, path: Path) -> None:
    """Write the days of all plans that the office follows in the background."""
    write_file(window, path, lambda: _days_bytes(holdings, on))


def _days_bytes(holdings: Holdings, on: date) -> bytes:
    from tthc_desktop.documents.writing.calendar_file import calendar_file  # noqa: PLC0415 - loaded in the worker
    from tthc_desktop.models.agenda.agenda import agendas, followed  # noqa: PLC0415 - as above
    from tthc_desktop.models.agenda.periods import years_of  # noqa: PLC0415 - as above
    from tthc_desktop.models.days_off import days_off  # noqa: PLC0415 - as above
    from tthc_desktop.public_holidays import public_holidays  # noqa: PLC0415 - as above

    plans = followed(holdings.plans)
    days = days_off(public_holidays(years_of(plans, on)), holdings.exchanged_days.values())
    titles = {plan.id: " ".join(str(plan.title).split()) for plan in plans}
    return calendar_file(agendas(holdings, days, on), titles, on)


def _plan_bytes(plan: Plan) -> bytes:
    from tthc_desktop.documents.writing.workbook import workbook  # noqa: PLC0415 - loaded in the worker

    return workbook(plan)


def _all_bytes(holdings: Holdings) -> bytes:
    from tthc_desktop.documents.writing.workbook import whole_workbook  # noqa: PLC0415 - as above

    return whole_workbook(holdings)
