"""The card beside a backup: what is known of it without opening it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.values import Backup, Content, Reason
from tthc_desktop.storage.backups.folders import card_of
from tthc_desktop.storage.backups.writing import write

_NO_CARD = "Bản sao lưu này không có thẻ ghi nội dung; vẫn mở ra xem và khôi phục được."
_BAD_CARD = "Thẻ ghi nội dung của bản sao lưu này bị hỏng; vẫn mở ra xem và khôi phục được."
_OTHER_SIZE = "Tệp sao lưu này không còn đúng kích thước lúc ghi, có thể đã bị cắt cụt hoặc bị sửa."

_YEARS = (1, 9999)
"""Times in these have no local time in every zone, and no clock tells them."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A backup where it lies. `backup` is its card, None when that cannot be read.

    `trouble` is one Vietnamese sentence on what is wrong at first sight, empty when nothing is. `second` tells that
    it lies in the second place.
    """

    path: Path
    backup: Backup | None
    trouble: str = ""
    second: bool = False


def still_there(stored: Stored) -> None:
    """Refuse a backup that was listed and is away by now, with the stick on which it lay."""
    if not stored.path.is_file():
        raise UserError(
            f"Không thấy bản sao lưu “{stored.path.name}” nữa.",
            "Hãy cắm lại USB hoặc nối lại thư mục mạng chứa bản này, hoặc chọn bản sao lưu khác.",
        )


def write_card(path: Path, backup: Backup) -> None:
    """Put the card beside a backup."""
    said = asdict(backup) | {"at": backup.at.isoformat()}
    write(card_of(path), json.dumps(said, ensure_ascii=False, indent=1).encode())


def stored(path: Path, *, second: bool = False) -> Stored:
    """Return a backup with its card, and what is wrong with these at first sight."""
    try:
        said = card_of(path).read_bytes()
    except FileNotFoundError:
        return Stored(path, None, _NO_CARD, second)
    except OSError:
        return Stored(path, None, _BAD_CARD, second)
    backup = _backup(said)
    if backup is None:
        return Stored(path, None, _BAD_CARD, second)
    try:
        size = path.stat().st_size
    except OSError:
        return Stored(path, backup, _OTHER_SIZE, second)
    return Stored(path, backup, "" if size == backup.size else _OTHER_SIZE, second)


def _backup(said: bytes) -> Backup | None:
    """Return the card in these bytes, None where they are none."""
    try:
        found = json.loads(said)
        content = _content(found["content"])
        at = datetime.fromisoformat(found["at"])
        if at.tzinfo is None or not _YEARS[0] < at.year < _YEARS[1]:
            return None
        return Backup(
            *(at, Reason(found["reason"]), str(found["version"]), content),
            *(str(found["digest"]), str(found["sha256"]), int(found["size"])),
            sound=found["sound"] is True,
            encrypted=found["encrypted"] is True,
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        return None


def _content(said: Mapping[str, object]) -> Content:
    titles = said["titles"]
    if not isinstance(titles, list):
        raise TypeError(titles)
    counts = {name: int(str(count)) for name, count in said.items() if name != "titles"}
    return Content(**counts, titles=tuple(map(str, titles)))
