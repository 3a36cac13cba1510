"""What the clerk is reminded of each morning, and the figures of the day."""

from datetime import date, timedelta

import pytest

from tests.models.agenda.offices import INSPECTORS, OFFICE, lines, plan, said
from tests.models.agenda.test_agenda import with_target
from tthc_desktop.models.agenda.reminding import Reminder, Urgency, left_words, reminders
from tthc_desktop.models.agenda.summing import over_time, summary
from tthc_desktop.models.progress.values import Status

DUE = date(2025, 6, 30)
ONCE = plan((OFFICE.name, INSPECTORS.name, "30/6/2025"))


@pytest.mark.parametrize(
    ("before", "urgency", "words"),
    [
        (8, None, ""),
        (7, Urgency.IN_SEVEN, "Còn 7 ngày"),
        (4, Urgency.IN_SEVEN, "Còn 4 ngày"),
        (3, Urgency.IN_THREE, "Còn 3 ngày"),
        (2, Urgency.IN_THREE, "Còn 2 ngày"),
        (1, Urgency.IN_ONE, "Còn 1 ngày"),
        (0, Urgency.TODAY, "Đến hạn hôm nay"),
        (-12, Urgency.OVERDUE, "Quá hạn 12 ngày"),
    ],
)
def test_work_is_remembered_as_its_day_comes_and_goes(before: int, urgency: Urgency | None, words: str) -> None:
    found = reminders(lines(ONCE), DUE - timedelta(before))
    assert [(one.urgency, one.words, one.line.unit) for one in found] == (
        [(urgency, words, OFFICE.name)] if urgency else []
    )


def test_what_is_done_or_did_not_arise_is_remembered_no_more() -> None:
    for status in (Status.DONE, Status.DONE_LATE, Status.NONE_AROSE):
        assert reminders(lines(ONCE, said("t1", OFFICE.id, status)), date(2025, 12, 1)) == ()
    told = reminders(lines(ONCE, said("t1", OFFICE.id, Status.DOING)), date(2025, 7, 1))
    assert [one.words for one in told] == ["Quá hạn 1 ngày"]


def test_missing_reviews_of_a_unit_are_one_reminder() -> None:
    one = plan((OFFICE.name, "", "Thường xuyên"))
    assert reminders(lines(one), date(2025, 3, 31)) == ()
    assert [each.words for each in reminders(lines(one), date(2025, 4, 1))] == ["Chưa rà soát quý I/2025"]
    (both,) = reminders(lines(one), date(2025, 7, 12))
    assert (both.words, both.missed, both.days) == ("Chưa rà soát quý II/2025 và 1 kỳ trước", 2, -12)
    answered = lines(one, said("t1", OFFICE.id, Status.DOING, period="2025-H1"))
    assert reminders(answered, date(2025, 7, 12)) == ()


def test_the_most_pressing_comes_first() -> None:
    every = plan(
        (OFFICE.name, "", "Thường xuyên"), (OFFICE.name, "", "03/7/2025"), (OFFICE.name, "", "01/4/2025"),
        (OFFICE.name, "", "01/7/2025"), (INSPECTORS.name, "", "01/3/2025"),
    )  # fmt: skip
    found: tuple[Reminder, ...] = reminders(lines(every), date(2025, 7, 1))
    assert [one.line.work_id for one in found] == ["t5", "t3", "t4", "t2", "t1"]
    assert left_words(0) == "Đến hạn hôm nay"


def test_figures_count_tasks_by_unit_and_in_all() -> None:
    both = f"{OFFICE.name}; {INSPECTORS.name}"
    one = plan(
        (both, "", "30/6/2025"), (OFFICE.name, INSPECTORS.name, "31/3/2025"), (INSPECTORS.name, "", "Quý IV/2025")
    )
    told = (
        said("t1", OFFICE.id, Status.DONE, date(2025, 6, 20)),
        said("t2", OFFICE.id, Status.DONE, date(2025, 4, 2)),
    )
    found = summary(lines(one, *told), date(2025, 7, 1))
    assert (found.total.total, found.total.done, found.total.open) == (3, 1, 2)
    assert dict(found.total.counts) == {Status.OVERDUE: 1, Status.DONE_LATE: 1, Status.NOT_DUE: 1}
    assert dict(found.by_unit[OFFICE.id].counts) == {Status.DONE_ON_TIME: 1, Status.DONE_LATE: 1}
    assert dict(found.by_unit[INSPECTORS.id].counts) == {Status.OVERDUE: 1, Status.NOT_DUE: 1}
    assert dict(found.by_plan["plan"].counts) == dict(found.total.counts)
    assert {key: dict(figures.counts) for key, figures in found.by_month.items()} == {
        "2025-03": {Status.DONE_LATE: 1},
        "2025-06": {Status.OVERDUE: 1},
        "2025-12": {Status.NOT_DUE: 1},
    }
    assert found.total[Status.DOING] == 0


def test_targets_are_no_tasks_in_the_figures() -> None:
    found = summary(lines(with_target(ONCE)), DUE)
    assert (found.total.total, set(found.by_unit)) == (1, {OFFICE.id})


def test_figures_over_time_know_the_days_on_which_work_was_done() -> None:
    one = plan((OFFICE.name, "", "30/6/2025"))
    days = [date(2025, 5, 31), date(2025, 6, 30), date(2025, 7, 31)]
    told = said("t1", OFFICE.id, Status.DONE, date(2025, 7, 5))
    found = [dict(each.total.counts) for each in over_time(lines(one, told), days)]
    assert found == [{Status.NOT_DUE: 1}, {Status.NOT_DUE: 1}, {Status.DONE_LATE: 1}]
