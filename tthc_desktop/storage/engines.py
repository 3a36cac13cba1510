"""Ways to a file, which share what has once been worked out about the database and its questions.

Each question is put into SQL once for all files of the process: a file is opened with some fifty of them, and what
units have said of a plan is read by a connection of its own.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sqlalchemy import URL, DDLElement, Dialect, Engine, NullPool, Table, create_engine
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.util import LRUCache

from tthc_desktop.storage.tables import metadata

_QUESTIONS = 500
"""How many questions are kept in SQL, as SQLAlchemy keeps for one engine."""

_PATIENCE = 60
"""Seconds that a change waits for a large file that is being kept."""


def engine_of(path: Path) -> Engine:
    """Return what connects to a file; every connection is a new one."""
    dialect, questions = _shared()
    pool = NullPool(lambda: dialect.connect(str(path), timeout=_PATIENCE))
    url = URL.create("sqlite", database=str(path))
    return Engine(pool, dialect, url, execution_options={"compiled_cache": questions})


@cache
def _shared() -> tuple[Dialect, LRUCache[object, object]]:
    """Return what is known of SQLite after a first connection, and the questions put into SQL so far."""
    engine = create_engine("sqlite://")
    with engine.connect():
        return engine.dialect, LRUCache(_QUESTIONS)


@cache
def statements() -> tuple[str, ...]:
    """Return what makes all tables of the newest version, those first that others name."""
    dialect, _ = _shared()
    return tuple(str(each.compile(dialect=dialect)) for table in metadata.sorted_tables for each in _makers(table))


def _makers(table: Table) -> Iterator[DDLElement]:
    yield CreateTable(table)
    yield from map(CreateIndex, sorted(table.indexes, key=lambda index: str(index.name)))
