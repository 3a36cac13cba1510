"""Reading a paper that the user chooses, and taking the plan made of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.changes import Change
from tthc_desktop.models.copying import copy_plan, identities
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.folders import open_in_last
from tthc_desktop.ui.importing.review import ReviewPage
from tthc_desktop.ui.importing.turning import Pages, can_be_turned
from tthc_desktop.ui.importing.turning import turned as make_pages
from tthc_desktop.ui.importing.words import brought
from tthc_desktop.ui.importing_tables.opening import ENDINGS, read_tables_of
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.plan.names import short, title
from tthc_desktop.ui.stopping import step_of

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

_WORD = "*.docx *.docm *.doc *.odt *.rtf"
_WORDS = "*.txt *.md *.html *.htm"
_SHEETS = "*.xlsx *.xlsm *.xls *.ods *.csv"
KINDS = ";;".join(
    (
        f"Mọi loại đọc được ({_WORD} *.pdf {_WORDS} *.json *.zip {_SHEETS})",
        f"Tài liệu Word ({_WORD})",
        "PDF (*.pdf)",
        f"Văn bản thuần ({_WORDS})",
        f"Bảng Excel ({_SHEETS})",
        "Kế hoạch đã xuất (*.json *.zip)",
        "Tất cả các tệp (*)",
    )
)
_ARCHIVE = ".zip"


_PDF, _PDF_HEAD = b"%PDF-", 1024


class Shown(NamedTuple):
    """The PDF that a file is, or the file whose pages can be made."""

    pages: bytes
    turned: Path | None


def choose_paper(window: "MainWindow") -> None:
    """Ask for a file, or several."""
    dialog = QFileDialog(window, "Nhập văn bản cũ", "", KINDS)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    open_in_last(dialog, window.memory)
    dialog.filesSelected.connect(lambda names: read_chosen(window, [Path(name) for name in names]))
    dialog.open()


def read_chosen(window: "MainWindow", paths: Sequence[Path]) -> None:
    """Read one file for its review; several, or an archive of several, for the table of what came of each."""
    if len(paths) == 1 and not (paths[0].is_dir() or paths[0].suffix.lower() == _ARCHIVE):
        read_paper(window, paths[0])
        return
    from tthc_desktop.ui.importing.several.opening import read_papers  # noqa: PLC0415 - it opens reviews from here

    read_papers(window, paths)


def read_paper(window: "MainWindow", path: Path) -> None:
    """Read a file in the background, then open its review; a workbook goes through the wizard for tables."""
    if path.suffix.lower() in ENDINGS:
        read_tables_of(window, path)
        return
    job = window.background.run(lambda job: _read(path, job), lambda found: _show(window, *found))
    window.messages.work(f"Đang đọc {path.name}…", "Thôi đọc", job)


def _read(path: Path, job: Job) -> tuple[Draft, Shown]:
    from tthc_desktop.documents.reading.files import read_file  # noqa: PLC0415 - in the worker's time
    from tthc_desktop.documents.reading.own_process import OwnProcess  # noqa: PLC0415

    with OwnProcess() as process:
        draft = process.ask(read_file, path.name, path, step=step_of(job))
    return draft, shown_of(path)


def _show(window: "MainWindow", draft: Draft, shown: Shown) -> None:
    review(window, draft, shown.pages, shown.turned)


def shown_of(path: Path) -> Shown:
    """Return what a review can show of a file beside its lines; called in a worker."""
    pages = pages_of(path)
    return Shown(pages, path if not pages and can_be_turned(path) else None)


def pages_of(path: Path) -> bytes:
    """Return the bytes of a PDF, nothing of another file or one that is gone."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_PDF_HEAD)
            return head + stream.read() if _PDF in head else b""
    except OSError:
        return b""


def review(window: "MainWindow", draft: Draft, pages: bytes = b"", turned: Path | None = None) -> ReviewPage:
    """Open the review of a draft; `pages` is the PDF that it was read from, `turned` a file that can become one."""
    window.messages.clear()
    page = ReviewPage(draft, lambda plan: take(window, page, plan), window.background, pages)
    if turned is not None:
        page.original.offer_pages()
        page.original.pages_wanted.connect(lambda: _turn(window, page, turned))
    window.add_page(page)
    page.original.view().setFocus()
    return page


def _turn(window: "MainWindow", page: ReviewPage, path: Path) -> None:
    """Make the pages of a file in the background, and show them unless the review is closed meanwhile."""
    lines = page.draft.lines

    def show(made: Pages) -> None:
        window.messages.clear()
        page.original.take_pages(*made)

    job = window.background.run(lambda job: make_pages(path, lines, job), show)
    page.destroyed.connect(job.cancel)
    job.destroyed.connect(page.original.let_ask)
    window.messages.work(f"Đang dựng các trang của {path.name}…", "Thôi", job)


def take(window: "MainWindow", page: ReviewPage, plan: Plan) -> bool:
    """Write the plan as one change, open it and say what happened."""
    plan = _as_own(window, plan)
    window.desk.drafts[plan.id] = page.draft
    if not window.desk.apply(Change(f"Nhập “{short(title(plan), 40)}”", ((None, plan),)), Reason.IMPORT):
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
