"""The rows of a damaged file's tables, as far as SQLite still finds its way to them."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tthc_desktop.storage.looking import BROKEN
from tthc_desktop.storage.salvage.pages import Cell

_PAGES_AT = 28
_LONGEST = 1 << 35
_PAGE = 4096
_MOST_ON_A_PAGE = 256
_FARTHER = 1.1
_AT_ONCE = 512
"""Rows that are asked for at once, and one by one where the answer breaks off."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What was read of a table: each row by the names of its columns; `broken` when there was more to read."""

    found: tuple[Mapping[str, Cell], ...]
    broken: bool


@contextmanager
def lenient(copy: Path) -> Iterator[sqlite3.Connection | None]:
    """Lend a connection to the copy of a damaged file that reads on where it can; None where nothing can be read.

    The copy is changed: what its log holds goes into it, and a damaged head is written anew.
    """
    with ExitStack() as resources:
        connection = _connected(copy)
        for mend in () if connection else (_lengthen, _write_head):
            mend(copy)
            connection = connection or _connected(copy)
        if connection is not None:
            resources.enter_context(closing(connection))
        yield connection


def _connected(copy: Path) -> sqlite3.Connection | None:
    connection = sqlite3.connect(copy, isolation_level=None)
    connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    try:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BROKEN:
        connection.close()
        return None
    return connection


def _lengthen(copy: Path) -> None:
    """Make a file that was cut off as long as its head says, for SQLite would not open it otherwise."""
    with copy.open("rb+") as file:
        size = file.seek(0, 2)
        file.seek(_PAGES_AT)
        pages = int.from_bytes(file.read(4), "big")
        if size < pages * _PAGE < _LONGEST:
            file.truncate(pages * _PAGE)


def _write_head(copy: Path) -> None:
    """Write the head of the file as this program's files have it."""
    size = copy.stat().st_size
    head = b"SQLite format 3\x00" + _PAGE.to_bytes(2, "big") + bytes((1, 1, 0, 64, 32, 32))
    head += (1).to_bytes(4, "big") + (size // _PAGE).to_bytes(4, "big") + bytes(12) + (4).to_bytes(4, "big")
    head += bytes(8) + (1).to_bytes(4, "big") + bytes(32) + (1).to_bytes(4, "big") + (3_000_000).to_bytes(4, "big")
    with copy.open("rb+") as file:
        file.write(head)
    for end in ("-wal", "-shm", "-journal"):
        copy.with_name(copy.name + end).unlink(missing_ok=True)


def tables_of(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of the tables that can be asked for."""
    try:
        return tuple(name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))
    except BROKEN:
        return ()


def rows_of(connection: sqlite3.Connection, table: str) -> Rows:
    """Return every row of a table that can be read."""
    found: dict[int, tuple[Cell, ...]] = {}
    after, crawled, broken = 0, 0, False
    try:
        columns = [name for _, name, *_ in connection.execute(f'PRAGMA table_info("{table}")')]
        bound = int(connection.execute("PRAGMA page_count").fetchone()[0]) * _MOST_ON_A_PAGE
    except BROKEN:
        return Rows((), broken=True)
    while crawled <= bound:
        lot = _next(connection, table, after)
        if lot == []:
            break
        if lot is None:
            broken = True
            if not _leads_anywhere(connection, table, after, bound):
                break
            _take(connection, table, (after + 1, after + _AT_ONCE), found)
            after, crawled = after + _AT_ONCE, crawled + _AT_ONCE
        else:
            found.update((number, tuple(row)) for number, *row in lot)
            after = int(lot[-1][0])
    made = tuple(dict(zip(columns, row, strict=True)) for row in found.values())
    return Rows(made, broken)


def _leads_anywhere(connection: sqlite3.Connection, table: str, after: int, bound: int) -> bool:
    """Tell whether the tree of a table still leads somewhere behind a row; a damaged end or root leads nowhere."""
    step = 1.0
    while step <= bound:
        with suppress(*BROKEN):
            connection.execute(f'SELECT 1 FROM "{table}" WHERE rowid = ?', (after + int(step),)).fetchone()
            return True
        step *= _FARTHER
    return False


def _next(connection: sqlite3.Connection, table: str, after: int) -> list[tuple[int, *tuple[Cell, ...]]] | None:
    """Return the next rows, None where they cannot all be read."""
    try:
        asked = f'SELECT rowid, * FROM "{table}" WHERE rowid > ? ORDER BY rowid LIMIT {_AT_ONCE}'
        lot = connection.execute(asked, (after,)).fetchall()
    except BROKEN:
        return None
    return lot if all(isinstance(number, int) and number > after for number, *_ in lot) else None


def _take(
    connection: sqlite3.Connection, table: str, numbers: tuple[int, int], found: dict[int, tuple[Cell, ...]]
) -> None:
    """Read the rows with these numbers, one half after the other where they cannot be read at once."""
    first, last = numbers
    try:
        asked = f'SELECT rowid, * FROM "{table}" WHERE rowid BETWEEN ? AND ?'
        rows = connection.execute(asked, numbers).fetchall()
    except BROKEN:
        middle = (first + last) // 2
        for half in ((first, middle), (middle + 1, last)) if first < last else ():
            _take(connection, table, half, found)
        return
    found.update((number, tuple(row)) for number, *row in rows)
