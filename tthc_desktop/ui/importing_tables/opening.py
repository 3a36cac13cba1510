"""Workbooks chosen and read, the wizard opened, and what it takes written as one change."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.documents.reading.sheets.own.plans import own_plans
from tthc_desktop.documents.reading.sheets.reading import read_book
from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.life import is_locked
from tthc_desktop.models.identity import Id
from tthc_desktop.ui.folders import open_in_last
from tthc_desktop.ui.importing_tables.course import Ground, Wishes, Worked, work_out
from tthc_desktop.ui.importing_tables.page import Doing, TablesPage
from tthc_desktop.ui.importing_tables.taking import taken_now
from tthc_desktop.ui.importing_tables.words import happened
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.plan.names import short, title

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

ENDINGS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv"})
_FILES = f"Bảng Excel ({' '.join(f'*{kind}' for kind in sorted(ENDINGS))});;Tất cả các tệp (*)"


def choose_tables(window: "MainWindow") -> None:
    """Ask for a workbook whose tables go into the plan in front, or make a new one."""
    dialog = QFileDialog(window, "Nhập bảng từ Excel", "", _FILES)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    open_in_last(dialog, window.memory)
    plan_id = window.page().plan_id
    dialog.fileSelected.connect(lambda name: read_tables_of(window, Path(name), plan_id))
    dialog.open()


def read_tables_of(window: "MainWindow", path: Path, plan_id: Id = "") -> None:
    """Read a workbook in the background, then open the wizard; an export of ours without a target is a plan."""
    office = window.desk.office
    if office is None:
        return
    meant = office.plans.get(plan_id)
    plan = None if meant is None or is_locked(meant) else meant
    locked = title(meant) if meant is not None and plan is None else ""
    known = tuple(office.known_headings.values())

    def work(_job: object) -> Worked | tuple[Draft, ...]:
        book = read_book(path)
        own = own_plans(book) if plan is None else ()
        if own:
            return tuple(one.draft for one in own)
        return work_out(Ground(book, plan, known, locked), Wishes(), None, compared=False)

    job = window.background.run(work, lambda found: _show(window, found))
    window.messages.work(f"Đang đọc {path.name}…", "Thôi đọc", job)


def _show(window: "MainWindow", found: Worked | tuple[Draft, ...]) -> None:
    if isinstance(found, Worked):
        open_wizard(window, found)
    else:
        _review_all(window, found)


def _review_all(window: "MainWindow", drafts: tuple[Draft, ...]) -> None:
    """Open a review of each plan in the file, the first one in front."""
    from tthc_desktop.ui.importing.reading import review  # noqa: PLC0415 - it hands workbooks on to here

    first, *_ = [review(window, draft) for draft in drafts]
    window.pages.setCurrentWidget(first)
    first.source.setFocus()
    if len(drafts) > 1:
        what = f"Tệp có {len(drafts)} kế hoạch, mỗi kế hoạch ở một thẻ."
        window.messages.tell(Kind.INFO, what, "Hãy xem rồi nhập từng kế hoạch; thẻ nào không cần thì đóng lại.")


def open_wizard(window: "MainWindow", worked: Worked) -> TablesPage:
    """Open the wizard; it holds the file against the plan anew whenever the office changes."""
    window.messages.clear()
    book, target = worked.ground.book, [worked.ground.plan.id if worked.ground.plan else ""]

    def ground() -> Ground:
        office = window.desk.office
        assert office is not None
        known = tuple(office.known_headings.values())
        return Ground(book, office.plans.get(target[0]), known, worked.ground.locked)

    def take(found: Worked) -> Wishes | None:
        made = _take(window, found)
        if made is not None:
            target[0] = made[0]
        return made[1] if made is not None else None

    page = TablesPage(worked, Doing(ground, take), window.background)
    window.desk.heard.connect(page.hear)
    window.add_page(page)
    page.file.begin()
    return page


def _take(window: "MainWindow", found: Worked) -> tuple[Id, Wishes] | None:
    """Write what is taken as one change and say what happened; None when the office refuses."""
    office = window.desk.office
    if office is None or found.found is None:
        return None
    taking = found.wishes.taking
    try:
        made = taken_now(found, tuple(office.known_headings.values()))
    except UserError as error:
        window.messages.trouble(error)
        return None
    name = short(found.ground.book.name, 40)
    if not window.desk.apply(Change(f"Nhập bảng từ {name}", made.pairs), Reason.IMPORT):
        return None
    if not made.left:
        window.desk.open_plan(made.plan.id)
    window.messages.tell(Kind.GOOD, happened(found.found, taking), "", ("Hoàn tác", window.desk.undo))
    return made.plan.id, made.wishes
