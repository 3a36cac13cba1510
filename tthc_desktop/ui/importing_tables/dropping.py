"""What is done with workbooks dropped on the window: a lone one that was never sent to a unit is a table to take."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.documents.reading.own_process import OwnProcess
from tthc_desktop.documents.reading.returned import read_returned
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.importing_tables.opening import read_tables_of
from tthc_desktop.ui.merging.receiving import receive
from tthc_desktop.ui.stopping import step_of

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def take_drop(window: "MainWindow", paths: Sequence[Path]) -> None:
    """Receive returned sheets; take any other workbook through the wizard, into the plan in front."""
    if len(paths) != 1 or paths[0].is_dir():
        receive(window, paths)
        return
    path, plan_id = paths[0], window.page().plan_id

    def go_on(is_sent: bool) -> None:
        if is_sent:
            receive(window, paths)
        else:
            read_tables_of(window, path, plan_id)

    job = window.background.run(lambda job: _was_sent(path, job), go_on)
    window.messages.work(f"Đang đọc {path.name}…", "Thôi đọc", job)


def _was_sent(path: Path, job: Job) -> bool:
    with OwnProcess() as process:
        sheets = read_returned([path], step_of(job), process.ask).sheets
    return any(sheet.sent is not None or sheet.unit_name for sheet in sheets)
