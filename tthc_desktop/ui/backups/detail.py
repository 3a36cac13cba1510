"""All that is known of one backup, in sentences."""

from collections.abc import Collection

from tthc_desktop.storage.backups import is_locked
from tthc_desktop.ui.backups import words
from tthc_desktop.ui.backups.words import Listed, State
from tthc_desktop.ui.life.wording import Wording
from tthc_desktop.ui.plan.names import number

_DAMAGED = "Lúc ghi xong đọc lại thì bản này không giống dữ liệu của cơ quan; chỉ dùng khi không còn bản nào khác."
_LOCKED = "Bản này có khóa; chương trình hỏi mật khẩu khi kiểm tra, xem bên trong hay khôi phục."
_SAID_HASH = 16


def say_none(detail: Wording, count: int) -> None:
    """Say that no single backup is chosen."""
    detail.begin()
    if count:
        detail.say(f"Đang chọn {number(count)} bản; bấm Kiểm tra để đọc lại tất cả.", quiet=True)


def say_backup(detail: Wording, listed: Listed, titles: Collection[str]) -> None:
    """Say what a backup holds and whether it can be relied on; `titles` are those of the plans there are now."""
    stored, backup = listed.stored, listed.stored.backup
    detail.begin()
    name = words.called(stored)
    detail.say(f"{name[0].upper()}{name[1:]}", bold=True)
    for trouble in _troubles(listed):
        detail.say(trouble)
    if backup is not None:
        content = backup.content
        changes = f", sau {number(content.entries)} lần sửa" if content.entries else ""
        detail.say(f"{words.why(stored)}. Gồm {words.holds_all(content)}{changes}.")
        gone = [title for title in content.titles if title not in titles]
        if gone:
            detail.say(f"Nay không còn: {_quoted(gone)}.")
        kept = [title for title in content.titles if title in titles]
        if kept:
            rest = content.plans - len(content.titles)
            more = f" và {number(rest)} kế hoạch khác" if rest > 0 else ""
            detail.say(f"Nay vẫn có: {_quoted(kept)}{more}.")
    if is_locked(stored.path):
        detail.say(_LOCKED)
    detail.say(_file(listed), quiet=True)


def _troubles(listed: Listed) -> list[str]:
    if listed.wrong:
        return [f"Kiểm tra thấy: {wrong}" for wrong in listed.wrong]
    damaged = [_DAMAGED] if words.state(listed) is State.DAMAGED else []
    return damaged + ([listed.stored.trouble] if listed.stored.trouble else [])


def _quoted(titles: list[str]) -> str:
    return "; ".join(f"“{title}”" for title in titles)


def _file(listed: Listed) -> str:
    stored = listed.stored
    if stored.backup is None:
        return f"Tệp {stored.path}."
    return (
        f"Tệp {stored.path}, {words.size(stored.backup.size)}, mã kiểm tra SHA-256 {stored.backup.sha256[:_SAID_HASH]}…"
    )
