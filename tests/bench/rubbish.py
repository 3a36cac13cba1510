"""How long the list of all that was deleted takes, and one thing as it was, beside SQLite reading the same images."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.figure import Figure
from tests.bench.table_print import plan_of
from tthc_desktop.models.changes import Change, Name
from tthc_desktop.models.editing.life import deletion
from tthc_desktop.models.editing.tables import remove_rows
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.office import Office
from tthc_desktop.storage.bin.gone import Bin

PLANS, ROWS, DELETED, TIMES = 10, 500, 300, 5
_IMAGES = "SELECT record, before FROM journal_rows WHERE after IS NULL"


def run() -> Iterable[Figure]:
    """Yield medians in milliseconds; SQLite only hands the images out, and tells nothing of them apart."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.tthc"
        with Office.open(path) as office, closing(sqlite3.connect(path)) as raw:
            plan = _delete(office)
            theirs = timed(lambda: raw.execute(_IMAGES).fetchall())
            name = f"thùng rác: {PLANS} kế hoạch {ROWS} hàng và {DELETED} hàng"
            yield Figure(name, timed(lambda: Bin(path).deleted()), "ms", "SELECT before", theirs)
            known = Bin(path)
            known.deleted()
            yield Figure("thùng rác, lần sau", timed(known.deleted), "ms", "SELECT before", theirs)
            entry = office.history(plan.id)[-2].id
            then = timed(lambda: office.before(entry, Name(Plan, plan.id)))
            yield Figure(f"kế hoạch {ROWS} hàng trước {DELETED} thao tác", then, "ms", "SELECT before", theirs)


def _delete(office: Office) -> Plan:
    """Add plans and delete them, and delete many rows of another one by one."""
    for _ in range(PLANS):
        made = plan_of(ROWS)
        office.change(Change("Thêm kế hoạch", ((None, made),)))
        office.change(Change("Xóa kế hoạch", deletion(office.holdings, made.id)))
    plan = plan_of(ROWS)
    office.change(Change("Thêm kế hoạch", ((None, plan),)))
    table = next(table for table, _ in tables(plan))
    for row in table.rows[:DELETED]:
        now = office.plans[plan.id]
        office.change(Change("Xóa hàng", ((now, remove_rows(now, table.id, [row.id])),)))
    return plan


def timed(work: Callable[[], object]) -> float:
    """Return the median of several runs."""
    times = []
    for _ in range(TIMES):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return 1000 * median(times)
