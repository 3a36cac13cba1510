"""Takes the pictures at the scale that the process was started with."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.shots import screens
from tests.shots.screens import Screen
from tthc_desktop.ui import app, look
from tthc_desktop.ui.language import speak_vietnamese
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.opening import load_page_fonts, open_office
from tthc_desktop.ui.singletons import hold_for_ever

ROOT = Path(__file__).resolve().parents[2]
SIZES = ((1366, 768), (1920, 1080))


def main(folder: Path, scale: float) -> None:
    """Write every screen at every size, light and dark."""
    application = app.make_application()
    hold_for_ever()
    speak_vietnamese(application)
    load_page_fonts()
    for name, screen in screens.SCREENS.items():
        for (width, height), dark in ((size, dark) for size in SIZES for dark in (False, True)):
            path = folder / f"{name}-{width}x{height}-{scale:g}-{'dark' if dark else 'light'}.png"
            take(application, screen, path, (round(width / scale), round(height / scale)), dark=dark)
    if scale == 1:
        (ROOT / "docs").mkdir(exist_ok=True)
        take(application, screens.SCREENS["plan-table"], ROOT / "docs" / "window.png", SIZES[0], dark=False)


def take(application: QApplication, screen: Screen, path: Path, size: tuple[int, int], *, dark: bool) -> None:
    """Show one screen in a fresh window and write what it looks like."""
    look.wear(application, dark=dark)
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat))
        window.resize(*size)
        window.show()
        open_office(window, Path(folder) / "van-phong.tthc")
        shown = screen(window, wait)
        wait(lambda: False, 0.15)
        (shown or window).grab().save(str(path))
        window.close()
        window.deleteLater()


def wait(ready: Callable[[], bool], seconds: float = 30.0) -> None:
    """Let the window work until something is so, or the time is over."""
    end = monotonic() + seconds
    while not ready() and monotonic() < end:
        QTest.qWait(10)


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
