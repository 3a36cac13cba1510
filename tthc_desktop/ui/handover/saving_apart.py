"""The print as several files: the paper under the name that is asked for, each appendix beside it."""

from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.saving import FileKind, ask_place, file_name, tell_saved_many

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

_APART = FileKind("Lưu PDF, mỗi phụ lục một tệp", "Tệp PDF", "pdf")


def save_apart(window: "MainWindow") -> None:
    """Ask for a file name and write the plan in front."""
    page, office = window.page(), window.desk.office
    page.commit()
    plan = office.plans.get(page.plan_id) if office else None
    if plan is not None:
        ask_place(window, _APART, file_name(plan), lambda path: write_apart(window, plan, path))


def write_apart(window: "MainWindow", plan: Plan, path: Path) -> None:
    """Write the files in the background and say where they are."""

    def work(job: Job) -> int:
        from tthc_desktop.documents.writing.pdf.separate import separate_files  # noqa: PLC0415 - in the worker's time
        from tthc_desktop.documents.writing.pdf.separate_writing import write_separately  # noqa: PLC0415

        files = separate_files(plan, stem=path.stem)
        return 0 if job.cancelled else len(write_separately(path, files))

    def tell(count: int) -> None:
        tell_saved_many(window, path.parent, count)

    window.messages.work(f"Đang ghi {path.name}…", "Thôi ghi", window.background.run(work, tell))
