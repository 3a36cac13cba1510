"""Documents that are drawn up from what the office has: what kind each is, and from what."""

from collections.abc import Mapping
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


FORM_NAMES: Mapping[Form, str] = {
    Form.REPORT: "báo cáo",
    Form.REMINDER: "công văn đôn đốc",
    Form.ASSIGNMENT: "phiếu giao việc",
    Form.FOLLOW_UP: "bảng theo dõi",
}
"""What each form is called in the middle of a sentence."""


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
    made: tuple[str, ...] = ()
    """The names of all parts drawn up so far (`reporting/making.py`); what is missing of them the clerk has deleted."""
