"""What was deleted: the card by which it is found, and the part of the office that it was."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tthc_desktop.models.identity import Id


class What(StrEnum):
    """What kind of thing was deleted."""

    PLAN = "plan"
    VERSION = "version"
    PAPER = "paper"
    HEADING = "heading"
    TASK = "task"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    GROUP = "group"
    TARGET = "target"
    ROW = "row"
    COLUMN = "column"
    APPENDIX = "appendix"
    BASIS = "basis"
    RECIPIENT = "recipient"
    MARK = "mark"
    UNIT = "unit"
    DOCUMENT = "document"
    SENDING = "sending"
    PROGRESS = "progress"
    EVIDENCE = "evidence"
    KNOWN_HEADING = "known heading"
    FOLLOW_UP = "follow-up"
    DAY = "day"
    RULES = "rules"
    REGIME = "regime"
    FILTER = "filter"
    PARTICULARS = "particulars"


NAMES = {
    What.PLAN: "Kế hoạch",
    What.VERSION: "Bản đã lưu",
    What.PAPER: "Văn bản đã lập",
    What.HEADING: "Mục",
    What.TASK: "Nhiệm vụ",
    What.PARAGRAPH: "Đoạn văn",
    What.TABLE: "Bảng",
    What.GROUP: "Nhóm hàng",
    What.TARGET: "Chỉ tiêu",
    What.ROW: "Hàng",
    What.COLUMN: "Cột",
    What.APPENDIX: "Phụ lục",
    What.BASIS: "Căn cứ",
    What.RECIPIENT: "Nơi nhận",
    What.MARK: "Đánh dấu chỉ tiêu",
    What.UNIT: "Đơn vị",
    What.DOCUMENT: "Văn bản căn cứ",
    What.SENDING: "Bảng đã gửi",
    What.PROGRESS: "Tiến độ đã báo",
    What.EVIDENCE: "Minh chứng",
    What.KNOWN_HEADING: "Tiêu đề cột đã nhớ",
    What.FOLLOW_UP: "Cách theo dõi việc",
    What.DAY: "Ngày nghỉ, làm bù",
    What.RULES: "Quy tắc của cơ quan",
    What.REGIME: "Chế độ báo cáo",
    What.FILTER: "Bộ lọc",
    What.PARTICULARS: "Thông tin cơ quan",
}
"""What each kind is called."""
WHOLE_PLANS = frozenset({What.PLAN, What.VERSION, What.PAPER})
PARTS = frozenset(
    {
        *(What.HEADING, What.TASK, What.PARAGRAPH, What.TABLE, What.GROUP, What.TARGET, What.ROW, What.COLUMN),
        *(What.APPENDIX, What.BASIS, What.RECIPIENT, What.MARK),
    }
)
"""The kinds that are a part of a plan; the others are kept by themselves."""


def evidence_id(progress_id: Id, sha256: str) -> Id:
    """Return by what a file is known that was evidence of some progress."""
    return f"{progress_id}.{sha256[:16]}"


@dataclass(frozen=True, slots=True)
class Deleted:
    """One thing that was deleted with all below it; `entry` is the change of the journal that took it away.

    `plan_id` is the plan that it was in or is about, empty for none; `under` what it stood directly under there.
    `inside` has the words of everything below it, `parts` counts that.
    """

    id: Id
    entry: int
    at: datetime
    label: str
    what: What
    words: str
    plan_id: Id = ""
    under: Id = ""
    inside: tuple[str, ...] = ()
    parts: int = 0
