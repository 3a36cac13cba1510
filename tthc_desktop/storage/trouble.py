"""Trouble with the file, sorted once: what the surroundings are to blame for is told to the user, the rest is a bug."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import CompileError, DBAPIError, IntegrityError, OperationalError

from tthc_desktop.errors import DamagedError, UserError
from tthc_desktop.storage import sentences


class NoRoomError(UserError):
    """There is no room left on the disk."""


_NEVER_WRITTEN = (
    *(OperationalError, IntegrityError, CompileError, sqlite3.OperationalError),
    *(ValueError, KeyError, TypeError),
)
"""What comes of records that the program did not write so."""
_LITTLE_ROOM = 100_000
"""Bytes that are free on a disk which has no room."""

_SQLITE = {
    sqlite3.SQLITE_PERM: sentences.READ_ONLY,
    sqlite3.SQLITE_BUSY: sentences.BUSY,
    sqlite3.SQLITE_LOCKED: sentences.BUSY,
    sqlite3.SQLITE_NOMEM: sentences.NO_MEMORY,
    sqlite3.SQLITE_READONLY: sentences.READ_ONLY,
    sqlite3.SQLITE_IOERR: sentences.BROKEN_DISK,
    sqlite3.SQLITE_CORRUPT: sentences.DAMAGED,
    sqlite3.SQLITE_FULL: sentences.FULL,
    sqlite3.SQLITE_CANTOPEN: sentences.NOT_OPENED,
    sqlite3.SQLITE_PROTOCOL: sentences.BUSY,
    sqlite3.SQLITE_TOOBIG: sentences.TOO_BIG,
    sqlite3.SQLITE_AUTH: sentences.READ_ONLY,
    sqlite3.SQLITE_NOTADB: sentences.FOREIGN,
}
_SYSTEM = {
    errno.EACCES: sentences.READ_ONLY,
    errno.EPERM: sentences.READ_ONLY,
    errno.EROFS: sentences.READ_ONLY,
    errno.ENOSPC: sentences.FULL,
    errno.EDQUOT: sentences.FULL,
    errno.EFBIG: sentences.FULL,
    errno.EIO: sentences.BROKEN_DISK,
    **dict.fromkeys(
        (errno.ENXIO, errno.ENODEV, errno.ETIMEDOUT, errno.EHOSTUNREACH, errno.ENOTCONN), sentences.BROKEN_DISK
    ),
    **dict.fromkeys((errno.EBUSY, errno.EAGAIN, errno.EDEADLK), sentences.BUSY),
    **dict.fromkeys((errno.ENOMEM, errno.EMFILE, errno.ENFILE), sentences.NO_MEMORY),
    **dict.fromkeys((errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP), sentences.NO_LOCK),
    errno.ENOENT: sentences.NO_FOLDER,
    errno.ENOTDIR: sentences.NO_FOLDER,
    errno.EISDIR: sentences.FOLDER,
    errno.ENAMETOOLONG: sentences.BAD_NAME,
    errno.EINVAL: sentences.BAD_NAME,
    errno.ELOOP: sentences.BAD_NAME,
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn known trouble with the office's file into a `UserError`; let bugs through."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError) as error:
        known = _sorted(error.orig if isinstance(error, DBAPIError) else error, path)
        if known:
            raise known from error
        raise


@contextmanager
def read(path: Path) -> Iterator[None]:
    """Take what is read, and was never so written by the program, for damage and not for a bug."""
    try:
        with told(path):
            yield
    except _NEVER_WRITTEN as error:
        raise damaged(path) from error


def _sorted(error: BaseException | None, path: Path) -> UserError | None:
    said = None
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0)
        said = sentences.FULL if code == sqlite3.SQLITE_IOERR_SHMSIZE else _SQLITE.get(code & 0xFF)
        # The driver has no code for bytes that are no text.
        said = sentences.DAMAGED if str(error).startswith("Could not decode") else said
    elif isinstance(error, OSError):
        said = _SYSTEM.get(error.errno or 0)
    # Without room for its helper files SQLite speaks of an error of the disk.
    if said is sentences.BROKEN_DISK and _is_full(path):
        said = sentences.FULL
    if said is sentences.DAMAGED and not _is_readable(path):
        said = sentences.BROKEN_DISK
    return _say(said, path) if said else None


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _LITTLE_ROOM
    except OSError:
        return False


def _is_readable(path: Path) -> bool:
    """Tell whether the disk gives out each byte of a file: where it does not, SQLite may speak of damage."""
    try:
        with path.open("rb") as file:
            while file.read(1 << 20):
                pass
    except OSError:
        return False
    return True


def _say(said: tuple[str, str], path: Path) -> UserError:
    what, advice = said
    kind = {sentences.FULL: NoRoomError, sentences.DAMAGED: DamagedError}.get(said, UserError)
    return kind(what.format(name=path.name), advice)


def unreadable(path: Path) -> UserError:
    return _say(sentences.UNREADABLE, path)


def foreign(path: Path) -> UserError:
    return _say(sentences.FOREIGN, path)


def acting(path: Path) -> UserError:
    return _say(sentences.ACTING, path)


def folder(path: Path) -> UserError:
    return _say(sentences.FOLDER, path)


def no_folder(path: Path) -> UserError:
    return _say(sentences.NO_FOLDER, path)


def torn_log(path: Path, kept: Path) -> UserError:
    return UserError(
        f"Phần ghi sau cùng của “{path.name}” bị hỏng nên mất vài thao tác làm ngay trước khi máy tắt.",
        f"Hãy mở lại để làm tiếp, và xem lại những việc vừa làm; tệp với phần hỏng được giữ nguyên là “{kept.name}”.",
    )


def newer(path: Path) -> UserError:
    return _say(sentences.NEWER, path)


def damaged(path: Path) -> UserError:
    return _say(sentences.DAMAGED if _is_readable(path) else sentences.BROKEN_DISK, path)


def absent(path: Path) -> UserError:
    return _say(sentences.ABSENT, path)


def there_already(path: Path) -> UserError:
    return _say(sentences.THERE_ALREADY, path)


def left_log(log: Path) -> UserError:
    return _say(sentences.LEFT_LOG, log)


def nothing_left(path: Path) -> UserError:
    return _say(sentences.NOTHING_LEFT, path)


def gone(path: Path) -> UserError:
    return _say(sentences.GONE, path)


def replaced(path: Path) -> UserError:
    return _say(sentences.REPLACED, path)


def is_damage(error: Exception) -> bool:
    """Tell whether SQLite refuses what it read, and not the surroundings; its complaint itself may be no text."""
    if isinstance(error, UnicodeDecodeError):
        return True
    damage = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH}
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in damage


def stale(path: Path) -> UserError:
    return _say(sentences.STALE, path)


def not_upgraded(path: Path) -> UserError:
    return _say(sentences.NOT_UPGRADED, path)
