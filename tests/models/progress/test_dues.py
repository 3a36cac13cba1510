"""The day that stands beside progress in a period: of the words, or set by the office."""

from datetime import date

from tests.models.agenda.offices import NO_DAYS_OFF, plan
from tthc_desktop.models.agenda.values import FollowUp, OccurrenceKind
from tthc_desktop.models.progress.dues import dues
from tthc_desktop.models.rules import Rules

ONE = plan(("Văn phòng Sở", "", "Thường xuyên"), ("Văn phòng Sở", "", "Trước ngày 25 hằng tháng"))
BY_HAND = date(2025, 11, 20)


def due(work: str, period: str) -> tuple[date | None, bool]:
    """Return the day of some work in a period, and whether something is due on it."""
    followed = [FollowUp(id_, "plan", id_, due_days=(BY_HAND,)) for id_ in ONE.tasks]
    found = dues(ONE, followed, Rules(), NO_DAYS_OFF, period)[work, ""]
    return found.due, found.kind is OccurrenceKind.DUE


def test_a_day_set_by_hand_is_told_until_it_is_past() -> None:
    assert due("t1", "2025-Q1") == (BY_HAND, True)
    assert due("t1", "2025-Q4") == (BY_HAND, True)


def test_a_day_of_the_period_itself_goes_before_one_set_for_later() -> None:
    assert due("t2", "2025-Q1") == (date(2025, 3, 25), True)
