"""The program with its window: the frame is painted first, then the office is opened."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from tthc_desktop.argument_words import Formatter, Parser, options_of
from tthc_desktop.errors import UserError
from tthc_desktop.settings import memory_file
from tthc_desktop.ui import bugs, look
from tthc_desktop.ui.main_window import TITLE, MainWindow


class FirstPaint(QObject):
    """Calls back once, after the window has been painted for the first time."""

    def __init__(self, window: MainWindow, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._then = window, then
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint event."""
        if event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


DESKTOP = "vn.tthcdesktop.TTHCDesktop"
"""The name under which a Linux desktop knows the installed program."""
Told = Callable[[], None] | None
Opened = Callable[[MainWindow], object] | None


def main(arguments: Sequence[str], painted: Told = None, opened: Opened = None) -> int:
    """Open the window and stay until it is closed.

    `painted` is called after the first paint, `opened` when the office is open too.
    """
    wishes = _wishes(arguments)
    memory = _memory()
    application = make_application(str(memory.value("window/look", "")))
    window = MainWindow(memory)
    bugs.catch(window.show_bug)

    def begin() -> None:
        if painted is not None:
            painted()
        from tthc_desktop.ui.opening import begin_work  # noqa: PLC0415 - after the first paint

        begin_work(window, wishes.office or wishes.file, opened, sample=wishes.sample)

    FirstPaint(window, begin)
    window.show()
    return application.exec()


def make_application(choice: str = "") -> QApplication:
    """Return the application, dressed in light or dark as chosen, else as the system is."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("tthc-desktop")
    application.setApplicationDisplayName(TITLE)
    application.setDesktopFileName(DESKTOP)
    look.dress(application, choice)
    return application


def _memory() -> QSettings:
    carried = memory_file()
    if carried is not None:
        return QSettings(str(carried), QSettings.Format.IniFormat)
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "tthc-desktop", "window")


def _wishes(arguments: Sequence[str]) -> argparse.Namespace:
    parser = _parser()
    try:
        return parser.parse_args(arguments)
    except UserError as error:
        parser.exit(2, f"{error}\n")


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="tthc-desktop", description="Mở cửa sổ chương trình.", formatter_class=Formatter, add_help=False
    )
    options = options_of(parser)
    group = parser.add_argument_group("Đối số")
    group.add_argument("file", nargs="?", type=Path, metavar="TỆP", help="tệp dữ liệu của cơ quan, như --office")
    options.add_argument("--office", type=Path, metavar="TỆP", help="tệp dữ liệu của cơ quan")
    options.add_argument("--sample", action="store_true", help="mở cơ quan mẫu để xem thử, đóng lại là bỏ")
    return parser
