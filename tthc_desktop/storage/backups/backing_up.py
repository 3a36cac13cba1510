"""A backup from its wish to its end: made where it is new, with room for it, and what is superfluous taken away."""

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from tthc_desktop.models.backups.values import Reason
from tthc_desktop.storage import trouble
from tthc_desktop.storage.backups.cards import Stored
from tthc_desktop.storage.backups.folders import folder_of
from tthc_desktop.storage.backups.listing import listed_in
from tthc_desktop.storage.backups.making import Moment, hash_of, make_of
from tthc_desktop.storage.backups.tidying import alone, clear_leftovers, drop_superfluous, make_room

_MARGIN = 1 << 20


def back_up(office: Path, reason: Reason, now: datetime) -> Stored | None:
    """Back the office up as it is now, and return the newest backup that holds it.

    None where nothing was ever kept in the office. Where a sound backup of the same content is there, nothing is
    written, unless the clerk asks for it. `UserError` when it cannot be done; all former backups are there then.
    """
    with closing(Moment(office)) as moment:
        return back_up_of(moment, reason, now)


def back_up_of(moment: Moment, reason: Reason, now: datetime) -> Stored | None:
    """Do the same for an office's file as it was at a moment."""
    if moment.is_empty():
        return None
    folder = folder_of(moment.office)
    with trouble.told(moment.office), alone(folder):
        clear_leftovers(folder)
        digest = moment.digest()
        same = _same(folder, digest) if reason is not Reason.ASKED else None
        if same is not None:
            return same
        made = _with_room(folder, now, moment, lambda: make_of(moment, reason, now, folder, digest))
        drop_superfluous(folder, now)
        return made


def _same(folder: Path, digest: str) -> Stored | None:
    """Return a good backup of this very content."""
    for one in listed_in(folder):
        card = one.backup
        is_same = card and digest and card.digest == digest and card.sound and not one.trouble
        if card and is_same and hash_of(one.path) == card.sha256:
            return one
    return None


def _with_room(folder: Path, now: datetime, moment: Moment, make: Callable[[], Stored]) -> Stored:
    """Make a backup; where the disk is full, old ones make room for it first."""
    try:
        return make()
    except trouble.NoRoomError:
        needed = _size(moment.office) + _MARGIN
        if not make_room(folder, now, needed, shutil.disk_usage(folder).free):
            raise
        return make()


def _size(office: Path) -> int:
    """Return how much room a copy of the office's file takes, at most."""
    logs = (office.with_name(office.name + end) for end in ("", "-wal"))
    return sum(path.stat().st_size for path in logs if path.exists())
