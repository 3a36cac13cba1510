"""Trouble with the file, sorted once: what the surroundings are to blame for is told to the user, the rest is a bug."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import CompileError, DBAPIError, IntegrityError, OperationalError

from tthc_desktop.errors import DamagedError, UserError

_BUSY = (
    "Tệp dữ liệu “{name}” đang bị một chương trình khác giữ.",
    "Hãy đóng chương trình đó (phần mềm sao lưu, đồng bộ, diệt vi-rút …) rồi làm lại; chưa có gì bị thay đổi.",
)
_READ_ONLY = (
    "Không được phép ghi vào tệp dữ liệu “{name}” hoặc thư mục chứa nó.",
    "Hãy bỏ thuộc tính chỉ đọc, xin quyền ghi hoặc chép tệp sang thư mục của bạn; chưa có gì bị thay đổi.",
)
_UNREADABLE = (
    "Không được phép đọc tệp dữ liệu “{name}”.",
    "Hãy xin quyền đọc và ghi tệp này hoặc chọn tệp khác.",
)
_FULL = (
    "Ổ đĩa chứa “{name}” đã hết chỗ nên chưa ghi được gì.",
    "Hãy xóa bớt tệp trên ổ đĩa rồi làm lại; dữ liệu đã lưu trước đó vẫn còn nguyên.",
)
_BROKEN_DISK = (
    "Ổ đĩa báo lỗi khi đọc hoặc ghi “{name}”.",
    "Hãy kiểm tra ổ đĩa, thẻ nhớ hoặc mạng, chép tệp sang nơi khác rồi mở lại; chưa có gì bị thay đổi.",
)
_DAMAGED = (
    "Tệp dữ liệu “{name}” bị hỏng.",
    "Hãy giữ nguyên tệp này, rồi mở bản sao lưu gần nhất hoặc lấy lại những gì còn đọc được của nó.",
)
_ACTING = (
    "Tệp dữ liệu “{name}” có phần tự chạy mà chương trình không bao giờ tạo ra, nên không mở.",
    "Hãy mở bản sao lưu gần nhất; nếu tệp từ nơi khác gửi đến, hãy hỏi lại nơi gửi.",
)
_FOREIGN = (
    "“{name}” không phải là tệp dữ liệu của TTHC Desktop.",
    "Hãy chọn tệp do chương trình này tạo ra hoặc đặt một tên mới.",
)
_NOT_OPENED = (
    "Không mở được tệp dữ liệu “{name}”.",
    "Hãy kiểm tra đường dẫn và quyền truy cập rồi thử lại.",
)
_NO_MEMORY = (
    "Máy không còn đủ bộ nhớ để làm việc với “{name}”.",
    "Hãy đóng bớt chương trình rồi làm lại; chưa có gì bị thay đổi.",
)
_TOO_BIG = (
    "Nội dung quá lớn để ghi vào “{name}”.",
    "Hãy chia nội dung thành nhiều phần; chưa có gì bị thay đổi.",
)
_NO_LOCK = (
    "Nơi chứa “{name}” không khóa được tệp nên hai máy có thể ghi đè lên nhau.",
    "Hãy chép tệp về ổ đĩa của máy này rồi mở ở đó, hoặc nhờ người quản trị bật khóa tệp của thư mục mạng.",
)
_FOLDER = (
    "“{name}” là một thư mục, không phải tệp dữ liệu.",
    "Hãy chọn một tệp trong thư mục đó hoặc đặt tên tệp mới.",
)
_NO_FOLDER = (
    "Không có thư mục để chứa tệp dữ liệu “{name}”.",
    "Hãy tạo thư mục đó trước hoặc chọn nơi khác.",
)
_BAD_NAME = (
    "Không dùng được tên tệp “{name}”.",
    "Hãy đặt tên ngắn hơn, không có ký tự đặc biệt.",
)
_STALE = (
    "Dữ liệu trong “{name}” đã được thay đổi ở nơi khác từ lúc mở.",
    "Hãy đóng rồi mở lại tệp để thấy nội dung mới nhất, sau đó làm lại; chưa có gì bị thay đổi.",
)
_NEWER = (
    "Tệp “{name}” được tạo bởi phiên bản mới hơn của TTHC Desktop.",
    "Hãy cài phiên bản mới nhất rồi mở lại; tệp vẫn còn nguyên.",
)
_ABSENT = (
    "Không có dữ liệu nào trong tệp “{name}”.",
    "Hãy kiểm tra lại đường dẫn; nếu tệp vừa bị mất, hãy khôi phục từ bản sao lưu gần nhất.",
)
_THERE_ALREADY = (
    "Đã có tệp “{name}”.",
    "Hãy đặt một tên khác; không tệp nào bị ghi đè.",
)
_NOTHING_LEFT = (
    "Không đọc được nội dung nào trong tệp “{name}”.",
    "Hãy giữ nguyên tệp này và khôi phục từ bản sao lưu gần nhất.",
)
_GONE = (
    "Tệp dữ liệu “{name}” không còn ở chỗ cũ: đã bị chuyển, đổi tên, xóa, hoặc ổ USB đã bị rút.",
    "Hãy đưa tệp hoặc ổ USB trở lại rồi làm lại thao tác vừa rồi, vì nó chưa được ghi; mọi thao tác trước đã được ghi.",
)
_REPLACED = (
    "Tệp dữ liệu “{name}” đã bị một chương trình khác thay bằng tệp khác từ lúc mở.",
    "Hãy đóng rồi mở lại để thấy nội dung của tệp đó; thao tác vừa rồi chưa được ghi. Bản cũ có trong các bản sao lưu.",
)
_NOT_UPGRADED = (
    "Không nâng cấp được tệp dữ liệu “{name}”; tệp vẫn ở dạng cũ và còn nguyên.",
    "Hãy đóng các chương trình khác đang dùng tệp rồi mở lại; nếu vẫn vậy, hãy chép riêng tệp này và báo người hỗ trợ.",
)


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
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_NOMEM: _NO_MEMORY,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_IOERR: _BROKEN_DISK,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_CANTOPEN: _NOT_OPENED,
    sqlite3.SQLITE_PROTOCOL: _BUSY,
    sqlite3.SQLITE_TOOBIG: _TOO_BIG,
    sqlite3.SQLITE_AUTH: _READ_ONLY,
    sqlite3.SQLITE_NOTADB: _FOREIGN,
}
_SYSTEM = {
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EIO: _BROKEN_DISK,
    **dict.fromkeys((errno.ENXIO, errno.ENODEV, errno.ETIMEDOUT, errno.EHOSTUNREACH, errno.ENOTCONN), _BROKEN_DISK),
    **dict.fromkeys((errno.EBUSY, errno.EAGAIN, errno.EDEADLK), _BUSY),
    **dict.fromkeys((errno.ENOMEM, errno.EMFILE, errno.ENFILE), _NO_MEMORY),
    **dict.fromkeys((errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP), _NO_LOCK),
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EISDIR: _FOLDER,
    errno.ENAMETOOLONG: _BAD_NAME,
    errno.EINVAL: _BAD_NAME,
    errno.ELOOP: _BAD_NAME,
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
        said = _FULL if code == sqlite3.SQLITE_IOERR_SHMSIZE else _SQLITE.get(code & 0xFF)
        # The driver has no code for bytes that are no text.
        said = _DAMAGED if str(error).startswith("Could not decode") else said
    elif isinstance(error, OSError):
        said = _SYSTEM.get(error.errno or 0)
    # Without room for its helper files SQLite speaks of an error of the disk.
    if said is _BROKEN_DISK and _is_full(path):
        said = _FULL
    if said is _DAMAGED and not _is_readable(path):
        said = _BROKEN_DISK
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
    kind = {_FULL: NoRoomError, _DAMAGED: DamagedError}.get(said, UserError)
    return kind(what.format(name=path.name), advice)


def unreadable(path: Path) -> UserError:
    return _say(_UNREADABLE, path)


def foreign(path: Path) -> UserError:
    return _say(_FOREIGN, path)


def acting(path: Path) -> UserError:
    return _say(_ACTING, path)


def folder(path: Path) -> UserError:
    return _say(_FOLDER, path)


def no_folder(path: Path) -> UserError:
    return _say(_NO_FOLDER, path)


def torn_log(path: Path, kept: Path) -> UserError:
    return UserError(
        f"Phần ghi sau cùng của “{path.name}” bị hỏng nên mất vài thao tác làm ngay trước khi máy tắt.",
        f"Hãy mở lại để làm tiếp, và xem lại những việc vừa làm; tệp với phần hỏng được giữ nguyên là “{kept.name}”.",
    )


def newer(path: Path) -> UserError:
    return _say(_NEWER, path)


def damaged(path: Path) -> UserError:
    return _say(_DAMAGED if _is_readable(path) else _BROKEN_DISK, path)


def absent(path: Path) -> UserError:
    return _say(_ABSENT, path)


def there_already(path: Path) -> UserError:
    return _say(_THERE_ALREADY, path)


def nothing_left(path: Path) -> UserError:
    return _say(_NOTHING_LEFT, path)


def gone(path: Path) -> UserError:
    return _say(_GONE, path)


def replaced(path: Path) -> UserError:
    return _say(_REPLACED, path)


def is_damage(error: Exception) -> bool:
    """Tell whether SQLite refuses what it read, and not the surroundings; its complaint itself may be no text."""
    if isinstance(error, UnicodeDecodeError):
        return True
    damage = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH}
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in damage


def stale(path: Path) -> UserError:
    return _say(_STALE, path)


def not_upgraded(path: Path) -> UserError:
    return _say(_NOT_UPGRADED, path)
