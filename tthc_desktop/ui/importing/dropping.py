"""What is done with files dropped on the window: workbooks are sheets or tables, everything else is an old paper."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.documents.reading.listing import listed
from tthc_desktop.documents.reading.returned import KINDS as SHEETS
from tthc_desktop.documents.reading.several import FOLDER, KINDS, PAPERS
from tthc_desktop.ui.importing.reading import read_chosen
from tthc_desktop.ui.importing_tables import dropping

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def take_drop(window: "MainWindow", paths: Sequence[Path]) -> None:
    """Read papers for their review; a folder in which there is none may hold returned sheets."""
    if any(path.is_dir() for path in paths):
        job = window.background.run(lambda _job: _holds_papers(paths), lambda papers: _go_on(window, paths, papers))
        window.messages.work("Đang xem thư mục…", "Thôi", job)
    else:
        _go_on(window, paths, any(path.suffix.lower() not in SHEETS for path in paths))


def _holds_papers(paths: Sequence[Path]) -> bool:
    return any(path.suffix.lower() in PAPERS for path in listed(paths, KINDS, FOLDER).names)


def _go_on(window: "MainWindow", paths: Sequence[Path], papers: object) -> None:
    if papers:
        read_chosen(window, paths)
    else:
        dropping.take_drop(window, paths)
