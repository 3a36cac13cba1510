"""Numbers, days, spans and titles in sentences."""

from datetime import date

import pytest

from tthc_desktop.models.reporting.spelling import Spelling
from tthc_desktop.models.reporting.words import (
    count_words,
    lower_first,
    one_line,
    share_words,
    short_date,
    short_words,
    span_words,
)


@pytest.mark.parametrize(("number", "words"), [(0, "0"), (1, "01"), (9, "09"), (10, "10"), (1234, "1.234")])
def test_a_count_below_ten_has_two_digits(number: int, words: str) -> None:
    assert count_words(number) == words


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [(1, 3, "33,3%"), (2, 2, "100%"), (0, 5, "0%"), (0, 0, "không phát sinh"), (1, 2000, "0,1%")],
)
def test_a_share_of_nothing_is_none(part: int, whole: int, words: str) -> None:
    assert share_words(part, whole) == words


def test_days_have_the_decrees_zeros() -> None:
    assert short_date(date(2025, 1, 5)) == "05/01/2025"
    assert short_date(date(2025, 8, 25)) == "25/8/2025"


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("2025-Q2", "quý II năm 2025"),
        ("2025-01", "tháng 01 năm 2025"),
        ("2025-07", "tháng 7 năm 2025"),
        ("2025-H1", "6 tháng đầu năm 2025"),
        ("2025-H2", "6 tháng cuối năm 2025"),
        ("2025-9M", "9 tháng đầu năm 2025"),
        ("2025", "năm 2025"),
        ("", "từ ngày 15/3/2025 đến ngày 14/6/2025"),
    ],
)
def test_a_span_is_named_in_a_sentence(key: str, words: str) -> None:
    assert span_words(key, date(2025, 3, 15), date(2025, 6, 14)) == words


def test_work_is_called_by_its_first_clause() -> None:
    assert short_words("Rà soát thủ tục đất đai của tỉnh; trình phê duyệt.") == "Rà soát thủ tục đất đai của tỉnh"
    assert short_words("- Họp: bàn về việc tiếp dân.") == "Họp: bàn về việc tiếp dân"
    assert (
        short_words("Trình công bố danh mục thủ tục mới (trước 05 ngày; kèm hồ sơ)")
        == "Trình công bố danh mục thủ tục mới"
    )
    long = short_words("Một việc rất dài " * 30)
    assert len(long) <= 151
    assert long.endswith("…")


def test_lines_become_one_sentence() -> None:
    assert one_line("- Họp hai lần;\n- Gửi văn bản.\n") == "Họp hai lần; Gửi văn bản"


def test_abbreviations_stay_in_capitals() -> None:
    assert lower_first("TTHC nội bộ") == "TTHC nội bộ"
    assert lower_first("Cải cách") == "cải cách"


def test_titles_in_capitals_are_spelled_as_in_sentences() -> None:
    spelling = Spelling(lambda: ["Rà soát TTHC của Sở Tư pháp tại tỉnh Thanh Lâm", "Kiểm tra tại Sở"])
    assert spelling.sentence("RÀ SOÁT TTHC TẠI SỞ TƯ PHÁP") == "Rà soát TTHC tại Sở Tư pháp"
    assert spelling.sentence("Việc của Phòng") == "Việc của Phòng"
