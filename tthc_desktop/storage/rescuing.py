"""A damaged file whose place is taken by a sound one: what was saved of it, or a backup.

The damaged file stays as it is, byte by byte, under another name beside it. At every moment there is a file under the
office's own name, so that no empty office is ever begun in its place.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tthc_desktop.errors import UserError
from tthc_desktop.storage import trouble
from tthc_desktop.storage.backups import Stored, check, listed, restore
from tthc_desktop.storage.backups.locking import is_locked
from tthc_desktop.storage.lock import Lock
from tthc_desktop.storage.repairing import Repair, repaired
from tthc_desktop.storage.syncing import sync, sync_folder

_LOGS = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Rescue:
    """Where the damaged file lies now, and what was saved of it when it was repaired."""

    damaged: Path
    repair: Repair | None = None


def newest_sound(office: Path) -> Stored | None:
    """Return the newest backup of an office that is sound, looked at from the first byte to the last."""
    for stored in listed(office):
        if not is_locked(stored.path) and _is_sound(stored):
            return stored
    return None


def _is_sound(stored: Stored) -> bool:
    try:
        return not check(stored)
    except UserError:
        return False


def put_backup_in_place(office: Path, stored: Stored, at: datetime) -> Rescue:
    """Let the office go on from a backup; what was changed after it stays in the damaged file."""

    def make(new: Path) -> None:
        restore(stored, new)

    return Rescue(_replaced(office, make, at))


def put_repaired_in_place(office: Path, at: datetime) -> Rescue:
    """Let the office go on from what can be read of its damaged file."""
    made: list[Repair] = []

    def make(new: Path) -> None:
        made.append(repaired(office, new, at))

    aside = _replaced(office, make, at)
    return Rescue(aside, made[0])


def _replaced(office: Path, make: Callable[[Path], None], at: datetime) -> Path:
    """Make a new file, keep the damaged one under another name, and give the new one its place; return that name."""
    office = office.resolve()
    lock = Lock(office)
    lock.acquire()
    new = office.with_name(f"{office.stem}.thay-the{office.suffix}")
    try:
        with trouble.told(office):
            new.unlink(missing_ok=True)
            make(new)
            aside = _copied_aside(office, at)
            for end in _LOGS:
                office.with_name(office.name + end).unlink(missing_ok=True)
            sync(new)
            new.replace(office)
            sync_folder(office.parent)
            return aside
    finally:
        new.unlink(missing_ok=True)
        lock.close()


def _copied_aside(office: Path, at: datetime) -> Path:
    """Copy the damaged file with what its log holds, under a name that no file has yet."""
    named = f"{office.stem}.hong-{at.astimezone():%Y-%m-%d-%H%M%S}"
    aside = office.with_name(f"{named}{office.suffix}")
    number = 1
    while aside.exists():
        number += 1
        aside = office.with_name(f"{named}-{number}{office.suffix}")
    for end in ("", *_LOGS):
        path = office.with_name(office.name + end)
        if path.exists():
            copy = aside.with_name(aside.name + end)
            shutil.copy2(path, copy)
            sync(copy)
    return aside
