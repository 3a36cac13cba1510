"""The plan in front as a file of Word or Excel, all that the office keeps as a workbook, all papers as an archive."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.documents.own_archive import README
from tthc_desktop.documents.writing.endings import written
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.life import papers
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.saving import FileKind, ask_place, file_name, tell_saved, write_file
from tthc_desktop.ui.stopping import step_of

if TYPE_CHECKING:
    from tthc_desktop.documents.writing.everything import Told
    from tthc_desktop.ui.main_window import MainWindow

_WORD = FileKind("Xuất văn bản ra Word", "Tệp Word", "docx")
_PLAN = FileKind("Xuất kế hoạch ra Excel", "Tệp Excel", "xlsx")
_ALL = FileKind("Xuất toàn bộ ra Excel", "Tệp Excel", "xlsx")
_EVERYTHING = FileKind("Xuất mọi văn bản ra một gói", "Gói ZIP", "zip")


def export_word(window: "MainWindow") -> None:
    """Ask for a file name and write the paper in front for Word."""
    _export(window, _WORD)


def export_plan(window: "MainWindow") -> None:
    """Ask for a file name and write the tables of the plan in front."""
    _export(window, _PLAN)


def _export(window: "MainWindow", kind: FileKind) -> None:
    page, office = window.page(), window.desk.office
    page.commit()
    plan = office.plans.get(page.plan_id) if office else None
    if plan is not None:
        ask_place(window, kind, file_name(plan), lambda path: write_plan(window, plan, path, f".{kind.ending}"))


def write_plan(window: "MainWindow", plan: Plan, path: Path, ending: str = ".xlsx") -> None:
    """Write a plan in the background, as the kind of file that has this ending."""
    write_file(window, path, lambda: written(plan, ending))


def export_all(window: "MainWindow") -> None:
    """Ask for a file name and write all that the office keeps."""
    window.page().commit()
    office = window.desk.office
    if office is not None:
        holdings = office.holdings
        ask_place(window, _ALL, "Kế hoạch và tiến độ", lambda path: write_all(window, holdings, path))


def write_all(window: "MainWindow", holdings: Holdings, path: Path) -> None:
    """Write all that an office keeps in the background."""
    write_file(window, path, lambda: _all_bytes(holdings))


def export_everything(window: "MainWindow") -> None:
    """Ask for a file name and write every paper in every form into one archive."""
    window.page().commit()
    office = window.desk.office
    if office is not None:
        chosen = papers(office.plans)
        ask_place(window, _EVERYTHING, "Mọi văn bản", lambda path: write_papers(window, chosen, office.kept_file, path))


def write_papers(window: "MainWindow", chosen: Sequence[Plan], kept_file: Callable[[str], bytes], path: Path) -> None:
    """Write an archive of papers in the background, and say what could not be made."""
    kept = _KeptFiles(chosen, kept_file)
    job = window.background.run(
        lambda job: _archived(path, chosen, kept, job), lambda told: tell_saved(window, path, _missing(told))
    )
    window.messages.work(f"Đang ghi {len(chosen)} văn bản vào {path.name}…", "Thôi ghi", job)


class _KeptFiles:
    """The files kept with some plans, taken out here, for a worker may not ask the office."""

    def __init__(self, chosen: Sequence[Plan], kept_file: Callable[[str], bytes]) -> None:
        self._found: dict[str, bytes | UserError] = {}
        for plan in chosen:
            if plan.issue and plan.issue.pdf:
                try:
                    self._found[plan.issue.pdf] = kept_file(plan.issue.pdf)
                except UserError as error:
                    self._found[plan.issue.pdf] = error

    def __call__(self, sha256: str) -> bytes:
        """Return a file, or raise what the office said of it."""
        found = self._found[sha256]
        if isinstance(found, UserError):
            raise found
        return found


def _archived(path: Path, chosen: Sequence[Plan], kept_file: Callable[[str], bytes], job: Job) -> "Told":
    from tthc_desktop.documents.writing.everything import write_everything  # noqa: PLC0415 - loaded in the worker

    return write_everything(path, chosen, kept_file, step_of(job))


def _missing(told: "Told") -> str:
    """Return which files an archive lacks; the whole list stands in it."""
    if not told.missing:
        return ""
    _, name, why = told.missing[0]
    others = f" Xem {README} trong gói về {len(told.missing) - 1} tệp khác." if len(told.missing) > 1 else ""
    return f"Không có {name.rpartition('/')[2]}: {why}{others}"


def _all_bytes(holdings: Holdings) -> bytes:
    from tthc_desktop.documents.writing.workbook import whole_workbook  # noqa: PLC0415 - loaded in the worker

    return whole_workbook(holdings)
