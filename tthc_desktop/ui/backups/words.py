"""What the page of backups says of each of them, without Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tthc_desktop.models.backups.values import SAID, Content
from tthc_desktop.models.identity import Id
from tthc_desktop.storage.backups import Stored
from tthc_desktop.ui.local_time import moment
from tthc_desktop.ui.plan.names import number

_COUNTS = {
    "plans": "kế hoạch",
    "tasks": "nhiệm vụ",
    "targets": "chỉ tiêu",
    "units": "đơn vị",
    "progress": "dòng tiến độ",
    "files": "tệp giữ kèm",
}
_UNKNOWN = "Không rõ"
_STEPS = ("B", "KB", "MB", "GB", "TB")


class State(StrEnum):
    """How far a backup can be relied on; the value is the name of the icon."""

    SOUND = "good"
    UNSURE = "warning"
    DAMAGED = "error"


@dataclass(frozen=True, slots=True)
class Listed:
    """A backup in the list. `wrong` is what the last check found, None before the first one.

    `elsewhere` tells that it lies in neither of the office's two places: the clerk has shown it to the program.
    """

    stored: Stored
    wrong: tuple[str, ...] | None = None
    elsewhere: bool = False

    @property
    def id(self) -> Id:
        return str(self.stored.path)


@dataclass(frozen=True, slots=True)
class Now:
    """What the office holds now: how much, and the digest of all its records."""

    content: Content
    digest: str


def when(stored: Stored) -> str:
    """Return when a backup was made: 08:01 26/11/2026."""
    return moment(stored.backup.at) if stored.backup else _UNKNOWN


def why(stored: Stored) -> str:
    """Return why a backup was made."""
    said = SAID[stored.backup.reason] if stored.backup else _UNKNOWN
    return f"{said[0].upper()}{said[1:]}"


def place(listed: Listed) -> str:
    """Return where a backup lies."""
    if listed.elsewhere:
        return "Nơi khác"
    return "Nơi thứ hai" if listed.stored.second else "Máy này"


def called(stored: Stored) -> str:
    """Return a backup's name for the middle of a sentence."""
    return f"bản sao lưu lúc {when(stored)}" if stored.backup else f"bản sao lưu “{stored.path.name}”"


def holds(content: Content, names: Sequence[str] = ("plans", "tasks", "targets")) -> str:
    """Return in short what a backup holds: 5 kế hoạch · 120 nhiệm vụ."""
    counts = ((getattr(content, name), _COUNTS[name]) for name in names)
    return " · ".join(f"{number(count)} {what}" for count, what in counts if count) or "Chưa có kế hoạch nào"


def holds_all(content: Content) -> str:
    """Return all that a backup holds, as the rest of a sentence."""
    return holds(content, tuple(_COUNTS)).replace(" · ", ", ")


def difference(stored: Stored, now: Now | None) -> str:
    """Return how what the office has now differs from a backup, in few words."""
    if stored.backup is None or now is None:
        return ""
    if stored.backup.digest == now.digest:
        return "Như hiện nay"
    then = stored.backup.content
    more = _counted((getattr(now.content, name) - getattr(then, name), what) for name, what in _COUNTS.items())
    less = _counted((getattr(then, name) - getattr(now.content, name), what) for name, what in _COUNTS.items())
    parts = [f"thêm {more}" if more else "", f"bớt {less}" if less else ""]
    said = ", ".join(part for part in parts if part)
    changes = now.content.entries - then.entries
    return f"Nay {said}" if said else f"Nay đã sửa {number(changes)} lần" if changes > 0 else "Nay khác"


def _counted(counts: Iterable[tuple[int, str]]) -> str:
    return ", ".join(f"{number(count)} {what}" for count, what in counts if count > 0)


def size(count: int) -> str:
    """Return a number of bytes as people read it: 1,2 MB."""
    amount = float(count)
    for step in _STEPS:
        if amount < 1000 or step == _STEPS[-1]:
            digits = 1 if amount < 10 and step not in _STEPS[:2] else 0
            return f"{amount:.{digits}f} {step}".replace(".", ",")
        amount /= 1024
    raise AssertionError


def state(listed: Listed) -> State:
    """Return how far a backup can be relied on."""
    backup = listed.stored.backup
    if listed.wrong or (backup is not None and not backup.sound):
        return State.DAMAGED
    if listed.wrong is None and listed.stored.trouble:
        return State.UNSURE
    return State.SOUND


def state_words(listed: Listed) -> str:
    """Return how far a backup can be relied on, in words."""
    found = state(listed)
    if found is State.DAMAGED:
        return "Có chỗ hỏng"
    if found is State.UNSURE:
        return "Cần kiểm tra"
    return "Đã kiểm tra" if listed.wrong is not None else "Nguyên vẹn lúc ghi"


def summary(listed: Sequence[Listed]) -> str:
    """Return how many backups there are and when the newest good one was made."""
    own = [one for one in listed if not one.elsewhere]
    good = next((one for one in own if state(one) is State.SOUND), None)
    newest = f"bản tốt mới nhất lúc {when(good.stored)}" if good else "không có bản nào chắc chắn còn tốt"
    return f"{number(len(own))} bản, {newest}" if own else ""
