"""Where backups go besides this computer, and whether they are locked there."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame

from tthc_desktop.errors import UserError
from tthc_desktop.safekeeping import Done, choices_of, choose_second, is_there, protect, second_place, unprotect
from tthc_desktop.ui import look
from tthc_desktop.ui.backups.locking import LockForm
from tthc_desktop.ui.controls import button, column, fit, label, row
from tthc_desktop.ui.folders import last_folder

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

_WHY = (
    "Bản sao lưu luôn được ghi cạnh tệp dữ liệu, trên máy này. Nên chọn thêm một nơi thứ hai, như USB hoặc thư mục "
    "mạng, để còn bản sao khi máy hỏng hay mất. Khi không thấy nơi đó, chương trình nhắc một lần rồi chép bù sau."
)
_FOLDER = "files/backups"
_TOO, _LATER = "kể cả các bản đã chép", "các bản đã chép thì được khóa khi thấy lại nơi ấy"
"""What becomes of backups that were copied before there was a password."""
_WORKING = "Đang ghi…"


class SettingUpDialog(QDialog):
    """Shows what holds now; each button changes one thing at once, in the background."""

    def __init__(self, window: "MainWindow", office: Path, changed: Callable[[], object]) -> None:
        """Call `changed` when something holds otherwise, even after the dialog was closed."""
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Thiết lập sao lưu")
        self._window, self._office, self._changed = window, office, changed
        self._is_closed = False
        self.finished.connect(self._close)
        self.place, self.outcome = label(), label()
        self.choose = button("Chọn thư mục…", self.ask_folder)
        self.forget = button("Thôi dùng nơi này", lambda: self.take(None))
        self.lock = LockForm()
        self.lock.wanted.connect(self._protect)
        self.lock.unwanted.connect(self._unprotect)
        self._build()
        self._show()

    def _build(self) -> None:
        why = label(_WHY, quiet=True)
        for each in (why, self.place, self.outcome):
            each.setWordWrap(True)
        lines = column(label("Nơi thứ hai", bold=True, larger=1), why, self.place, gap=look.SPACE, margin=look.BROAD)
        lines.addLayout(row(self.choose, self.forget, None))
        lines.addSpacing(look.ROOM)
        lines.addWidget(_rule())
        lines.addSpacing(look.GAP)
        lines.addWidget(self.lock)
        lines.addStretch(1)
        lines.addWidget(self.outcome)
        lines.addLayout(row(None, button("Đóng", self.accept)))
        self.setLayout(lines)
        fit(self, QSize(640, 600))

    def _show(self) -> None:
        """Show what holds now."""
        choices = choices_of(self._office)
        is_away = " (lần trước không thấy nơi này)" if choices.absent else ""
        self.place.setText(f"Đang dùng: {choices.second}{is_away}" if choices.second else "Chưa chọn nơi thứ hai.")
        self.forget.setVisible(choices.second is not None)
        self.lock.show_state(locked=choices.locked)

    # Acts

    def ask_folder(self) -> QFileDialog:
        """Ask for a folder, and take it."""
        chosen = choices_of(self._office).second
        start = str(chosen) if chosen and chosen.is_dir() else last_folder(self._window.memory, _FOLDER)
        dialog = QFileDialog(self, "Chọn nơi sao lưu thứ hai", start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        fit(dialog, QSize(820, 520))
        dialog.open()
        return dialog

    def take(self, place: Path | None) -> None:
        """Use a folder as the second place from now on, or none, and bring it up to date."""
        office = self._office

        def work(_job: object) -> Done:
            choose_second(office, place)
            return second_place(office)

        if place is not None:
            self._window.memory.setValue(_FOLDER, str(place))
        self._begin(work)

    def _protect(self, secret: str) -> None:
        office = self._office

        def work(_job: object) -> Done:
            protect(office, secret)
            brought = second_place(office)
            choices = choices_of(office)
            is_away = choices.second is not None and not is_there(office, choices)
            former = _LATER if is_away else _TOO
            return Done(words=f"bản sao lưu ở nơi thứ hai từ nay có khóa, {former}", trouble=brought.trouble)

        self._begin(work)

    def _unprotect(self) -> None:
        office = self._office

        def work(_job: object) -> Done:
            unprotect(office)
            return Done(words="từ nay bản sao lưu ở nơi thứ hai không có khóa")

        self._begin(work)

    def _begin(self, work: Callable[[object], Done]) -> None:
        self._enable(can=False)
        self._say(_WORKING, "quiet")
        self._window.background.run(work, self._done, self._failed)

    def _close(self) -> None:
        self._is_closed = True

    def _done(self, done: Done) -> None:
        self._changed()
        if self._is_closed:
            if done.trouble is not None:
                self._window.show_trouble(done.trouble)
            return
        self._enable(can=True)
        self.lock.clear()
        self._show()
        if done.trouble is not None:
            self._say(f"{done.trouble.what} {done.trouble.advice}", "warning")
        else:
            self._say(f"Đã ghi thiết lập{': ' if done.words else ''}{done.words}.", "quiet")

    def _failed(self, error: Exception) -> None:
        if self._is_closed or not isinstance(error, UserError):
            self._window.show_trouble(error)
            return
        self._enable(can=True)
        self._show()
        self._say(f"{error.what} {error.advice}", "error")

    def _enable(self, *, can: bool) -> None:
        for each in (self.choose, self.forget, self.lock):
            each.setEnabled(can)

    def _say(self, words: str, ink: str) -> None:
        self.outcome.setText(words)
        self.outcome.setProperty("ink", ink)
        self.outcome.style().unpolish(self.outcome)
        self.outcome.style().polish(self.outcome)


def _rule() -> QFrame:
    made = QFrame()
    made.setFrameShape(QFrame.Shape.HLine)
    made.setFrameShadow(QFrame.Shadow.Plain)
    made.setForegroundRole(made.palette().ColorRole.Mid)
    return made
