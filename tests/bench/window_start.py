"""How long our window takes from the start of the process to its first paint, beside an empty one."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.figure import Figure
from tthc_desktop.models.changes import Change
from tthc_desktop.models.skeleton import skeleton
from tthc_desktop.office import Office

RUNS = 15
OURS = """
import sys
from tthc_desktop.ui.app import main
def painted():
    print("painted", flush=True)
    import os
    os._exit(0)
main(sys.argv[1:], painted)
"""
EMPTY = """
import os, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
class FirstPaint(QObject):
    def eventFilter(self, _watched, event):
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, painted)
        return False
def painted():
    print("painted", flush=True)
    os._exit(0)
application = QApplication(sys.argv)
window, waits = QMainWindow(), FirstPaint()
window.setCentralWidget(QLabel("Kế hoạch"))
window.installEventFilter(waits)
window.resize(1280, 720)
window.show()
application.exec()
"""


def run() -> Iterable[Figure]:
    """Yield the median of alternating starts on an existing office."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "van-phong.tthc"
        with Office.open(path) as office:
            for number in range(5):
                office.change(Change(f"Lập kế hoạch {number}", ((None, skeleton()),)))
        ours, empty = _alternate(path, _environment(folder))
    yield Figure("cửa sổ hiện lần đầu", round(median(ours) * 1000), "ms", "cửa sổ trống", round(median(empty) * 1000))


def _environment(folder: str) -> dict[str, str]:
    """Return an environment in which modules are compiled once, as in an installed program."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    display = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    return {**kept, "QT_QPA_PLATFORM": display, "PYTHONPYCACHEPREFIX": folder}


def _alternate(path: Path, environment: dict[str, str]) -> tuple[list[float], list[float]]:
    ours: list[float] = []
    empty: list[float] = []
    for _ in range(RUNS + 1):
        ours.append(_start(environment, OURS, "--office", str(path)))
        empty.append(_start(environment, EMPTY))
    return ours[1:], empty[1:]


def _start(environment: dict[str, str], script: str, *arguments: str) -> float:
    """Return the seconds from the start of a process to its first word, which it says after the first paint."""
    begun = perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    )
    assert process.stdout is not None
    word = process.stdout.readline().strip()
    taken = perf_counter() - begun
    process.wait()
    assert word == "painted", word
    process.stdout.close()
    return taken
