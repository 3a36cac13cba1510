"""Where words lead that name a section, a row, a page."""

from dataclasses import replace

import pytest

from tests.ui.papers import little_plan
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.text import plain
from tthc_desktop.ui.searching.going import destinations


def plan() -> Plan:
    """Return the little plan with points below its first section, and a second appendix."""
    little = little_plan()
    points = tuple(Item(f"p{n}", Mark.LETTER, plain(f"Điểm số {n}")) for n in range(1, 7))
    purpose = little.body[0].children[0]  # type: ignore[union-attr]
    assert isinstance(purpose, Item)
    body = replace(little.body[0], children=(replace(purpose, children=points),))  # type: ignore[arg-type]
    article = Item("d1", Mark.ARTICLE, plain("Trách nhiệm"))
    return replace(little, body=(body, *little.body[1:], article))


def owners(typed: str, **more: object) -> list[str]:
    return [place.owner for place in destinations(plan(), typed, **more)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "owner"),
    [
        ("II.1", "i2"),
        ("ii 1", "i2"),
        ("2.1", "i2"),
        ("mục II", "s2"),
        ("I.1.b", "p2"),
        ("a mục I.1", "p1"),
        ("điểm b khoản 1 mục I", "p2"),
        ("mục I khoản 1 điểm c", "p3"),
        ("điểm đ mục I.1", "p5"),
        ("điểm d mục I.1", "p4"),
        ("điều 1", "d1"),
        ("phụ lục", "a1"),
        ("PL 1", "a1"),
        ("phu luc I", "a1"),
        ("phụ lục I hàng 2", "w2"),
        ("pl 1 stt 3", "w3"),
        ("hàng 3", "w3"),
        ("nhóm I", "g"),
    ],
)
def test_the_first_place_is_the_one_that_was_named(typed: str, owner: str) -> None:
    assert owners(typed)[0] == owner


@pytest.mark.parametrize(
    "typed", ["", "  ", "mục", "IX.9", "phụ lục 7", "hàng 99", "trang 3", "rà soát", ")(", "hàng ."]
)
def test_what_is_not_there_leads_nowhere(typed: str) -> None:
    assert owners(typed) == []


def test_a_row_by_its_number_comes_before_the_one_at_that_place() -> None:
    assert owners("hàng 2") == ["w2", "w1"]
    name = destinations(plan(), "hàng 2")[0].name
    assert name == "Phụ lục, hàng 2 nhóm I: Rà soát thủ tục số 2 và đề xuất cắt giảm giấy tờ"


def test_pages_of_the_print() -> None:
    (place,) = destinations(plan(), "trang 3", pages=4)
    assert (place.page, place.name) == (2, "Trang 3 của bản in")
    assert destinations(plan(), "trang 5", pages=4) == []
    assert destinations(plan(), "trang 0", pages=4) == []
