"""A backup looked at as a whole: its file, its records, its kept files."""

import sqlite3
from collections.abc import Iterator
from hashlib import sha256

from tthc_desktop.errors import UserError
from tthc_desktop.storage import trouble
from tthc_desktop.storage.backups import snapshot
from tthc_desktop.storage.backups.cards import Stored, still_there
from tthc_desktop.storage.backups.copying import check_office, copied
from tthc_desktop.storage.backups.locking import WrongPasswordError, is_locked
from tthc_desktop.storage.backups.making import hash_of, problems_in, unlike_journal
from tthc_desktop.storage.looking import BROKEN

_CHANGED = "Tệp sao lưu đã bị thay đổi hoặc hỏng từ lúc ghi."
_DAMAGED = "Bên trong tệp sao lưu có chỗ hỏng, có thể không đọc được hết."
_RECORDS = "Nội dung trong tệp sao lưu không còn đúng như lúc ghi."
_FILES = "Có {count} tệp lưu kèm (bản đã ký, minh chứng) bị hỏng."
_NEVER_SOUND = "Dữ liệu của cơ quan đã hỏng sẵn lúc sao lưu."


def check(stored: Stored, password: str = "") -> tuple[str, ...]:
    """Return what is wrong with a backup, in Vietnamese sentences; nothing when it is good.

    Of a locked one without a password only the file is looked at; `UserError` when the password is wrong.
    """
    card = stored.backup
    with trouble.told(stored.path):
        still_there(stored)
        found = [stored.trouble] if stored.trouble else []
        if card is not None and hash_of(stored.path) != card.sha256:
            found.append(_CHANGED)
    if not is_locked(stored.path) or password:
        found.extend(_inside(stored, password))
    if card is not None and not card.sound:
        found.append(_NEVER_SOUND)
    return tuple(dict.fromkeys(found))


def _inside(stored: Stored, password: str) -> Iterator[str]:
    """Yield what is wrong with the office's file in a backup."""
    try:
        with copied(stored, password) as copy, snapshot.looking_at(copy) as connection:
            card = stored.backup
            check_office(copy, stored.path.name)
            if problems_in(connection):
                yield _DAMAGED
            elif card is not None and card.digest and snapshot.digest_of(connection) != card.digest:
                yield _RECORDS
            else:
                yield from unlike_journal(copy)
            if bad := _bad_files(connection):
                yield _FILES.format(count=bad)
    except BROKEN:
        yield _DAMAGED
    except WrongPasswordError:
        raise
    except UserError as error:
        yield error.what


def _bad_files(connection: sqlite3.Connection) -> int:
    """Return how many kept files are not what their hash says."""
    if "files" not in snapshot.tables_of(connection):
        return 0
    names = [name for (name,) in connection.execute("SELECT sha256 FROM files")]
    asked = "SELECT data FROM files WHERE sha256 = ?"
    return sum(sha256(connection.execute(asked, (name,)).fetchone()[0]).hexdigest() != name for name in names)
