"""Work in the calendar: what its words name, what the clerk noted, when work without an end is looked at."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.models.deadlines.phrases import phrases
from tests.operations import operations
from tthc_desktop.models.agenda.occurrences import occurrences
from tthc_desktop.models.agenda.values import Event, FollowUp, Occurrence, OccurrenceKind
from tthc_desktop.models.days_off import DaysOff, ExchangedDay, days_off
from tthc_desktop.models.deadlines.of_period import understand_for
from tthc_desktop.models.deadlines.values import Kind
from tthc_desktop.models.plan import Period
from tthc_desktop.models.rules import Rules
from tthc_desktop.models.spans import SpanKind, span_of
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import plain

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
RULES = Rules()
DUE, EVENT, REVIEW = OccurrenceKind
ENDLESS = ("Thường xuyên", "Khi có phát sinh", "Theo Kế hoạch của UBND tỉnh", "rảnh thì làm", "")
QUARTERS = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]


def _of(words: str, period: Period = YEAR, rules: Rules = RULES, **noted: object) -> tuple[Occurrence, ...]:
    follow_up = replace(FollowUp("f", "p", "t"), **noted) if noted else None  # type: ignore[arg-type]
    return occurrences(Task("t", deadline=plain(words)), period, follow_up, rules, DaysOff())


def _brief(found: tuple[Occurrence, ...]) -> list[tuple[OccurrenceKind, str, str]]:
    return [(each.kind, each.period, each.due.isoformat() if each.due else "") for each in found]


def test_one_end_is_due_once_without_a_key() -> None:
    assert _brief(_of("Trước ngày 20/02/2026")) == [(DUE, "", "2026-02-20")]


def test_several_ends_are_keyed_by_their_days() -> None:
    found = _of("Phòng Một gửi bản nháp trước ngày 1/6/2026 và bản chính trước ngày 2/6/2026")
    assert _brief(found) == [(DUE, "2026-06-01", "2026-06-01"), (DUE, "2026-06-02", "2026-06-02")]
    assert [each.words for each in found] == ["bản nháp", "bản chính"]


def test_a_span_says_when_it_begins() -> None:
    assert [(each.start, each.due) for each in _of("Quý II/2026")] == [(date(2026, 4, 1), date(2026, 6, 30))]


def test_what_recurs_is_keyed_by_its_spans_and_needs_no_review() -> None:
    found = _of("Hằng quý hoặc đột xuất khi có yêu cầu")
    assert [(each.kind, each.period) for each in found] == [(DUE, key) for key in QUARTERS]


@pytest.mark.parametrize(
    "words", ["Thường xuyên", "Khi có phát sinh", "Theo Kế hoạch của UBND tỉnh", "rảnh thì làm", ""]
)
def test_work_without_an_end_is_looked_at_by_the_rhythm_of_the_office(words: str) -> None:
    assert [(each.kind, each.period) for each in _of(words)] == [(REVIEW, key) for key in QUARTERS]
    monthly = _of(words, rules=Rules(review=SpanKind.MONTH))
    assert [each.due for each in monthly] == [
        date(2026 + month // 12, month % 12 + 1, 1) - timedelta(1) for month in range(1, 13)
    ]
    assert _of(words, rules=Rules(review="none")) == ()
    assert len(_of(words, review=SpanKind.HALF_YEAR)) == 2
    assert _of(words, review="none") == ()


def test_targets_are_looked_at_as_well() -> None:
    found = occurrences(Target("t"), YEAR, None, Rules(), DaysOff())
    assert [(each.work_id, each.kind, each.period) for each in found] == [("t", REVIEW, key) for key in QUARTERS]


def test_a_review_lies_within_the_period() -> None:
    found = _of("Thường xuyên", Period(date(2026, 8, 10), date(2026, 11, 15)))
    assert _brief(found) == [(REVIEW, "2026-Q3", "2026-09-30"), (REVIEW, "2026-Q4", "2026-11-15")]


def test_work_that_begins_later_or_goes_on_for_a_year_is_looked_at_then_only() -> None:
    two_years = Period(date(2026, 1, 1), date(2027, 12, 31))
    assert [each.period for each in _of("Từ ngày 1/8/2026")] == QUARTERS[2:]
    assert [each.period for each in _of("Thường xuyên trong năm 2026", two_years)] == QUARTERS
    assert len(_of("Thường xuyên", two_years)) == 8


def test_days_set_by_hand_take_the_place_of_reviews() -> None:
    assert _brief(_of("Theo Kế hoạch của UBND tỉnh", due_days=(date(2026, 6, 15),))) == [
        (DUE, "2026-06-15", "2026-06-15")
    ]
    kept = _of("Theo Kế hoạch của UBND tỉnh", due_days=(date(2026, 6, 15),), review=SpanKind.YEAR)
    assert _brief(kept) == [(DUE, "2026-06-15", "2026-06-15"), (REVIEW, "2026", "2026-12-31")]


def test_reviews_can_be_set_by_hand() -> None:
    assert _brief(_of("Khi có phát sinh", review="none", review_days=(date(2026, 5, 4), date(2026, 5, 4)))) == [
        (REVIEW, "2026-05-04", "2026-05-04")
    ]


def test_an_event_gives_its_day_once_it_is_known() -> None:
    words = "Chậm nhất 5 ngày làm việc kể từ ngày ban hành Quyết định"
    assert {each.kind for each in _of(words)} == {REVIEW}
    happened = _of(words, events=(Event("a", date(2026, 3, 6), "Quyết định 12"), Event("b", date(2026, 4, 3))))
    assert _brief(happened)[:1] + _brief(happened)[2:3] == [
        (EVENT, "event:a", "2026-03-13"),
        (EVENT, "event:b", "2026-04-10"),
    ]
    assert happened[0].words == "Quyết định 12"
    assert happened[0].start == date(2026, 3, 6)


def test_an_event_without_a_fixed_time_has_no_day() -> None:
    found = _of("Thường xuyên và khi có đề nghị", events=(Event("a", date(2026, 3, 6), clause=1),))
    assert _brief(found)[0] == (EVENT, "event:a", "")
    assert found[0].clause == 1


def test_an_event_whose_clause_is_gone_counts_for_the_one_that_rests_on_events() -> None:
    words = "Hằng quý và 10 ngày kể từ ngày ký"
    for clause in (0, 1, 9):
        found = _of(words, events=(Event("a", date(2026, 3, 6), clause=clause),))
        assert (EVENT, "event:a", "2026-03-16") in _brief(found)


def test_a_day_off_is_told_and_never_moved() -> None:
    exchanged = [ExchangedDay("a", date(2026, 5, 4), note="nghỉ bù"), ExchangedDay("b", date(2026, 5, 9), off=False)]
    days = days_off({date(2026, 5, 1): "Ngày Quốc tế Lao động"}, exchanged)
    told = {
        date(2026, 5, 1): "Ngày 01/05/2026 rơi vào ngày nghỉ (Ngày Quốc tế Lao động).",
        date(2026, 5, 2): "Ngày 02/05/2026 rơi vào ngày nghỉ (thứ Bảy).",
        date(2026, 5, 4): "Ngày 04/05/2026 rơi vào ngày nghỉ (nghỉ bù).",
        date(2026, 5, 9): "",
        date(2026, 5, 12): "",
    }
    for day, warning in told.items():
        (found,) = occurrences(Task("t", deadline=plain(f"ngày {day:%d/%m/%Y}")), YEAR, None, Rules(), days)
        assert (found.due, found.warning) == (day, warning)


def test_a_time_without_a_year_is_the_one_within_the_period() -> None:
    report_year = Period(date(2025, 12, 15), date(2026, 12, 14))
    assert _brief(_of("Trước ngày 20/12", report_year)) == [(DUE, "", "2025-12-20")]
    assert _brief(_of("Trước ngày 20/6", report_year)) == [(DUE, "", "2026-06-20")]
    assert _brief(_of("Quý II", report_year)) == [(DUE, "", "2026-06-30")]


def test_before_a_day_by_the_rule_of_the_office() -> None:
    assert _brief(_of("Trước ngày 20/02/2026", rules=Rules(strict=True))) == [(DUE, "", "2026-02-19")]


periods = st.builds(
    lambda start, days: Period(start, start + timedelta(days)),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(0, 900),
)
rules = st.builds(Rules, strict=st.booleans(), review=st.sampled_from((*SpanKind, "none")))
some_days = st.lists(st.dates(date(2020, 1, 1), date(2032, 1, 1)), max_size=3).map(tuple)
events = st.lists(
    st.builds(Event, st.sampled_from("abcd"), st.dates(date(2020, 1, 1), date(2032, 1, 1)), clause=st.integers(0, 3)),
    max_size=3,
    unique_by=lambda event: event.id,
).map(tuple)
follow_ups = st.none() | st.builds(
    FollowUp,
    st.just("f"),
    st.just("p"),
    st.just("t"),
    review=st.sampled_from(("", "none", *SpanKind)),
    due_days=some_days,
    review_days=some_days,
    events=events,
)
calendars = st.dictionaries(st.dates(date(2020, 1, 1), date(2032, 1, 1)), st.just("lễ"), max_size=5).map(DaysOff)


@given(phrases, periods, follow_ups, rules, calendars)
def test_occurrences_hold_their_promises(
    words: str, period: Period, follow_up: FollowUp | None, rules: Rules, days: DaysOff
) -> None:
    task = Task("t", deadline=plain(words))
    found = occurrences(task, period, follow_up, rules, days)
    assert found == occurrences(task, period, follow_up, rules, DaysOff(dict(days.public)))
    keys = [each.period for each in found]
    assert len(keys) == len(set(keys))
    assert all(span_of(key) or not key or key.startswith("event:") for key in keys)
    by_hand = {day for each in [follow_up] if each for day in (*each.due_days, *each.review_days)}
    clauses = understand_for(str(task.deadline), period).clauses
    for each in found:
        assert bool(each.warning) == bool(each.due and days.why_off(each.due))
        again = each.kind is DUE and each.due not in by_hand and clauses[each.clause].kind is Kind.RECURRING
        if (again or each.kind is REVIEW) and each.due not in by_hand:
            assert period.start <= (each.due or date.min) <= period.end


@given(phrases, periods, rules, calendars)
def test_keys_do_not_change_with_rules_and_days_off(words: str, period: Period, rule: Rules, days: DaysOff) -> None:
    task = Task("t", deadline=plain(words))
    wide = Period(period.start, period.end + timedelta(400))
    found = [each for each in occurrences(task, wide, None, rule, days) if each.kind is DUE and _inner(each, wide)]
    plainly = occurrences(task, wide, None, Rules(), DaysOff())
    assert {each.period for each in found} <= {each.period for each in plainly}


def _inner(each: Occurrence, period: Period) -> bool:
    """Tell whether a due day is away from the edges, where the day before another may be in or out."""
    return bool(each.due and period.start < each.due < period.end)


@pytest.mark.parametrize("number", [500, 1000])
def test_the_work_grows_with_the_events_and_no_faster(number: int) -> None:
    def work(events: int) -> int:
        noted = tuple(Event(str(each), date(2026, 1, 1)) for each in range(events))
        return operations(lambda: _of("Thường xuyên", events=noted))

    assert work(2 * number) < 2.2 * work(number)


@pytest.mark.parametrize("years", [20, 40])
def test_the_work_grows_with_the_period_and_no_faster(years: int) -> None:
    def work(years: int) -> int:
        period = Period(date(2000, 1, 1), date(1999 + years, 12, 31))
        return operations(lambda: _of("hằng tháng", period))

    work(2 * years)
    assert work(2 * years) < 2.2 * work(years)
