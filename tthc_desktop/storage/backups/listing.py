"""The backups that there are of an office."""

from datetime import UTC, datetime
from pathlib import Path

from tthc_desktop.storage.backups.cards import Stored, stored
from tthc_desktop.storage.backups.choices import choices_of, second_folder
from tthc_desktop.storage.backups.folders import backups_in, folder_of


def listed(office: Path) -> tuple[Stored, ...]:
    """Return the backups of an office in both places, the newest first."""
    second = second_folder(office, choices_of(office))
    found = (*listed_in(folder_of(office)), *(listed_in(second, second=True) if second else ()))
    return tuple(sorted(found, key=when, reverse=True))


def listed_in(folder: Path, *, second: bool = False) -> tuple[Stored, ...]:
    """Return the backups in a folder, the newest first; none where there is no such folder or it cannot be read."""
    try:
        found = [stored(path, second=second) for path in backups_in(folder)]
    except OSError:
        return ()
    return tuple(sorted(found, key=when, reverse=True))


def when(one: Stored) -> tuple[datetime, str]:
    """Return when a backup was made, as far as it is known, and its name."""
    if one.backup is not None:
        return one.backup.at, one.path.name
    try:
        return datetime.fromtimestamp(one.path.stat().st_mtime, UTC), one.path.name
    except OSError:
        return datetime.min.replace(tzinfo=UTC), one.path.name
