"""A backup's card: when and why it was made, what is in it, and by what it is known to be whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

TITLES = 20
"""How many titles of plans a card names."""


class Reason(StrEnum):
    """Why a backup was made."""

    DAY = "day"
    """The office was opened for the first time on a day."""
    CLOSE = "close"
    IMPORT = "import"
    MERGE = "merge"
    RESTORE = "restore"
    UPGRADE = "upgrade"
    ASKED = "asked"
    REPAIR = "repair"


SAID: Mapping[Reason, str] = {
    Reason.DAY: "mở lần đầu trong ngày",
    Reason.CLOSE: "đóng sau khi sửa",
    Reason.IMPORT: "trước khi nhập",
    Reason.MERGE: "trước khi nhận bảng đơn vị gửi lại",
    Reason.RESTORE: "trước khi lấy lại từ bản sao lưu",
    Reason.UPGRADE: "trước khi nâng cấp tệp dữ liệu",
    Reason.ASKED: "theo yêu cầu",
    Reason.REPAIR: "trước khi cứu tệp bị hỏng",
}
"""Each reason as it is told."""
PROTECTIVE = frozenset({Reason.IMPORT, Reason.MERGE, Reason.RESTORE, Reason.UPGRADE, Reason.REPAIR})
"""What a backup precedes that changes much at once."""


@dataclass(frozen=True, slots=True)
class Content:
    """How much a backup holds, and the titles of its plans, the newest first, `TITLES` at most.

    `entries` are those of the journal, `files` the kept ones; neither ever becomes fewer in a sound office.
    """

    plans: int = 0
    tasks: int = 0
    targets: int = 0
    units: int = 0
    progress: int = 0
    files: int = 0
    entries: int = 0
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Backup:
    """The card of a backup: `at` is aware, `version` that of its tables, `size` in bytes.

    `digest` is the hash of all records and the same for offices with the same content, `sha256` that of the file as it
    lies there. `sound` says that it was read back after it was made and found whole and equal to the office.
    """

    at: datetime
    reason: Reason
    version: str
    content: Content
    digest: str
    sha256: str
    size: int
    sound: bool = True
    encrypted: bool = False
