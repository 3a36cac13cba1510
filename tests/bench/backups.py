"""A backup of an office with 5,000 tasks: made and read back, beside SQLite's copy alone; and what the window feels."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.bench.figure import Figure
from tests.many_years import plan_of, units
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.changes import Change
from tthc_desktop.office import Office
from tthc_desktop.safekeeping import begin
from tthc_desktop.storage import backups
from tthc_desktop.ui.background import Background
from tthc_desktop.ui.singletons import hold_for_ever

ROWS, TIMES, SECONDS = 5000, 5, 3
BEAT = 5
"""Milliseconds between two beats of the window, of which the longest wait is measured."""


def run() -> Iterable[Figure]:
    """Yield medians in milliseconds, and the longest of waits."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.tthc"
        with Office.open(path) as office:
            office.change(Change("Thêm đơn vị", tuple((None, unit) for unit in units())))
            office.change(Change("Thêm kế hoạch", ((None, plan_of(2026, ROWS)),)))
            made = backups.make(path, Reason.ASKED, datetime.now(UTC))
            yield from _times(path, made)
            yield from _waits(path)


def _times(path: Path, made: backups.Stored) -> Iterator[Figure]:
    copied = _median(lambda: _copy(path))
    ours = _median(lambda: backups.make(path, Reason.ASKED, datetime.now(UTC)))
    yield Figure(f"sao lưu {ROWS} việc, đọc lại", ours, "ms", "SQLite chép và fsync", copied)
    yield Figure("kiểm một bản", _median(lambda: backups.check(made)), "ms", "SQLite chép và fsync", copied)
    yield Figure(
        "đọc hết một bản", _median(lambda: backups.read(made)), "ms", "mở tệp của cơ quan", _median(_opening(made))
    )


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(TIMES):
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    return round(median(times), 1)


def _copy(path: Path) -> None:
    copy = path.with_name("copy.tthc")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    copy.unlink()


def _opening(made: backups.Stored) -> Callable[[], object]:
    folder = Path(tempfile.mkdtemp())
    copy = folder / "copy.tthc"
    copy.write_bytes(made.path.read_bytes())

    def work() -> None:
        Office.open(copy).close()

    return work


def _waits(path: Path) -> Iterator[Figure]:
    """Let a window's clock beat while nothing is done, and while its office is backed up in a worker."""
    hold_for_ever()
    application = QApplication.instance() or QApplication([])
    background = Background(None, _raise)
    beats = _Beats()
    until = perf_counter() + SECONDS
    while perf_counter() < until:
        application.processEvents()
    idle = beats.longest()
    start = perf_counter()
    back_up = begin(path, Reason.ASKED)
    yield Figure("giữ lại một thời điểm trong cửa sổ", round((perf_counter() - start) * 1000, 1), "ms")
    done: list[object] = []
    background.run(lambda _job: back_up(), done.append)
    while not done:
        application.processEvents()
    yield Figure("cửa sổ chờ lâu nhất khi sao lưu", beats.longest(), "ms", "khi không làm gì", idle)
    background.finish()


def _raise(error: Exception) -> None:
    raise error


class _Beats:
    """Notes how long after each other the beats of a timer come."""

    def __init__(self) -> None:
        self._last, self._waits = perf_counter(), [0.0]
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT)

    def _beat(self) -> None:
        now = perf_counter()
        self._waits.append(now - self._last)
        self._last = now

    def longest(self) -> float:
        """Return the longest wait since it was asked last, in milliseconds."""
        found, self._waits = max(self._waits), [0.0]
        return round(found * 1000, 1)
