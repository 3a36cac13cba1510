"""How long a plan of 5,000 rows takes to be searched and replaced in, beside SQLite looking at the same words."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from statistics import median
from time import perf_counter

from tests.bench.figure import Figure
from tests.bench.table_print import plan_of
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.searching.finding import find
from tthc_desktop.models.searching.matching import Query
from tthc_desktop.models.searching.places import spots
from tthc_desktop.models.searching.replacing import replaced
from tthc_desktop.models.word_count import of_plan

ROWS, TIMES = 5000, 9
WORDS = ("không có ở đâu", "thu tuc", "ra soat")


def run() -> Iterable[Figure]:
    """Yield medians in milliseconds; SQLite folds nothing but the case of ASCII, and knows no place in the words."""
    plan = plan_of(ROWS)
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.execute("CREATE TABLE words (id INTEGER PRIMARY KEY, text TEXT)")
        raw.executemany("INSERT INTO words (text) VALUES (?)", [(str(spot.words),) for spot in spots(plan)])
        for words in WORDS:
            query, like = Query(words), (f"%{words}%",)
            ours = timed(lambda query=query: find(plan, query))  # type: ignore[misc]
            theirs = timed(lambda like=like: raw.execute("SELECT id FROM words WHERE text LIKE ?", like).fetchall())  # type: ignore[misc]
            yield Figure(f"tìm “{words}” trong {ROWS} hàng", ours, "ms", "LIKE", theirs)
        yield from _changes(plan, raw)


def _changes(plan: Plan, raw: sqlite3.Connection) -> Iterable[Figure]:
    hits = find(plan, Query("rà soát"))
    theirs = timed(lambda: raw.execute("UPDATE words SET text = replace(text, 'rà soát', 'đánh giá')"))
    name = f"thay {len(hits)} chỗ trong {ROWS} hàng"
    yield Figure(name, timed(lambda: replaced(plan, hits, "đánh giá")), "ms", "UPDATE replace()", theirs)
    letters = timed(lambda: raw.execute("SELECT sum(length(text)) FROM words").fetchone())
    yield Figure(f"đếm chữ trong {ROWS} hàng", timed(lambda: of_plan(plan)), "ms", "sum(length())", letters)


def timed(work: Callable[[], object]) -> float:
    """Return the median of several runs."""
    times = []
    for _ in range(TIMES):
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    return round(median(times), 1)
