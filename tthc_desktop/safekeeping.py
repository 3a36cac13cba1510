"""When backups of an office are made, and where to: the same for the window and for commands.

An office has a backup of each day on which it was opened, one of each time that it was closed after changes, and one
from before everything that changes much at once. All ask only for the path of the office's file, which may be open.
"""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.taking_back import named_files
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.changes import Pairs
from tthc_desktop.office import Office
from tthc_desktop.storage.backups import Stored, folder_of, kept_files
from tthc_desktop.storage.backups.backing_up import back_up, back_up_of
from tthc_desktop.storage.backups.choices import Choices, choices_of, choose
from tthc_desktop.storage.backups.folders import is_made_on
from tthc_desktop.storage.backups.making import Moment
from tthc_desktop.storage.backups.putting import put as put_at
from tthc_desktop.storage.backups.second_place import bring_up_to_date, choose_second, is_there, protect, unprotect

__all__ = [
    "Choices",
    "Done",
    "after_changes",
    "ask",
    "before",
    "begin",
    "begin_day",
    "bring_files",
    "choices_of",
    "choose_second",
    "is_there",
    "protect",
    "put",
    "second_place",
    "unprotect",
]


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a wish: the backup that holds the office as it is, and what to tell; both may be nothing."""

    stored: Stored | None = None
    words: str = ""
    trouble: UserError | None = None
    """What went wrong beside it, such as a second place that is not there."""


def begin_day(office: Path) -> Done:
    """Back the office up if it has no backup of today yet."""
    now = _now()
    if not office.exists() or is_made_on(folder_of(office), now.date()):
        return Done()
    return _done(back_up(office, Reason.DAY, now), office)


def after_changes(office: Path) -> Done:
    """Back the office up when it is closed; nothing is written where nothing has changed since the last one."""
    return _done(back_up(office, Reason.CLOSE, _now()), office)


def ask(office: Path) -> Done:
    """Back the office up because the clerk asks for it."""
    return _done(back_up(office, Reason.ASKED, _now()), office)


def before(office: Path, reason: Reason) -> Stored | None:
    """Back the office up before it changes much at once; `UserError` when that fails, and then nothing is to change.

    An office that is not there yet, or has never held anything, needs none.
    """
    if not office.exists():
        return None
    try:
        return back_up(office, reason, _now())
    except UserError as error:
        raise UserError(f"Chưa sao lưu được dữ liệu nên chưa làm gì. {error.what}", error.advice) from error


def put(office: Path, out: Path, password: str = "") -> Stored:
    """Back the office up into a folder or a new file of its own, locked by a password if there is one."""
    return put_at(office, out, _now(), password)


def bring_files(office: Office, stored: Stored, pairs: Pairs, password: str = "") -> None:
    """Keep those files in the office that pairs taken back out of a backup name and that it no longer has."""
    missing = [name for name in sorted(named_files(pairs)) if not office.has_file(name)]
    for data in kept_files(stored, missing, password).values():
        office.keep_file(data)


def begin(office: Path, reason: Reason) -> Callable[[], Done]:
    """Take hold of the office as it is at this moment, and return what backs that up, for a worker.

    It takes milliseconds, and the change that is to come can be made at once.
    """
    moment, now = Moment(office), _now()

    def go_on() -> Done:
        with closing(moment):
            return _done(back_up_of(moment, reason, now), office)

    return go_on


def second_place(office: Path) -> Done:
    """Bring the second place up to date; that it is not there is told once."""
    choices = choices_of(office)
    if choices.second is None:
        return Done()
    if not is_there(office, choices):
        return _absent(office, choices)
    try:
        copied = bring_up_to_date(office, choices, _now())
    except UserError as error:
        return Done(trouble=UserError(f"Chưa chép được sang nơi sao lưu thứ hai. {error.what}", error.advice))
    return Done(words=f"đã chép {copied} bản sang nơi thứ hai" if copied else "")


def _absent(office: Path, choices: Choices) -> Done:
    if choices.absent:
        return Done()
    choose(office, replace(choices, absent=True))
    return Done(
        trouble=UserError(
            f"Không thấy nơi sao lưu thứ hai “{choices.second}”.",
            "Hãy cắm lại USB hoặc nối lại mạng; các bản sao lưu trên máy này vẫn được ghi, khi thấy lại sẽ chép bù.",
        )
    )


def _done(stored: Stored | None, office: Path) -> Done:
    """Return what is told of a backup, after the second place has it too."""
    if stored is None:
        return Done()
    beside = second_place(office)
    words = "; ".join(part for part in (_told(stored), beside.words) if part)
    return Done(stored, words, beside.trouble)


def _told(stored: Stored) -> str:
    card = stored.backup
    if card is None:
        return ""
    if not card.sound:
        return f"Đã sao lưu lúc {card.at.astimezone():%H:%M}, nhưng dữ liệu có chỗ hỏng"
    return f"Đã sao lưu lúc {card.at.astimezone():%H:%M ngày %d/%m/%Y}"


def _now() -> datetime:
    return datetime.now().astimezone()
