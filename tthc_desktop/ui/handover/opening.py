"""Opening the page that prepares the paper in front to be signed, and writing its folder in the background."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from tthc_desktop.ui.background import Job
from tthc_desktop.ui.handover.page import HandoverPage
from tthc_desktop.ui.life.desk_work import chosen_plan
from tthc_desktop.ui.messages import Kind

if TYPE_CHECKING:
    from tthc_desktop.documents.handover import Handover
    from tthc_desktop.ui.main_window import MainWindow


def open_handover(window: "MainWindow") -> HandoverPage | None:
    """Bring the page for the plan in front, or for the chosen one, to the front."""
    plan, office = chosen_plan(window), window.desk.office
    if plan is None or office is None:
        return None
    if page := window.bring(HandoverPage, plan.id):
        return page
    made = HandoverPage(office, plan.id, window.background, window.memory)
    window.desk.heard.connect(made.hear)
    made.written.connect(lambda handover, folder: _write(window, made, handover, folder))
    window.add_page(made)
    made.tree.setFocus()
    return made


def _write(window: "MainWindow", page: HandoverPage, made: "Handover", folder: Path) -> None:
    def work(job: Job) -> int:
        from tthc_desktop.documents.handover import write_handover  # noqa: PLC0415 - in the worker's time

        return 0 if job.cancelled else len(write_handover(folder, made))

    job = window.background.run(work, lambda count: _tell(window, page, folder, count))
    job.destroyed.connect(page.done_writing)
    window.messages.work("Đang ghi hồ sơ ký…", "Thôi ghi", job)


def _tell(window: "MainWindow", page: HandoverPage, folder: Path, count: int) -> None:
    page.finished.emit()
    what = f"Đã ghi hồ sơ ký, {count} tệp, vào {folder}."
    window.messages.tell(Kind.GOOD, what, "", ("Mở thư mục", lambda: _open(folder)))


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
