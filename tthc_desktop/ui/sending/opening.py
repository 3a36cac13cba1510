"""Opening the page that sends the units their sheets of the plan in front."""

from typing import TYPE_CHECKING

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.sending.mailing import place_of_work
from tthc_desktop.ui.life.desk_work import chosen_plan
from tthc_desktop.ui.sending.outbox import Outbox, Post
from tthc_desktop.ui.sending.page import SendPage
from tthc_desktop.ui.today import today

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def open_sending(window: "MainWindow") -> SendPage | None:
    """Bring the page for the plan in front, or for the chosen one, to the front."""
    plan, office = chosen_plan(window), window.desk.office
    if plan is None or office is None:
        return None
    if page := window.bring(SendPage, plan.id):
        return page
    made = SendPage(office, plan.id, window.background, window.memory, today())
    window.desk.heard.connect(made.hear)
    made.sent.connect(lambda post: _send(window, made, post))
    made.wanted.connect(lambda work_id: _go_to(window, made.mailing.plan, work_id))
    window.add_page(made)
    made.view.setFocus()
    return made


def _send(window: "MainWindow", page: SendPage, post: Post) -> None:
    outbox = Outbox(window)
    outbox.sent.connect(page.finished)
    outbox.ended.connect(page.done_sending)
    outbox.send(post)


def _go_to(window: "MainWindow", plan: Plan, work_id: Id) -> None:
    page = window.desk.open_plan(plan.id)
    if page is not None and (owner := place_of_work(page.plan, work_id)):
        page.go_to(owner)
