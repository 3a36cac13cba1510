"""Days noted for work: only those that a plan can mean, so that nothing counted from them leaves the calendar."""

from datetime import date

import pytest

from tthc_desktop.errors import UserError
from tthc_desktop.models.agenda.values import Event, FollowUp
from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.models.deadlines.due_days import day_after
from tthc_desktop.models.deadlines.understanding import understand
from tthc_desktop.models.editing.following import with_due_days, with_event

FAR = (date.min, date(1989, 12, 31), date(2101, 1, 1), date.max)


@pytest.mark.parametrize("day", FAR)
def test_a_day_that_no_plan_can_mean_is_refused_in_a_sentence(day: date) -> None:
    with pytest.raises(UserError, match=f"{day.year:04}"):
        with_event(None, "p", "w", Event("e", day, "Quyết định"))
    with pytest.raises(UserError, match=f"{day.year:04}"):
        with_due_days(None, "p", "w", [day])


def test_a_far_day_that_is_kept_already_can_be_taken_away() -> None:
    kept = FollowUp("f", "p", "w", due_days=(date(2025, 6, 30), date.max))
    assert with_due_days(kept, "p", "w", [date.max])[1] == FollowUp("f", "p", "w", due_days=(date.max,))
    assert with_due_days(kept, "p", "w", [])[1] is None


@pytest.mark.parametrize("words", ["30 ngày sau khi có quyết định", "Trong 10 ngày làm việc kể từ ngày có quyết định"])
def test_a_day_beyond_the_calendar_is_no_due_day(words: str) -> None:
    (clause,) = understand(words).clauses
    assert clause.offset_days
    assert day_after(date.max, clause, DaysOff()) is None
    assert day_after(date(2025, 6, 2), clause, DaysOff()) is not None
