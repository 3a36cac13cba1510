"""A deadline has a day only where its words name exactly one end."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.due_day import due_day

CLEAR = {
    "Trước ngày 20/02/2025": date(2025, 2, 20),
    "Trước ngày 15/02/2025 (nếu có)": date(2025, 2, 15),
    "Văn phòng gửi trước ngày 25/4/2025": date(2025, 4, 25),
    "ngày 05-02-2025": date(2025, 2, 5),
    "xong ngày 30 tháng 4 năm 2025": date(2025, 4, 30),
    "Hoàn thành trong tháng 7/2025 để tổng hợp": date(2025, 7, 31),
    "Tháng 02 năm 2028": date(2028, 2, 29),
    "Quý 1/2021": date(2021, 3, 31),
    "trong quý II/2025": date(2025, 6, 30),
    "QUÝ IV NĂM 2025": date(2025, 12, 31),
    "Năm 2025": date(2025, 12, 31),
    "đến hết năm 2025": date(2025, 12, 31),
    "Báo cáo năm 2025 gửi trước ngày 15/12/2025": date(2025, 12, 15),
    "trước 15 tháng 4 năm 2025": date(2025, 4, 15),
    "Chậm nhất 10 ngày kể từ ngày 05/02/2025": date(2025, 2, 15),
    "Từ tháng 1 đến tháng 6/2025": date(2025, 6, 30),
    "từ ngày 01/3/2025 đến ngày 15/3/2025": date(2025, 3, 15),
    "Theo Quyết định số 12/QĐ-UBND ngày 05/02/2025, hoàn thành trước ngày 15/3/2025": date(2025, 3, 15),
}
UNCLEAR = (
    "",
    "Thường xuyên",
    "Thường xuyên trong năm 2025",
    "Hàng quý, năm 2025",
    "Trước ngày 25 hằng tháng",
    "Khi có kế hoạch năm 2025",
    "Trước ngày 16/6/2025 và trước ngày 20/6/2026",
    "Quý I, II/2025",
    "tháng 3, 6, 9/2025",
    "tháng 6 và tháng 9/2025",
    "Từ ngày 01/3/2025",
    "Sau ngày 15/3/2025",
    "Theo Quyết định số 12/QĐ-UBND ngày 05/02/2025 của UBND tỉnh",
    "Theo Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ",
    "31/2/2025",
    "tháng 13/2025",
    "15/2",
    "15 tháng 4",
    "Chậm nhất 10 ngày làm việc kể từ ngày 05/02/2025",
    "Trước tháng 7/2025",
    "2025",
)


@pytest.mark.parametrize(("words", "day"), CLEAR.items())
def test_words_that_name_one_end(words: str, day: date) -> None:
    assert due_day(words) == day


@pytest.mark.parametrize("words", UNCLEAR)
def test_words_that_name_none_or_several(words: str) -> None:
    assert due_day(words) is None


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from(("/", "-", ".", " / ")))
def test_any_date_is_its_own_end(day: date, sign: str) -> None:
    written = sign.join((f"{day.day:02d}", f"{day.month:02d}", str(day.year)))
    assert due_day(f"Trước ngày {written}") == day
    assert due_day(f"Theo Công văn số 7/SNV-VP ngày {day.day}/{day.month}/{day.year}") is None


@given(st.text("aăđ ngày tháng quý năm từ đến /0123456789.,-", max_size=40))
def test_no_words_are_too_odd(words: str) -> None:
    assert due_day(words) is None or isinstance(due_day(words), date)
