"""How an occurrence stands on a day, and which progress answers it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.agenda.answering import answer
from tthc_desktop.models.agenda.standing import FINISHED, needs_review, standing
from tthc_desktop.models.agenda.values import Occurrence, OccurrenceKind
from tthc_desktop.models.progress.values import Field, Origin, Progress, Said, Status
from tthc_desktop.models.spans import span_of

DUE_DAY = date(2025, 6, 30)
BEFORE, AFTER = date(2025, 6, 29), date(2025, 7, 1)
DUE = Occurrence("t", OccurrenceKind.DUE, due=DUE_DAY)
EVENT = Occurrence("t", OccurrenceKind.EVENT, "event:e", due=DUE_DAY)
REVIEW = Occurrence("t", OccurrenceKind.REVIEW, "2025-Q2", due=DUE_DAY)


def said(status: str = "", day: str = "", period: str = "", **more: str) -> Progress:
    """Return progress with a status and the day of its product."""
    words = {Field.STATUS: status, Field.DAY: day, **{Field(name): words for name, words in more.items()}}
    return Progress(
        f"p-{period}", "plan", "t", "u", {field: Said(each) for field, each in words.items() if each}, period
    )


@pytest.mark.parametrize(
    ("occurrence", "told", "on", "expected"),
    [
        (DUE, None, BEFORE, Status.NOT_DUE),
        (DUE, None, DUE_DAY, Status.NOT_DUE),
        (DUE, None, AFTER, Status.OVERDUE),
        (EVENT, None, AFTER, Status.OVERDUE),
        (REVIEW, None, AFTER, Status.NOT_DUE),
        (Occurrence("t", OccurrenceKind.EVENT, "event:e"), None, AFTER, Status.NOT_DUE),
        (DUE, said(Status.DOING), BEFORE, Status.DOING),
        (DUE, said(Status.DOING), AFTER, Status.OVERDUE),
        (DUE, said(Status.NOT_DUE), AFTER, Status.OVERDUE),
        (DUE, said(Status.NOT_STARTED), BEFORE, Status.NOT_STARTED),
        (REVIEW, said(Status.DOING), AFTER, Status.DOING),
        (DUE, said(Status.DONE), AFTER, Status.DONE),
        (DUE, said(Status.DONE, "2025-06-30"), DUE_DAY, Status.DONE_ON_TIME),
        (DUE, said(Status.DONE, "2025-07-01"), AFTER, Status.DONE_LATE),
        (EVENT, said(Status.DONE, "2025-07-01"), AFTER, Status.DONE_LATE),
        (REVIEW, said(Status.DONE, "2025-07-01"), AFTER, Status.DONE),
        (DUE, said(Status.DONE, "2025-07-02"), AFTER, Status.OVERDUE),
        (DUE, said(Status.DONE, "2025-06-30"), BEFORE, Status.NOT_DUE),
        (DUE, said(Status.DONE_ON_TIME), AFTER, Status.DONE_ON_TIME),
        (DUE, said(Status.DONE_LATE), BEFORE, Status.DONE_LATE),
        (DUE, said(Status.DONE_ON_TIME, "2025-07-02"), AFTER, Status.OVERDUE),
        (DUE, said(Status.NONE_AROSE), AFTER, Status.NONE_AROSE),
        (DUE, said(result="Đã trình"), AFTER, Status.OVERDUE),
    ],
)
def test_an_occurrence_stands_by_what_was_said_and_its_day(
    occurrence: Occurrence, told: Progress | None, on: date, expected: Status
) -> None:
    assert standing(occurrence, told, on) is expected


def test_work_that_goes_on_all_the_time_is_being_done_with_nothing_said() -> None:
    assert standing(REVIEW, None, AFTER, ongoing=True) is Status.DOING
    assert standing(REVIEW, said(Status.NOT_STARTED), AFTER, ongoing=True) is Status.NOT_STARTED
    assert standing(DUE, None, BEFORE, ongoing=True) is Status.NOT_DUE


@given(
    st.sampled_from(OccurrenceKind),
    st.none() | st.sampled_from(Status),
    st.none() | st.dates(date(2025, 6, 1), date(2025, 7, 31)),
    st.dates(date(2025, 6, 1), date(2025, 7, 31)),
)
def test_work_never_gets_undone_as_time_goes_on(
    kind: OccurrenceKind, status: Status | None, day: date | None, on: date
) -> None:
    occurrence = Occurrence("t", kind, due=DUE_DAY)
    told = said(status or "", day.isoformat() if day else "")
    if standing(occurrence, told, on) in FINISHED:
        assert standing(occurrence, told, on) is standing(occurrence, told, on + timedelta(1))
    elif kind is not OccurrenceKind.REVIEW and on > DUE_DAY:
        assert standing(occurrence, told, on) is Status.OVERDUE


@pytest.mark.parametrize(
    ("occurrence", "told", "on", "expected"),
    [
        (REVIEW, None, DUE_DAY, False),
        (REVIEW, None, AFTER, True),
        (REVIEW, said(period="2025-Q2"), AFTER, True),
        (REVIEW, said(Status.DOING, period="2025-Q2"), AFTER, False),
        (REVIEW, said(period="2025-H1", result="Đã tập huấn"), AFTER, False),
        (REVIEW, said(Status.DOING), AFTER, True),
        (REVIEW, said(Status.DONE), AFTER, False),
        (DUE, None, AFTER, False),
        (Occurrence("t", OccurrenceKind.REVIEW), None, AFTER, False),
    ],
)
def test_a_review_is_missing_when_its_day_is_past_and_nothing_was_said_of_its_period(
    occurrence: Occurrence, told: Progress | None, on: date, expected: bool
) -> None:
    assert needs_review(occurrence, told, on) is expected


@pytest.mark.parametrize(
    ("period", "spoken", "expected"),
    [
        ("", ["2025", ""], ""),
        ("", ["2025"], None),
        ("2025-05", ["2025", "2025-Q2", "2025-H1", "2025-06"], "2025-Q2"),
        ("2025-05", ["2025-05", "2025-Q2"], "2025-05"),
        ("2025-05", ["2025-04", "2025-Q3"], None),
        ("2025-05", ["", "2025-Q3"], ""),
        ("2025-06-16", ["2025-9M", "2025-06"], "2025-06"),
        ("event:a", ["2025", "event:b"], None),
        ("event:a", ["event:b", "event:a"], "event:a"),
    ],
)
def test_the_narrowest_span_answers(period: str, spoken: list[str], expected: str | None) -> None:
    found = answer(Occurrence("t", OccurrenceKind.DUE, period), [said(Status.DONE, period=each) for each in spoken])
    assert (found.period if found else None) == expected


def test_what_was_said_of_the_whole_plan_answers_what_nothing_narrower_does() -> None:
    whole = said(Status.DONE)
    assert answer(REVIEW, [whole]) is whole
    assert answer(REVIEW, [whole, said(Status.DOING, period="2025-H1")]) is not whole
    assert answer(Occurrence("t", OccurrenceKind.DUE, "2025-Q2"), [whole]) is whole


def test_what_was_said_of_the_whole_plan_on_a_day_says_nothing_of_later_periods() -> None:
    dated = said(Status.DONE, "2025-04-10")
    sheet = Origin("a.xlsx", "Phần việc", "I9", datetime(2025, 4, 10, 3, tzinfo=UTC))
    received = replace(said(Status.DOING), said={Field.STATUS: Said(Status.DOING, sheet)})
    for number, expected in ((1, True), (2, True), (3, False)):
        span = span_of(f"2025-Q{number}")
        assert span is not None
        one = Occurrence("t", OccurrenceKind.REVIEW, span.key, span.start, span.end)
        for each in (dated, received):
            assert (answer(one, [each]) is each) is expected
        assert needs_review(one, answer(one, [received]), date(2026, 1, 1)) is not expected
