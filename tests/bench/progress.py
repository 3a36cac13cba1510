"""How long an office takes to keep what twenty sheets of 500 rows report, beside plain sqlite3 moving as much."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from tests.bench.figure import Figure
from tthc_desktop.models.changes import Change
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.progress.values import REPORTED, Origin, Progress, Said
from tthc_desktop.office import Office

SHEETS = 20
ROWS = 500
VALUES = SHEETS * ROWS * len(REPORTED)
AT = datetime(2026, 3, 1, tzinfo=UTC)
COLUMNS = "progress_id, field, words, file, sheet, cell, at"


def run() -> Iterable[Figure]:
    """Yield seconds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.tthc"
        change = Change("Nhận bảng", tuple((None, progress) for progress in reported()))
        inserted, deleted, selected = plain(Path(folder) / "plain.sqlite", change)
        with Office.open(path) as office:
            write = timed(lambda: office.change(change))
            yield figure(f"ghi {VALUES} giá trị", write, "ghi bảng ấy, không nhật ký", inserted)
            yield figure("hoàn tác", timed(office.undo), "xóa các dòng ấy", deleted)
            yield figure("làm lại", timed(office.redo), "ghi bảng ấy, không nhật ký", inserted)
        yield figure("mở tệp", timed(lambda: Office.open(path).close()), "đọc bảng ấy", selected)
        with Office.open(path) as office:
            yield figure("hoàn tác sau khi mở lại", timed(office.undo), "xóa các dòng ấy", deleted)


def figure(name: str, ours: float, peer: str, theirs: float) -> Figure:
    return Figure(name, round(ours, 2), "s", peer, round(theirs, 3))


def timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def reported() -> Iterable[Progress]:
    """Yield what units say of their rows, each field with its cell."""
    for sheet in range(SHEETS):
        file, unit = f"phieu-bao-cao-{sheet}.xlsx", new_id()
        for row in range(ROWS):
            said = {
                field: Said(f"Đã làm xong phần {row}", Origin(file, "Bảng báo cáo", f"{column}{row + 8}", AT))
                for field, column in zip(REPORTED, "HIJKLMN", strict=True)
            }
            yield Progress(new_id(), "plan", new_id(), unit, said)


def plain(path: Path, change: Change) -> tuple[float, float, float]:
    """Return how long a table of the values takes to write, to empty and to read."""
    rows = list(records(change))
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA synchronous = FULL")
        raw.execute(f"CREATE TABLE said ({COLUMNS}, PRIMARY KEY (progress_id, field))")
        insert = f"INSERT INTO said VALUES ({', '.join('?' * 7)})"
        inserted = timed(lambda: together(raw, insert, rows))
        selected = timed(lambda: raw.execute("SELECT * FROM said").fetchall())
        delete = "DELETE FROM said WHERE progress_id = ? AND field = ?"
        return inserted, timed(lambda: together(raw, delete, [row[:2] for row in rows])), selected


def together(raw: sqlite3.Connection, statement: str, rows: list[tuple[str, ...]]) -> None:
    with raw:
        raw.executemany(statement, rows)


def records(change: Change) -> Iterable[tuple[str, ...]]:
    for _, progress in change.pairs:
        assert isinstance(progress, Progress)
        for field, said in progress.said.items():
            assert said.origin
            yield progress.id, field, said.words, said.origin.file, said.origin.sheet, said.origin.cell, str(AT)
