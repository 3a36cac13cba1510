"""A throw-away copy of a backup, so that the backup itself is never opened for writing."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tthc_desktop.errors import UserError
from tthc_desktop.storage import trouble
from tthc_desktop.storage.backups.cards import Stored, still_there
from tthc_desktop.storage.backups.folders import LOCKED
from tthc_desktop.storage.backups.locking import is_locked, unlock
from tthc_desktop.storage.opening import version_of


@contextmanager
def copied(stored: Stored, password: str = "") -> Iterator[Path]:
    """Lend a copy of the office's file in a backup, decrypted where it is encrypted."""
    with tempfile.TemporaryDirectory(prefix="tthc-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / stored.path.name.removesuffix(LOCKED)
        write_out(stored, copy, password)
        yield copy


def check_office(path: Path, name: str) -> str:
    """Return the version of the office's file in a backup; `name` is what the backup is called.

    `UserError` where it holds no office: an empty file, or one of another kind.
    """
    version = version_of(path)
    if version is None:
        raise UserError(f"Bản sao lưu “{name}” trống rỗng.", "Hãy chọn một bản sao lưu khác.")
    return version


def write_out(stored: Stored, to: Path, password: str) -> None:
    """Write the office's file in a backup to a place where there is none."""
    with trouble.told(stored.path):
        still_there(stored)
        if is_locked(stored.path):
            unlock(stored.path, to, password)
        else:
            shutil.copyfile(stored.path, to)
