"""The log beside an office's file looked at after a crash: SQLite leaves out all that follows a damaged page of it.

What it leaves out was acknowledged when a whole change follows. That is told once; the file and its log are kept as
they were beside it, and then work goes on with what can be read.
"""

import os
import shutil
import struct
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from tthc_desktop.storage import trouble
from tthc_desktop.storage.lock import Lock

_HEADER, _FRAME = 32, 24
_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}
"""The two ways to write a log, by the order of the bytes in its sums."""
_KEPT = "nhat-ky-hong"


def is_torn(path: Path) -> bool:
    """Tell whether whole changes are lost with the log beside a file; one that is being written is looked at twice."""
    return _end(path) is not None and _end(path) is not None


def look_at_log(path: Path) -> None:
    """Tell when changes are lost with the log beside a file, after both are kept under other names.

    The next opening goes on with what SQLite reads of the log.
    """
    if _end(path) is None:
        return
    lock = Lock(path.resolve())
    with closing(lock):
        lock.acquire()
        if (end := _end(path)) is not None:
            raise trouble.torn_log(path, _set_aside(path, end))


def _end(path: Path) -> int | None:
    log = path.with_name(f"{path.name}-wal")
    return lost_from(log) if log.is_file() else None


def _set_aside(path: Path, end: int) -> Path:
    """Keep the file and its log as they are, cut the log where SQLite stops reading it, and return the kept file."""
    log, kept = path.with_name(f"{path.name}-wal"), _free_name(path)
    for source, copy in ((log, kept.with_name(f"{kept.name}-wal")), (path, kept)):
        shutil.copy2(source, copy)
        with copy.open("rb+") as file:
            os.fsync(file.fileno())
    os.truncate(log, end)
    return kept


def _free_name(path: Path) -> Path:
    names = (path.with_name(f"{path.stem}.{_KEPT}-{number}{path.suffix}") for number in count(1))
    return next(name for name in names if not name.exists())


def lost_from(log: Path) -> int | None:
    """Return where in a log the damage begins that whole changes follow, None where nothing is lost.

    The last pages of a log may be of a change that was never finished, or of an earlier round; those are no loss.
    """
    content = log.read_bytes()
    if len(content) < _HEADER + _FRAME:
        return None
    magic, _, size, _, *salts = struct.unpack(">IIIIII", content[:24])
    order = _MAGIC.get(magic)
    if order is None or _sum(content[:24], (0, 0), order) != struct.unpack(">II", content[24:_HEADER]):
        return 0 if any(content[:_HEADER]) or any(content[_HEADER:]) else None
    sums = struct.unpack(">II", content[24:_HEADER])
    for start in range(_HEADER, len(content) - _FRAME - size + 1, _FRAME + size):
        head, page = content[start : start + _FRAME], content[start + _FRAME : start + _FRAME + size]
        found = _sum(page, _sum(head[:8], sums, order), order)
        if head[8:16] != struct.pack(">II", *salts) or found != struct.unpack(">II", head[16:]):
            return start if any(_commits(content[start:], size, salts)) else None
        sums = found
    return None


def _commits(rest: bytes, size: int, salts: list[int]) -> Iterator[bool]:
    """Yield for each page of this round whether a change ends with it."""
    for start in range(0, len(rest) - _FRAME + 1, _FRAME + size):
        _, pages, *round_ = struct.unpack(">IIII", rest[start : start + 16])
        yield round_ == salts and pages != 0


def _sum(data: bytes, sums: tuple[int, ...], order: str) -> tuple[int, int]:
    """Return SQLite's sums of a log, begun with those of what stands before."""
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for one, other in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second
