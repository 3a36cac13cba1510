"""How long an office with a plan of 5,000 rows takes to open, change and undo, beside plain sqlite3 moving as much."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from random import randbytes
from statistics import median
from time import perf_counter

from tests.bench.figure import Figure
from tests.storage.samples import add, sample_plan
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing import tables
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.outline import tables as tables_of
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Role, Row, RowKind, column_of
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain
from tthc_desktop.office import Office

ROWS = 5000
TIMES = 9
SCANS = 50


def run() -> Iterable[Figure]:
    """Yield medians in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.tthc"
        plan = sample_plan(ROWS)
        with Office.open(path) as office:
            yield figure(f"thêm kế hoạch {ROWS} hàng", added(office, plan), "ghi số hàng ấy, không nhật ký", inserted())
        yield figure("mở tệp", opened(path), "đọc các bảng ấy", selected(path))
        keep_scans(path)
        yield figure(f"mở tệp có thêm {SCANS} MB bản PDF", opened(path), "đọc các bảng ấy", selected(path))
        with Office.open(path) as office, other_file() as other:
            write_one = updated(other)
            for name, times in edits(office, plan):
                yield figure(name, times, "ghi 1 hàng và nhật ký", write_one)
        yield figure("hoàn tác sau khi mở lại", undone_after_opening(path), "đọc các bảng ấy", selected(path))


def figure(name: str, ours: list[float], peer: str, theirs: list[float]) -> Figure:
    return Figure(name, round(median(ours), 1), "ms", peer, round(median(theirs), 2))


def timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def added(office: Office, plan: Plan) -> list[float]:
    """Add and take back in turn, and add for good."""
    times = []
    for _ in range(3):
        times.append(timed(lambda: add(office, plan)))
        office.undo()
    return [*times, timed(lambda: add(office, plan))]


def opened(path: Path) -> list[float]:
    return [timed(lambda: Office.open(path).close()) for _ in range(TIMES)]


def keep_scans(path: Path) -> None:
    with Office.open(path) as office:
        for _ in range(SCANS):
            office.keep_file(randbytes(1_000_000))


def edits(office: Office, plan: Plan) -> Iterator[tuple[str, list[float]]]:
    """Yield the times of edits of the plan, each with its name."""
    number = count()
    yield "sửa một ô", [timed(lambda: type_cell(office, plan, next(number))) for _ in range(TIMES)]
    yield "hoàn tác", [timed(office.undo) for _ in range(TIMES)]
    yield "làm lại", [timed(office.redo) for _ in range(TIMES)]
    yield "chèn một hàng", [timed(lambda: insert_row(office, plan)) for _ in range(TIMES)]


def type_cell(office: Office, plan: Plan, number: int) -> None:
    before = office.plans[plan.id]
    ((table, _),) = tables_of(before)
    column = column_of(table, Role.LEAD)
    assert column
    after = tables.set_cell(before, table.id, table.rows[number * 100].id, column.id, plain(f"Sở Y tế {number}"))
    office.change(Change("Sửa ô", ((before, after),)))


def insert_row(office: Office, plan: Plan) -> None:
    before = office.plans[plan.id]
    ((table, _),) = tables_of(before)
    task = Task(new_id(), plain("Việc mới"))
    row = Row(new_id(), RowKind.TASK, task_id=task.id)
    after = tables.insert_rows(before, table.id, ROWS // 2, (row,), tasks=(task,))
    office.change(Change("Chèn hàng", ((before, after),)))


def undone_after_opening(path: Path) -> list[float]:
    times = []
    for _ in range(3):
        with Office.open(path) as office:
            times.append(timed(office.undo))
    return times


@contextmanager
def other_file() -> Iterator[sqlite3.Connection]:
    """Lend a database with the same safety as ours: two tables of records and a journal."""
    with tempfile.TemporaryDirectory() as folder, closing(sqlite3.connect(f"{folder}/raw.sqlite")) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA synchronous = FULL")
        raw.execute("CREATE TABLE tasks (id TEXT PRIMARY KEY, rank INTEGER, a TEXT, b TEXT, c TEXT, d TEXT, e TEXT)")
        raw.execute("CREATE TABLE rows (id TEXT PRIMARY KEY, rank INTEGER, kind TEXT, level INTEGER, task_id TEXT)")
        raw.execute("CREATE TABLE journal (id INTEGER PRIMARY KEY, before TEXT, after TEXT)")
        fill(raw)
        yield raw


def fill(raw: sqlite3.Connection) -> None:
    words = "Rà soát, công bố, công khai danh mục thủ tục hành chính"
    with raw:
        raw.executemany(
            "INSERT INTO tasks VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(str(number), number, words, words, words, words, words) for number in range(ROWS)],
        )
        raw.executemany(
            "INSERT INTO rows VALUES (?, ?, ?, ?, ?)", [(str(n), n, "task", 0, str(n)) for n in range(ROWS)]
        )


def inserted() -> list[float]:
    times = []
    with other_file() as raw:
        for _ in range(4):
            with raw:
                raw.execute("DELETE FROM tasks")
                raw.execute("DELETE FROM rows")
            times.append(timed(lambda: fill(raw)))
    return times


def updated(raw: sqlite3.Connection) -> list[float]:
    def write() -> None:
        with raw:
            raw.execute("UPDATE tasks SET b = b || 'x' WHERE id = '77'")
            raw.execute("INSERT INTO journal (before, after) VALUES ('a', 'b')")

    return [timed(write) for _ in range(TIMES)]


def selected(path: Path) -> list[float]:
    def read() -> None:
        with closing(sqlite3.connect(path)) as raw:
            for table in ("rows", "tasks"):
                raw.execute(f"SELECT * FROM {table} ORDER BY rank").fetchall()

    return [timed(read) for _ in range(TIMES)]
