"""Figures held against targets."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tthc_desktop.models.progress.values import Field, Progress, Said, Status
from tthc_desktop.models.targets.measure import Measure, understand_target
from tthc_desktop.models.targets.measuring import Figures, Result, Verdict, measured
from tthc_desktop.models.targets.showing import shown_value
from tthc_desktop.models.task import Target
from tthc_desktop.models.text import plain

_RATE = understand_target("95%")
_CUT = understand_target("giảm ít nhất 30% so với năm 2024")
_COUNTS = st.integers(0, 10**9)


def counted(b: int | str | None = None, a: int | str | None = None, value: str | None = None) -> Figures:
    numerator, denominator, given = (None if each is None else Decimal(each) for each in (b, a, value))
    return Figures(numerator, denominator, given)


def of(value: str, unit: str = "") -> Measure:
    return understand_target(Target("t", value=plain(value), unit=plain(unit)))


@given(_COUNTS, st.integers(1, 10**9), st.integers(0, 100))
def test_a_rate_is_met_exactly_when_b_of_a_reaches_it(b: int, a: int, demanded: int) -> None:
    result = measured(of(str(demanded), "%"), counted(b, a))

    assert (result.verdict is Verdict.MET) == (Fraction(b, a) * 100 >= demanded)
    assert result.value is not None
    assert abs(Fraction(result.value) - Fraction(b * 100, a)) < Fraction(1, 10**30)


@given(_COUNTS, st.integers(1, 10**9), st.integers(0, 100))
def test_a_cut_is_met_exactly_when_that_much_is_gone(now: int, before: int, demanded: int) -> None:
    result = measured(understand_target(f"giảm {demanded}% so với năm 2024"), counted(now, before))

    assert (result.verdict is Verdict.MET) == (Fraction(before - now, before) * 100 >= demanded)


@given(st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=2))
def test_a_rate_of_nothing_has_no_value(value: Decimal | None) -> None:
    result = measured(_RATE, Figures(Decimal(0), Decimal(0), value))

    assert (result.verdict, result.value, result.doubt) == (Verdict.NO_CASES, None, "")


@given(_COUNTS, st.integers(1, 10**9), st.integers(0, 100))
def test_a_value_is_shown_as_the_demanded_one_only_when_it_is(b: int, a: int, whole: int) -> None:
    measure = of(str(whole), "%")
    value = measured(measure, counted(b, a)).value
    assume(value is not None and abs(value - whole) > Decimal("0.000001"))

    assert shown_value(measure, value) != f"{whole}%"


@pytest.mark.parametrize(
    ("measure", "figures", "verdict", "shown"),
    [
        (_RATE, counted(18, 19), Verdict.NOT_MET, "94,74%"),
        (_RATE, counted(19, 20), Verdict.MET, "95%"),
        (_RATE, counted(94996, 100000), Verdict.NOT_MET, "94,996%"),
        (_RATE, counted(value="95.5"), Verdict.MET, "95,5%"),
        (_RATE, counted(7), Verdict.UNKNOWN, ""),
        (_RATE, counted(), Verdict.UNKNOWN, ""),
        (_CUT, counted(70, 100), Verdict.MET, "30%"),
        (_CUT, counted(71, 100), Verdict.NOT_MET, "29%"),
        (_CUT, counted(120, 100), Verdict.NOT_MET, "-20%"),
        (_CUT, counted(value="35"), Verdict.MET, "35%"),
        (of("tăng 10%"), counted(112, 100), Verdict.MET, "12%"),
        (of("Giảm 2", "ngày"), counted(3, 5), Verdict.MET, "2"),
        (of("trên 90%"), counted(9, 10), Verdict.NOT_MET, "90%"),
        (of("dưới 5%"), counted(1, 20), Verdict.NOT_MET, "5%"),
        (of("không quá 5%"), counted(1, 20), Verdict.MET, "5%"),
        (of("80 - 90%"), counted(value="91"), Verdict.NOT_MET, "91%"),
        (of("80 - 90%"), counted(value="90"), Verdict.MET, "90%"),
        (of("đúng 2", "cuộc"), counted(value="3"), Verdict.NOT_MET, "3"),
        (of("02", "cuộc"), counted(3), Verdict.MET, "3"),
        (of("02", "cuộc"), counted(2, 2), Verdict.MET, "2"),
        (of("không quá 4", "ngày"), counted(30, 8), Verdict.MET, "3,75"),
        (of("1.500", "hồ sơ"), counted(value="1499.5"), Verdict.NOT_MET, "1.499,5"),
        (of("Theo quy định", "%"), counted(1, 2), Verdict.UNKNOWN, "50%"),
    ],
)
def test_values_are_computed_compared_and_shown(
    measure: Measure, figures: Figures, verdict: Verdict, shown: str
) -> None:
    result = measured(measure, figures)

    assert (result.verdict, shown_value(measure, result.value)) == (verdict, shown)


def test_words_of_no_cases_are_enough() -> None:
    said = Progress("p", "plan", "t", "u", {Field.STATUS: Said(Status.NONE_AROSE)})

    assert measured(_RATE, said).verdict is Verdict.NO_CASES


def test_what_was_said_is_measured() -> None:
    said = {Field.NUMERATOR: Said("190"), Field.DENOMINATOR: Said("200"), Field.AS_OF: Said("2026-06-14")}
    result = measured(_RATE, Progress("p", "plan", "t", "u", said))

    assert (result.verdict, result.value, str(result.figures.as_of)) == (Verdict.MET, Decimal(95), "2026-06-14")


@pytest.mark.parametrize(
    ("figures", "doubt"),
    [
        (counted(3, 0), "Tổng số (a) là 0 nhưng số đạt (b) là 3."),
        (counted(21, 20), "Số đạt (b) lớn hơn tổng số (a)."),
        (counted(19, 20, "90"), "Giá trị ghi là 90% nhưng tính từ b và a ra 95%."),
        (counted(18, 19, "94.7"), ""),
    ],
)
def test_what_does_not_fit_together_is_told(figures: Figures, doubt: str) -> None:
    assert measured(_RATE, figures).doubt == doubt


def test_nothing_said_is_no_verdict() -> None:
    assert measured(_RATE, None) == Result()
