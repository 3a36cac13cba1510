"""The bytes of a file that the user chooses, looked at before they are read."""

import errno
import stat
from dataclasses import dataclass
from pathlib import Path

from tthc_desktop.documents.limits import MEGABYTE
from tthc_desktop.errors import UserError

_TROUBLE = {
    errno.ENOENT: ("không có tệp này", "Hãy kiểm tra lại đường dẫn và tên tệp."),
    errno.ENOTDIR: ("không có tệp này", "Hãy kiểm tra lại đường dẫn và tên tệp."),
    errno.EISDIR: ("đây là một thư mục", "Hãy chọn một {wanted} trong thư mục đó."),
    errno.EACCES: ("không có quyền đọc tệp này", "Hãy xin quyền đọc hoặc chép tệp sang thư mục của bạn."),
    errno.EPERM: ("không có quyền đọc tệp này", "Hãy xin quyền đọc hoặc chép tệp sang thư mục của bạn."),
    errno.ENAMETOOLONG: ("tên tệp quá dài", "Hãy đặt cho tệp một tên ngắn hơn."),
}
_OTHER = ("máy báo lỗi khi đọc", "Hãy kiểm tra ổ đĩa, thẻ nhớ hoặc mạng rồi thử lại.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which kind of file is asked for, how large it may be, and what to do about a larger one."""

    name: str
    largest: int
    smaller: str


def raw(path: Path, wanted: Wanted) -> bytes:
    """Return the bytes of a file that is not too large."""
    try:
        known = path.stat()
        if stat.S_ISDIR(known.st_mode):
            raise IsADirectoryError(errno.EISDIR, "")
        if not stat.S_ISREG(known.st_mode):
            raise UserError(f"“{path.name}” không phải là một tệp thường.", f"Hãy chọn một {wanted.name}.")
        if known.st_size > wanted.largest:
            raise _too_large(path, known.st_size, wanted)
        with path.open("rb") as file:
            data = file.read(wanted.largest + 1)
    except (OSError, ValueError) as error:
        raise unreadable(path, error, wanted.name) from error
    if len(data) > wanted.largest:
        raise _too_large(path, len(data), wanted)
    return data


def unreadable(path: Path, error: OSError | ValueError, wanted: str) -> UserError:
    """Return what is told of a file that the system does not give out."""
    what, advice = _TROUBLE.get(getattr(error, "errno", None) or 0, _OTHER)
    return UserError(f"Không đọc được “{path}”: {what}.", advice.format(wanted=wanted))


def _too_large(path: Path, size: int, wanted: Wanted) -> UserError:
    shown = f"{size / MEGABYTE:,.1f}".replace(",", "\u00a0").replace(".", ",")
    return UserError(f"Tệp “{path.name}” lớn {shown} MB, quá giới hạn {wanted.largest // MEGABYTE} MB.", wanted.smaller)
