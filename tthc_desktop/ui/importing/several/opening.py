"""Several files or a folder chosen, read, and what is chosen of them taken as one change."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.documents.reading.listing import Listing, listed
from tthc_desktop.documents.reading.several import FOLDER, KINDS
from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.changes import Change
from tthc_desktop.models.copying import copy_plan, identities
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.folders import open_in_last
from tthc_desktop.ui.importing.reading import Shown, review, shown_of
from tthc_desktop.ui.importing.review import ReviewPage
from tthc_desktop.ui.importing.several.entries import Entry
from tthc_desktop.ui.importing.several.page import SeveralPage
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.plan.names import number

if TYPE_CHECKING:
    from tthc_desktop.office import Office
    from tthc_desktop.ui.main_window import MainWindow


def choose_papers(window: "MainWindow") -> None:
    """Ask for a folder."""
    dialog = QFileDialog(window, "Nhập cả thư mục", "")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    open_in_last(dialog, window.memory)
    dialog.fileSelected.connect(lambda name: read_papers(window, [Path(name)]))
    dialog.open()


def read_papers(window: "MainWindow", paths: Sequence[Path]) -> None:
    """Look in the background which files there are, then open the page that reads them."""
    if window.desk.office is None:
        return
    job = window.background.run(lambda _job: listed(paths, KINDS, FOLDER), lambda found: _show(window, found))
    window.messages.work("Đang tìm các tệp…", "Thôi", job)


def _show(window: "MainWindow", found: Listing) -> None:
    window.messages.clear()
    if found.names:
        open_several(window, found)
    elif found.unread:
        window.messages.trouble(found.unread[0].error)
    else:
        advice = "Hãy chọn thư mục có các tệp Word, PDF, văn bản hoặc bảng tính của kế hoạch."
        window.messages.trouble(UserError("Không thấy tệp nào đọc được ở đó.", advice))


def open_several(window: "MainWindow", found: Listing) -> SeveralPage:
    """Open the page; it begins to read at once."""
    page = SeveralPage(found, lambda: window.desk.office.plans if window.desk.office else {}, window.background)
    window.desk.heard.connect(page.hear)
    page.wanted.connect(lambda entry: _review(window, entry))
    page.accepted.connect(lambda entries: take_all(window, entries))
    window.add_page(page)
    page.view.setFocus()
    return page


def _review(window: "MainWindow", entry: Entry) -> None:
    """Bring the review of a file to the front, or open it; the pages of a PDF are read in the background."""
    draft = entry.draft
    if draft is None:
        return
    opened = _reviewed(window, draft)
    if opened is not None:
        window.pages.setCurrentWidget(opened)
        return

    def work(_job: Job) -> Shown:
        return shown_of(entry.read.path)

    def show(shown: Shown) -> None:
        if _reviewed(window, draft) is None:
            review(window, draft, shown.pages, shown.turned)

    window.background.run(work, show)


def _reviewed(window: "MainWindow", draft: Draft) -> ReviewPage | None:
    """Return the review of a draft that is open already."""
    pages = (page for page in window.all_pages() if isinstance(page, ReviewPage))
    return next((page for page in pages if page.draft.plan.id == draft.plan.id), None)


def _keep_files(office: "Office", paths: Iterable[Path], plans: Sequence[Plan]) -> None:
    """Keep what archives hold of the files that the plans were issued with."""
    from tthc_desktop.documents.reading.everything import is_everything, kept_files  # noqa: PLC0415 - seldom needed

    for path in filter(is_everything, paths):
        for data in kept_files(path, plans):
            office.keep_file(data)


def take_all(window: "MainWindow", entries: Sequence[Entry]) -> bool:
    """Write the plans as one change, those under review as they are there, and say what happened."""
    office = window.desk.office
    if office is None:
        return False
    known: set[Id] = set().union(*map(identities, office.plans.values()))
    taken: list[tuple[Plan, Draft]] = []
    reviews = [_reviewed(window, entry.draft) for entry in entries if entry.draft is not None]
    for entry, page in zip((entry for entry in entries if entry.draft is not None), reviews, strict=True):
        draft = page.draft if page is not None else entry.draft
        assert draft is not None
        plan = draft.plan if known.isdisjoint(identities(draft.plan)) else copy_plan(draft.plan)
        known |= identities(plan)
        taken.append((plan, draft))
    what = f"{number(len(taken))} kế hoạch"
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        _keep_files(office, {entry.read.path for entry in entries}, [plan for plan, _ in taken])
        if not window.desk.apply(Change(f"Nhập {what}", tuple((None, plan) for plan, _ in taken)), Reason.IMPORT):
            return False
    finally:
        QGuiApplication.restoreOverrideCursor()
    window.desk.drafts |= {plan.id: draft for plan, draft in taken}
    for page in reviews:
        if page is not None:
            window.drop_page(page)
    left = sum(len(draft.unplaced) for _, draft in taken)
    rest = f"; {number(left)} dòng chưa xếp được giữ lại trong từng kế hoạch" if left else ""
    window.messages.tell(Kind.GOOD, f"Đã nhập {what}{rest}.", "", ("Hoàn tác", window.desk.undo))
    return True
