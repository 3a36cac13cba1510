"""A number is shown as its format says, in the Vietnamese way."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.documents.reading.sheets.book import Kind
from tthc_desktop.documents.reading.sheets.date_look import moment, serial
from tthc_desktop.documents.reading.sheets.look import Shower

SHOWN = [
    (1.1, "0.00", "1.10"),
    (1.1, "General", "1,1"),
    (-5, "0.0", "-5.0"),
    (1.005, "0.00", "1.01"),
    (2.5, "0", "3"),
    (0.1 + 0.2, "General", "0,3"),
    (1e-5, "General", "0,00001"),
    (123456789012, "General", "123456789012"),
    (1e20, "General", "1E+20"),
    (1234567.5, "#,##0.00", "1.234.567,50"),
    (999, "#,##0", "999"),
    (1500000, '#,##0 "đồng"', "1.500.000 đồng"),
    (1500000, "#,##0\\ [$₫-42A]", "1.500.000 ₫"),
    (1500000, "#,##0,", "1.500"),
    (-1234, "#,##0;(#,##0)", "(1.234)"),
    (-1234, "#,##0_);[Red]\\(#,##0\\)", "(1.234)"),
    (0, '0;-0;"không"', "không"),
    (0, "0;-0;", ""),
    (0.5, "#,##0.##", "0,5"),
    (5, "00", "05"),
    (912345678, "0000 000 000", "0912 345 678"),
    (12, '0" ngày"', "12 ngày"),
    (0.125, "0.0%", "12,5%"),
    (1.5, "# ?/?", "1 1/2"),
    (1234.5, "0.00E+00", "1,23E+03"),
    (5, '[>=10]0;[<10]"ít"', "ít"),
    (-3, "[Blue]General", "-3"),
    (45703, "dd/mm/yyyy", "15/02/2025"),
    (45703, "m/d/yy;@", "15/02/2025"),
    (45703, "[$-42A]dd\\-mm\\-yyyy", "15/02/2025"),
    (45703, "d-mmm-yy", "15/02/2025"),
    (45703, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "15/02/2025"),
    (45703, "d-mmm", "15/02"),
    (45703, "mmm-yy", "02/2025"),
    (45703, "mm/yyyy", "02/2025"),
    (45703, "d.m", "15.2"),
    (45703, "yyyy", "2025"),
    (45703, '"Ngày" d "tháng" m "năm" yyyy', "Ngày 15 tháng 2 năm 2025"),
    (45703, "dddd", "Thứ Bảy"),
    (45703.3125, "dd/mm/yyyy hh:mm", "15/02/2025 07:30"),
    (45703.0, "dd/mm/yyyy hh:mm", "15/02/2025"),
    (0.3125, "h:mm", "7:30"),
    (0.8125, "h:mm AM/PM", "7:30 CH"),
    (1.5, "[h]:mm", "36:00"),
    (-1, "dd/mm/yyyy", "-1"),
    (3e9, "dd/mm/yyyy", "3000000000"),
]


@pytest.mark.parametrize(("value", "code", "words"), SHOWN)
def test_shown(value: float, code: str, words: str) -> None:
    seen = Shower().seen("A1", value, code)
    assert (seen.words, seen.number) == (words, value)


@pytest.mark.parametrize(
    ("value", "code", "kind"),
    [
        (0.6, "0%", Kind.PERCENT),
        (60, '0"%"', Kind.NUMBER),
        (45703, "d.m", Kind.DATE),
        (0.5, "h:mm", Kind.TEXT),
        (5, '"d"0', Kind.NUMBER),
        (5, "[Red]0", Kind.NUMBER),
        (float("inf"), "0", Kind.ERROR),
    ],
)
def test_kinds(value: float, code: str, kind: Kind) -> None:
    assert Shower().seen("A1", value, code).kind is kind


def test_both_epochs() -> None:
    assert Shower().seen("A1", 1, "dd/mm/yyyy").day == date(1900, 1, 1)
    assert Shower().seen("A1", 61, "dd/mm/yyyy").day == date(1900, 3, 1)
    assert Shower(since_1904=True).seen("A1", 44241, "dd/mm/yyyy").day == date(2025, 2, 15)
    assert Shower(since_1904=True).seen("A1", 0, "dd/mm/yyyy").day == date(1904, 1, 1)


@given(st.datetimes(datetime.fromisoformat("1900-03-01"), datetime.fromisoformat("9999-12-31")))
def test_a_day_and_its_number_agree(when: datetime) -> None:
    whole = when.replace(microsecond=0)
    back = moment(serial(whole))
    assert back is not None
    assert abs(back - whole) <= timedelta(seconds=1)


@given(st.floats(allow_nan=True), st.text(max_size=20) | st.text('0#?.,%;yYmMdDhHsS[]"\\_*@E+-/ AMP', max_size=20))
def test_no_format_breaks_the_reader(value: float, code: str) -> None:
    seen = Shower().seen("A1", value, code)
    assert seen.address == "A1"
    assert seen.words == seen.words.strip(" ")


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_keep_their_digits(value: int) -> None:
    assert Shower().seen("A1", float(value), "General").words == str(value)
    assert Shower().seen("A1", float(value), "#,##0").words == f"{value:,}".replace(",", ".")
