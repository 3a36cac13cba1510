"""Opening the page of targets and the review of those in the running text."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change, Pairs, pairs_of
from tthc_desktop.models.editing.life import is_version
from tthc_desktop.models.editing.targets import mark_targets
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import MEASURES, Progress
from tthc_desktop.models.sending.mailing import place_of_work
from tthc_desktop.models.targets.in_text import Proposed
from tthc_desktop.ui.targets.page import TargetsPage
from tthc_desktop.ui.targets.proposals import TargetProposals
from tthc_desktop.ui.targets.table import FIELDS

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def open_targets(window: "MainWindow") -> TargetsPage | None:
    """Show the targets of the plan in front, else of the one that was shown, else of the newest."""
    plan_id = _in_front(window)
    if page := window.bring(TargetsPage):
        if plan_id and plan_id != page.about:
            page.show_plan(plan_id)
        return page
    office = window.desk.office
    plans = [plan for plan in office.plans.values() if _is_plan(plan, window)] if office else []
    if office is None or not plans:
        return None

    def propose(plan_id: Id, proposed: tuple[Proposed, ...]) -> None:
        page = TargetProposals(proposed, lambda taken: _mark(window, plan_id, taken))
        window.add_page(page)
        page.view.setFocus()

    def show(plan_id: Id, target_id: Id) -> None:
        page, plan = window.desk.open_plan(plan_id), office.plans[plan_id]
        if page and (place := place_of_work(plan, target_id)):
            page.go_to(place)

    made = TargetsPage(office, window.desk.apply, window.background, window.memory, plan_id or plans[-1].id)
    made.proposing.connect(propose)
    made.looked_for.connect(show)
    window.desk.heard.connect(made.hear)
    window.add_page(made)
    made.view.setFocus()
    return made


def _is_plan(plan: Plan, window: "MainWindow") -> bool:
    office = window.desk.office
    return office is not None and plan.drawn is None and not is_version(plan, office.plans)


def _in_front(window: "MainWindow") -> Id:
    """Return the plan that the page in front is about; of a kept version, the plan itself."""
    page, office = window.page(), window.desk.office
    plan = office.plans.get(getattr(page, "about", "") or page.chosen_plan()) if office else None
    if plan is None or office is None or plan.drawn is not None:
        return ""
    return plan.version_of if is_version(plan, office.plans) else plan.id


def _mark(window: "MainWindow", plan_id: Id, taken: tuple[Proposed, ...]) -> None:
    office = window.desk.office
    before = office.plans.get(plan_id) if office else None
    if before is None:
        window.messages.trouble(UserError("Kế hoạch này vừa bị xóa nên không đánh dấu được.", ""))
        return
    after = mark_targets(before, taken, [new_id() for _ in taken])
    if window.desk.apply(Change(f"Đánh dấu {len(taken)} chỉ tiêu trong phần lời", ((before, after),))):
        open_targets(window)
        window.tell_done(f"Đã đánh dấu {len(taken)} chỉ tiêu trong phần lời.")


def is_about_targets(pairs: Pairs) -> bool:
    """Tell whether a change is about nothing but figures of targets, or marks in the running text."""
    plans, said = pairs_of(Plan, pairs), pairs_of(Progress, pairs)
    if len(plans) + len(said) != len(pairs) or not pairs:
        return False
    return all(_only_marks(*pair) for pair in plans) and all(_only_figures(*pair) for pair in said)


def _only_marks(before: Plan | None, after: Plan | None) -> bool:
    if before is None or after is None or before.targets == after.targets:
        return False
    differing = {
        target.item_id
        for one, other in ((before, after), (after, before))
        for id_, target in one.targets.items()
        if other.targets.get(id_) != target
    }
    return "" not in differing and replace(before, targets=after.targets) == after


def _only_figures(before: Progress | None, after: Progress | None) -> bool:
    said = [{} if one is None else one.said for one in (before, after)]
    fields = [field for one in said for field in one if said[0].get(field) != said[1].get(field)]
    return bool(fields) and set(fields) <= set(MEASURES)


def reveal_targets(window: "MainWindow", pairs: Pairs) -> None:
    """Show what an undo or redo did to figures or marks."""
    page = open_targets(window)
    before, after = pairs[0]
    touched = after or before
    if page is None or not isinstance(touched, Plan | Progress):
        return
    plan_id = touched.id if isinstance(touched, Plan) else touched.plan_id
    if plan_id not in page.head.plans.known():
        return
    if isinstance(touched, Plan):
        if plan_id != page.about:
            page.show_plan(plan_id)
        return
    old, new = ({} if one is None else one.said for one in pairs_of(Progress, pairs)[0])
    field = next(field for field in (*old, *new) if old.get(field) != new.get(field))
    line_id = f"{touched.work_id}/{touched.unit_id}"

    def go() -> None:
        row = next((line.id for line in page.table.kept if _is_line(line.target_id, line.unit_id, touched)), line_id)
        page.view.go_to(row, field if field in FIELDS else "")

    page.show_plan(plan_id, go, touched.period)


def _is_line(target_id: Id, unit_id: Id, said: Progress) -> bool:
    return (target_id, unit_id) == (said.work_id, said.unit_id)
