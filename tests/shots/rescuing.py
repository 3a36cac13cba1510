"""The page that stands in for an office whose file is damaged."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.changes import Change
from tthc_desktop.office import Office
from tthc_desktop.storage.backups import make
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.rescue.opening import open_rescue

Wait = Callable[[Callable[[], bool]], None]
Screen = Callable[[MainWindow, Wait], QWidget | None]
_PLACE = r"C:\Users\van-thu\AppData\Local\TTHC Desktop\van-phong.tthc"


def rescue(window: MainWindow, wait: Wait) -> None:
    """Show the ways out of a file that has a good backup."""
    folder = TemporaryDirectory()
    window.destroyed.connect(lambda _=None: folder.cleanup())
    path = Path(folder.name) / "van-phong.tthc"
    with Office.open(path) as office:
        office.change(Change("Thêm kế hoạch", ((None, sample_plan()),)))
    make(path, Reason.DAY, datetime(2026, 6, 17, 1, 5, tzinfo=UTC))
    error = UserError("Tệp dữ liệu “van-phong.tthc” bị hỏng.", "Hãy chọn một lối đi dưới đây.")
    page = open_rescue(window, path, error, lambda _: None)
    wait(page.backup.isEnabled)
    page.words.setText(page.words.text().replace(str(path), _PLACE))


RESCUING: dict[str, Screen] = {"rescue": rescue}
