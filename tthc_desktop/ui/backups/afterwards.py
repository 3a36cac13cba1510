"""What is told when the program has begun again after the office went back to a backup."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from tthc_desktop.ui.messages import Kind

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

_DONE, _FAILED = "backups/went_back", "backups/stayed"


def keep_for_later(memory: QSettings, what: str, advice: str, *, is_done: bool) -> None:
    """Keep what is to be told; the next process reads it."""
    memory.setValue(_DONE if is_done else _FAILED, f"{what}\n{advice}")
    memory.sync()


def tell_now(window: "MainWindow") -> None:
    """Tell once what was kept."""
    for key, kind in ((_DONE, Kind.GOOD), (_FAILED, Kind.ERROR)):
        what, _, advice = str(window.memory.value(key, "") or "").partition("\n")
        if what:
            window.memory.remove(key)
            window.messages.tell(kind, what, advice)
