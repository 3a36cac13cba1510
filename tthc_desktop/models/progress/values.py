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


TITLES: Mapping[Field, str] = {
    Field.STATUS: "Tình trạng",
    Field.PERCENT: "% hoàn thành",
    Field.RESULT: "Kết quả thực hiện",
    Field.NUMBER: "Số, ký hiệu sản phẩm",
    Field.DAY: "Ngày của sản phẩm",
    Field.TROUBLE: "Khó khăn, vướng mắc",
    Field.PROPOSAL: "Đề xuất, kiến nghị",
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
class Progress:
    """What one unit has said of one task or target (`work_id`); fields of which nothing was said are absent."""

    id: Id
    plan_id: Id
    work_id: Id
    unit_id: Id
    said: Mapping[Field, Said] = field(default_factory=dict)

    def words(self, field_: Field) -> str:
        """Return what was said of a field, empty when nothing was."""
        said = self.said.get(field_)
        return said.words if said else ""
