"""What is understood of a deadline, in one short line."""

from datetime import date

import pytest
from hypothesis import given

from tests.models.deadlines.phrases import phrases
from tthc_desktop.models.deadlines.telling import in_brief
from tthc_desktop.models.plan import Period

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
TOLD = {
    "Trước ngày 25 hằng tháng": "Hiểu là trước ngày 25, hằng tháng; 12 lần đến hạn",
    "Quý II/2026": "Hiểu là quý 2 năm 2026; đến hạn 30/06/2026",
    "Trước ngày 20/6": "Hiểu là trước ngày 20/06/2026; đến hạn 20/06/2026",
    "Thường xuyên": "Hiểu là thường xuyên",
    "Hằng quý và khi có yêu cầu": "Hiểu là hằng quý; và khi có yêu cầu; 4 lần đến hạn",
    "Theo Kế hoạch của UBND tỉnh": "Hiểu là theo Kế hoạch của UBND tỉnh",
    "31/02/2026": "“31/02/2026” không phải ngày có thật, hãy kiểm tra lại ngày và tháng.",
    "rảnh thì làm": "Chưa hiểu thời hạn này; việc được nhắc rà soát.",
    " ": "",
}


@pytest.mark.parametrize(("words", "told"), TOLD.items())
def test_it_is_told_in_brief(words: str, told: str) -> None:
    assert in_brief(words, YEAR) == told


def test_without_a_period_nothing_is_counted() -> None:
    assert in_brief("Hằng tháng", None) == "Hiểu là hằng tháng"


@given(phrases)
def test_it_is_one_line(words: str) -> None:
    told = in_brief(words, YEAR)
    assert "\n" not in told
    assert bool(told) == bool(words.strip())
    assert len(told) < 160 or told.startswith("“")
