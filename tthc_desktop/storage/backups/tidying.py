"""A folder of backups kept in order: what a crash left behind goes, and what is superfluous."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.keeping import dropped, spare
from tthc_desktop.models.backups.values import Backup
from tthc_desktop.storage.backups.cards import Stored
from tthc_desktop.storage.backups.folders import CARD, ENDING, LOCKED, PART, card_of
from tthc_desktop.storage.backups.listing import listed_in, when
from tthc_desktop.storage.backups.making import hash_of
from tthc_desktop.storage.backups.writing import make_folder

_LOCK = ".khoa"
_PATIENCE = 120
"""Seconds that a backup waits for another one of the same office."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let only one process at a time work in a folder of backups."""
    make_folder(folder)
    lock = FileLock(folder / _LOCK, thread_local=False)
    try:
        lock.acquire(timeout=_PATIENCE)
    except Timeout:
        raise UserError("Một lần sao lưu khác của cơ quan này chưa xong.", "Hãy chờ một lát rồi làm lại.") from None
    try:
        yield
    finally:
        lock.release()


def clear_leftovers(folder: Path) -> None:
    """Take away what was left half-written by a process that died; nobody else may be at work in the folder."""
    for path in tuple(folder.iterdir()):
        is_card = path.name.endswith((ENDING + CARD, ENDING + LOCKED + CARD))
        if path.name.endswith(PART) or (is_card and not path.with_name(path.name.removesuffix(CARD)).exists()):
            with suppress(OSError):
                path.unlink()


def drop_superfluous(folder: Path, now: datetime) -> None:
    """Take superfluous backups away. What cannot be read, or looks damaged, is left to the clerk."""
    known = _known(listed_in(folder))
    _drop(folder, dropped(_without_rotten(known), now), known)


def make_room(folder: Path, now: datetime, needed: int, free: int) -> bool:
    """Take away what may go until so many bytes are free; tell whether they are. Nothing goes where it is in vain."""
    known = _known(listed_in(folder))
    going = spare(_without_rotten(known), now)
    if free + sum(one.size for one in going) < needed:
        return False
    for place, one in enumerate(going):
        if free + sum(gone.size for gone in going[:place]) >= needed:
            return True
        _drop(folder, [one], known)
    return True


def _known(listed: Iterable[Stored]) -> dict[int, Stored]:
    """Return the backups by their cards, those that have a good one."""
    return {id(one.backup): one for one in listed if one.backup and not one.trouble}


def _without_rotten(known: dict[int, Stored]) -> Sequence[Backup]:
    """Return the cards; the newest good one is read again first, so that all others never rest on a rotten one."""
    found: list[Backup] = []
    sure = False
    for one in sorted(known.values(), key=when, reverse=True):
        assert one.backup is not None
        if one.backup.sound and not sure:
            sure = _is_as_written(one)
            if not sure:
                rotten = replace(one.backup, sound=False)
                known[id(rotten)] = one
                found.append(rotten)
                continue
        found.append(one.backup)
    return found


def _is_as_written(one: Stored) -> bool:
    try:
        return one.backup is not None and hash_of(one.path) == one.backup.sha256
    except OSError:
        return False


def _drop(folder: Path, going: Iterable[Backup], known: dict[int, Stored]) -> None:
    for backup in going:
        path = known[id(backup)].path
        assert path.parent == folder
        with suppress(OSError):
            path.unlink(missing_ok=True)
            card_of(path).unlink(missing_ok=True)
