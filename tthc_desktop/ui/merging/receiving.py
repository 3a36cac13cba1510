"""Returned sheets chosen, read and reviewed, and what was taken of them written as one change."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.documents.reading.own_process import OwnProcess
from tthc_desktop.documents.reading.returned import KINDS, ReturnedFiles, read_returned
from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.merge.accepting import accepted
from tthc_desktop.models.merge.values import Choices
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.folders import open_in_last
from tthc_desktop.ui.merging.comparing import compare_files
from tthc_desktop.ui.merging.comparison import Comparison
from tthc_desktop.ui.merging.foot import happened
from tthc_desktop.ui.merging.knowing import known_now
from tthc_desktop.ui.merging.page import Doing, MergePage
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.stopping import step_of

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

_FILES = f"Bảng đơn vị gửi lại ({' '.join(f'*{kind}' for kind in sorted(KINDS))});;Tất cả các tệp (*)"
_AGAIN = "Đã đối chiếu lại với dữ liệu hiện tại; các lựa chọn đã làm vẫn được giữ."


def choose_sheets(window: "MainWindow") -> None:
    """Ask for files, any number of them."""
    _ask(window, "Nhận bảng đơn vị gửi lại", QFileDialog.FileMode.ExistingFiles)


def choose_folder(window: "MainWindow") -> None:
    """Ask for a folder."""
    _ask(window, "Nhận cả thư mục bảng gửi lại", QFileDialog.FileMode.Directory)


def _ask(window: "MainWindow", words: str, mode: QFileDialog.FileMode) -> None:
    dialog = QFileDialog(window, words, "", _FILES)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(mode)
    open_in_last(dialog, window.memory)
    dialog.filesSelected.connect(lambda names: receive(window, [Path(name) for name in names]))
    dialog.open()


def receive(window: "MainWindow", paths: Sequence[Path]) -> None:
    """Read the files, and those in the folders, in the background; then open the review."""
    office = window.desk.office
    if office is None:
        return
    known = known_now(office)

    def work(job: Job) -> tuple[ReturnedFiles, Comparison]:
        with OwnProcess() as process:
            files = read_returned(paths, step_of(job), process.ask)
        return files, compare_files(files, known)

    job = window.background.run(work, lambda result: _show(window, *result))
    window.messages.work("Đang đọc các bảng đơn vị gửi lại…", "Thôi đọc", job)


def _show(window: "MainWindow", files: ReturnedFiles, comparison: Comparison) -> None:
    window.messages.clear()
    if files.sheets:
        review(window, files, comparison)
    elif files.unread:
        error, others = files.unread[0].error, len(files.unread) - 1
        more = f" Còn {others} tệp khác cũng không đọc được." if others else ""
        window.messages.trouble(UserError(error.what, f"{error.advice}{more}"))
    else:
        advice = "Hãy chọn các tệp mà đơn vị gửi lại, hoặc thư mục có các tệp đó."
        window.messages.trouble(UserError("Không thấy bảng Excel nào ở đó.", advice))


def review(window: "MainWindow", files: ReturnedFiles, comparison: Comparison) -> MergePage:
    """Open the review of what was read; it compares anew whenever the office changes."""

    def compare() -> Callable[[], Comparison]:
        office = window.desk.office
        assert office is not None
        known = known_now(office, comparison.at)
        return lambda: compare_files(files, known)

    doing = Doing(compare, lambda found, choices: take(window, found, choices))
    page = MergePage(comparison, doing, window.background)
    window.desk.heard.connect(page.hear)
    window.add_page(page)
    page.begin()
    return page


def take(window: "MainWindow", comparison: Comparison, choices: Choices) -> bool:
    """Write what was chosen as one change and say what happened; false when the office has changed meanwhile."""
    office = window.desk.office
    if office is None:
        return False
    try:
        change = accepted(comparison.merge, choices, known_now(office, comparison.at))
        if change is not None:
            if not window.desk.guard(Reason.MERGE):
                return False
            office.change(change)
    except UserError as error:
        window.messages.tell(Kind.WARNING, error.what, _AGAIN)
        return False
    words = happened(comparison, choices)
    offers = () if change is None else (("Hoàn tác", window.desk.undo),)
    window.messages.tell(Kind.GOOD, words, "", *offers)
    return True
