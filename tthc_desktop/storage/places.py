"""Where an office's file lies: on this computer's own disk, in a folder that a program copies elsewhere, on a network.

A log beside the file (SQLite's WAL) is quick and safe on an own disk only. Whatever copies files one by one may take
the file without its log, and over a network the log's shared memory does not reach; there the file is whole after
each change instead.
"""

import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath

from tthc_desktop.errors import UserError

_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "icloudrive": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
}
"""How the folders are named that such programs copy, in small letters; OneDrive adds the organisation's name."""
_SYNCED_BY = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""The variables in which Windows says where OneDrive's folders are."""
_NETWORK = frozenset(
    {"cifs", "smb3", "smbfs", "nfs", "nfs4", "fuse.sshfs", "afs", "ncpfs", "9p", "davfs", "fuse.davfs2"}
)
_MOUNTS = Path("/proc/self/mounts")
_REMOTE = 4
"""What Windows calls a drive on a network."""
_MOVE = "Hãy chuyển tệp về thư mục trên máy này, như thư mục Tài liệu"


class Kind(StrEnum):
    """How far a file is from being on an own disk."""

    OWN = "own"
    SYNCED = "synced"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Where:
    """The kind of place, and the name of the program that copies what lies there."""

    kind: Kind = Kind.OWN
    program: str = ""


def where_is(path: Path) -> Where:
    """Return what kind of place a file lies in, as far as its path and the system tell."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - a network path must not be followed, which may take minutes
    if program := _program(whole):
        return Where(Kind.SYNCED, program)
    return Where(Kind.NETWORK) if _is_on_network(whole) else Where()


def warning(path: Path) -> UserError | None:
    """Return what is to be said of the place of an office's file, None where nothing is."""
    where = where_is(path)
    if where.kind is Kind.SYNCED:
        return UserError(
            f"Tệp dữ liệu “{path.name}” nằm trong thư mục {where.program}, nơi một chương trình khác chép tệp đi.",
            f"{_MOVE}; chỉ để bản sao lưu trong {where.program}. Hai máy cùng mở tệp này sẽ mất việc của nhau.",
        )
    if where.kind is Kind.NETWORK:
        return UserError(
            f"Tệp dữ liệu “{path.name}” nằm trên mạng; mất mạng giữa chừng có thể làm hỏng tệp.",
            f"{_MOVE}; chỉ để bản sao lưu trên mạng.",
        )
    return None


def conflicting(path: Path) -> tuple[Path, ...]:
    """Return the other copies of a file that a program has put beside it, because two computers had changed it."""
    marks = ("conflict", "xung đột", "-desktop-", "-laptop-", "-pc")
    beside = path.parent.glob(f"{_plain(path.stem)}*{path.suffix}")
    return tuple(sorted(one for one in beside if one != path and any(mark in one.name.lower() for mark in marks)))


def _plain(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)


def _program(path: PurePath) -> str:
    for variable in _SYNCED_BY:
        folder = os.environ.get(variable, "")
        if folder and PurePath(folder) in path.parents:
            return "OneDrive"
    for above in path.parents:
        name = above.name.lower()
        found = _SYNCED.get(name) or _SYNCED.get(name.split(" - ")[0].split(" (")[0])
        if found:
            return found
    return ""


def _is_on_network(path: Path) -> bool:
    if str(path).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only this system has the question

        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _REMOTE)
    return _kind_of_mount(path) in _NETWORK


def _kind_of_mount(path: PurePath) -> str:
    """Return the kind of file system that a path lies on, empty when the system does not tell."""
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    around = {str(folder) for folder in (path, *path.parents)}
    mounts = [(parts[1].replace("\\040", " "), parts[2]) for parts in map(str.split, lines) if len(parts) > 2]
    return max(((len(folder), kind) for folder, kind in mounts if folder in around), default=(0, ""))[1]
