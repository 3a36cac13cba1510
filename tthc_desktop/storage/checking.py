"""A thorough look at an office's file: its pages, its links, its kept files, and every record beside the journal.

SQLite's own check looks at the structure alone: it does not see a changed letter within a text. The journal does, for
it knows what every record has to be, and each of its images stands beside the one before.
"""

import sqlite3
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path

from tthc_desktop.storage import trouble
from tthc_desktop.storage.differing import differing
from tthc_desktop.storage.findings import Finding, Part, name_of
from tthc_desktop.storage.log_damage import is_torn
from tthc_desktop.storage.looking import BROKEN, looked_into
from tthc_desktop.storage.opening import is_database, version_in
from tthc_desktop.storage.replaying import beginning
from tthc_desktop.storage.seals import broken

_MOST = 200
"""How many findings of one kind are told."""
_LOST_ENTRIES = "Nhật ký nêu một thay đổi mà chính nó không còn ghi."

Look = Callable[[sqlite3.Connection], Iterator[Finding]]


def checked(path: Path) -> tuple[Finding, ...]:
    """Return what is wrong in an office's file, of any version; nothing when all of it is sound.

    The file is not changed and may be open meanwhile. `UserError` when it is absent, cannot be read, belongs to
    another program or to a newer version of this one.
    """
    if not is_database(path):
        raise trouble.absent(path)
    try:
        with looked_into(path) as connection:
            if version_in(connection, path) is None:
                raise trouble.absent(path)
            connection.execute("BEGIN")
            return (*log_findings(path), *(found for look in _LOOKS for found in _looked(look, connection)))
    except (*BROKEN, OSError) as error:
        if not isinstance(error, OSError) and trouble.is_damage(error):
            what = "Cấu trúc của tệp dữ liệu bị hỏng, không mở được."
            return (Finding(Part.PAGES, what, detail=str(error)),)
        with trouble.told(path):
            raise


def log_findings(path: Path) -> tuple[Finding, ...]:
    """Return what is to be said of the log beside a file that a process left behind."""
    what = "Phần ghi sau cùng bị hỏng nên mất vài thao tác làm ngay trước khi máy tắt."
    return (Finding(Part.JOURNAL, what),) if is_torn(path) else ()


def _looked(look: Look, connection: sqlite3.Connection) -> Iterator[Finding]:
    """Yield what a look finds; where the file cannot even be read, that is the finding."""
    try:
        yield from islice(look(connection), _MOST)
    except BROKEN as error:
        if not trouble.is_damage(error):
            raise
        yield Finding(Part.PAGES, "Một phần của tệp dữ liệu không đọc được.", detail=str(error))


def _pages(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield Finding(Part.PAGES, "Cấu trúc của tệp dữ liệu bị hỏng.", detail=str(line))


def _links(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, row, other, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        what = f"Một bản ghi ({name_of(table)}) nêu một bản ghi khác ({name_of(other)}) không có trong tệp."
        yield Finding(Part.LINKS, what, table, () if row is None else (row,))


def _files(connection: sqlite3.Connection) -> Iterator[Finding]:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'files'").fetchone():
        return
    for (name,) in connection.execute("SELECT sha256 FROM files").fetchall():
        if not is_kept(connection, name):
            yield Finding(Part.FILES, "Một tệp lưu kèm không còn như lúc được lưu.", "files", (name,))


def is_kept(connection: sqlite3.Connection, name: str) -> bool:
    """Tell whether a kept file still has the content that it is named after."""
    try:
        (data,) = connection.execute("SELECT data FROM files WHERE sha256 = ?", (name,)).fetchone() or (None,)
    except BROKEN:
        return False
    return isinstance(data, bytes) and sha256(data).hexdigest() == name


def _entries(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Look whether the journal's own tables agree with each other."""
    named = "kept" if _has(connection, "journal_kept") else "plans"
    identity = "kept_id" if named == "kept" else "plan_id"
    touched = (
        "SELECT entry_id, iif(json_valid(record), json_extract(record, '$[0]'), record) FROM journal_rows"
        f" UNION SELECT entry_id, {identity} FROM journal_{named}"
    )
    listed = "SELECT entry_id, record_id FROM journal_records"
    for one, other in ((listed, touched), (touched, listed)):
        for entry, _ in connection.execute(f"SELECT * FROM ({one}) EXCEPT SELECT * FROM ({other})"):
            yield Finding(Part.JOURNAL, "Nhật ký của một thay đổi không đầy đủ.", "journal", (entry,))
    lost = "SELECT entry_id FROM journal_rows WHERE entry_id NOT IN (SELECT id FROM journal)"
    for (entry,) in connection.execute(f"{lost} GROUP BY entry_id"):
        yield Finding(Part.JOURNAL, _LOST_ENTRIES, "journal", (entry,))


def _seals(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Look whether each change stands in the journal as it was written."""
    if not _has(connection, "journal_seals"):
        return
    for entry in broken(connection, beginning(connection)):
        yield Finding(Part.JOURNAL, f"Nhật ký của thay đổi số {entry} không còn như lúc ghi.", "journal", (entry,))


def _has(connection: sqlite3.Connection, table: str) -> bool:
    return bool(connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone())


_LOOKS: tuple[Look, ...] = (_pages, _links, _files, _entries, _seals, differing)
