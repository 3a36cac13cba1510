"""The plan in front, or all that the office keeps, as a workbook of Excel."""

from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.saving import FileKind, ask_place, file_name, write_file

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

_PLAN = FileKind("Xuất kế hoạch ra Excel", "Tệp Excel", "xlsx")
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


def _plan_bytes(plan: Plan) -> bytes:
    from tthc_desktop.documents.writing.workbook import workbook  # noqa: PLC0415 - loaded in the worker

    return workbook(plan)


def _all_bytes(holdings: Holdings) -> bytes:
    from tthc_desktop.documents.writing.workbook import whole_workbook  # noqa: PLC0415 - as above

    return whole_workbook(holdings)
