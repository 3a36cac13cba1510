"""A paper without its appendices is told from a whole one by their headings."""

from dataclasses import replace

import pytest

from tthc_desktop.models.paper_alone import is_alone, paper_alone
from tthc_desktop.models.plan import Appendix, Plan
from tthc_desktop.models.text import plain

PLAN = Plan("p", appendices=(Appendix("a", plain("Danh mục\nviệc")), Appendix("b")))
TEXT = ["KẾ HOẠCH", "Phụ lục I kèm theo Kế hoạch này giao việc cho từng đơn vị."]


@pytest.mark.parametrize(
    ("heading", "alone"),
    [("", True), ("PHỤ LỤC I", False), ("DANH MỤC VIỆC", False), ("Phụ lục I Danh mục việc (Kèm theo …)", False)],
)
def test_a_heading_of_an_appendix_tells_the_whole_paper(heading: str, alone: bool) -> None:
    assert is_alone(PLAN, [*TEXT, heading]) is alone


def test_a_plan_without_appendices_is_always_whole() -> None:
    assert not is_alone(paper_alone(PLAN), TEXT)
    assert paper_alone(PLAN) == replace(PLAN, appendices=())
