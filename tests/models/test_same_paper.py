"""Two plans are the same paper by title, number and agency, whatever stands in them."""

from dataclasses import replace

from tthc_desktop.models.plan import Header, Plan
from tthc_desktop.models.same_paper import known_papers, marks
from tthc_desktop.models.text import plain

PLAN = Plan(
    "a", title=plain("Kiểm soát TTHC\nnăm 2025"), header=Header(agency="SỞ TƯ PHÁP", number="12", symbol="KH-STP")
)


def test_a_paper_is_known_whatever_its_letters_and_blanks() -> None:
    again = replace(
        PLAN, id="b", title=plain("KIỂM SOÁT  TTHC năm 2025"), header=replace(PLAN.header, agency="Sở Tư pháp")
    )
    assert marks(again) == marks(PLAN)
    assert known_papers([PLAN, again]) == {marks(PLAN): "a"}


def test_another_number_agency_or_title_is_another_paper() -> None:
    others = (
        replace(PLAN, header=replace(PLAN.header, number="13")),
        replace(PLAN, header=replace(PLAN.header, agency="SỞ Y TẾ")),
        replace(PLAN, title=plain("Kiểm soát TTHC năm 2026")),
    )
    assert len({marks(PLAN), *map(marks, others)}) == 4
    assert marks(Plan("x")) is None
    assert known_papers([Plan("x")]) == {}
