"""So sánh: which two plans are compared, and the page that shows it."""

from typing import TYPE_CHECKING

from tthc_desktop.models.editing.life import versions
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.life.comparing import ComparePage
from tthc_desktop.ui.life.desk_work import chosen_plan, plans_of

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def compare(window: "MainWindow") -> None:
    """Compare the chosen plan with what it was made from or what was kept of it last, else with its neighbour."""
    plan = chosen_plan(window)
    plans = plans_of(window)
    if len(plans) < 2:
        return
    new_plan = plan or plans[0]
    show_comparison(window, _older(plans, new_plan).id, new_plan.id)


def _older(plans: tuple[Plan, ...], plan: Plan) -> Plan:
    kept = versions(plans, plan.id)
    origin = next((other for other in plans if other.id in {plan.origin_id, plan.version_of}), None)
    return kept[-1] if kept else origin or next(other for other in plans if other.id != plan.id)


def show_comparison(window: "MainWindow", old: Id, new_id: Id) -> None:
    """Open the comparison of two plans."""

    def open_place(plan_id: Id, owner: Id) -> None:
        page = window.desk.open_plan(plan_id)
        if page is not None:
            page.go_to(owner)

    office = window.desk.office
    if office is None:
        return
    page = ComparePage(plans_of(window), (old, new_id), open_place, window.background)
    stop = office.listen(lambda _pairs: page.show_plans(plans_of(window)))
    page.destroyed.connect(stop)
    window.add_page(page)
    page.tree.setFocus()
