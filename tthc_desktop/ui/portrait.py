"""The window drawn into a file with one plan open, as the program's test of itself asks for it."""

import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEventLoop, QSettings, QSize
from PySide6.QtGui import QGuiApplication

from tthc_desktop.ui import bugs
from tthc_desktop.ui.app import make_application
from tthc_desktop.ui.bug_reports.masking import trace
from tthc_desktop.ui.language import speak_vietnamese
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.opening import load_page_fonts, open_office
from tthc_desktop.ui.singletons import hold_for_ever

if TYPE_CHECKING:
    from tthc_desktop.models.identity import Id
    from tthc_desktop.ui.plan.page import PlanPage

SIZE = QSize(1280, 720)
LONGEST = 60.0
"""Seconds after which a window that is not complete is drawn as it is."""


class Portrait(NamedTuple):
    """What was drawn: measures, where Qt shows its windows, how many colours there are, the bugs met on the way."""

    width: int
    height: int
    screen: str
    colours: int
    bugs: tuple[str, ...]


def draw(office: Path, plan: "Id", out: Path) -> Portrait:
    """Open the window on an office and a plan of it, wait for its preview, and draw it."""
    hold_for_ever()
    application = make_application()
    speak_vietnamese(application)
    load_page_fonts()
    window = _Window(QSettings(str(out.with_suffix(".ini")), QSettings.Format.IniFormat))
    before = bugs.catch(window.show_bug)
    try:
        return _drawn(window, office, plan, out)
    finally:
        sys.excepthook = before


class _Window(MainWindow):
    """Keeps the bugs that it meets, for nobody looks at it."""

    def __init__(self, memory: QSettings) -> None:
        self.met: list[str] = []
        super().__init__(memory)

    def show_bug(self, error: BaseException) -> None:
        """Keep the trace."""
        self.met.append(trace(error))


def _drawn(window: _Window, office: Path, plan: "Id", out: Path) -> Portrait:
    window.resize(SIZE)
    window.show()
    open_office(window, office)
    page = window.desk.open_plan(plan)
    last = monotonic() + LONGEST
    while not _is_complete(page) and not window.met and monotonic() < last:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    picture = window.grab().toImage()
    picture.save(str(out))
    window.close()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)}
    screen = QGuiApplication.platformName()
    return Portrait(picture.width(), picture.height(), screen, len(colours), tuple(window.met))


def _is_complete(page: "PlanPage | None") -> bool:
    return page is not None and page.preview.seen is not None
