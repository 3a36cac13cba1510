"""The lock beside an office's file: the system holds it, and a note beside it says who has the file since when."""

import getpass
import json
import os
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from tthc_desktop.errors import UserError

_ADVICE = "Hãy đóng chương trình ở đó rồi mở lại; tệp vẫn còn nguyên."


class Lock:
    """Holds an office's file for this process. The system gives it free when the process is gone."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._note = path.with_name(f"{path.name}.lock.json")
        self._lock = FileLock(path.with_name(f"{path.name}.lock"), blocking=False, thread_local=False)

    def acquire(self) -> None:
        """Take the lock and leave the note, or tell who has it."""
        try:
            self._lock.acquire()
        except Timeout:
            raise self._taken() from None
        _write_note(self._note)

    def close(self) -> None:
        """Take the note away and give the file free."""
        if self._lock.is_locked:
            with suppress(OSError):
                self._note.unlink(missing_ok=True)
            self._lock.release()

    def _taken(self) -> UserError:
        return UserError(f"Tệp dữ liệu “{self._path.name}” đang được mở{_who(self._note)}.", _ADVICE)


def _write_note(note: Path) -> None:
    """Say who we are; without a note the lock is as good, only nameless."""
    with suppress(OSError):
        holder = {
            "user": _user(),
            "computer": platform.node(),
            "pid": os.getpid(),
            "since": datetime.now().astimezone().isoformat(timespec="seconds"),
        }
        note.write_text(json.dumps(holder, ensure_ascii=False), encoding="utf-8")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def _who(note: Path) -> str:
    """Return who holds the lock, as the end of a sentence; nothing when the note is missing or unreadable."""
    try:
        holder = json.loads(note.read_text(encoding="utf-8"))
        since = datetime.fromisoformat(holder["since"])
        return (
            f" bởi {holder['user']} trên máy {holder['computer']}"
            f" từ {since:%H:%M} ngày {since:%d/%m/%Y} (tiến trình {holder['pid']})"
        )
    except (OSError, ValueError, KeyError, TypeError):
        return ""
