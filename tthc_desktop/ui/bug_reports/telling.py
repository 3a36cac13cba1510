"""What went wrong, said in a bar with the one button that reports it."""

from typing import TYPE_CHECKING

from tthc_desktop.settings import log_folder
from tthc_desktop.ui.bug_reports.crashes import left_behind, watch
from tthc_desktop.ui.bug_reports.making import Trouble
from tthc_desktop.ui.messages import Kind

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

_ADVICE = "Hãy báo lỗi để người phụ trách kỹ thuật sửa."


def tell_bug(window: "MainWindow", error: BaseException) -> None:
    """Say that the program went wrong, and offer to report it; the last one can be reported from the menu too."""
    window.bug = Trouble(error=error)
    _tell(window, "Có lỗi của chương trình; mọi thay đổi đã lưu vẫn nguyên.", window.bug)


def report_bug(window: "MainWindow") -> None:
    """Show the report of the last trouble of this window, or of none."""
    _show(window, window.bug or Trouble())


def tell_crashes(window: "MainWindow") -> None:
    """Say once that the program did not end as it should the last time; watch over this window from now on."""
    said = left_behind(log_folder())
    if said is not None:
        what = "Lần trước chương trình không được đóng bình thường (mất điện, tắt ngang hoặc lỗi); mọi thay đổi đã lưu."
        if said:
            window.bug = Trouble(crash=said)
            _tell(window, what, window.bug, Kind.WARNING)
        else:
            window.messages.tell(Kind.INFO, what)
    window.watch = watch(log_folder())


def _tell(window: "MainWindow", what: str, trouble: Trouble, kind: Kind = Kind.ERROR) -> None:
    window.messages.tell(kind, what, _ADVICE, ("Báo lỗi…", lambda: _show(window, trouble)))


def _show(window: "MainWindow", trouble: Trouble) -> None:
    from tthc_desktop.ui.bug_reports.dialog import show  # noqa: PLC0415 - only when it is asked for

    show(window, trouble)
