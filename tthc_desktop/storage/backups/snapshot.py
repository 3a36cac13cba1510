"""What an office's file holds at one moment, whatever version it is of: counts, titles and a hash of all records."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

from tthc_desktop.models.backups.values import TITLES, Content
from tthc_desktop.models.text import from_markup
from tthc_desktop.storage import trouble
from tthc_desktop.storage.addresses import address

_LOT = 2_000
"""How many records are hashed at once."""
_COUNTED = {
    **{name: name for name in ("plans", "tasks", "targets", "units", "progress", "files")},
    "entries": "journal",
}


@contextmanager
def looking_at(path: Path) -> Iterator[sqlite3.Connection]:
    """Lend a connection that sees one moment of the file, while others may go on writing into it."""
    with closing(connected(path)) as connection:
        yield connection


def connected(path: Path) -> sqlite3.Connection:
    """Return a connection that sees the file as it is now until it is closed; any thread may use it."""
    try:
        return _connected(path, "ro")
    except sqlite3.OperationalError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if not path.is_file() or code not in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}:
            raise
        # A process that died in the midst of a change left its log, and SQLite must write to take that back.
        return _connected(path, "rw")


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    uri = address(path.absolute(), f"mode={mode}")
    connection = sqlite3.connect(uri, uri=True, timeout=60, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def described(office: Path) -> tuple[Content, str]:
    """Return how much an office's file holds now and the hash of all its records; any thread may ask, beside writers.

    `UserError` when the file cannot be read.
    """
    with trouble.told(office), looking_at(office) as connection:
        return content_of(connection), digest_of(connection)


def tables_of(connection: sqlite3.Connection) -> list[str]:
    """Return the names of all tables that hold records."""
    asked = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY 1"
    return [name for (name,) in connection.execute(asked)]


def version_in(connection: sqlite3.Connection) -> str:
    """Return the version of the tables, empty where it cannot be told."""
    if "alembic_version" not in tables_of(connection):
        return ""
    return str((connection.execute("SELECT version_num FROM alembic_version").fetchone() or ("",))[0])


def content_of(connection: sqlite3.Connection) -> Content:
    """Return how much the file holds; tables that its version does not have hold nothing."""
    there = frozenset(tables_of(connection))
    counts = {
        what: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for what, table in _COUNTED.items()
        if table in there
    }
    titles = (
        connection.execute(f"SELECT title FROM plans ORDER BY rank DESC LIMIT {TITLES}") if "plans" in there else ()
    )
    return Content(**counts, titles=tuple(_title(words) for (words,) in titles))


def _title(markup: str) -> str:
    try:
        return str(from_markup(markup))
    except ValueError:
        return markup


def digest_of(connection: sqlite3.Connection) -> str:
    """Return the SHA-256 of all records of all tables, in the order of their keys: the same for the same content."""
    digest = sha256()
    for table in tables_of(connection):
        digest.update(table.encode())
        for lines in _records(connection, table):
            digest.update(lines)
    return digest.hexdigest()


def _records(connection: sqlite3.Connection, table: str) -> Iterator[bytes]:
    """Yield the records of a table as text that SQLite itself makes of them."""
    columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    names = [name for _, name, *_ in columns]
    keys = [name for _, name, *_ in sorted((one for one in columns if one[5]), key=lambda one: int(one[5]))]
    order = ", ".join(f'"{name}"' for name in keys or names)
    line = " || ',' || ".join(f'quote("{name}")' for name in names)
    connection.text_factory = bytes
    try:
        asked = connection.execute(f'SELECT {line} FROM "{table}" ORDER BY {order}')
        while found := asked.fetchmany(_LOT):
            yield b"\n".join(one for (one,) in found)
    finally:
        connection.text_factory = str
