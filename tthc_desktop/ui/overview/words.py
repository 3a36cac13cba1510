"""What the overview says of a line: how long is left, what its status looks like; without Qt."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from tthc_desktop.models.agenda.reminding import left_words
from tthc_desktop.models.agenda.sifting import Standing, Urgent
from tthc_desktop.models.agenda.standing import FINISHED, is_due
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.spans import title
from tthc_desktop.ui.plan.names import number

NOBODY = "chưa rõ đơn vị"
PART = "Phần việc: một nhiệm vụ của một đơn vị trong một kỳ."
"""What the overview counts; reports count tasks."""


class Mark(NamedTuple):
    """The shape and the colour beside the words of a status."""

    drawing: str
    ink: str


MARKS: Mapping[Status, Mark] = {
    Status.NOT_DUE: Mark("status-not-due", "quiet"),
    Status.NOT_STARTED: Mark("status-not-started", "quiet"),
    Status.DOING: Mark("status-doing", "accent"),
    Status.DONE: Mark("status-done", "good"),
    Status.DONE_ON_TIME: Mark("status-done", "good"),
    Status.DONE_LATE: Mark("status-done-late", "warning"),
    Status.OVERDUE: Mark("status-overdue", "error"),
    Status.NONE_AROSE: Mark("status-none", "quiet"),
}


def day_words(day: date | None) -> str:
    """Return a day as it is written, empty where there is none."""
    return f"{day:%d/%m/%Y}" if day else ""


def when(one: Standing, on: date) -> str:
    """Return how long is left, or what is to be looked at; empty for what is finished."""
    occurrence = one.line.occurrence
    if one.status in FINISHED:
        return ""
    if occurrence.due is None:
        return "Chưa có ngày"
    if is_due(occurrence):
        return left_words((occurrence.due - on).days)
    span = title(occurrence.period)
    return f"{'Chưa rà soát' if one.unreviewed else 'Rà soát'} {span[:1].lower()}{span[1:]}".rstrip()


def ink_of_time(one: Standing, on: date) -> str:
    """Return the colour of the words that tell the time left, empty for the usual one."""
    occurrence = one.line.occurrence
    if one.status is Status.OVERDUE:
        return "error"
    if one.unreviewed:
        return "warning"
    near = occurrence.due is not None and 0 <= (occurrence.due - on).days <= 3
    return "warning" if near and is_due(occurrence) and one.status not in FINISHED else ""


def sentence(urgent: Urgent) -> str:
    """Return what is pressing in one sentence without its full stop; empty when nothing is."""
    parts = (
        (urgent.overdue, "phần việc quá hạn"),
        (urgent.in_seven, "phần việc đến hạn trong 7 ngày"),
        (urgent.unreviewed, "phần việc cần rà soát"),
    )
    return ", ".join(f"{number(count)} {words}" for count, words in parts if count)
