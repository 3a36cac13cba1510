"""A backup made: copied by SQLite as it is at one moment, read back from the disk, given its card."""

import sqlite3
from contextlib import closing
from datetime import datetime
from errno import ENOENT
from hashlib import sha256
from itertools import islice
from pathlib import Path

from tthc_desktop.models.backups.values import Backup, Content, Reason
from tthc_desktop.storage import trouble
from tthc_desktop.storage.backups import snapshot
from tthc_desktop.storage.backups.cards import Stored, stored, write_card
from tthc_desktop.storage.backups.folders import PART, folder_of, new_name
from tthc_desktop.storage.backups.writing import make_folder
from tthc_desktop.storage.differing import differing
from tthc_desktop.storage.looking import BROKEN, looked_into
from tthc_desktop.storage.syncing import sync, sync_folder

_TOLD = 5
"""How many records are named that have changed by themselves."""
_LARGE = 100_000_000
"""Bytes of a file whose records are held beside the journal only where there is time for it."""
_DEEPLY = frozenset({Reason.DAY, Reason.ASKED})


class Moment:
    """An office's file as it is at one moment, whatever is written into it meanwhile, in whatever thread.

    It holds no lock that a writer could meet, and is to be closed soon, for the file's log grows as long.
    """

    def __init__(self, office: Path) -> None:
        """Take hold of the file; `UserError` when there is none or it cannot be read."""
        self.office = office
        with trouble.told(office):
            if not office.is_file():
                raise FileNotFoundError(ENOENT, "no office to be backed up", str(office))
            self.connection = snapshot.connected(office)

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def is_empty(self) -> bool:
        """Tell whether nothing has ever been kept in the office."""
        with trouble.told(self.office):
            content = snapshot.content_of(self.connection)
        return not (content.entries or content.plans or content.files)

    def digest(self) -> str:
        """Return the hash of all records, empty where they cannot be read."""
        try:
            return snapshot.digest_of(self.connection)
        except BROKEN:
            return ""


def make(office: Path, reason: Reason, at: datetime, *, folder: Path | None = None) -> Stored:
    """Back an office's file up, whether or not it is open; any thread may ask, and changes go on meanwhile.

    A damaged file is copied as it is, and its card says that it is not sound. `UserError` when there is no room or no
    right to write, or no office to be backed up; nothing is left behind then.
    """
    with closing(Moment(office)) as moment:
        return make_of(moment, reason, at, folder or folder_of(office))


def make_of(moment: Moment, reason: Reason, at: datetime, folder: Path, digest: str = "") -> Stored:
    """Write the backup of a moment into a folder; the hash of all records may be known."""
    with trouble.told(folder / moment.office.name):
        make_folder(folder)
        return make_at(moment, reason, at, new_name(folder, reason, at), digest)


def make_at(moment: Moment, reason: Reason, at: datetime, path: Path, digest: str = "") -> Stored:
    """Write the backup of a moment under a name that no file has."""
    part = path.with_name(path.name + PART)
    try:
        # Told while the half-written copy is there: how full the disk is says more than SQLite does.
        with trouble.told(path):
            _copy(moment.connection, part)
            card = _card(part, reason, at, digest or moment.digest())
            write_card(path, card)
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(path.parent)
    return stored(path)


def _copy(source: sqlite3.Connection, copy: Path) -> None:
    """Copy what the file holds at that moment; the copy needs no helper files to be read."""
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(copy, isolation_level=None)) as target:
        # The copy counts only when it is whole, and is then brought to the disk at once.
        target.execute("PRAGMA synchronous = OFF")
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
    sync(copy)


def _card(copy: Path, reason: Reason, at: datetime, digest: str) -> Backup:
    """Read the copy back and return what is to be said of it."""
    sound, content, version = False, Content(), ""
    try:
        with snapshot.looking_at(copy) as connection:
            version, content = snapshot.version_in(connection), snapshot.content_of(connection)
            sound = bool(digest) and not problems_in(connection) and snapshot.digest_of(connection) == digest
        if sound and (reason in _DEEPLY or copy.stat().st_size < _LARGE):
            sound = not unlike_journal(copy)
    except BROKEN:
        sound = False
    return Backup(at, reason, version, content, digest, hash_of(copy), copy.stat().st_size, sound)


def problems_in(connection: sqlite3.Connection) -> list[str]:
    """Return what SQLite finds wrong in a file."""
    found = [str(line) for (line,) in connection.execute("PRAGMA integrity_check") if line != "ok"]
    return found + [f"{table}: {row}" for table, row, *_ in connection.execute("PRAGMA foreign_key_check")]


def unlike_journal(path: Path) -> list[str]:
    """Return the first records that are not what the journal says: a changed letter, which SQLite's check passes."""
    with looked_into(path) as connection:
        return [found.what for found in islice(differing(connection), _TOLD)]


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    digest = sha256()
    with path.open("rb") as file:
        while data := file.read(1 << 20):
            digest.update(data)
    return digest.hexdigest()
