"""A folder that has no room is told; a mistake of ours is not taken for it."""

import errno
import sqlite3

import pytest

from tthc_desktop.errors import UserError
from tthc_desktop.storage.agenda.index import AgendaIndex
from tthc_desktop.storage.agenda.trouble import told


def _raise(error: Exception) -> None:
    with told():
        raise error


def test_no_room_and_no_right_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UserError):
        _raise(OSError(errno.ENOSPC, "no room"))
    with pytest.raises(UserError), told():
        sqlite3.connect("/không/có/thư/mục/agenda.sqlite").execute("SELECT 1")

    def full(prefix: str) -> str:
        raise OSError(errno.ENOSPC, prefix)

    monkeypatch.setattr("tempfile.mkdtemp", full)
    with pytest.raises(UserError, match="thư mục tạm"):
        AgendaIndex()


def test_a_mistake_stays_one() -> None:
    with pytest.raises(sqlite3.OperationalError), told():
        sqlite3.connect(":memory:").execute("SELECT nothing FROM nowhere")
    with pytest.raises(KeyError):
        _raise(KeyError("x"))
