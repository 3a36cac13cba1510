"""The days that a regime sets, told and typed: what is told can be typed, what means nothing is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.errors import UserError
from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.models.reporting.cutoff_words import (
    MOST_DAYS,
    MOST_MONTHS,
    Part,
    cutoff_words,
    day_of_month,
    due_typed,
    example,
    months_typed,
)
from tthc_desktop.models.reporting.regimes import Cutoff, Regime
from tthc_desktop.models.spans import SpanKind

TODAY = date(2026, 5, 20)
QUARTER = Cutoff(SpanKind.QUARTER, 1, 15, 14, 25)
REGIME = Regime("r", "Chế độ", date(2026, 1, 1), cutoffs=(QUARTER, Cutoff(SpanKind.MONTH, due_after=3)))
NO_DAYS = DaysOff()


@pytest.mark.parametrize(
    ("cutoff", "words"),
    [
        (QUARTER, ["15", "1 tháng trước kỳ", "14", "ngày 25"]),
        (Cutoff(SpanKind.YEAR), ["1", "tháng đầu kỳ", "cuối tháng", ""]),
        (Cutoff(SpanKind.YEAR, due_after=5), ["1", "tháng đầu kỳ", "cuối tháng", "sau 5 ngày làm việc"]),
        (Cutoff(SpanKind.YEAR, due_day=31), ["1", "tháng đầu kỳ", "cuối tháng", "cuối tháng"]),
    ],
)
def test_every_part_has_its_words(cutoff: Cutoff, words: list[str]) -> None:
    assert [cutoff_words(cutoff, part) for part in Part] == words


@given(
    st.integers(1, 31), st.integers(0, MOST_MONTHS), st.integers(1, 31), st.integers(1, 31), st.integers(1, MOST_DAYS)
)
def test_what_is_told_can_be_typed(first: int, months: int, last: int, day: int, after: int) -> None:
    for cutoff in (
        Cutoff(SpanKind.YEAR, months, first, last, day),
        Cutoff(SpanKind.YEAR, months, first, last, None, after),
        Cutoff(SpanKind.YEAR, months, first, last),
    ):
        typed = {part: f" {cutoff_words(cutoff, part).upper()} " for part in Part}
        assert day_of_month(typed[Part.FROM_DAY], Part.FROM_DAY) == cutoff.from_day
        assert months_typed(typed[Part.MONTHS]) == cutoff.months_before
        assert day_of_month(typed[Part.TO_DAY], Part.TO_DAY) == cutoff.to_day
        assert due_typed(typed[Part.DUE]) == (cutoff.due_day, cutoff.due_after)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("25", (25, None)),
        ("ngay 25", (25, None)),
        ("3 ngày làm việc", (None, 3)),
        ("sau 3 ngày", (None, 3)),
        ("", (None, None)),
    ],
)
def test_a_due_day_is_typed_in_several_ways(typed: str, meant: tuple[int | None, int | None]) -> None:
    assert due_typed(typed) == meant


@pytest.mark.parametrize("typed", ["0", "32", "40", "-1", "²", "mai", "9" * 10_000, "15/6", "1.5"])
def test_what_is_no_day_of_a_month_is_told_in_a_sentence(typed: str) -> None:
    for part in (Part.FROM_DAY, Part.TO_DAY):
        with pytest.raises(UserError, match="không dùng làm") as raised:
            day_of_month(typed, part)
        assert len(raised.value.what) < 100
    with pytest.raises(UserError, match="không dùng làm hạn gửi được"):
        due_typed(typed)


@pytest.mark.parametrize("typed", ["", "13", "-1", "mai", "1 năm"])
def test_what_is_no_number_of_months_is_told(typed: str) -> None:
    with pytest.raises(UserError, match="tháng bắt đầu số liệu"):
        months_typed(typed)


@pytest.mark.parametrize("typed", ["0 ngày làm việc", "61 ngày làm việc"])
def test_so_many_working_days_are_no_due_day(typed: str) -> None:
    with pytest.raises(UserError, match="hạn gửi"):
        due_typed(typed)


def test_an_example_is_of_today() -> None:
    said = "Quý II/2026: số liệu từ 15/3/2026 đến 14/6/2026, hạn gửi 25/6/2026"
    assert example(REGIME, SpanKind.QUARTER, TODAY, NO_DAYS) == said
    assert example(REGIME, SpanKind.YEAR, TODAY, NO_DAYS) == (
        "Năm 2026: số liệu từ 01/01/2026 đến 31/12/2026, không đặt hạn gửi"
    )


def test_working_days_leave_out_days_off() -> None:
    said = "Tháng 5/2026: số liệu từ 01/5/2026 đến 31/5/2026, hạn gửi {}"
    assert example(REGIME, SpanKind.MONTH, TODAY, NO_DAYS) == said.format("03/6/2026")
    off = DaysOff({date(2026, 6, 2): "nghỉ"})
    assert example(REGIME, SpanKind.MONTH, TODAY, off) == said.format("04/6/2026")


def test_a_regime_of_the_past_is_shown_by_a_span_of_its_time() -> None:
    past = Regime("p", "Cũ", date(2019, 3, 12), date(2020, 10, 20), cutoffs=(QUARTER,))
    assert example(past, SpanKind.QUARTER, TODAY, NO_DAYS).startswith("Quý IV/2020: số liệu từ 15/9/2020")
    future = Regime("f", "Mới", date(2030, 1, 1), cutoffs=(QUARTER,))
    assert example(future, SpanKind.QUARTER, TODAY, NO_DAYS).startswith("Quý I/2030: số liệu từ 15/12/2029")


def test_the_last_day_of_all_has_an_example() -> None:
    assert example(REGIME, SpanKind.MONTH, date.max, NO_DAYS).startswith("Tháng 12/9998")


def test_a_due_day_before_the_data_end_is_said() -> None:
    early = Regime("r", "Chế độ", date(2026, 1, 1), cutoffs=(Cutoff(SpanKind.MONTH, due_day=25),))
    assert example(early, SpanKind.MONTH, TODAY, NO_DAYS).endswith("hạn gửi 25/5/2026, trước ngày chốt")
