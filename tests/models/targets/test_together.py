"""What several units have measured of one target."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.progress.values import Field, Progress, Said, Status
from tthc_desktop.models.targets.measure import understand_target
from tthc_desktop.models.targets.measuring import Verdict
from tthc_desktop.models.targets.together import together

_RATE = understand_target("95%")


def said(unit: str, b: object = "", a: object = "", value: str = "", as_of: str = "", status: str = "") -> Progress:
    words: Mapping[Field, str] = {
        Field.NUMERATOR: str(b),
        Field.DENOMINATOR: str(a),
        Field.VALUE: value,
        Field.AS_OF: as_of,
        Field.STATUS: status,
    }
    return Progress(f"p{unit}", "plan", "t", unit, {field: Said(each) for field, each in words.items() if each})


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)), min_size=2, max_size=6))
def test_figures_of_units_are_added(figures: list[tuple[int, int]]) -> None:
    whole = together(_RATE, [said(str(at), b, a) for at, (b, a) in enumerate(figures)])

    b, a = sum(b for b, _ in figures), sum(a for _, a in figures)
    assert (whole.result.figures.numerator, whole.result.figures.denominator) == (Decimal(b), Decimal(a))
    assert (whole.result.verdict is Verdict.MET) == (b * 100 >= 95 * a)
    assert len(whole.parts) == len(figures)


def test_the_office_itself_goes_before() -> None:
    whole = together(_RATE, [said("a", 1, 2), said("", 96, 100), said("b", 1, 2)])

    assert (whole.result.value, whole.result.verdict) == (Decimal(96), Verdict.MET)
    assert whole.own is not None
    assert [part.result.verdict for part in whole.parts] == [Verdict.NOT_MET, Verdict.NOT_MET]


def test_the_day_is_the_latest() -> None:
    whole = together(_RATE, [said("a", 1, 1, as_of="2026-03-14"), said("b", 1, 1, as_of="2026-03-31")])

    assert str(whole.result.figures.as_of) == "2026-03-31"


@pytest.mark.parametrize(
    ("each", "verdict"),
    [
        ([said("a", value="96"), said("b", value="97")], Verdict.MET),
        ([said("a", value="96"), said("b", 1, 2)], Verdict.NOT_MET),
        ([said("a", value="96"), said("b", 3)], Verdict.UNKNOWN),
        ([said("a", value="96"), said("b", 0, 0)], Verdict.MET),
        ([said("a", 0, 0), said("b", status=Status.NONE_AROSE)], Verdict.NO_CASES),
        ([said("a", 0, 0), said("b", 95, 100), said("c", 1, 1)], Verdict.MET),
        ([said("a", status=Status.DONE), said("b", as_of="2026-03-14")], Verdict.UNKNOWN),
        ([], Verdict.UNKNOWN),
    ],
)
def test_values_that_cannot_be_added_are_judged_each(each: list[Progress], verdict: Verdict) -> None:
    assert together(_RATE, each).result.verdict is verdict


def test_a_unit_without_cases_is_counted_out() -> None:
    whole = together(_RATE, [said("a", 0, 0), said("b", 95, 100), said("c", status=Status.NONE_AROSE)])

    assert (whole.result.figures.numerator, whole.result.figures.denominator) == (Decimal(95), Decimal(100))
