"""An office's file looked at before it is touched, made when it is absent, and connected."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, event, false, insert, text, update
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from tthc_desktop.models.backups.values import Reason
from tthc_desktop.storage import trouble
from tthc_desktop.storage.addresses import address
from tthc_desktop.storage.engines import engine_of, statements
from tthc_desktop.storage.lock import Lock
from tthc_desktop.storage.log_damage import look_at_log
from tthc_desktop.storage.looking import left_log
from tthc_desktop.storage.migrating import Check, migrate, take_unfinished_away
from tthc_desktop.storage.places import Kind, where_is
from tthc_desktop.storage.tables import files, journal_kept, journal_records, journal_rows, offices

VERSIONS = ("0001", "0002", "0003", "0004", "0005", "0006")
"""All states of the tables that this program knows, the oldest first; each is a migration."""
_FILE_ENDS = ("", "-wal", "-shm", "-journal")
"""What SQLite adds to the name of the file for its helper files, after nothing for the file itself."""
_JOURNAL = {journal_kept.name, journal_records.name, journal_rows.name}
_LARGE = 100_000_000
"""How many bytes a file has, of which not everything is looked at when it is opened."""
_MAGIC = b"SQLite format 3\x00"
_ACTING = "SELECT 1 FROM sqlite_master WHERE type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL%' LIMIT 1"
"""Finds what would act by itself; the program makes none, so a file that has it was made to do harm."""
_QUICK_CHECK = (
    "SELECT looked.quick_check FROM sqlite_master AS kept, pragma_quick_check(kept.name) AS looked "
    "WHERE kept.type = 'table' AND kept.name NOT IN ({})"
)
"""Looks at the tables but those named, in one question: sixty take longer to ask than to answer."""
_PRAGMAS = ("foreign_keys = ON", "synchronous = FULL", "trusted_schema = OFF")


def version_of(path: Path) -> str | None:
    """Return the version of an office's file, None when there is no file or an empty one.

    It is not changed, but for a log that has lost changes, which is told once.
    """
    if not is_database(path):
        return None
    with trouble.told(path):
        look_at_log(path)
    return _stored_version(path)


def is_database(path: Path) -> bool:
    """Tell whether there is a file which begins as a database; refuse any other, but for an empty one."""
    if path.is_dir():
        raise trouble.folder(path)
    if not path.parent.is_dir():
        raise trouble.no_folder(path)
    if not path.exists():
        return False
    if not path.is_file():
        raise trouble.foreign(path)
    if not path.stat().st_size:
        return False
    if _first_bytes(path) != _MAGIC:
        raise trouble.foreign(path)
    return True


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC))
    except PermissionError as error:
        raise trouble.unreadable(path) from error


def _stored_version(path: Path) -> str | None:
    with trouble.read(path):
        try:
            return _read_version(path, "ro")
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_READONLY:
                raise
            # A process that died in the midst of a change left its log, and SQLite must write to take that back.
            return _read_version(path, "rw")


def _read_version(path: Path, mode: str) -> str | None:
    uri = address(path.absolute(), f"mode={mode}")
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        return version_in(connection, path)


def version_in(connection: sqlite3.Connection, path: Path) -> str | None:
    """Return the version of the office's file that a connection reads, None when it has no tables."""
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not names:
        return None
    if not names >= {"alembic_version", "plans", "journal"}:
        raise trouble.foreign(path)
    if connection.execute(_ACTING).fetchone():
        raise trouble.acting(path)
    (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone() or ("",)
    if version not in VERSIONS:
        raise trouble.newer(path)
    return str(version)


@contextmanager
def opened(path: Path, check: Check | None = None) -> Iterator[Connection]:
    """Lend a connection to the whole and newest file, which nobody else has open meanwhile.

    An older one is brought up to date first, if `check` finds no fault with what it holds then.
    """
    version_of(path)
    lock = Lock(path.resolve())
    with closing(lock):
        lock.acquire()
        take_unfinished_away(path)
        version = _stored_version(path) if is_database(path) else None
        if version and version != VERSIONS[-1]:
            _back_up(path)
            migrate(path, check=check)
        if version is None:
            if not path.exists() and (log := left_log(path)):
                raise trouble.left_log(log)
            create(path)
        with closing(_connect_to_sound(path)) as connection:
            yield connection


def is_older(path: Path) -> bool:
    """Tell whether an office's file has to be brought up to date when it is opened, which takes a while."""
    version = version_of(path)
    return version is not None and version != VERSIONS[-1]


def _back_up(path: Path) -> None:
    """Keep what an older file holds among the office's backups before it is brought up to date."""
    from tthc_desktop.storage.backups.backing_up import back_up  # noqa: PLC0415 - it opens files by this module

    back_up(path, Reason.UPGRADE, datetime.now().astimezone())


def _connect_to_sound(path: Path) -> Connection:
    with ExitStack() as resources, trouble.read(path):
        connection = resources.enter_context(closing(connect(path)))
        if not can_write(connection) and os.access(path, os.W_OK):
            # The system refused the file for a moment, out of handles for one, and SQLite opened it to be read only.
            connection = resources.enter_context(closing(connect(path)))
        if _is_damaged(connection):
            raise trouble.damaged(path)
        resources.pop_all()
        return connection


def can_write(connection: Connection) -> bool:
    """Tell whether the connection may write: SQLite begins a change in a file opened to be read without a word."""
    with transaction(connection):
        try:
            connection.execute(update(offices).where(false()).values(revision=0))
        except OperationalError as error:
            if getattr(error.orig, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_READONLY:
                raise
            return False
    return True


def connect(path: Path) -> Connection:
    """Return a connection that commits to the disk, checks foreign keys and writes each transaction on its own."""
    engine = engine_of(path)
    event.listen(engine, "connect", partial(_prepare, "WAL" if where_is(path).kind is Kind.OWN else "DELETE"))
    event.listen(engine, "begin", _begin)
    return engine.connect()


def _prepare(journal: str, connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    # The driver would begin transactions late and only for some statements; we begin them ourselves.
    connection.isolation_level = None
    with ExitStack() as resources:
        resources.callback(connection.close)
        cursor = connection.cursor()
        for pragma in (*_PRAGMAS, f"journal_mode = {journal}"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
        resources.pop_all()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Commit what is done inside, or undo all of it."""
    try:
        with connection.begin():
            yield
    except BaseException:
        # After a commit that failed SQLite is still in the transaction, but SQLAlchemy takes it for closed.
        connection.connection.rollback()
        raise


def create(path: Path) -> None:
    """Make the file with all tables of the newest version, or leave none behind."""
    is_new = not path.exists()
    try:
        with closing(connect(path)) as connection:
            _create_tables(connection)
    except BaseException:
        for end in _FILE_ENDS if is_new else ():
            path.with_name(path.name + end).unlink(missing_ok=True)
        raise


def _create_tables(connection: Connection) -> None:
    """Make all tables in one transaction, without loading the library of the migrations."""
    with transaction(connection):
        with closing(connection.connection.cursor()) as cursor:  # the driver's own: SQLAlchemy's takes twice the time
            for statement in statements():
                cursor.execute(statement)
        connection.execute(insert(offices).values(id=1, revision=0))
        connection.exec_driver_sql(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
            "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
        connection.execute(text("INSERT INTO alembic_version VALUES (:version)"), {"version": VERSIONS[-1]})


def problems(connection: Connection) -> list[str]:
    """Return what SQLite finds wrong in the file: damaged pages, records without the ones they name."""
    found = [str(line) for (line,) in connection.exec_driver_sql("PRAGMA integrity_check") if line != "ok"]
    return found + [f"{table}: {row}" for table, row, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check")]


def _is_damaged(connection: Connection) -> bool:
    """Tell whether the file is damaged; one look is not enough, for a disk may fail once."""
    return _looks_damaged(connection) and _looks_damaged(connection)


def _looks_damaged(connection: Connection) -> bool:
    """Tell what a quick look finds.

    Kept files, and in a large file the journal of many years, are looked at when something is asked of them.
    """
    try:
        with transaction(connection):
            size, pages = (
                connection.exec_driver_sql(f"PRAGMA {of}").scalar_one() for of in ("page_size", "page_count")
            )
            later = {files.name} if size * pages < _LARGE else {files.name, *_JOURNAL}
            looks = ("PRAGMA quick_check('sqlite_master')", _QUICK_CHECK.format(", ".join(map(repr, sorted(later)))))
            return any(set(connection.exec_driver_sql(look).scalars()) != {"ok"} for look in looks)
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error) and trouble.is_damage(error.orig):
            return True
        raise
