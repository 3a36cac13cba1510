"""A backup put where the clerk says, by itself: a file or a folder, locked by a password if wanted."""

import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.storage import trouble
from tthc_desktop.storage.backups.cards import Stored, stored, write_card
from tthc_desktop.storage.backups.folders import LOCKED, PART, card_of, new_name
from tthc_desktop.storage.backups.locking import lock_with
from tthc_desktop.storage.backups.making import Moment, hash_of, make_at
from tthc_desktop.storage.looking import left_log
from tthc_desktop.storage.syncing import sync, sync_folder


def put(office: Path, out: Path, at: datetime, password: str = "") -> Stored:
    """Back the office up into a folder, or under a name that no file has; locked, the name ends in `.age`."""
    path = _place(out.absolute(), at)
    if password and not path.name.endswith(LOCKED):
        path = path.with_name(path.name + LOCKED)
    with trouble.told(path), closing(Moment(office)) as moment:
        if not path.parent.is_dir():
            raise trouble.no_folder(path)
        if path.exists() or card_of(path).exists():
            raise UserError(f"Đã có tệp “{path.name}” ở nơi đó.", "Hãy đặt một tên khác; sao lưu không ghi đè tệp nào.")
        if log := left_log(path):
            raise trouble.left_log(log)
        return _locked(moment, at, path, password) if password else make_at(moment, Reason.ASKED, at, path)


def _place(out: Path, at: datetime) -> Path:
    return new_name(out, Reason.ASKED, at) if out.is_dir() else out


def _locked(moment: Moment, at: datetime, path: Path, password: str) -> Stored:
    """Write a locked backup; what is not locked never comes where it goes."""
    part = path.with_name(path.name + PART)
    with tempfile.TemporaryDirectory(prefix="tthc-", ignore_cleanup_errors=True) as folder:
        plain = make_at(moment, Reason.ASKED, at, Path(folder) / path.name.removesuffix(LOCKED))
        assert plain.backup is not None
        try:
            lock_with(plain.path, part, password)
            sync(part)
            content = replace(plain.backup.content, titles=())
            size, digest = part.stat().st_size, hash_of(part)
            write_card(path, replace(plain.backup, content=content, sha256=digest, size=size, encrypted=True))
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    sync_folder(path.parent)
    return stored(path)
