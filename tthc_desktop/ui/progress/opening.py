"""Opening the page of progress."""

from typing import TYPE_CHECKING

from tthc_desktop.models.changes import Pairs, pairs_of
from tthc_desktop.models.editing.life import is_version, living
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import is_plan
from tthc_desktop.models.progress.dues import EVENT
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.ui.progress.page import ProgressPage
from tthc_desktop.ui.progress.table import COLUMNS
from tthc_desktop.ui.sending.page import SendPage

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def open_progress(window: "MainWindow") -> ProgressPage | None:
    """Show the progress of the plan in front, else of the one that was shown, else of the newest."""
    plan_id = _in_front(window)
    if page := window.bring(ProgressPage):
        if plan_id and plan_id != page.about:
            page.show_plan(plan_id)
        return page
    office = window.desk.office
    plans = living(office.plans) if office else ()
    if office is None or not plans:
        return None
    made = ProgressPage(office, window.desk.apply, window.background, window.memory, plan_id or plans[-1].id)
    window.desk.heard.connect(made.hear)
    window.add_page(made)
    made.view.setFocus()
    return made


def _in_front(window: "MainWindow") -> Id:
    """Return the plan that the page in front is about; of a kept version, the plan itself."""
    page, office = window.page(), window.desk.office
    plan_id = page.about if isinstance(page, SendPage) else page.chosen_plan()
    plan = office.plans.get(plan_id) if office else None
    if plan is None or office is None or not is_plan(plan):
        return ""
    return plan.version_of if is_version(plan, office.plans) else plan.id


def reveal_progress(window: "MainWindow", pairs: Pairs) -> None:
    """Show what an undo or redo did to progress."""
    before, after = pairs_of(Progress, pairs)[0]
    touched, page = after or before, open_progress(window)
    if touched is None or page is None:
        return
    fields = [*(before.said if before else ()), *(after.said if after else ())]
    differing = (field for field in fields if not (before and after) or before.said.get(field) != after.said.get(field))
    field = next(differing, None)
    column = next((at for at, each in enumerate(COLUMNS) if each.field and each.field is field), 0)

    def go() -> None:
        event_id = touched.period.removeprefix(EVENT) if touched.period.startswith(EVENT) else ""
        page.view.go_to(touched.work_id, touched.unit_id, column, event_id)

    def turn() -> None:
        if page.period.findData(touched.period) > 0 and page.period.currentData() != touched.period:
            page.show_period(touched.period, go)
        else:
            go()

    if touched.plan_id == page.about:
        turn()
    elif touched.plan_id in page.known_plans():
        page.show_plan(touched.plan_id, turn)
