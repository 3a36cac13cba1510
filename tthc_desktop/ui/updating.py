"""Cập nhật từ tệp: another version from a file that the clerk chooses, and one step back. Nothing is fetched."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar

from tthc_desktop import __version__
from tthc_desktop.errors import UserError
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.controls import button, column, fit, label, row
from tthc_desktop.updating import Installed, Signed, former, go_back, install, installed, opened
from tthc_desktop.updating.package import ENDING, Manifest

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

_FILES = f"Tệp cập nhật (*{ENDING})"
_AGAIN = "Hãy đóng rồi mở lại chương trình để dùng bản ấy."
_HOW = (
    "Chương trình không tự tải gì về. Khi nơi cung cấp gửi tệp cập nhật, hãy chọn tệp ấy ở đây; "
    "dữ liệu của cơ quan giữ nguyên, và bản đang dùng được giữ lại để quay về khi cần."
)


class UpdateDialog(QDialog):
    """Says which version there is, takes a file, says what it is, and installs it when that is wanted."""

    moved = Signal(int)
    """How much of the file has been taken, in hundredths; told by a worker."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._program: Installed | None = None
        self._chosen: tuple[Path, Manifest] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Cập nhật từ tệp")
        self.words, self.found = label(""), label("")
        for words in (self.words, self.found):
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = QProgressBar(textVisible=False)
        self.bar.hide()
        self.choose = button("Chọn tệp…", self._ask)
        self.back = button("Quay về bản trước", self._go_back)
        self.start = button("Cập nhật", self._start, main=True)
        lines = column(self.words, self.found, self.bar, gap=look.ROOM, margin=look.WIDE)
        lines.addStretch(1)
        lines.addLayout(row(self.back, None, self.choose, button("Đóng", self.reject), self.start))
        self.setLayout(lines)
        self.moved.connect(self.bar.setValue)
        self._look()
        fit(self, QSize(620, 300))

    def _look(self) -> None:
        """Say what is installed, and whether it can be changed from here."""
        told = f"Đang dùng phiên bản {__version__}. "
        try:
            self._program = installed()
            self.words.setText(told + _HOW)
            before = former(self._program)
        except UserError as error:
            self.words.setText(f"{told}{error}")
            before = ""
        self.choose.setEnabled(self._program is not None)
        self.start.setEnabled(False)
        self.back.setVisible(bool(before))
        self.back.setText(f"Quay về bản {before}")

    def _ask(self) -> None:
        asked = QFileDialog(self, "Chọn tệp cập nhật", "", _FILES)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.fileSelected.connect(lambda name: self.take(Path(name)))
        asked.open()

    def take(self, path: Path) -> None:
        """Say what a chosen file is; nothing is changed yet."""
        self._chosen = None
        try:
            with opened(path) as found:
                manifest, signed, sha256 = found.manifest, found.signed, found.sha256
        except UserError as error:
            self._say_trouble(error)
            return
        self._chosen = path, manifest
        doubt = "" if signed is Signed.BY_SUPPLIER else " Chỉ cài khi biết chắc tệp do nơi cung cấp gửi."
        older = ", cũ hơn bản đang dùng" if manifest.is_older_than(__version__) else ""
        told = f"“{path.name}”: phiên bản {manifest.version}{older}; {signed.value}.{doubt}"
        self.found.setText(f"{told}\nMã băm: {sha256}")
        self.start.setEnabled(True)

    def _start(self) -> None:
        if self._chosen is None or self._program is None:
            return
        path, program = self._chosen[0], self._program
        self._wait(on=True)

        def work(_job: Job) -> str:
            with opened(path) as found:
                install(found, program, lambda done, of: self.moved.emit(100 * done // max(of, 1)))
                return found.manifest.version

        self._window.background.run(work, self._done, self._fail)

    def _go_back(self) -> None:
        if self._program is None:
            return
        program = self._program
        self._wait(on=True)
        self._window.background.run(lambda _job: go_back(program), self._done, self._fail)

    def _done(self, version: str) -> None:
        self._wait(on=False)
        self.words.setText(f"Đã thay bằng phiên bản {version}. {_AGAIN}")
        self.found.clear()
        for each in (self.choose, self.back, self.start):
            each.setEnabled(False)

    def _fail(self, error: Exception) -> None:
        self._wait(on=False)
        if not isinstance(error, UserError):
            self._window.show_trouble(error)
            return
        self._say_trouble(error)

    def _say_trouble(self, error: UserError) -> None:
        self.found.setText(str(error))
        self.start.setEnabled(False)

    def _wait(self, *, on: bool) -> None:
        self.bar.setVisible(on)
        for each in (self.choose, self.back, self.start):
            each.setEnabled(not on)


def show_update(window: "MainWindow") -> None:
    """Open the page that takes a file."""
    UpdateDialog(window).open()
