"""The archive of all papers taken back: nothing of it is in doubt, so it goes in by one change that can be undone."""

from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.documents.reading.draft import Draft, Drafts
from tthc_desktop.models.changes import Change
from tthc_desktop.models.copying import own_of
from tthc_desktop.models.text import clean
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.importing.stopping import step_of
from tthc_desktop.ui.messages import Kind

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

ARCHIVE = ".zip"


def take_archive(window: "MainWindow", path: Path) -> None:
    """Read an archive in the background and take all its papers."""
    job = window.background.run(lambda job: _read(path, job), lambda found: _take(window, path, found))
    window.messages.work(f"Đang đọc {path.name}…", "Thôi đọc", job)


def _read(path: Path, job: Job) -> Draft | Drafts:
    # In the worker's time.
    from tthc_desktop.documents.reading.everything import is_everything, read_everything  # noqa: PLC0415
    from tthc_desktop.documents.reading.files import read_file  # noqa: PLC0415

    if is_everything(path):
        return read_everything(path, step_of(job))
    return read_file(path)


def _take(window: "MainWindow", path: Path, found: Draft | Drafts) -> None:
    if isinstance(found, Drafts):
        take_all(window, path, found)
        return
    from tthc_desktop.ui.importing.reading import review  # noqa: PLC0415 - it hands archives over to us

    review(window, found)


def take_all(window: "MainWindow", path: Path, found: Drafts) -> None:
    """Write the papers as one change and say what happened; what the office has already comes in as copies."""
    office = window.desk.office
    if office is None:
        return
    plans = own_of([draft.plan for draft in found.drafts], office.plans.values())
    if not window.desk.apply(Change(f"Nhập gói {clean(path.name)}", tuple((None, plan) for plan in plans))):
        return
    advice = " ".join(f"{problem.place}: {problem.text}" for problem in found.problems[:1])
    words = f"Đã nhập {len(plans)} văn bản từ {path.name}."
    window.messages.tell(Kind.GOOD, words, advice, ("Hoàn tác", window.desk.undo))
