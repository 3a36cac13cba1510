"""Names of the workbooks of units."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.documents.writing.unit_sheets import sheet_name


def test_a_name_says_unit_and_plan() -> None:
    assert sheet_name("Phòng A", "Kế hoạch năm 2025") == "Bảng việc - Phòng A - Kế hoạch năm 2025.xlsx"


def test_a_name_says_the_period() -> None:
    named = sheet_name("Phòng A", "Kế hoạch năm 2025", period="Quý I/2025")
    assert named == "Bảng việc - Phòng A - Quý I-2025 - Kế hoạch năm 2025.xlsx"


def test_signs_that_windows_forbids_are_left_out() -> None:
    assert sheet_name('Phòng "A/B"', "Kế hoạch: 1?\n2") == "Bảng việc - Phòng A B - Kế hoạch 1 2.xlsx"


def test_a_name_that_is_taken_gets_a_number() -> None:
    first = sheet_name("Phòng A", "Kế hoạch")
    second = sheet_name("Phòng A", "Kế hoạch", [first.upper()])
    third = sheet_name("Phòng A", "Kế hoạch", [first, second])
    assert [second, third] == ["Bảng việc - Phòng A - Kế hoạch (2).xlsx", "Bảng việc - Phòng A - Kế hoạch (3).xlsx"]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300), st.text("Kế hoạch .😀/", max_size=300))
def test_any_name_can_be_one_of_a_file(unit: str, title: str) -> None:
    name = sheet_name(unit, title)
    assert len(name.encode()) <= 255
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
    assert name.endswith(".xlsx")
    assert not name.removesuffix(".xlsx").endswith((" ", "."))
