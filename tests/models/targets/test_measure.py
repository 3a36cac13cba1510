"""What targets demand, out of their printed words."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.targets.measure import understand_target
from tthc_desktop.models.targets.value import Comparator
from tthc_desktop.models.task import Target
from tthc_desktop.models.text import plain


@pytest.mark.parametrize(
    ("printed", "comparator", "value"),
    [
        ("60", "=", "60"),
        ("Tối thiểu 50", ">=", "50"),
        ("phấn đấu đạt 100%", "=", "100"),
        ("đến hết năm 2026 đạt tối thiểu 65%", ">=", "65"),
        ("Đến hết năm 2030: ≥ 60%", ">=", "60"),
        ("Đến hết năm 2030 … ≥ 60%", ">=", "60"),
        ("tối thiểu … 60%", ">=", "60"),
        ("Giảm ít nhất … 30%", "reduce_by", "30"),
        ("Cắt giảm 50% … so với năm 2024", "reduce_by", "50"),
        ("tăng 15% so với cùng kỳ năm trước", "increase_by", "15"),
        ("không quá 4 ngày vào cuối năm 2026", "<=", "4"),
        ("95% trở lên trong quý IV/2026", ">=", "95"),
    ],
)
def test_a_value_is_understood_with_what_stands_around_it(printed: str, comparator: str, value: str) -> None:
    measure = understand_target(printed)

    assert (measure.printed, measure.comparator, measure.value) == (printed, comparator, Decimal(value))


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("đến hết năm 2026 đạt tối thiểu 65%", date(2026, 12, 31)),
        ("Đến ngày 30/6/2026 đạt 60%", date(2026, 6, 30)),
        ("đến hết tháng 02/2028: 60%", date(2028, 2, 29)),
        ("trong quý III năm 2026 đạt 60%", date(2026, 9, 30)),
        ("đạt 60% trước ngày 31/02/2026", None),
        ("60%", None),
    ],
)
def test_the_day_to_reach_it_by_is_the_last_that_the_words_name(printed: str, day: date | None) -> None:
    assert understand_target(printed).as_of == day


def test_the_baseline_of_a_cut_is_a_year() -> None:
    measure = understand_target("Cắt giảm 50% … so với năm 2024")

    assert (measure.baseline_year, measure.baseline_printed) == (2024, "so với năm 2024")
    assert measure.is_change
    assert measure.is_rate
    assert understand_target("tăng 15% so với cùng kỳ năm trước").baseline_printed == "so với cùng kỳ năm trước"


@pytest.mark.parametrize(
    ("name", "comparator", "year"),
    [
        ("Giảm chi phí tuân thủ thủ tục so với năm 2024", Comparator.REDUCE_BY, 2024),
        ("Tỷ lệ cắt giảm thời gian giải quyết so với năm 2023", Comparator.REDUCE_BY, 2023),
        ("Tăng số hồ sơ trực tuyến so với năm 2024", Comparator.INCREASE_BY, 2024),
        ("Giảm chi phí tuân thủ thủ tục", Comparator.EQUAL, None),
        ("Tỷ lệ hồ sơ đúng hạn, không giảm so với năm 2024", Comparator.EQUAL, 2024),
    ],
)
def test_a_name_may_ask_for_a_change(name: str, comparator: Comparator, year: int | None) -> None:
    measure = understand_target(Target("t", plain(name), plain("%"), plain("30")))

    assert (measure.comparator, measure.baseline_year, measure.value) == (comparator, year, Decimal(30))


def test_the_formula_is_what_the_name_says_of_it() -> None:
    name = "Tỷ lệ hồ sơ đúng hạn.\nTính theo công thức (b/a), trong đó:\na là số hồ sơ đã giải quyết\nb là số đúng hạn"
    measure = understand_target(Target("t", plain(name), plain("%"), plain("99")))

    assert measure.formula.startswith("Tính theo công thức (b/a)")
    assert measure.formula.endswith("b là số đúng hạn")


def test_what_is_striven_for_is_known() -> None:
    assert understand_target("phấn đấu đạt 100%").aspirational
    assert not understand_target("đạt 100%").aspirational


@pytest.mark.parametrize("unit", ["%", "Phần trăm", "Tỷ lệ (%)", "tỷ lệ"])
def test_a_rate_is_known_by_its_unit(unit: str) -> None:
    assert understand_target(Target("t", value=plain("60"), unit=plain(unit))).is_rate


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words_are_kept(name: str, value: str) -> None:
    target = Target("t", plain(name), plain(""), plain(value))

    assert understand_target(target).printed == " ".join(str(target.value).split())
