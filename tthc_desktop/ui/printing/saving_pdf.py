"""The print as a file: the whole paper at once, or what is chosen on the page before printing."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.documents.writing.files import write
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.folders import open_in_last
from tthc_desktop.ui.plan.preview import rendered
from tthc_desktop.ui.printing.remembering import remember_choices
from tthc_desktop.ui.printing.sources import whole_only
from tthc_desktop.ui.saving import FileKind, ask_place, file_name, tell_saved_many, write_file

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow
    from tthc_desktop.ui.printing.page import PrintPage

_PDF = FileKind("Lưu PDF", "Tệp PDF", "pdf")


def save_pdf(window: "MainWindow") -> None:
    """Ask for a file name and write the PDF of the plan in front, whole and to be signed."""
    page, office = window.page(), window.desk.office
    page.commit()
    plan = office.plans.get(page.plan_id) if office else None
    if plan is not None:
        ask_place(window, _PDF, file_name(plan), lambda path: write_pdf(window, plan, path))


def write_pdf(window: "MainWindow", plan: Plan, path: Path) -> None:
    """Write the PDF to a file in the background and say where it is."""
    write_file(window, path, lambda: rendered(plan).data)


def save_chosen(window: "MainWindow", page: "PrintPage") -> None:
    """Ask where to write what is chosen on the page before printing: a file, or a folder for several papers."""
    if page.job is None:
        return
    if len(page.sources) == 1:
        ask_place(window, _PDF, page.sources[0].file_name, lambda path: write_chosen(window, page, path))
        return
    dialog = QFileDialog(window, "Lưu mỗi văn bản thành một tệp PDF trong thư mục")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    open_in_last(dialog, window.memory)
    dialog.fileSelected.connect(lambda folder: write_several(window, page, Path(folder)))
    dialog.open()


def write_chosen(window: "MainWindow", page: "PrintPage", path: Path) -> None:
    """Write the chosen pages of the one paper: the very bytes of the print where that is all of them."""
    if page.job is None:
        return
    source, made, chosen = page.sources[0], page.made[0], page.job.chosen[0]
    is_whole = len(chosen) == len(made.sizes)
    if source.kept and not is_whole:
        window.messages.trouble(whole_only())
        return
    form = page.form.choices().form
    remember_choices(window.memory, page.form.choices())
    write_file(window, path, lambda: source.kept or made.data if is_whole else source.pages(form, chosen))
    page.finished.emit()


def write_several(window: "MainWindow", page: "PrintPage", folder: Path) -> None:
    """Write each paper to a file of its own, under a name that is not taken there."""
    if page.job is None:
        return
    form, work = page.form.choices().form, list(zip(page.sources, page.made, page.job.chosen, strict=True))
    remember_choices(window.memory, page.form.choices())

    def act(job: Job) -> int:
        for number, (source, made, chosen) in enumerate(work, 1):
            if job.cancelled:
                break
            is_whole = len(chosen) == len(made.sizes)
            data = source.kept or made.data if is_whole else source.pages(form, chosen)
            write(_free(folder, source.file_name), data)
            job.progressed.emit(number, len(work))
        return len(work)

    job = window.background.run(act, lambda count: tell_saved_many(window, folder, count))
    window.messages.work(f"Đang ghi {len(work)} tệp PDF…", "Thôi ghi", job)
    page.finished.emit()


def _free(folder: Path, name: str) -> Path:
    path, number = folder / f"{name}.pdf", 1
    while path.exists():
        number += 1
        path = folder / f"{name} ({number}).pdf"
    return path
