"""The window for tests: dressed as in the program, an office of its own, no dialog that waits for a person."""

import gc
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.hands import WAIT, Hands
from tthc_desktop.office import Office
from tthc_desktop.ui import app, look
from tthc_desktop.ui.language import speak_vietnamese
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.opening import load_page_fonts, open_office
from tthc_desktop.ui.singletons import hold_for_ever


class PatientBot(QtBot):
    """Waits as long as a busy machine may need: whoever waits for something waits for no time."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = WAIT) -> None:
        super().waitUntil(callback, timeout=timeout)


OFTEN = gc.get_threshold()
"""How often Python looks for garbage by itself: a window leaves that to its own rests, and no test has any."""


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Return the robot of pytest-qt that waits longer."""
    del qapp
    return PatientBot(request)


@pytest.fixture
def dressed(qtbot: QtBot) -> Iterator[None]:
    """Give the application our style, words and fonts, once, and each test the light colours, whatever ran before."""
    del qtbot
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    if not application.property("dressed"):
        hold_for_ever()
        app.make_application()
        speak_vietnamese(application)
        load_page_fonts()
        application.setProperty("dressed", True)
    _wear_light(application)
    yield
    _wear_light(application)


def _wear_light(application: QApplication) -> None:
    if look.chosen(application) or look.colours() != look.LIGHT:
        look.choose(application, "")
        look.wear(application, dark=False)


@pytest.fixture
def office_path(tmp_path: Path) -> Path:
    """Return where the office of a test is kept."""
    return tmp_path / "van-phong.tthc"


@cache
def _empty_office() -> bytes:
    """Return the file of a new office, made once: each that is made waits for the disk."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "van-phong.tthc"
        Office.open(path).close()
        return path.read_bytes()


@pytest.fixture
def window(dressed: None, qtbot: QtBot, office_path: Path, tmp_path: Path) -> Iterator[MainWindow]:
    """Return the window with an empty office."""
    del dressed
    made = MainWindow(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    made.resize(1366, 740)
    made.show()
    if not office_path.exists():
        office_path.write_bytes(_empty_office())
    open_office(made, office_path, safe=False)  # backups have tests of their own
    yield made
    made.close()
    made.deleteLater()
    qtbot.wait(1)
    gc.set_threshold(*OFTEN)


@pytest.fixture
def hands(window: MainWindow, qtbot: QtBot) -> Hands:
    """Return a person in front of the window."""
    return Hands(window, qtbot)
