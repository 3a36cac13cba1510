"""The signed PDF that văn thư sends back: chosen, read in the background, reviewed, and taken as one change."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.life import check_issuable, issue_plan
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.signed_paper import SignedPaper
from tthc_desktop.models.text import clean
from tthc_desktop.models.version import Issue
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.folders import open_in_last
from tthc_desktop.ui.life.desk_work import chosen_plan
from tthc_desktop.ui.life.issuing import IssuePage
from tthc_desktop.ui.life.signed_page import File, SignedPage
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.stopping import step_of
from tthc_desktop.ui.today import today

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def choose_signed(window: "MainWindow") -> None:
    """Ask for the signed PDF of the chosen plan."""
    plan = chosen_plan(window)
    if plan is not None:
        choose_for(window, plan)


def choose_for(window: "MainWindow", plan: Plan) -> None:
    """Ask for the signed PDF of a plan."""
    try:
        check_issuable(plan)
    except UserError as error:
        window.messages.trouble(error)
        return
    dialog = QFileDialog(window, "Nhận bản đã ký", "", "Tệp PDF đã ký (*.pdf);;Tất cả các tệp (*)")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    open_in_last(dialog, window.memory)
    dialog.fileSelected.connect(lambda name: receive_signed(window, plan, Path(name)))
    dialog.open()


def receive_signed(window: "MainWindow", plan: Plan, path: Path) -> None:
    """Read a signed PDF in the background and hold it against the plan; then open its page."""

    def work(job: Job) -> tuple[File, SignedPaper]:
        from tthc_desktop.documents.reading.pdf_file import read_pdf  # noqa: PLC0415 - in the worker's time
        from tthc_desktop.documents.signing.appearances import as_seen  # noqa: PLC0415

        data = read_pdf(path)
        paper = _read(data, clean(path.name), plan, job)
        return File(data, as_seen(data)), paper

    job = window.background.run(work, lambda found: _review(window, plan, *found))
    window.messages.work(f"Đang kiểm chữ ký của {path.name} và đối chiếu với kế hoạch…", "Thôi nhận", job)


def _read(data: bytes, name: str, plan: Plan, job: Job) -> SignedPaper:
    from tthc_desktop.documents.reading.own_process import OwnProcess  # noqa: PLC0415 - in the worker's time
    from tthc_desktop.documents.signing.reading import read_signed  # noqa: PLC0415
    from tthc_desktop.documents.signing.roots import read_roots  # noqa: PLC0415
    from tthc_desktop.settings import roots_folder  # noqa: PLC0415

    with OwnProcess() as process:
        return process.ask(read_signed, name, data, name, plan, read_roots(roots_folder()), step=step_of(job))


def _review(window: "MainWindow", plan: Plan, file: File, paper: SignedPaper) -> None:
    window.messages.clear()
    review(window, plan, file, paper)


def review(window: "MainWindow", plan: Plan, file: File, paper: SignedPaper) -> SignedPage:
    """Open the page of a signed PDF."""

    def again(plan: Plan, job: Job) -> SignedPaper:
        return _read(file.data, paper.name, plan, job)

    page = SignedPage(plan, paper, file, again, lambda page, made: take(window, page, made))
    page.show_facts(today())
    page.follow(window.background)
    window.desk.heard.connect(page.hear)
    window.add_page(page)
    page.tree.setFocus()
    return page


def take(window: "MainWindow", page: SignedPage, made: Issue) -> None:
    """Keep the file as it is and issue the plan, as one change."""
    office = window.desk.office
    if office is None:
        return
    issue_plan(page.plan, made)
    kept = replace(made, pdf=office.keep_file(page.file.data))
    label = f"Ban hành kế hoạch số {made.number}/{made.symbol}"
    if not window.desk.apply(Change(label, ((page.plan, issue_plan(page.plan, kept)),))):
        return
    for other in window.all_pages():
        if other is page or (isinstance(other, IssuePage) and other.plan.id == page.plan.id):
            other.finished.emit()
    window.desk.open_plan(page.plan.id)
    what = f"Đã ban hành số {made.number}/{made.symbol} ngày {made.date:%d/%m/%Y}; bản đã ký được giữ nguyên vẹn."
    window.messages.tell(Kind.GOOD, what, "", ("Hoàn tác", window.desk.undo))
