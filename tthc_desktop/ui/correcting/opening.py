"""Nhận bản Word đã sửa: a corrected file chosen, read and reviewed, and what is taken of it written as one change."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.documents.corrected_papers import (
    CorrectedPaper,
    compared,
    is_of,
    plan_of_paper,
    read_corrected,
)
from tthc_desktop.documents.reading.own_process import OwnProcess
from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.life import is_locked
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.correcting.decisions import Decisions
from tthc_desktop.ui.correcting.page import CorrectingPage, Doing
from tthc_desktop.ui.correcting.words import Seen, happened, seen
from tthc_desktop.ui.folders import open_in_last
from tthc_desktop.ui.life.desk_work import chosen_plan
from tthc_desktop.ui.life.keeping import take_up
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.plan.names import short, title
from tthc_desktop.ui.stopping import step_of

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

_FILES = "Tệp Word đã sửa (*.docx *.docm *.doc *.odt *.rtf);;Tất cả các tệp (*)"
_AGAIN = "Đã so lại với kế hoạch hiện tại; các lựa chọn đã làm vẫn được giữ."


def choose_corrected(window: "MainWindow") -> None:
    """Ask for the file that came back for the plan in front."""
    plan = chosen_plan(window)
    if plan is None or not _may_change(window, plan):
        return
    dialog = QFileDialog(window, "Nhận bản Word đã sửa", "", _FILES)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    open_in_last(dialog, window.memory)
    dialog.fileSelected.connect(lambda name: receive_corrected(window, plan.id, Path(name)))
    dialog.open()


def _may_change(window: "MainWindow", plan: Plan) -> bool:
    """Tell whether the plan can be changed; say what to do where it cannot."""
    if not is_locked(plan):
        return True
    window.messages.tell(
        Kind.INFO,
        f"“{short(title(plan), 60)}” đã khóa nên không nhận bản sửa được.",
        "Hãy lập một bản dự thảo mới từ bản này rồi nhận tệp Word vào đó.",
        ("Lập dự thảo mới", lambda: take_up(window, plan)),
    )
    return False


def receive_corrected(window: "MainWindow", plan_id: Id, path: Path) -> None:
    """Read a file in the background; then open the review, or say of which other plan it is."""
    office = window.desk.office
    if office is None or plan_id not in office.plans:
        return
    plan, plans = office.plans[plan_id], dict(office.plans)

    def work(job: Job) -> tuple[CorrectedPaper, Id, Seen | None]:
        with OwnProcess() as process:
            paper = process.ask(read_corrected, path.name, path, step=step_of(job))
        own = plan_of_paper(paper, plans.values())
        found = seen(compared(plan, paper)) if is_of(own, plan, plans) else None
        return paper, own, found

    job = window.background.run(work, lambda result: _show(window, plan, *result))
    window.messages.work(f"Đang đọc {path.name}…", "Thôi đọc", job)


def _show(window: "MainWindow", plan: Plan, paper: CorrectedPaper, own: Id, found: Seen | None) -> None:
    window.messages.clear()
    if found is not None:
        review(window, plan.id, paper, found)
    else:
        _say_other(window, plan, paper, own)


def _say_other(window: "MainWindow", plan: Plan, paper: CorrectedPaper, own: Id) -> None:
    """Say that a file was written from another plan, and offer that plan where the office has it."""
    office = window.desk.office
    other = office.plans.get(own) if office else None
    if other is None:
        called = f" “{short(title(paper.base), 60)}”" if paper.base else ""
        what = f"“{paper.name}” được ghi ra từ kế hoạch khác{called}, không có trong dữ liệu của cơ quan."
        window.messages.trouble(UserError(what, "Hãy chọn đúng tệp, hoặc dùng Nhập văn bản cũ."))
        return
    what = f"“{paper.name}” được ghi ra từ “{short(title(other), 60)}”, không phải từ “{short(title(plan), 60)}”."
    offer = ("Nhận vào kế hoạch đó", lambda: _take_to(window, other, paper))
    window.messages.tell(Kind.WARNING, what, "Hãy nhận vào đúng kế hoạch của tệp.", offer)


def _take_to(window: "MainWindow", plan: Plan, paper: CorrectedPaper) -> None:
    """Review a file that was read already for the plan that it is of."""
    if _may_change(window, plan):
        window.desk.open_plan(plan.id)
        window.background.run(lambda _job: seen(compared(plan, paper)), lambda found: _open(window, plan, paper, found))


def _open(window: "MainWindow", plan: Plan, paper: CorrectedPaper, found: Seen) -> None:
    review(window, plan.id, paper, found)


def review(window: "MainWindow", plan_id: Id, paper: CorrectedPaper, found: Seen) -> CorrectingPage:
    """Open the review; it compares anew whenever the office changes."""

    def compare() -> Callable[[], Seen] | None:
        office = window.desk.office
        plan = office.plans.get(plan_id) if office else None
        return (lambda: seen(compared(plan, paper))) if plan else None

    def open_place(owner: Id) -> None:
        page = window.desk.open_plan(plan_id)
        if page is not None:
            page.go_to(owner)

    doing = Doing(compare, lambda decisions, made: write(window, paper, decisions, made), open_place)
    page = CorrectingPage(paper, found, doing, window.background)
    window.desk.heard.connect(page.hear)
    window.add_page(page)
    page.begin()
    return page


def write(window: "MainWindow", paper: CorrectedPaper, decisions: Decisions, made: Plan) -> bool:
    """Write what was chosen as one change and say what happened; false when the plan has changed meanwhile."""
    office, before = window.desk.office, decisions.found.current
    if office is None:
        return False
    try:
        if made is not before:
            if not window.desk.guard(Reason.MERGE):
                return False
            office.change(Change(f"Nhận bản Word đã sửa “{short(paper.name, 60)}”", ((before, made),)))
    except UserError as error:
        window.messages.tell(Kind.WARNING, error.what, _AGAIN)
        return False
    window.desk.open_plan(made.id)
    window.messages.tell(Kind.GOOD, happened(decisions, paper.name), "", ("Hoàn tác", window.desk.undo))
    return True
