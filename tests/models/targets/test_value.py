"""Printed values of targets, understood or kept as they are."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.targets.value import Comparator, TargetValue, number, understand


@pytest.mark.parametrize(
    ("printed", "comparator", "said", "value"),
    [
        ("Tối thiểu 50", ">=", "Tối thiểu", "50"),
        ("TỐI THIỂU 50%", ">=", "TỐI THIỂU", "50"),
        ("60", "=", "", "60"),
        ("60 %", "=", "", "60"),
        ("100%.", "=", "", "100"),
        ("Đạt 100%", "=", "Đạt", "100"),
        ("Phấn đấu đạt 97", "=", "Phấn đấu đạt", "97"),
        ("≥ 95", ">=", "≥", "95"),
        (">=95", ">=", ">=", "95"),
        ("Ít nhất 20%", ">=", "Ít nhất", "20"),
        ("Phấn đấu đạt tối thiểu 80%", ">=", "Phấn đấu đạt tối thiểu", "80"),
        ("Không dưới 98,5%", ">=", "Không dưới", "98.5"),
        ("Không thấp hơn 90", ">=", "Không thấp hơn", "90"),
        ("95% trở lên", ">=", "trở lên", "95"),
        ("Từ 95% trở lên", ">=", "Từ … trở lên", "95"),
        ("90 hoặc cao hơn", ">=", "hoặc cao hơn", "90"),
        ("Không quá 4", "<=", "Không quá", "4"),
        ("Không vượt quá 0,5%", "<=", "Không vượt quá", "0.5"),
        ("Tối đa 30 phút", "<=", "Tối đa", "30"),
        ("5 ngày trở xuống", "<=", "trở xuống", "5"),
        ("≤4 ngày", "<=", "≤", "4"),
        ("Trên 90%", ">", "Trên", "90"),
        ("> 90", ">", ">", "90"),
        ("Dưới 5", "<", "Dưới", "5"),
        ("Giảm 30%", "reduce_by", "Giảm", "30"),
        ("Cắt giảm ít nhất 30% so với năm 2024", "reduce_by", "Cắt giảm ít nhất", "30"),
        ("Tăng thêm 10%", "increase_by", "Tăng thêm", "10"),
        ("02 cuộc", "=", "", "2"),
        ("1.500 hồ sơ", "=", "", "1500"),
    ],
)
def test_a_value_is_understood(printed: str, comparator: str, said: str, value: str) -> None:
    assert understand(printed) == TargetValue(printed, Comparator(comparator), said, Decimal(value))


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [("80 - 90%", "80", "90"), ("Từ 80% đến 90%", "80", "90"), ("70÷80", "70", "80"), ("1,5 – 2", "1.5", "2")],
)
def test_a_range_has_two_ends(printed: str, low: str, high: str) -> None:
    value = understand(printed)

    assert (value.comparator, value.value, value.upper) == (Comparator.BETWEEN, Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "Theo quy định",
        "Khoảng 50",
        "Quý II/2026",
        "Trước ngày 20/12",
        "b/a x 100",
        "90 - 80",
        "-5",
        "3 phòng, 4 đơn vị",
        "9" * 40,
        "50 hồ sơ của những đơn vị được giao theo danh sách kèm theo văn bản",
    ],
)
def test_what_is_not_understood_keeps_its_words(printed: str) -> None:
    assert understand(printed) == TargetValue(printed)


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("07", "7"),
        ("99,5", "99.5"),
        ("99.5", "99.5"),
        ("1.500", "1500"),
        ("1.500,25", "1500.25"),
        ("1 500", "1500"),
        ("2.000.000", "2000000"),
        ("2,000,000", "2000000"),
        ("0.125", "0.125"),
    ],
)
def test_figures_are_read_the_vietnamese_way(digits: str, value: str) -> None:
    assert number(digits) == Decimal(value)


@given(st.text("0123456789.,-% ≥<tối thiểu đến từ"))
def test_the_words_are_always_kept(printed: str) -> None:
    value = understand(printed)

    assert value.printed == " ".join(printed.split())
    assert (value.value is None) == (value.comparator is Comparator.UNKNOWN)
