"""Reading a paper that the user chooses, and taking the plan made of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.models.changes import Change
from tthc_desktop.models.copying import copy_plan, identities
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.folders import open_in_last
from tthc_desktop.ui.importing.archive import ARCHIVE, take_archive
from tthc_desktop.ui.importing.review import ReviewPage
from tthc_desktop.ui.importing.words import brought
from tthc_desktop.ui.importing_tables.opening import ENDINGS, read_tables_of
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.plan.names import short, title

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

KINDS = (
    "Văn bản, bảng Excel hoặc kế hoạch đã xuất (*.txt *.md *.json *.zip *.xlsx *.xls *.ods *.csv);;Tất cả các tệp (*)"
)


def choose_paper(window: "MainWindow") -> None:
    """Ask for a file."""
    dialog = QFileDialog(window, "Nhập văn bản cũ", "", KINDS)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    open_in_last(dialog, window.memory)
    dialog.fileSelected.connect(lambda name: read_paper(window, Path(name)))
    dialog.open()


def read_paper(window: "MainWindow", path: Path) -> None:
    """Read a file in the background, then open its review; a workbook goes through the wizard for tables."""
    if path.suffix.lower() == ARCHIVE:
        take_archive(window, path)
        return
    if path.suffix.lower() in ENDINGS:
        read_tables_of(window, path)
        return
    job = window.background.run(lambda _job: _read(path), lambda draft: _show(window, draft))
    window.messages.work(f"Đang đọc {path.name}…", "Thôi đọc", job)


def _read(path: Path) -> Draft:
    from tthc_desktop.documents.reading.files import read_file  # noqa: PLC0415 - in the worker's time

    return read_file(path)


def _show(window: "MainWindow", draft: Draft) -> None:
    review(window, draft)


def review(window: "MainWindow", draft: Draft, pages: bytes = b"") -> ReviewPage:
    """Open the review of a draft; `pages` is the PDF that it was read from."""
    window.messages.clear()
    page = ReviewPage(draft, lambda plan: take(window, page, plan), window.background, pages)
    window.add_page(page)
    page.original.view().setFocus()
    return page


def take(window: "MainWindow", page: ReviewPage, plan: Plan) -> bool:
    """Write the plan as one change, open it and say what happened."""
    plan = _as_own(window, plan)
    window.desk.drafts[plan.id] = page.draft
    if not window.desk.apply(Change(f"Nhập “{short(title(plan), 40)}”", ((None, plan),))):
        return False
    window.close_page(page)
    window.desk.open_plan(plan.id)
    window.messages.tell(Kind.GOOD, f"Đã nhập {brought(page.draft)}", "", ("Hoàn tác", window.desk.undo))
    return True


def _as_own(window: "MainWindow", plan: Plan) -> Plan:
    """Return the plan, as a copy when the office has it, or a part of it, already."""
    office = window.desk.office
    known = office.plans.values() if office else ()
    taken = any(not identities(plan).isdisjoint(identities(other)) for other in known)
    return copy_plan(plan) if taken else plan
