"""The overview of an office of ten years with 100,000 tasks: list, filters, paging, a change, pauses."""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest

from tests import many_years
from tests.bench.figure import Figure
from tthc_desktop.models.agenda.agenda import AgendaLine, agenda
from tthc_desktop.models.agenda.filter import Filter
from tthc_desktop.models.agenda.sifting import sift, stand
from tthc_desktop.models.changes import Change
from tthc_desktop.models.holdings import progress_of, with_progress_of
from tthc_desktop.models.progress.values import Field, Said, Status
from tthc_desktop.office import Office
from tthc_desktop.office_days import days_off_of
from tthc_desktop.ui.app import make_application
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.overview.opening import open_overview
from tthc_desktop.ui.overview.page import OverviewPage
from tthc_desktop.ui.singletons import hold_for_ever
from tthc_desktop.ui.today import today

FILTERS = {
    "lọc theo chữ": tuple(Filter(words=words, open=True) for words in ("dat dai", "cong bo", "phong so 3 dot 77")),
    "lọc theo đơn vị": tuple(Filter(unit_ids=(f"u{at}",), open=True) for at in range(3)),
    "lọc quá hạn": (Filter(overdue=True), Filter(within=7), Filter(unreviewed=True)),
    "mọi việc": (Filter(), Filter(helping=True), Filter(open=True)),
}
STEP = 5
"""Milliseconds between two looks at the clock, which tell how long the window stood still."""


class Pauses:
    """Notes the longest time between two turns of the window's loop."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, perf_counter()
        self._timer = QTimer(interval=STEP)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def run(years: int = many_years.YEARS, tasks: int = many_years.TASKS) -> Iterable[Figure]:
    """Yield the figures; the peer of a filter is the same question to values in memory."""
    hold_for_ever()
    make_application()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "van-phong.tthc"
        shutil.copy(many_years.office_file(years, tasks), path)
        with _window(Path(folder), path) as window:
            yield from _measure(window)


@contextmanager
def _window(folder: Path, path: Path) -> Iterator[MainWindow]:
    window = MainWindow(QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat))
    window.resize(1366, 740)
    window.show()
    window.desk.open(Office.open(path))
    yield window
    window.close()


def _measure(window: MainWindow) -> Iterable[Figure]:
    agenda = window.desk.agenda
    assert agenda is not None
    pauses = Pauses()
    yield _seconds("danh sách việc đầu tiên hiện ra", _until(window.status.late.isVisible))
    yield _seconds("toàn bộ việc được lập (nền)", _until(lambda: agenda.ready and not agenda.working))
    page = open_overview(window)
    assert page is not None
    _settled(page)
    yield Figure("số dòng trong danh sách", len(page.table.found), "dòng")
    yield Figure("bộ nhớ cao nhất", round(getrusage(RUSAGE_SELF).ru_maxrss / 1024), "MB")
    standing = stand(_lines(window), today())
    for name, filters in FILTERS.items():
        ours = median(_timed(partial(_ask, page, asked)) for asked in filters)
        peer = median(_timed(partial(sift, standing, asked, today())) for asked in filters)
        yield Figure(name, round(ours * 1000), "ms", "lọc các giá trị trong bộ nhớ", round(peer * 1000))
    yield Figure("đến một chỗ bất kỳ trong danh sách", round(_paging(page) * 1000), "ms")
    yield Figure("sau khi ghi một tiến độ", round(_timed(partial(_report, window, page)) * 1000), "ms")
    pauses.longest = 0.0
    for filters in FILTERS.values():
        for asked in filters:
            _ask(page, asked)
    yield Figure("cửa sổ đứng lâu nhất khi lọc", round(pauses.longest * 1000), "ms")


def _lines(window: MainWindow) -> Iterator[AgendaLine]:
    office = window.desk.office
    assert office is not None
    days = days_off_of(office.holdings, today())
    for plan in office.plans.values():
        yield from agenda(plan, with_progress_of(office.holdings, plan.id), days, today())


def _ask(page: OverviewPage, asked: Filter) -> None:
    page.ask(asked)
    _settled(page)


def _settled(page: OverviewPage) -> None:
    _until(lambda: page.shown == page.filter and not page.agenda.working)


def _until(ready: Callable[[], bool]) -> float:
    begun = perf_counter()
    while not ready():
        QTest.qWait(1)
    return perf_counter() - begun


def _timed(act: Callable[[], object]) -> float:
    begun = perf_counter()
    act()
    return perf_counter() - begun


def _seconds(name: str, taken: float) -> Figure:
    return Figure(name, round(taken, 1), "s")


def _paging(page: OverviewPage) -> float:
    """Return how long it takes to paint the list at a place far from the one before."""
    rows, taken = page.table.rowCount(), []
    for part in (1, 7, 3, 9, 5, 2, 8):
        page.view.scrollTo(page.table.index(rows * part // 10, 0))
        taken.append(_timed(page.view.grab))
    return median(taken)


def _report(window: MainWindow, page: OverviewPage) -> None:
    office = window.desk.office
    assert office is not None
    newest = tuple(office.plans)[-1]
    before = next(iter(progress_of(office.holdings, newest).values()))
    said = {**before.said, Field.STATUS: Said(Status.NONE_AROSE)}
    window.desk.apply(Change("Ghi tiến độ", ((before, replace(before, said=said)),)))
    _settled(page)
