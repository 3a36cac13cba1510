"""Issued documents are told from the plan's own times."""

import pytest

from tthc_desktop.models.rollforward.citations import blanked, citations

R = " " * 6


@pytest.mark.parametrize(
    ("words", "core", "tail"),
    [
        (
            "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát;",
            "số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010",
            " của Chính phủ về kiểm soát",
        ),
        ("Theo Quyết định số 12/QĐ-UBND ngày 03/01/2025, xong trong năm 2025", "số 12/QĐ-UBND ngày 03/01/2025", ""),
        ("Nghị quyết 57-NQ/TW (ngày 22/12/2024) nêu", "57-NQ/TW (ngày 22/12/2024", ""),
        ("thực hiện Luật Thủ đô năm 2024 từ năm 2025", "Luật Thủ đô năm 2024", ""),
        ("Luật số 64/2025/QH15", "số 64/2025/QH15", ""),
        ("theo Kế hoạch ngày 05/02/2025 của Sở.", "Kế hoạch ngày 05/02/2025", " của Sở"),
        (
            "Thực hiện Kế hoạch số 9/KH-UBND ngày 5/1/2025 của UBND tỉnh về kiểm soát năm 2025, Sở Y tế lập như sau",
            "số 9/KH-UBND ngày 5/1/2025",
            " của UBND tỉnh về kiểm soát năm 2025",
        ),
        ("gửi theo Công văn số 7/SNV-CCHC năm 2025 trước ngày 5/3/2025", "số 7/SNV-CCHC năm 2025", ""),
    ],
)
def test_number_date_and_title(words: str, core: str, tail: str) -> None:
    (found,) = citations(words)
    assert words[found.start : found.core_end] == core
    assert words[found.core_end : found.end] == tail


@pytest.mark.parametrize("words", ["Kế hoạch năm 2025", "trước ngày 20/02/2025", "quý II/2025", "giao 12/15 việc"])
def test_the_plans_own_times_are_no_citations(words: str) -> None:
    assert citations(words) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("số 12/KH-SNV ngày 05/01/2030", f"số{R}/KH-SNV ngày{R}tháng{R}năm 2031"),
        ("số 12/KH-SNV ngày 05 tháng 01 năm 2030", f"số{R}/KH-SNV ngày{R}tháng{R}năm 2031"),
        ("số    /KH-STP ngày    /02/2025", f"số{R}/KH-STP ngày{R}tháng{R}năm 2026"),
        ("số …/KH-STP ngày … tháng … năm 2025", f"số{R}/KH-STP ngày{R}tháng{R}năm 2026"),
    ],
)
def test_the_number_of_the_new_paper_is_left_blank(old: str, new: str) -> None:
    assert blanked(old, 1) == new
