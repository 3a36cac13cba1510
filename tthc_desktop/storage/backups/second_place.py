"""The second place of backups, a stick or a network folder: it is made up for whatever it missed while it was away."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.keeping import dropped
from tthc_desktop.models.backups.values import Backup
from tthc_desktop.storage import trouble
from tthc_desktop.storage.backups.cards import Stored, stored, write_card
from tthc_desktop.storage.backups.choices import Choices, choices_of, choose, second_folder
from tthc_desktop.storage.backups.folders import LOCKED, PART, card_of, folder_of
from tthc_desktop.storage.backups.listing import listed_in
from tthc_desktop.storage.backups.locking import is_locked, key_name, lock, new_keys
from tthc_desktop.storage.backups.making import hash_of
from tthc_desktop.storage.backups.tidying import alone, clear_leftovers, drop_superfluous, make_room
from tthc_desktop.storage.backups.writing import make_folder, write
from tthc_desktop.storage.syncing import sync, sync_folder

_MARGIN = 1 << 20
"""Bytes that stay free on the disk of a place."""


def choose_second(office: Path, place: Path | None) -> None:
    """Take a folder as the second place from now on, or none; `UserError` where it cannot be written.

    Backups in the place before stay there.
    """
    before = choices_of(office)
    chosen = replace(before, second=place.absolute() if place else None, absent=False)
    choose(office, chosen)
    folder = second_folder(office, choices_of(office))
    if folder is not None:
        try:
            with trouble.told(folder):
                folder.mkdir(exist_ok=True)
                _bring_keys(office, folder)
        except BaseException:
            choose(office, before)
            raise


def protect(office: Path, password: str) -> None:
    """Lock what goes to the second place from now on; what lies there unlocked is locked when it is made up for.

    The password is written nowhere: who has lost it can open none of these backups.
    """
    if not password:
        raise UserError("Chưa nhập mật khẩu.", "Hãy nhập mật khẩu cho các bản sao lưu ở nơi thứ hai.")
    home = folder_of(office)
    make_folder(home)
    with trouble.told(home):
        choose(office, replace(choices_of(office), public=new_keys(home, password)))
        folder = second_folder(office, choices_of(office))
        if folder is not None and folder.is_dir():
            _bring_keys(office, folder)


def unprotect(office: Path) -> None:
    """Lock no more of what goes to the second place; what is locked stays so."""
    choose(office, replace(choices_of(office), public=""))


def is_there(office: Path, choices: Choices) -> bool:
    """Tell whether the second place is there: the office's own folder in it, so that no other stick is taken for it."""
    folder = second_folder(office, choices)
    try:
        return folder is not None and folder.is_dir()
    except OSError:
        return False


def bring_up_to_date(office: Path, choices: Choices, now: datetime) -> int:
    """Copy to the second place what it misses, and return how many; nobody else backs the office up meanwhile.

    `UserError` whatever the place has against it: a stick that is pulled out or a network that fails names many causes.
    """
    with trouble.told(folder_of(office)), alone(folder_of(office)):
        try:
            copied = make_up(office, now)
        except OSError as error:
            raise UserError(
                f"Nơi thứ hai báo lỗi khi ghi: {error.strerror or error}.",
                "Hãy kiểm tra USB, ổ đĩa hoặc mạng đó; các bản sao lưu trên máy này vẫn nguyên.",
            ) from error
        if choices.absent:
            choose(office, replace(choices, absent=False))
    return copied


def make_up(office: Path, now: datetime) -> int:
    """Copy to the second place what it misses, and return how many; the caller has the first place to itself."""
    choices = choices_of(office)
    folder = second_folder(office, choices)
    if folder is None or not is_there(office, choices):
        return 0
    with trouble.told(folder):
        clear_leftovers(folder)
        _bring_keys(office, folder)
        if choices.locked:
            _lock_former(folder, choices, now)
        missed = list(_missed(office, folder, now))
        for one in missed:
            _bring(one, folder, choices, now)
        drop_superfluous(folder, now)
    return len(missed)


def _lock_former(folder: Path, choices: Choices, now: datetime) -> None:
    """Lock what was copied before there was a password, or the password would keep nobody from reading it."""
    for one in listed_in(folder):
        if one.backup and not one.trouble and not is_locked(one.path):
            _bring(one, folder, choices, now)
            one.path.unlink(missing_ok=True)
            card_of(one.path).unlink(missing_ok=True)


def _missed(office: Path, folder: Path, now: datetime) -> Iterator[Stored]:
    """Yield what lies in the first place only and would be kept in the second, the oldest first."""
    there = {one.path.name.removesuffix(LOCKED) for one in listed_in(folder)}
    known = [one.backup for one in listed_in(folder) if one.backup]
    ours = [one for one in reversed(listed_in(folder_of(office))) if one.backup and not one.trouble]
    new = [one for one in ours if one.path.name not in there]
    superfluous = dropped([*known, *(one.backup for one in new if one.backup)], now)
    yield from (one for one in new if not any(one.backup is backup for backup in superfluous))


def _bring(one: Stored, folder: Path, choices: Choices, now: datetime) -> None:
    """Write a backup into the second place, and read it back before it counts."""
    assert one.backup is not None
    free = shutil.disk_usage(folder).free
    make_room(folder, now, one.backup.size + _MARGIN, free)
    path = folder / (one.path.name + (LOCKED if choices.locked else ""))
    part = path.with_name(path.name + PART)
    try:
        card = _copied(one, part, choices)
        write_card(path, card)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(folder)
    assert not stored(path).trouble


def _copied(one: Stored, part: Path, choices: Choices) -> Backup:
    assert one.backup is not None
    if choices.locked:
        lock(one.path, part, choices.public)
        sync(part)
        # Whoever finds the stick shall not read the titles of plans.
        content = replace(one.backup.content, titles=())
        return replace(one.backup, content=content, sha256=hash_of(part), size=part.stat().st_size, encrypted=True)
    shutil.copyfile(one.path, part)
    sync(part)
    if hash_of(part) != one.backup.sha256:
        raise UserError(
            f"Bản sao lưu “{one.path.name}” chép sang nơi thứ hai không giống bản gốc.",
            "Hãy kiểm tra ổ đĩa hoặc USB đó; bản sao lưu trên máy này vẫn nguyên.",
        )
    return one.backup


def _bring_keys(office: Path, folder: Path) -> None:
    """Put the locked private keys beside what they open."""
    for key in folder_of(office).glob(f"khoa-*{LOCKED}"):
        if not (folder / key.name).exists():
            write(folder / key.name, key.read_bytes())


__all__ = ["choose_second", "is_there", "key_name", "make_up", "protect", "unprotect"]
