"""Documents that are drawn up from what the office has: what kind each is, and from what."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tthc_desktop.models.identity import Id


class Form(StrEnum):
    """What a document drawn up from plans is."""

    REPORT = "report"
    """Báo cáo of a period."""
    REMINDER = "reminder"
    """Công văn đôn đốc."""
    ASSIGNMENT = "assignment"
    """Phiếu giao việc of one unit."""
    FOLLOW_UP = "follow_up"
    """Bảng theo dõi."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """From which plans, for which span of days and, when it is of one unit alone, which unit."""

    form: Form
    plan_ids: tuple[Id, ...]
    start: date
    end: date
    """The last day of the data; a report says nothing of later days."""
    span: str = ""
    """The key of the span reported on (`models/spans.py`), empty for any other stretch of days."""
    unit_id: Id = ""
    regime_id: Id = ""
