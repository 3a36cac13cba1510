"""A backup made: copied by SQLite as it is at one moment, opened and read back, given its card."""

import sqlite3
from contextlib import closing
from datetime import datetime
from errno import ENOENT
from hashlib import sha256
from pathlib import Path

from tthc_desktop.models.backups.values import Backup, Content, Reason
from tthc_desktop.storage import trouble
from tthc_desktop.storage.backups import snapshot
from tthc_desktop.storage.backups.cards import Stored, stored, write_card
from tthc_desktop.storage.backups.folders import PART, folder_of, new_name
from tthc_desktop.storage.backups.writing import sync, sync_folder


def make(office: Path, reason: Reason, at: datetime, *, folder: Path | None = None) -> Stored:
    """Back an office's file up, whether or not it is open; any thread may ask, and changes go on meanwhile.

    A damaged file is copied as it is, and its card says that it is not sound. `UserError` when there is no room or no
    right to write, or no office to be backed up; nothing is left behind then.
    """
    place = folder or folder_of(office)
    with trouble.told(office):
        if not office.is_file():
            raise FileNotFoundError(ENOENT, "no office to be backed up", str(office))
        place.mkdir(parents=True, exist_ok=True)
        path = new_name(place, reason, at)
        part = path.with_name(path.name + PART)
        try:
            digest = _copy(office, part)
            card = _card(part, reason, at, digest)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        sync_folder(place)
        write_card(path, card)
        return stored(path)


def _copy(office: Path, copy: Path) -> str:
    """Copy what the file holds now, and return the hash of its records; empty where they cannot be read."""
    copy.unlink(missing_ok=True)
    with snapshot.looking_at(office) as source, closing(sqlite3.connect(copy, isolation_level=None)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
        digest = _digest(source)
    sync(copy)
    return digest


def _digest(connection: sqlite3.Connection) -> str:
    try:
        return snapshot.digest_of(connection)
    except sqlite3.DatabaseError:
        return ""


def _card(copy: Path, reason: Reason, at: datetime, digest: str) -> Backup:
    """Read the copy back and return what is to be said of it."""
    sound, content, version = False, Content(), ""
    try:
        with snapshot.looking_at(copy) as connection:
            version, content = snapshot.version_in(connection), snapshot.content_of(connection)
            sound = bool(digest) and not problems_in(connection) and snapshot.digest_of(connection) == digest
    except sqlite3.DatabaseError:
        sound = False
    return Backup(at, reason, version, content, digest, hash_of(copy), copy.stat().st_size, sound)


def problems_in(connection: sqlite3.Connection) -> list[str]:
    """Return what SQLite finds wrong in a file."""
    found = [str(line) for (line,) in connection.execute("PRAGMA integrity_check") if line != "ok"]
    return found + [f"{table}: {row}" for table, row, *_ in connection.execute("PRAGMA foreign_key_check")]


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    digest = sha256()
    with path.open("rb") as file:
        while data := file.read(1 << 20):
            digest.update(data)
    return digest.hexdigest()
