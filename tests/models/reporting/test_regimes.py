"""Which regime holds on a day, and the days that it sets."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.models.reporting.regimes import Cutoff, Regime, cutoff_of, regime_for, regime_on, window
from tthc_desktop.models.spans import SpanKind, span_of, span_with

OLD = Regime("old", "Cũ", date(2019, 3, 12), date(2025, 12, 31), cutoffs=(Cutoff(SpanKind.QUARTER, 1, 15, 14, 25),))
NEW = Regime("new", "Mới", date(2026, 1, 1))


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(2019, 3, 11), None),
        (date(2019, 3, 12), OLD),
        (date(2025, 12, 31), OLD),
        (date(2026, 1, 1), NEW),
        (date(2099, 1, 1), NEW),
    ],
)
def test_both_ends_belong_to_a_regime(day: date, held: Regime | None) -> None:
    assert regime_on((OLD, NEW), day) is held


def test_of_two_in_force_the_later_holds() -> None:
    later = replace(NEW, id="later", start=date(2026, 7, 1))
    assert regime_on((later, NEW), date(2026, 8, 1)) is later
    assert regime_on((later, NEW), date(2026, 6, 30)) is NEW


def test_the_offices_own_stands_before_what_is_known() -> None:
    own = replace(OLD, name="Của Sở", addressees=("Sở Tư pháp",), end=date(2024, 12, 31))
    assert regime_for((own,), (OLD, NEW), date(2024, 6, 1)) is own
    assert regime_for((own,), (OLD, NEW), date(2025, 6, 1)) is None, "the office has ended that regime"
    assert regime_for((own,), (OLD, NEW), date(2026, 6, 1)) is NEW
    assert regime_for((), (OLD, NEW), date(2025, 6, 1)) is OLD


def test_a_due_day_may_be_counted_in_working_days() -> None:
    quarter = span_of("2025-Q2")
    assert quarter
    cutoff = Cutoff(SpanKind.QUARTER, 1, 15, 13, due_after=2)
    found = window(cutoff, quarter, DaysOff({date(2025, 6, 16): "ngày nghỉ"}))
    assert found.end == date(2025, 6, 13), "a Friday"
    assert found.due == date(2025, 6, 18)


def test_a_day_that_a_month_lacks_is_its_last() -> None:
    february = span_of("2025-02")
    assert february
    assert window(Cutoff(SpanKind.MONTH, 0, 1, 31, 30), february) == (
        date(2025, 2, 1),
        date(2025, 2, 28),
        date(2025, 2, 28),
    )


@given(
    day=st.dates(date(2001, 1, 1), date(2098, 12, 31)),
    kind=st.sampled_from((SpanKind.MONTH, SpanKind.QUARTER, SpanKind.HALF_YEAR, SpanKind.YEAR)),
)
def test_the_windows_of_a_year_lie_side_by_side(day: date, kind: SpanKind) -> None:
    span = span_with(kind, day)
    cutoff = Cutoff(kind, 1, 15, 14)
    found = window(cutoff, span)
    before = window(cutoff, span_with(kind, date.fromordinal(span.start.toordinal() - 1)))
    assert before.end.toordinal() + 1 == found.start.toordinal()
    assert found.start <= found.end


def test_a_regime_says_nothing_of_other_spans() -> None:
    assert cutoff_of(OLD, SpanKind.YEAR) is None
    assert cutoff_of(None, SpanKind.QUARTER) is None
