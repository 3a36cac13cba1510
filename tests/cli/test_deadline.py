"""The words of a deadline, understood on the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Ask, is_one_line


def test_only_what_is_said_is_told(ask: Ask, office: Path) -> None:
    said = ask("parse-deadline", "Phòng Một gửi Văn phòng trước ngày 25/4 (nếu có)", "--year", "2026", "--json")
    assert said.found == {
        "clauses": [
            {
                "kind": "fixed_date",
                "rel": "before",
                "date": "2026-04-25",
                "year": 2026,
                "month": 4,
                "day": 25,
                "actor": "Phòng Một",
                "recipient": "Văn phòng",
                "condition": "nếu có",
            }
        ],
        "understood": True,
    }
    assert not office.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Hằng quý hoặc khi có yêu cầu", ("Định kỳ: hằng quý", "Hoặc khi có sự việc: sự việc: khi có yêu cầu")),
        ("Hai năm một lần", ("2 năm một lần",)),
        ("thứ Sáu hằng tuần", ("hằng tuần, thứ Sáu",)),
        ("10 ngày kể từ ngày 1/3/2026", ("10 ngày sau ngày 01/03/2026",)),
        ("Ngày làm việc cuối cùng của tháng", ("ngày làm việc cuối cùng",)),
        ("Thường xuyên đến hết năm 2026", ("Thường xuyên: đến 31/12/2026",)),
        ("Quý 2/2026", ("Quý: quý 2 năm 2026",)),
        ("chậm nhất trước 5 ngày làm việc tính đến ngày họp", ("5 ngày làm việc trước sự việc",)),
        ("31/02/2026", ("Chưa hiểu: “31/02/2026” không phải ngày có thật",)),
        ("", ("Không có lời nào",)),
    ],
)
def test_it_is_told_in_words(ask: Ask, words: str, told: tuple[str, ...]) -> None:
    out = ask("parse-deadline", words).out
    assert all(each in out for each in told)


def test_what_is_not_understood(ask: Ask) -> None:
    assert ask("parse-deadline", "lúc nào rảnh", "--json").found == {
        "clauses": [{"kind": "other", "source_text": "lúc nào rảnh"}],
        "understood": False,
    }


@pytest.mark.parametrize("year", ["20255", "x", "²⁰²⁵"])
def test_a_year_that_is_none_is_refused(ask: Ask, year: str) -> None:
    said = ask("parse-deadline", "Quý I", "--year", year)
    assert said.status == 2
    assert is_one_line(said.err)
