"""An office's file looked into without a byte of it being written, however damaged it is."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from tthc_desktop.storage.addresses import address

BROKEN = (sqlite3.DatabaseError, UnicodeError)
"""What reading a damaged file raises; the second when names in it, or words of a complaint, are no text."""
_LOGS = ("-wal", "-journal")
"""What SQLite needs beside a file to know all that was written to it."""


@contextmanager
def looked_into(path: Path) -> Iterator[sqlite3.Connection]:
    """Lend a connection that can only read; where SQLite would have to write beside the file, it is one to a copy.

    Bytes that are no text are read as Python keeps such ones (`surrogateescape`), and never refused.
    """
    with ExitStack() as resources:
        try:
            connection = resources.enter_context(closing(_reading(path)))
        except sqlite3.OperationalError:
            folder = Path(resources.enter_context(tempfile.TemporaryDirectory(prefix="tthc-")))
            connection = resources.enter_context(closing(sqlite3.connect(copied(path, folder))))
        connection.isolation_level = None
        connection.text_factory = as_text
        yield connection


def copied(path: Path, folder: Path) -> Path:
    """Copy a file into a folder, byte by byte, with the log that belongs to it; return the copy.

    While a file that is open elsewhere is copied, its log is held, so that nothing goes from it into the file.
    """
    copy = folder / "office.tthc"
    with ExitStack() as resources:
        if _is_open(path):
            with suppress(*BROKEN):
                held = resources.enter_context(closing(_reading(path)))
                held.execute("BEGIN")
                held.execute("SELECT count(*) FROM sqlite_master").fetchone()
        shutil.copyfile(path, copy)
        for beside, end in _beside(path):
            shutil.copyfile(beside, copy.with_name(copy.name + end))
    return copy


def left_log(path: Path) -> Path | None:
    """Return the log that a file which is gone left under this name: SQLite would write it into any new file there."""
    return next((log for log, _ in _beside(path)), None)


def _is_open(path: Path) -> bool:
    return path.with_name(f"{path.name}-shm").exists()


def _beside(path: Path) -> list[tuple[Path, str]]:
    """Return the logs that hold something which is not in the file yet."""
    named = [(path.with_name(path.name + end), end) for end in _LOGS]
    return [(log, end) for log, end in named if log.exists() and log.stat().st_size]


def _reading(path: Path) -> sqlite3.Connection:
    """Connect to a file that is open elsewhere through its log, to another without making one beside it."""
    is_open = _is_open(path)
    if not is_open and _beside(path):
        raise sqlite3.OperationalError(path)
    uri = address(path.absolute(), "mode=ro" if is_open else "mode=ro&immutable=1")
    connection = sqlite3.connect(uri, uri=True)
    with ExitStack() as resources:
        resources.callback(connection.close)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        resources.pop_all()
    return connection


def as_text(data: bytes) -> str:
    """Return bytes as text, those that are none as Python keeps them."""
    return data.decode("utf-8", "surrogateescape")
