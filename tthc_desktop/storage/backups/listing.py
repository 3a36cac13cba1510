"""The backups that there are of an office."""

from datetime import UTC, datetime
from pathlib import Path

from tthc_desktop.storage.backups.cards import Stored, stored
from tthc_desktop.storage.backups.folders import backups_in, folder_of


def listed(office: Path) -> tuple[Stored, ...]:
    """Return the backups of an office in both places, the newest first."""
    return listed_in(folder_of(office))


def listed_in(folder: Path) -> tuple[Stored, ...]:
    """Return the backups in a folder, the newest first; none where there is no such folder."""
    if not folder.is_dir():
        return ()
    return tuple(sorted((stored(path) for path in backups_in(folder)), key=when, reverse=True))


def when(one: Stored) -> tuple[datetime, str]:
    """Return when a backup was made, as far as it is known, and its name."""
    if one.backup is not None:
        return one.backup.at, one.path.name
    try:
        return datetime.fromtimestamp(one.path.stat().st_mtime, UTC), one.path.name
    except OSError:
        return datetime.min.replace(tzinfo=UTC), one.path.name
