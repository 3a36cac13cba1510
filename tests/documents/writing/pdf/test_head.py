"""Number, date and their blanks."""

import re
from dataclasses import replace

import pytest

from tests.documents.writing.pdf.building import HEADER, fresh, make_plan
from tthc_desktop.documents.decree import rules
from tthc_desktop.documents.writing.pdf.appendix import appendix_head
from tthc_desktop.documents.writing.pdf.blocks import Panel
from tthc_desktop.documents.writing.pdf.head import date_line, head, number_line
from tthc_desktop.models.plan import Appendix
from tthc_desktop.models.text import plain

RULES = rules()
MM = 72 / 25.4


def lines_of(panel: Panel) -> list[str]:
    texts = ("".join(piece.words for piece in placed.line.pieces) for placed in panel._placed)
    return [text.strip().replace("\u00a0", " ") for text in texts]


@pytest.mark.parametrize(
    ("number", "printed"), [("7", "07"), ("07", "07"), ("15", "15"), ("12a", "12a"), (" 9 ", "09"), ("0", "00")]
)
def test_numbers_below_ten_take_a_zero(number: str, printed: str) -> None:
    assert number_line(replace(HEADER, number=number), RULES) == f"Số: {printed}/KH-SKHCN"


def test_without_a_symbol_no_stroke() -> None:
    assert number_line(replace(HEADER, symbol=" "), RULES) == "Số: 07"


@pytest.mark.parametrize(
    ("day", "month", "printed"),
    [(5, 1, "ngày 05 tháng 01"), (9, 2, "ngày 09 tháng 02"), (29, 3, "ngày 29 tháng 3"), (10, 12, "ngày 10 tháng 12")],
)
def test_zeros_before_days_below_ten_and_the_first_two_months(day: int, month: int, printed: str) -> None:
    found = date_line(replace(HEADER, day=day, month=month), RULES)
    assert found.replace("\u00a0", " ") == f"Lai Châu, {printed} năm 2025"


def test_unknown_parts_leave_blanks_of_the_stamps_width() -> None:
    blank = replace(HEADER, number="", day=None, month=None, year=None, place="")
    number, date = number_line(blank, RULES), date_line(blank, RULES)
    assert number.startswith("Số: \u00a0")
    assert date.startswith("ngày\u00a0\u00a0")
    assert _blank(number) == pytest.approx(RULES.length("blank_number"), abs=0.6 * MM)
    one_blank_each = 5 * 0.25 * 13
    expected = 2 * RULES.length("blank_day") + RULES.length("blank_year") + one_blank_each
    assert _blank(date) == pytest.approx(expected, abs=1.8 * MM)


def _blank(words: str) -> float:
    return words.count("\u00a0") * 0.25 * 13


@pytest.mark.parametrize(
    ("typed", "blanks"),
    [
        ("(Kèm theo Kế hoạch số /KH-SKHCN ngày tháng 02 năm 2025)", 2),
        ("(Kèm theo Kế hoạch số/KH-SKHCN ngày tháng năm 2025 của Sở)", 3),
        ("(Kèm theo Kế hoạch số 15/KH-STP ngày 14 tháng 02 năm 2025 của Sở)", 0),
        ("(Kèm theo Quyết định số   /QĐ-UBND ngày   tháng   năm   của Ủy ban)", 4),
        ("", 0),
    ],
)
def test_attached_line_opens_where_something_is_left_out(typed: str, blanks: int) -> None:
    appendix = Appendix(fresh(), plain("Danh mục"), plain(typed))
    panel = appendix_head(make_plan(appendices=(appendix,)), appendix, RULES, 1000.0)
    last = lines_of(panel)[-1]
    assert len(re.findall(" {4,}", last)) == blanks
    assert last == "DANH MỤC" or typed


def test_decision_is_named_below_the_title() -> None:
    words = lines_of(head(make_plan(attached=plain("(Kèm theo Quyết định số 5/QĐ-SKHCN)")), RULES, 467.0))
    assert words[-2:] == ["Kiểm soát thủ tục hành chính năm 2025", "(Kèm theo Quyết định số 5/QĐ-SKHCN)"]


def test_nothing_known_still_has_the_nation() -> None:
    panel = head(make_plan(header=replace(HEADER, agency="", parent_agency=""), kind="", title=plain("")), RULES, 467.0)
    assert "Độc lập - Tự do - Hạnh phúc" in lines_of(panel)
