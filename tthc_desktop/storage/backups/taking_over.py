"""Another file that becomes the office's own: the former one is kept beside it, and no crash leaves neither.

At every moment there is a file under the office's own name, so that no empty office is ever begun in its place.
"""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from tthc_desktop.storage import trouble
from tthc_desktop.storage.lock import Lock
from tthc_desktop.storage.looking import BROKEN
from tthc_desktop.storage.syncing import sync, sync_folder

_FORMER = "truoc"
_LOGS = ("-wal", "-shm", "-journal")
"""What SQLite adds to a file's name for what it has not put into the file itself yet."""


def take_over(office: Path, ready: Path, at: datetime) -> Path | None:
    """Let the file `ready`, which lies in the same folder, be the office's file; return where the former one is kept.

    Nobody may have the office open. What was written last and lies in the former file's logs is kept with it. Until the
    very last step the office is as it was. `UserError` when it is open, or the disk refuses; nothing is lost then.
    """
    office = office.resolve()
    lock = Lock(office)
    lock.acquire()
    with closing(lock), trouble.told(office):
        return put_in_place(office, ready, _FORMER, at)


def put_in_place(office: Path, ready: Path, word: str, at: datetime) -> Path | None:
    """Do the same for whoever holds the office's lock; `word` says in the former file's new name what it is."""
    former = _kept(office, f"{office.stem}.{word}-{at.astimezone():%Y-%m-%d-%H%M%S}") if office.exists() else None
    _settle(office)
    sync(ready)
    ready.replace(office)
    sync_folder(office.parent)
    return former


def _logs(office: Path) -> list[Path]:
    paths = (office.with_name(office.name + end) for end in _LOGS)
    return [path for path in paths if path.exists()]


def _kept(office: Path, stem: str) -> Path:
    """Keep the office's file, and its logs as they are, under another name too."""
    former = _free_name(office, stem)
    logs = {path: former.with_name(former.name + path.name.removeprefix(office.name)) for path in _logs(office)}
    try:
        for path, other in logs.items():
            _copy(path, other)
        if logs:
            _copy(office, former)  # the file itself is about to take its logs in
        else:
            _name_twice(office, former)
    except BaseException:
        for other in (former, *logs.values()):
            other.unlink(missing_ok=True)
        raise
    sync_folder(office.parent)
    return former


def _settle(office: Path) -> None:
    """Let the file take in its logs, so that it is whole without them and no other file meets them."""
    if not _logs(office):
        return
    with suppress(*BROKEN), closing(sqlite3.connect(office)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for path in _logs(office):
        path.unlink(missing_ok=True)


def _free_name(office: Path, stem: str) -> Path:
    """Return a name that begins so and that no file has."""
    names = (f"{stem}{'' if number == 1 else f'-{number}'}{office.suffix}" for number in count(1))
    return next(path for path in map(office.with_name, names) if not path.exists())


def _name_twice(path: Path, other: Path) -> None:
    """Give a file a second name, or a copy where the disk knows no second names."""
    try:
        os.link(path, other)
    except OSError:
        _copy(path, other)


def _copy(path: Path, other: Path) -> None:
    shutil.copyfile(path, other)
    sync(other)
