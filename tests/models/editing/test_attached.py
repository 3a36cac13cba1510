"""An issued plan's number and day in the lines of its appendices."""

from dataclasses import replace
from datetime import date

import pytest

from tthc_desktop.models.editing.attached import with_own_number
from tthc_desktop.models.plan import Appendix, Plan
from tthc_desktop.models.text import Run, plain, text
from tthc_desktop.models.version import Issue

ISSUE = Issue("15", "KH-SNV", date(2030, 1, 9))


@pytest.mark.parametrize(
    ("words", "filled"),
    [
        (
            "(Kèm theo Kế hoạch số      /KH-SNV ngày      tháng      năm 2030 của Sở)",
            "ngày 09 tháng 01 năm 2030 của Sở)",
        ),
        ("(Kèm theo Kế hoạch số …/KH-SNV ngày … tháng 12 năm 2029 của Sở)", "ngày 09 tháng 01 năm 2030 của Sở)"),
        ("(Kèm theo Kế hoạch số /KH-SNV ngày …/…/2030)", "ngày 09 tháng 01 năm 2030)"),
        ("(Kèm theo Kế hoạch số ..../KH-SNV ngày    tháng    năm     của Sở)", "ngày 09 tháng 01 năm 2030 của Sở)"),
        ("(Kèm theo Kế hoạch số /KH-SNV của Sở)", "của Sở)"),
    ],
)
def test_blanks_are_filled(words: str, filled: str) -> None:
    made = with_own_number(Plan("p", appendices=(Appendix("a", attached=plain(words)),)), ISSUE)
    assert str(made.appendices[0].attached) == f"(Kèm theo Kế hoạch số 15/KH-SNV {filled}"


@pytest.mark.parametrize(
    "words",
    [
        "(Kèm theo Kế hoạch số 12/KH-SNV ngày 05/01/2030)",
        "(Kèm theo Quyết định số   /QĐ-UBND ngày   tháng   năm 2030)",
        "",
    ],
)
def test_what_is_no_room_for_this_number_stays(words: str) -> None:
    plan = Plan("p", appendices=(Appendix("a", attached=plain(words)),))
    assert with_own_number(plan, ISSUE) is plan


def test_later_months_have_no_zero_and_the_emphasis_stays() -> None:
    words = text((Run("(Kèm theo số   /KH-SNV ngày   tháng   năm 2030", italic=True), Run(" của Sở)", bold=True)))
    plan = Plan("p", appendices=(Appendix("a", attached=words),))
    made = with_own_number(plan, replace(ISSUE, date=date(2030, 6, 5)))
    first = Run("(Kèm theo số 15/KH-SNV ngày 05 tháng 6 năm 2030", italic=True)
    assert made.appendices[0].attached == text((first, Run(" của Sở)", bold=True)))
