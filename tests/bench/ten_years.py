"""How long an office of ten years with 100,000 tasks takes to open and read, beside plain sqlite3 reading as much."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

from tests import many_years
from tests.bench.figure import Figure
from tthc_desktop.models.changes import Change
from tthc_desktop.models.searching.finding import find
from tthc_desktop.models.searching.matching import Query
from tthc_desktop.office import Office

TIMES = 3
PLAN = many_years.plan_ids()[-1]
OF_PLANS = ("tasks", "rows")
_SAID = "SELECT * FROM progress_said WHERE progress_id IN (SELECT id FROM progress WHERE plan_id = ?)"


def run(years: int = many_years.YEARS, tasks: int = many_years.TASKS) -> Iterable[Figure]:
    """Yield seconds, and megabytes of memory."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(many_years.office_file(years, tasks), folder))
        plain = [timed(lambda: selected(path)) for _ in range(TIMES)]
        opening = [timed(lambda: Office.open(path).close()) for _ in range(TIMES)]
        yield figure("mở tệp", opening, "đọc việc và hàng", plain)
        with Office.open(path) as office:
            yield Figure("bộ nhớ sau khi mở", round(memory()), "MB")
            plain = [timed(lambda: said_of_plan(path)) for _ in range(TIMES)]
            yield figure(
                "tiến độ của một kế hoạch", [timed(lambda: office.progress_of(PLAN))], "đọc các giá trị", plain
            )
            yield figure("sửa một tiến độ", [timed(lambda: change(office)) for _ in range(TIMES)], "", [])
            yield figure("hoàn tác", [timed(office.undo) for _ in range(TIMES)], "", [])
            for words in ("không có ở đâu", "ra soat"):
                asked = Query(words)
                looked = timed(lambda asked=asked: [find(one, asked) for one in office.plans.values()])  # type: ignore[misc]
                yield Figure(f"tìm “{words}” khắp nơi", round(looked, 2), "s")
            yield Figure("bộ nhớ", round(memory()), "MB")


def figure(name: str, ours: list[float], peer: str, theirs: list[float]) -> Figure:
    return Figure(name, round(median(ours), 2), "s", peer, round(median(theirs), 2) if theirs else None)


def timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def memory() -> float:
    """Return how many megabytes this process has in memory."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6


def change(office: Office) -> None:
    """Change what was said of one task."""
    one = next(iter(office.progress_of(PLAN).values()))
    office.change(Change("Ghi tiến độ", ((one, replace(one, period=f"{one.period}x")),)))


def selected(path: Path) -> None:
    """Read the tables that make most of the plans."""
    with closing(sqlite3.connect(path)) as raw:
        for table in OF_PLANS:
            raw.execute(f"SELECT * FROM {table} ORDER BY rank").fetchall()


def said_of_plan(path: Path) -> None:
    """Read what was said of one plan."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(_SAID, (PLAN,)).fetchall()
