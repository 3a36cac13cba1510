"""Files that the program writes for others: asked for a place, written in the background, told where they are."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.documents.writing.files import write
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.folders import open_in_last
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.plan.names import short_title

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


class FileKind(NamedTuple):
    """What is written: the title of the dialog, how the kind of file is called there, its ending."""

    asked: str
    named: str
    ending: str


def ask_place(
    window: "MainWindow", kind: FileKind, name: str, act: Callable[[Path], None], *, only_new: bool = False
) -> None:
    """Ask for a file name, which begins as `name`, and act on it; `only_new` offers to write over no file."""
    dialog = QFileDialog(window, kind.asked, "", f"{kind.named} (*.{kind.ending})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setDefaultSuffix(kind.ending)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, only_new)
    open_in_last(dialog, window.memory)
    dialog.selectFile(f"{name}.{kind.ending}")
    dialog.fileSelected.connect(lambda chosen: act(Path(chosen)))
    dialog.open()


def file_name(plan: Plan) -> str:
    """Return a name for a file of a plan, without its ending."""
    kept = (letter if letter.isalnum() or letter in " -.,()" else " " for letter in short_title(plan, 80))
    return " ".join("".join(kept).split()) or "ke-hoach"


def write_file(window: "MainWindow", path: Path, make: Callable[[], bytes]) -> None:
    """Make the bytes and write them to a file in the background, and say where it is."""
    job = window.background.run(lambda job: _write(job, path, make), lambda _: tell_saved(window, path))
    window.messages.work(f"Đang ghi {path.name}…", "Thôi ghi", job)


def tell_saved(window: "MainWindow", path: Path, advice: str = "") -> None:
    """Say where a file is, and offer to open it."""
    offer = ("Mở tệp", lambda: _open(path))
    window.messages.tell(Kind.GOOD, f"Đã lưu {path.name} vào {path.parent}.", advice, offer)


def tell_saved_many(window: "MainWindow", folder: Path, count: int) -> None:
    """Say where files are, and offer to open their folder."""
    offer = ("Mở thư mục", lambda: _open(folder))
    window.messages.tell(Kind.GOOD, f"Đã lưu {count} tệp PDF vào {folder}.", "", offer)


def _write(job: Job, path: Path, make: Callable[[], bytes]) -> None:
    data = make()
    if not job.cancelled:
        write(path, data)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
