"""The virtual screen on which the installed window is pictured."""

import subprocess
import sys

import pytest

from installer.screen import SIZE, started

WINDOW = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("Kế hoạch kiểm soát thủ tục hành chính")
label.resize(600, 400)
label.move(0, 0)
label.show()
application.exec()
"""
BOX = (0, 100, 600, 300)


@pytest.mark.needs("Xvfb")
def test_a_window_is_waited_for_and_pictured() -> None:
    with started() as screen:
        assert screen.picture().size == SIZE
        assert not screen.is_drawn(BOX)
        window = subprocess.Popen(
            [sys.executable, "-c", WINDOW], env={"DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb"}
        )
        try:
            assert screen.wait_until_drawn(BOX)
        finally:
            window.terminate()
            window.wait()
