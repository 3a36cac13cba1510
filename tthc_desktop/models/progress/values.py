"""Progress: what a unit has said of one task or target, each value with where it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from tthc_desktop.models.identity import Id


class Field(StrEnum):
    """What a unit reports, in the order of its sheet."""

    STATUS = "status"
    PERCENT = "percent"
    RESULT = "result"
    NUMBER = "number"
    DAY = "day"
    TROUBLE = "trouble"
    PROPOSAL = "proposal"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    VALUE = "value"
    AS_OF = "as_of"


MEASURES = (Field.NUMERATOR, Field.DENOMINATOR, Field.VALUE, Field.AS_OF)
"""What is reported of targets only: b and a of the rate b/a, or the figure itself, and the day it was counted to."""

REPORTED = tuple(field for field in Field if field not in MEASURES)
"""What is reported of every piece of work."""

TITLES: Mapping[Field, str] = {
    Field.STATUS: "Tình trạng",
    Field.PERCENT: "% hoàn thành",
    Field.RESULT: "Kết quả thực hiện",
    Field.NUMBER: "Số, ký hiệu sản phẩm",
    Field.DAY: "Ngày của sản phẩm",
    Field.TROUBLE: "Khó khăn, vướng mắc",
    Field.PROPOSAL: "Đề xuất, kiến nghị",
    Field.NUMERATOR: "Số đạt (b)",
    Field.DENOMINATOR: "Tổng số (a)",
    Field.VALUE: "Giá trị đạt được",
    Field.AS_OF: "Tính đến ngày",
}
"""What each field is called on sheets and in the window."""


class Status(StrEnum):
    """How far the work has come, in the words that provinces use; the value is what sheets offer and plans print."""

    NOT_DUE = "Chưa đến hạn"
    NOT_STARTED = "Chưa thực hiện"
    DOING = "Đang thực hiện"
    DONE = "Hoàn thành"
    DONE_ON_TIME = "Hoàn thành đúng hạn"
    DONE_LATE = "Hoàn thành quá hạn"
    OVERDUE = "Quá hạn"
    NONE_AROSE = "Không phát sinh"


@dataclass(frozen=True, slots=True)
class Origin:
    """The cell of a returned sheet that a value came from, and when it was received (in UTC)."""

    file: str
    sheet: str
    cell: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Said:
    """A value of one field, in the one form that `forms.py` gives it; without origin it was typed here."""

    words: str
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file that shows the work done: its name, and the hash under which the office's own file keeps it."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Progress:
    """What one unit has said of one task or target (`work_id`) for one period; fields never spoken of are absent.

    `period` is the key of a span (`models/spans.py`) or of an occurrence of the work; it is empty for work that is
    done once within its plan. `unit_id` is empty where the office itself measures a target.
    """

    id: Id
    plan_id: Id
    work_id: Id
    unit_id: Id
    said: Mapping[Field, Said] = field(default_factory=dict)
    period: str = ""
    files: tuple[Evidence, ...] = ()

    def words(self, field_: Field) -> str:
        """Return what was said of a field, empty when nothing was."""
        said = self.said.get(field_)
        return said.words if said else ""
