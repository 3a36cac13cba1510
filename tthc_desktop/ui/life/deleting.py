"""A plan is taken out of the office, with the versions that were kept of it and what units reported."""

from typing import TYPE_CHECKING

from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.life import deletion, gone_along
from tthc_desktop.ui.life.desk_work import chosen_plan
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.plan.names import short, title

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def delete_plan(window: "MainWindow") -> None:
    """Remove the plan in front, or the one chosen on the start page; undo brings all back."""
    plan, office = chosen_plan(window), window.desk.office
    if plan is None or office is None:
        return
    gone = deletion(office.holdings, plan.id)
    if window.desk.apply(Change("Xóa kế hoạch", gone)):
        undo = ("Hoàn tác", window.desk.undo)
        window.messages.tell(Kind.GOOD, f"Đã xóa “{short(title(plan))}”{gone_along(gone)}.", "", undo)
