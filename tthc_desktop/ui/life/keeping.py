"""Versions are kept and shown, a plan is issued, replaced and taken up again: each step is one change."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.documents.writing.files import write
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.life import issue_plan, keep_version, new_draft, replace_plan, versions
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.version import Issue
from tthc_desktop.ui.folders import open_in_last
from tthc_desktop.ui.life.desk_work import add_plan, chosen_plan, plans_of
from tthc_desktop.ui.life.issuing import IssuePage, KeepPage
from tthc_desktop.ui.life.receiving_signed import choose_for, receive_signed
from tthc_desktop.ui.life.side_by_side import show_comparison
from tthc_desktop.ui.life.versions import VersionsPage
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.plan.names import short, title
from tthc_desktop.ui.plan.preview import rendered
from tthc_desktop.ui.today import today

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def keep(window: "MainWindow") -> None:
    """Ask for a name, then keep the chosen plan as it is."""
    plan = chosen_plan(window)
    if plan is not None:
        number = len(versions(plans_of(window), plan.id)) + 1
        page = KeepPage(plan, f"Bản {number}", lambda plan, name: _keep(window, plan, name))
        window.add_page(page)
        page.name.setFocus()
        page.name.selectAll()


def _keep(window: "MainWindow", plan: Plan, name: str) -> bool:
    office = window.desk.office
    try:
        kept = keep_version(office.plans.get(plan.id, plan) if office else plan, name, datetime.now(UTC))
    except UserError as error:
        window.messages.trouble(error)
        return False
    if not window.desk.apply(Change(f"Giữ một bản của “{short(title(plan), 40)}”", ((None, kept),))):
        return False
    window.desk.open_plan(plan.id)
    see = ("Xem các bản", lambda: show_versions(window, plan.id))
    window.messages.tell(Kind.GOOD, f"Đã giữ bản “{name}”.", "", see, ("Hoàn tác", window.desk.undo))
    return True


def issue(window: "MainWindow") -> None:
    """Open the form of issuing for the chosen plan."""
    plan = chosen_plan(window)
    if plan is not None:
        page = IssuePage(plan, today(), lambda page, made: _print(window, page, made))
        page.signed_wanted.connect(lambda path: _receive(window, page, path))
        window.add_page(page)
        page.number.setFocus()


def _receive(window: "MainWindow", page: IssuePage, path: Path | None) -> None:
    """Go on with a signed PDF instead of the form."""
    if path is None:
        choose_for(window, page.plan)
    else:
        receive_signed(window, page.plan, path)


def _print(window: "MainWindow", page: IssuePage, made: Issue) -> None:
    """Print the plan as issued in the background; then keep the PDF and lock the plan."""
    issued = issue_plan(page.plan, made)
    if page.printing is not None and page.printing.running:
        return
    page.printing = window.background.run(
        lambda _job: rendered(issued).data, lambda data: _take_issued(window, page, made, data)
    )
    window.messages.work("Đang in bản ban hành…", "Thôi ban hành", page.printing)


def _take_issued(window: "MainWindow", page: IssuePage, made: Issue, data: bytes) -> None:
    office = window.desk.office
    if office is None:
        return
    window.messages.clear()
    name = f"{made.number}-{made.symbol}-{made.date:%Y-%m-%d}.pdf".replace("/", "-")
    try:
        sha = office.keep_file(data)
        issued = issue_plan(page.plan, Issue(made.number, made.symbol, made.date, sha, name))
    except UserError as error:
        window.messages.trouble(error)
        return
    if not window.desk.apply(Change(f"Ban hành kế hoạch số {made.number}/{made.symbol}", ((page.plan, issued),))):
        return
    page.finished.emit()
    window.desk.open_plan(issued.id)
    what = f"Đã ban hành số {made.number}/{made.symbol} ngày {made.date:%d/%m/%Y}; bản in đã được giữ lại."
    window.messages.tell(Kind.GOOD, what, "", ("Hoàn tác", window.desk.undo))


def show_versions(window: "MainWindow", plan_id: Id) -> None:
    """Open the versions of a plan."""
    office = window.desk.office
    if office is None:
        return
    for other in window.all_pages():
        if isinstance(other, VersionsPage) and other.of == plan_id:
            window.pages.setCurrentWidget(other)
            return
    acts = {
        "open": lambda plan: window.desk.open_plan(plan.id),
        "compare": lambda plan: show_comparison(window, plan.id, plan_id),
        "take_up": lambda plan: take_up(window, plan),
        "save_pdf": lambda plan: save_kept_pdf(window, plan),
    }
    page = VersionsPage(plan_id, lambda: office.plans, acts, lambda plan, by: mark_replaced(window, plan, by))
    stop = office.listen(lambda _pairs: page.show_versions())
    page.destroyed.connect(stop)
    window.add_page(page)
    page.list.setFocus()


def all_versions(window: "MainWindow") -> None:
    """Open the versions of the chosen plan, or of the plan whose version it is."""
    plan = chosen_plan(window)
    office = window.desk.office
    if plan is not None and office is not None:
        show_versions(window, plan.version_of if plan.version_of in office.plans else plan.id)


def take_up(window: "MainWindow", plan: Plan) -> None:
    """Begin a new draft from a plan that is locked, and open it."""
    if add_plan(window, new_draft(plan), f"Lập bản mới từ “{short(title(plan), 40)}”"):
        window.messages.tell(Kind.GOOD, "Đã lập một bản dự thảo mới để sửa.", "", ("Hoàn tác", window.desk.undo))


def mark_replaced(window: "MainWindow", plan: Plan, by: Plan) -> None:
    """Note that an issued plan is replaced by another one."""
    try:
        made = replace_plan(plan, by)
    except UserError as error:
        window.messages.trouble(error)
        return
    if window.desk.apply(Change("Đánh dấu kế hoạch được thay thế", ((plan, made),))):
        window.messages.tell(
            Kind.GOOD, f"Đã đánh dấu: được thay thế bởi “{short(title(by), 60)}”.", "", ("Hoàn tác", window.desk.undo)
        )


def save_kept_pdf(window: "MainWindow", plan: Plan) -> None:
    """Ask where the PDF of an issued plan should be written."""
    kept = plan.issue
    if kept is None or not kept.pdf:
        return
    dialog = QFileDialog(window, "Lưu bản in đã ban hành", "", "Tệp PDF (*.pdf)")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    open_in_last(dialog, window.memory)
    dialog.selectFile(kept.pdf_name)
    dialog.fileSelected.connect(lambda name: write_kept_pdf(window, plan, Path(name)))
    dialog.open()


def write_kept_pdf(window: "MainWindow", plan: Plan, path: Path) -> None:
    """Write the kept PDF to a file; what was damaged since is refused."""
    office, kept = window.desk.office, plan.issue
    if office is None or kept is None:
        return
    try:
        write(path, office.kept_file(kept.pdf))
    except UserError as error:
        window.messages.trouble(error)
        return
    window.messages.tell(Kind.GOOD, f"Đã lưu “{path.name}”, đúng bản in lúc ban hành.")
