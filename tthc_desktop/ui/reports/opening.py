"""Opening the page of reports, urging units from the overview, and reports brought up to date."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.drawn import Form
from tthc_desktop.models.editing.life import is_locked
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.reporting.gathering import gathered_again
from tthc_desktop.models.reporting.refreshing import refreshed
from tthc_desktop.office_days import days_off_of
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.plan.names import short, title
from tthc_desktop.ui.regimes.opening import open_regimes
from tthc_desktop.ui.reports.page import ReportsPage
from tthc_desktop.ui.today import today

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def open_reports(window: "MainWindow", form: Form | None = None) -> ReportsPage | None:
    """Show the reports; with a form, offer to draw up one."""
    page = next((page for page in window.all_pages() if isinstance(page, ReportsPage)), None)
    if page is None:
        office = window.desk.office
        if office is None:
            return None
        page = ReportsPage(office, window.desk.apply, window.background)
        page.picked.connect(window.desk.open_plan)
        page.form.regimes_wanted.connect(lambda: open_regimes(window))
        window.desk.heard.connect(page.hear)
        window.add_page(page)
    window.pages.setCurrentWidget(page)
    if form is not None:
        page.choose(form)
    page.form.form.setFocus()
    return page


def offers(form: Form) -> Callable[["MainWindow"], object]:
    """Return the command that offers to draw up a form."""
    return partial(open_reports, form=form)


def refresh_report(window: "MainWindow") -> None:
    """Give the report in front the figures of today."""
    office = window.desk.office
    page = window.page()
    page.commit()
    document = office.plans.get(page.chosen_plan()) if office else None
    if office is None or document is None or not is_report(document):
        window.messages.tell(Kind.INFO, "Trang đang mở không phải báo cáo.", "Hãy mở báo cáo cần cập nhật số liệu.")
        return
    holdings = office.holdings
    window.background.run(
        lambda _job: _renewed(holdings, document),
        lambda made: _take(window, document, made),
    )


def is_report(document: Plan) -> bool:
    """Tell whether figures of a document follow what the office knows."""
    return document.drawn is not None and document.drawn.form is Form.REPORT


def _renewed(holdings: Holdings, document: Plan) -> Plan:
    """Return a report with the figures of today; the same one when they have not changed."""
    return refreshed(document, gathered_again(holdings, document, days_off_of(holdings, today())))


def _take(window: "MainWindow", before: Plan, made: Plan) -> None:
    if made is before or made == before:
        window.messages.tell(Kind.INFO, "Số liệu của báo cáo đã là mới nhất.")
        return
    if window.desk.apply(Change(f"Cập nhật số liệu của “{short(title(before), 50)}”", ((before, made),))):
        undo = ("Hoàn tác", window.desk.undo)
        window.messages.tell(Kind.GOOD, "Đã cập nhật số liệu; chữ đã sửa tay được giữ nguyên.", "", undo)


def watch_report(window: "MainWindow", document: Plan) -> None:
    """Say so when the figures of a report that is opened are no longer those of the office."""
    office = window.desk.office
    if office is None or not is_report(document) or is_locked(document):
        return
    holdings = office.holdings

    def tell(made: Plan) -> None:
        if made != document and window.page().chosen_plan() == document.id:
            renew = ("Cập nhật số liệu", lambda: refresh_report(window))
            window.messages.tell(Kind.INFO, "Tiến độ đã thay đổi từ lúc lập báo cáo này.", "", renew)

    window.background.run(lambda _job: _renewed(holdings, document), tell, _pass_over)


def _pass_over(error: Exception) -> None:
    """Leave known trouble for the moment when the clerk asks for new figures."""
    if not isinstance(error, UserError):
        raise error
