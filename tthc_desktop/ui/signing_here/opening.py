"""Opening the page that signs the paper in front, and what is offered once it is signed."""

from typing import TYPE_CHECKING

from tthc_desktop.errors import UserError
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.life.desk_work import chosen_plan
from tthc_desktop.ui.life.receiving_signed import receive_signed
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.signing_here.order import Done, Order, carry_out
from tthc_desktop.ui.signing_here.page import SigningPage

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def open_signing(window: "MainWindow") -> SigningPage | None:
    """Bring the page for the plan in front, or for the chosen one, to the front."""
    plan, office = chosen_plan(window), window.desk.office
    if plan is None or office is None:
        return None
    if page := window.bring(SigningPage, plan.id):
        return page
    made = SigningPage(office, plan.id, window.background, window.memory)
    window.desk.heard.connect(made.hear)
    made.asked.connect(lambda order: _sign(window, made, order))
    window.add_page(made)
    made.form.what.setFocus()
    return made


def _sign(window: "MainWindow", page: SigningPage, order: Order) -> None:
    """Sign in a worker; what came of it is told even when the page was closed meanwhile."""
    open_pages = [page]
    page.destroyed.connect(open_pages.clear)

    def finish(done: Done) -> None:
        for one in open_pages:
            one.finish(done)
        _offer(window, order.plan, done)

    def fail(error: Exception) -> None:
        for one in open_pages:
            one.fail(error)
        if not open_pages and isinstance(error, UserError):
            window.messages.trouble(error)

    window.background.run(lambda _job: carry_out(order), finish, fail)


def _offer(window: "MainWindow", plan: Plan, done: Done) -> None:
    """Offer to take the signed file as the issued one."""
    what = f"Đã ký, ghi ra {done.out}."
    offer = ("Nhận bản đã ký này", lambda: receive_signed(window, plan, done.out))
    window.messages.tell(Kind.GOOD, what, "Ký đủ rồi thì nhận bản này để ban hành.", offer)
