"""A damaged file whose place is taken by a sound one: what was saved of it, or a backup.

The damaged file stays as it is, byte by byte, under another name beside it. At every moment there is a file under the
office's own name, so that no empty office is ever begun in its place.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tthc_desktop.errors import UserError
from tthc_desktop.storage import trouble
from tthc_desktop.storage.backups import Stored, check, listed, restore
from tthc_desktop.storage.backups.locking import is_locked
from tthc_desktop.storage.backups.taking_over import put_in_place
from tthc_desktop.storage.lock import Lock
from tthc_desktop.storage.repairing import Repair, repaired

_DAMAGED = "hong"


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
            aside = put_in_place(office, new, _DAMAGED, at)
            assert aside is not None
            return aside
    finally:
        new.unlink(missing_ok=True)
        lock.close()
