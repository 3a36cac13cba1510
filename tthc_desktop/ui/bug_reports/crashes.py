"""Windows that ended without being closed: each leaves a note while it runs, with the trace of what killed it."""

import faulthandler
import os
import re
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from PySide6.QtCore import QLockFile

_NAME = "dang-chay-{}.txt"
_LONGEST = 100_000
"""Bytes of a trace that are read at most."""


@dataclass(slots=True)
class Watch:
    """Keeps the note of this window until it is closed."""

    path: Path
    lock: QLockFile
    file: IO[bytes] | None = field(default=None)

    def end(self) -> None:
        """Take the note away, for the window was closed as it should be."""
        faulthandler.disable()
        if self.file is not None:
            self.file.close()
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        self.lock.unlock()


def watch(folder: Path) -> Watch | None:
    """Leave a note of this process in the folder, for the system's own faults too; None if it can't be."""
    path = folder / _NAME.format(os.getpid())
    lock = QLockFile(str(path.with_suffix(".lock")))
    lock.setStaleLockTime(0)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not lock.tryLock(0):
            return None
        file = path.open("wb")
    except OSError:
        return None
    faulthandler.enable(file)
    return Watch(path, lock, file)


def left_behind(folder: Path) -> str | None:
    """Return what was found of windows that ended without being closed, perhaps no word; None when none did.

    Their notes are taken away: each is told once.
    """
    found = [text for path in sorted(folder.glob(_NAME.format("*"))) if (text := _taken(path)) is not None]
    return "\n".join(filter(None, found)) if found else None


def _taken(path: Path) -> str | None:
    """Take away the note of a process that is gone, and return what it says; None while the process lives."""
    lock = QLockFile(str(path.with_suffix(".lock")))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        return None
    try:
        with path.open("rb") as file:
            said = file.read(_LONGEST).decode("utf-8", errors="replace")
        path.unlink()
    except OSError:
        return None
    finally:
        lock.unlock()
    return re.sub(r'File "[^"]*[/\\]', 'File "', said)
