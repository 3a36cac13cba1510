"""The commands of a plan's life by name; here those that begin a new plan."""

from typing import TYPE_CHECKING

from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.models.copying import new_paper
from tthc_desktop.models.particulars import particulars_of
from tthc_desktop.models.plan import Plan, is_plan
from tthc_desktop.models.rollforward import years_of
from tthc_desktop.models.skeleton import skeleton
from tthc_desktop.models.template import UNSAID, headed, usual_filling
from tthc_desktop.models.version import Stage
from tthc_desktop.ui.importing.reading import choose_paper
from tthc_desktop.ui.life import keeping
from tthc_desktop.ui.life.deleting import delete_plan
from tthc_desktop.ui.life.desk_work import add_plan, chosen_plan, plans_of
from tthc_desktop.ui.life.receiving_signed import choose_signed
from tthc_desktop.ui.life.rolling import Rolled, RollPage
from tthc_desktop.ui.life.side_by_side import compare, show_comparison
from tthc_desktop.ui.life.starting import NewPlanPage
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.plan.names import short, title
from tthc_desktop.ui.today import today

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def new(window: "MainWindow") -> None:
    """Offer the templates."""
    own = particulars_of(window.desk.office.holdings) if window.desk.office else UNSAID
    filling = usual_filling(plans_of(window)[::-1], today(), own=own)
    page = NewPlanPage(
        filling,
        lambda plan, name: add_plan(window, plan, f"Lập từ mẫu “{name}”"),
        lambda: add_plan(window, headed(skeleton(), own), "Lập kế hoạch mới"),
    )
    window.add_page(page)
    page.list.setFocus()


def new_from_copy(window: "MainWindow") -> None:
    """Add a copy of the chosen plan as a paper of its own."""
    plan = chosen_plan(window)
    if plan is not None and add_plan(window, new_paper(plan), f"Lập từ bản sao “{short(title(plan), 40)}”"):
        window.messages.tell(
            Kind.GOOD, "Đã lập từ bản sao; số và ngày ban hành để trống.", "", ("Hoàn tác", window.desk.undo)
        )


def add_sample(window: "MainWindow") -> None:
    """Add the sample plan and open it."""
    add_plan(window, sample_plan(), "Thêm kế hoạch mẫu")


def roll_forward(window: "MainWindow") -> None:
    """Open the review of a plan made from last year's."""
    chosen = chosen_plan(window)
    if chosen and not is_plan(chosen):
        chosen = None
    plans = [plan for plan in plans_of(window) if is_plan(plan) and plan.stage is not Stage.KEPT]
    if not plans:
        bring = ("Nhập văn bản cũ…", lambda: choose_paper(window))
        window.messages.tell(Kind.INFO, "Chưa có kế hoạch của năm trước.", "Hãy nhập văn bản cũ trước.", bring)
        return
    newest = max(plans, key=lambda plan: (years_of(plan) or (0, 0))[1])
    start = chosen.version_of or chosen.id if chosen else newest.id
    page = RollPage(plans, start, lambda plan, rolled: _take_rolled(window, plan, rolled), window.background)
    window.add_page(page)
    page.tree.setFocus()


def _take_rolled(window: "MainWindow", old: Plan, rolled: Rolled) -> bool:
    made = rolled.plan
    if not add_plan(window, made, f"Lập từ “{short(title(old), 40)}”"):
        return False
    dropped = f", bỏ {rolled.dropped} nhiệm vụ, chỉ tiêu" if rolled.dropped else ""
    what = f"Đã lập “{short(title(made), 60)}”: đổi {rolled.changed} chỗ, giữ {rolled.left}{dropped}."
    see = ("Xem đã đổi những gì", lambda: show_comparison(window, old.id, made.id))
    window.messages.tell(Kind.GOOD, what, "", see, ("Hoàn tác", window.desk.undo))
    return True


ACTS = {
    "new": new,
    "new_from_copy": new_from_copy,
    "sample": add_sample,
    "roll_forward": roll_forward,
    "keep_version": keeping.keep,
    "issue": keeping.issue,
    "receive_signed": choose_signed,
    "versions": keeping.all_versions,
    "compare": compare,
    "delete": delete_plan,
}
"""The commands of the menus."""
