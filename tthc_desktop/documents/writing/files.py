"""A finished file onto the disk: complete under its name, or not at all."""

import errno
import os
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp
from typing import IO

from tthc_desktop.errors import UserError

_TROUBLE = {
    errno.EACCES: ("không có quyền ghi vào thư mục này", "Hãy chọn một thư mục khác."),
    errno.EPERM: ("không có quyền ghi vào thư mục này", "Hãy chọn một thư mục khác."),
    errno.EROFS: ("ổ đĩa này chỉ cho đọc", "Hãy chọn một ổ đĩa khác."),
    errno.ENOSPC: ("ổ đĩa đã đầy", "Hãy xóa bớt tệp hoặc chọn ổ đĩa khác rồi làm lại."),
    errno.EDQUOT: ("phần ổ đĩa dành cho bạn đã đầy", "Hãy xóa bớt tệp hoặc chọn ổ đĩa khác rồi làm lại."),
    errno.ENOENT: ("thư mục này không có", "Hãy tạo thư mục hoặc chọn thư mục khác."),
    errno.ENOTDIR: ("thư mục này không có", "Hãy tạo thư mục hoặc chọn thư mục khác."),
    errno.EISDIR: ("đây là một thư mục", "Hãy đặt cho tệp một tên khác."),
    errno.ENODEV: ("đây là một thiết bị, không phải tệp", "Hãy chọn một tên tệp khác."),
    errno.ENAMETOOLONG: ("tên tệp quá dài", "Hãy đặt cho tệp một tên ngắn hơn."),
}
_BUSY = ("tệp đang được chương trình khác giữ", "Hãy đóng tệp ở chương trình đó rồi làm lại.")
_BEGUN, _UNFINISHED = ".tthc-", ".tmp"
_DAY = 86_400.0
"""Seconds after which nobody writes an unfinished file any more."""
_OTHER = ("máy báo lỗi khi ghi", "Hãy thử lại, hoặc chọn nơi lưu khác.")


def write(path: Path, data: bytes) -> None:
    """Write a file in full beside its place, then put it there; on trouble the old file stays as it was."""
    with writing(path) as file:
        file.write(data)


def write_several(files: Iterable[tuple[Path, bytes]]) -> None:
    """Write files of which each is put in its place only when all are written in full; else the old ones stay."""
    with ExitStack() as places:
        for path, data in files:
            places.enter_context(writing(path)).write(data)


@contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write beside its place, and put it there at the end; on any trouble the old file stays."""
    try:
        _look_at(path)
        _take_leftovers_away(path.parent)
        handle, name = mkstemp(prefix=_BEGUN, suffix=_UNFINISHED, dir=path.parent)
    except (OSError, ValueError) as error:
        raise _error(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _place(Path(name), path)
    except OSError as error:
        raise _error(path, error) from error
    finally:
        with suppress(OSError):
            Path(name).unlink()


def _look_at(path: Path) -> None:
    """Refuse what is not a file and must never be replaced by one: a folder, a device, a pipe; and a hopeless name."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    if not stat.S_ISREG(mode):
        raise OSError(errno.ENODEV, "is no file")


def _take_leftovers_away(folder: Path) -> None:
    """Take away what programs that were killed while they wrote left in the folder."""
    for left in folder.glob(f"{_BEGUN}*{_UNFINISHED}"):
        with suppress(OSError):
            if left.stat().st_mtime < time.time() - _DAY:
                left.unlink()


def _place(made: Path, path: Path) -> None:
    """Give the new file the rights of the one it replaces, or those of any new file, and its name."""
    if path.exists():
        made.chmod(path.stat().st_mode & 0o777)
    elif os.name == "posix":
        made.chmod(0o644)
    made.replace(path)


def _error(path: Path, error: OSError | ValueError) -> UserError:
    what, advice = _TROUBLE.get(getattr(error, "errno", None) or 0, _OTHER)
    if getattr(error, "winerror", None) in {5, 32, 33} and path.exists():
        what, advice = _BUSY
    return UserError(f"Không ghi được tệp “{path}”: {what}.", advice)
