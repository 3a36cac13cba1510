"""The installed program beside an empty window of Qt packed the same way: how large, and how long until it is seen.

The program is that of `python3 dev.py installer`; what is on a virtual screen tells when a window is there.
"""

import mmap
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from installer.bundle import BUILD
from installer.screen import Screen, started
from tests.bench.figure import Figure
from tthc_desktop.models.changes import Change
from tthc_desktop.models.skeleton import skeleton
from tthc_desktop.office import Office

RUNS = 9
LONGEST = 60.0
EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("Kế hoạch"))
window.resize(1280, 720)
window.show()
application.exec()
"""


def run() -> Iterable[Figure]:
    """Yield sizes and the median of alternating starts; nothing where the program has not been made."""
    program = BUILD / "bundle" / "tthc-desktop" / "tthc-desktop"
    if not program.is_file() or shutil.which("Xvfb") is None:
        yield Figure("chưa có chương trình đã đóng gói (dev.py installer)", 0, "")
        return
    empty = _empty_window(BUILD / "empty")
    yield Figure("dung lượng đã cài", _size(program.parent), "MB", "cửa sổ Qt trống", _size(empty.parent))
    for package in BUILD.glob("*.deb"):
        yield Figure("dung lượng gói .deb", round(package.stat().st_size / 1e6, 1), "MB")
    with tempfile.TemporaryDirectory() as folder, started() as screen:
        office = Path(folder) / "van-phong.tthc"
        with Office.open(office) as opened:
            opened.change(Change("Lập kế hoạch", ((None, skeleton()),)))
        ours: list[float] = []
        theirs: list[float] = []
        for _ in range(RUNS + 1):
            ours.append(_start([str(program), str(office)], screen, folder))
            theirs.append(_start([str(empty)], screen, folder))
    figure = "cửa sổ của chương trình đã cài hiện ra"
    yield Figure(figure, round(median(ours[1:]) * 1000), "ms", "cửa sổ Qt trống", round(median(theirs[1:]) * 1000))


def _size(folder: Path) -> float:
    return round(sum(file.stat().st_size for file in folder.rglob("*") if not file.is_symlink()) / 1e6, 1)


def _empty_window(folder: Path) -> Path:
    """Return an empty window, packed by PyInstaller with all that it takes for it."""
    program = folder / "dist" / "empty" / "empty"
    if not program.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "empty.py").write_text(EMPTY, encoding="utf-8")
        places = ("--workpath", "work", "--distpath", "dist", "--specpath", ".")
        command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places, "empty.py"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return program


def _start(command: Sequence[str], screen: Screen, home: str) -> float:
    """Return the seconds from the start of a program until something is on the screen."""
    environment = {"DISPLAY": screen.name, "HOME": home, "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
    with _dots(screen) as dots:
        while any(dots[:]):
            sleep(0.05)
        begun = perf_counter()
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not any(dots[:]) and perf_counter() - begun < LONGEST:
            sleep(0.001)
        taken = perf_counter() - begun
    process.terminate()
    process.wait()
    return taken


@contextmanager
def _dots(screen: Screen) -> Iterator[memoryview]:
    """Let a line in the middle of the screen be looked at, where every window has something."""
    with screen.dots.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        middle = len(whole) // 2
        with memoryview(whole) as view, view[middle : middle + 4000] as line:
            yield line
