"""Asking for the marks of the paper in front, and setting them as one change."""

from typing import TYPE_CHECKING

from tthc_desktop.models.changes import Change
from tthc_desktop.ui.life.desk_work import chosen_plan
from tthc_desktop.ui.marks.dialog import MarksDialog

if TYPE_CHECKING:
    from tthc_desktop.models.plan import Plan
    from tthc_desktop.ui.main_window import MainWindow


def ask_marks(window: "MainWindow") -> MarksDialog | None:
    """Open the dialog for the plan in front, or for the chosen one."""
    window.page().commit()
    plan = chosen_plan(window)
    if plan is None:
        return None
    dialog = MarksDialog(window, plan)
    dialog.chosen.connect(lambda made: _take(window, plan, made))
    dialog.open()
    return dialog


def _take(window: "MainWindow", before: "Plan", after: "Plan") -> None:
    window.desk.apply(Change("Đặt dấu, số bản và khổ giấy", ((before, after),)))
