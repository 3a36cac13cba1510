"""The open office backed up by itself: in the background, and at its end once the window is out of sight."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tthc_desktop import safekeeping
from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.safekeeping import Done
from tthc_desktop.ui import bugs
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.backups.afterwards import tell_now
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.today import Days

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

_FAILED = "backups/failed"
"""Where the window remembers what kept it from backing up when it closed."""
_LOOK = "Tệp dữ liệu có thể có chỗ hỏng; hãy giữ các bản sao lưu trước và kiểm tra tệp."


class KeepingSafe(QObject):
    """Knows when the office of a window is to be backed up, and says so quietly."""

    ended = Signal()
    """An attempt to back up is over."""

    def __init__(self, window: "MainWindow", office: Path) -> None:
        super().__init__(window)
        self._window, self._office = window, office
        self._has_changed = False
        window.desk.heard.connect(self._hear)
        self.days = Days(self)
        self.days.turned.connect(self.begin_day)

    def begin_day(self) -> None:
        """Back up what has no backup of today yet, and make up for what the second place has missed."""
        self._tell_former()
        self._run(self._begun)

    def guard(self, reason: Reason) -> bool:
        """Take hold of the office as it is, and back that up meanwhile; tell why where it cannot be."""
        try:
            back_up = safekeeping.begin(self._office, reason)
        except UserError as error:
            self._say(UserError(f"Chưa sao lưu được dữ liệu nên chưa làm gì. {error.what}", error.advice))
            return False
        self._run(back_up)
        return True

    def close(self) -> None:
        """Back up what has changed; nobody waits for it, so what goes wrong is told when the window opens again."""
        if not self._has_changed:
            return
        try:
            safekeeping.after_changes(self._office)
        except UserError as error:
            self._window.memory.setValue(_FAILED, f"{error.what}\n{error.advice}")
        except Exception as error:  # noqa: BLE001 - the window is gone, and the log is read when it is asked for
            bugs.note(error)

    def _hear(self, _pairs: object) -> None:
        self._has_changed = True

    def _begun(self) -> Done:
        done = safekeeping.begin_day(self._office)
        return done if done.stored else safekeeping.second_place(self._office)

    def _run(self, work: Callable[[], Done]) -> None:
        self._window.status.say_backing_up()

        def run(_job: Job) -> Done:
            return work()

        self._window.background.run(run, self._show, self._fail)

    def _show(self, done: Done) -> None:
        card = done.stored.backup if done.stored else None
        self._window.status.say_backed_up(card.at.astimezone() if card else None)
        self.ended.emit()
        if card is not None and not card.sound:
            self._window.messages.tell(Kind.WARNING, "Đã sao lưu, nhưng bản sao lưu đọc lại không nguyên vẹn.", _LOOK)
        if done.trouble is not None:
            self._say(done.trouble)

    def _fail(self, error: Exception) -> None:
        self._window.status.say_backed_up(None)
        if isinstance(error, UserError):
            error = UserError(f"Chưa sao lưu được dữ liệu. {error.what}", error.advice)
            self._say(error)
        else:
            self._window.show_trouble(error)

    def _tell_former(self) -> None:
        tell_now(self._window)
        what, _, advice = str(self._window.memory.value(_FAILED, "") or "").partition("\n")
        if what:
            self._window.memory.remove(_FAILED)
            self._say(UserError(f"Lần đóng trước chưa sao lưu được dữ liệu. {what}", advice))

    def _say(self, error: UserError) -> None:
        self._window.messages.tell(Kind.WARNING, error.what, error.advice)
