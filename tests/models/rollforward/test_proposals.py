"""What is proposed for a plan's years: shifted, marked for a look, or left."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import plans
from tests.ui.papers import little_plan
from tthc_desktop.models.places import Place, words_by_place
from tthc_desktop.models.plan import Appendix, Basis, Header, Item, Period, Plan, Recipient
from tthc_desktop.models.rollforward import Doubt, Kind, Proposal, proposals, years_of
from tthc_desktop.models.rollforward.proposals import PERIOD, later
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import plain

R = " " * 6
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))


def proposed(words: str, period: Period = YEAR, years: int = 1) -> list[tuple[str, str, Doubt, bool]]:
    plan = Plan("p", body=(Item("i", text=plain(words)),), period=period)
    return [(one.old, one.new, one.doubt, one.taken) for one in proposals(plan, years) if one.place != PERIOD]


@pytest.mark.parametrize(
    ("words", "old", "new", "doubt", "taken"),
    [
        ("Công bố TTHC trong năm 2025.", "năm 2025", "năm 2026", Doubt.NONE, True),
        ("Gửi trước ngày 25/11/2025", "25/11/2025", "25/11/2026", Doubt.NONE, True),
        ("để lập kế hoạch năm 2026", "năm 2026", "năm 2027", Doubt.NONE, True),
        ("Năm học 2025-2026", "Năm học 2025-2026", "Năm học 2026-2027", Doubt.NONE, True),
        ("giảm 5% so với năm 2024", "năm 2024", "năm 2025", Doubt.COMPARISON, True),
        ("tăng so với cùng kỳ năm 2024", "năm 2024", "năm 2025", Doubt.COMPARISON, True),
        ("theo kết quả năm 2024", "năm 2024", "năm 2025", Doubt.EARLIER, True),
        ("giai đoạn 2021-2025", "giai đoạn 2021-2025", "giai đoạn 2022-2026", Doubt.PHASE, False),
        ("đến năm 2030 đạt 100%", "năm 2030", "năm 2031", Doubt.FAR, False),
        ("từ năm 2018 đến nay", "năm 2018", "năm 2019", Doubt.FAR, False),
        ("giải quyết 2025 hồ sơ", "2025", "2026", Doubt.BARE, False),
        ("theo Quyết định số 5/QĐ-UBND ngày 03/01/2025", "ngày 03/01/2025"[5:], "03/01/2026", Doubt.CITATION, False),
    ],
)
def test_what_is_proposed(words: str, old: str, new: str, doubt: Doubt, *, taken: bool) -> None:
    assert proposed(words) == [(old, new, doubt, taken)]


def test_the_title_of_a_cited_document_stays() -> None:
    words = "Thực hiện Kế hoạch số 9/KH-UBND ngày 05/01/2025 của UBND tỉnh về kiểm soát năm 2025; Sở làm trong năm 2025"
    found = [(doubt, taken) for _, _, doubt, taken in proposed(words)]
    assert found == [(Doubt.CITATION, False), (Doubt.CITED_TITLE, False), (Doubt.NONE, True)]


def test_a_plan_of_two_years_moves_its_span() -> None:
    both = Period(date(2025, 1, 1), date(2026, 12, 31))
    assert proposed("trong 2025-2026", both, 2) == [("2025-2026", "2027-2028", Doubt.NONE, True)]
    assert proposed("giai đoạn 2021-2025", both, 2)[0][2] is Doubt.PHASE


def test_a_leap_day_is_left() -> None:
    leap = Period(date(2024, 1, 1), date(2024, 12, 31))
    assert proposed("xong ngày 29/02/2024", leap) == [("29/02/2024", "28/02/2025", Doubt.LEAP, False)]
    assert proposed("xong ngày 29/02/2024", leap, 4) == [("29/02/2024", "29/02/2028", Doubt.NONE, True)]
    assert later(Period(date(2024, 2, 29), date(2024, 2, 29)), 1).end == date(2025, 2, 28)
    assert later(Period(date(2023, 2, 1), date(2023, 2, 28)), 1).end == date(2024, 2, 29)


def test_the_plans_own_number_is_left_blank_where_an_appendix_names_it() -> None:
    words = plain("(Kèm theo Kế hoạch số 7/KH-SNV ngày 05/01/2025 của Sở Nội vụ về kiểm soát TTHC năm 2025)")
    plan = Plan("p", appendices=(Appendix("a", attached=words),), period=YEAR)
    _, own, year = proposals(plan, 1)
    assert (own.new, own.doubt, own.taken) == (f"số{R}/KH-SNV ngày{R}tháng{R}năm 2026", Doubt.OWN, True)
    assert (year.new, year.doubt, year.taken) == ("năm 2026", Doubt.NONE, True)


def test_the_plans_own_number_is_known_anywhere() -> None:
    words = plain("Phụ lục của Kế hoạch số 07/KH-SNV ngày 05/01/2025; theo Kế hoạch số 17/KH-SNV ngày 03/02/2025")
    plan = Plan("p", header=Header(number="7", symbol="KH-SNV"), body=(Item("i", text=words),), period=YEAR)
    assert [(one.new, one.doubt) for one in proposals(plan, 1)[1:]] == [
        (f"số{R}/KH-SNV ngày{R}tháng{R}năm 2026", Doubt.OWN),
        ("03/02/2026", Doubt.CITATION),
    ]


def test_a_bare_year_in_a_heading_of_a_table_is_taken() -> None:
    table = Table("t", (Column("c", Role.VALUE, plain("2025"), over=plain("Giao năm 2025")),))
    found = proposals(Plan("p", body=(table,), period=YEAR), 1)[1:]
    assert [(one.place, one.new, one.taken) for one in found] == [
        (Place("c", "title"), "2026", True),
        (Place("c", "over"), "năm 2026", True),
    ]


def test_every_place_is_looked_at() -> None:
    words, table = plain("năm 2025"), Column("c", Role.FREE, plain("năm 2025"), plain("năm 2025"))
    rows = (Row("g", RowKind.GROUP, title=words, cells=(("c", words),)),)
    plan = Plan(
        "p",
        title=words,
        attached=words,
        bases=(Basis("b", words),),
        body=(Item("i", text=words, children=(Table("t", (table,), rows),)),),
        appendices=(Appendix("a", words, words),),
        recipients=(Recipient("r", "năm 2025"),),
        tasks={"w": Task("w", words, words, words, words, words)},
        targets={"x": Target("x", words, words, words, words, words, words)},
    )
    found = proposals(plan, 1)
    assert len(found) == 2 + 1 + 1 + 4 + 2 + 1 + 5 + 6
    assert {one.new for one in found} == {"năm 2026"}


def test_years_of_a_plan() -> None:
    assert years_of(Plan("p", period=Period(date(2025, 3, 1), date(2026, 2, 1)))) == (2025, 2026)
    assert years_of(Plan("p", title=plain("Kiểm soát TTHC năm 2024"))) == (2024, 2024)
    assert years_of(Plan("p", header=Header(year=2023))) == (2023, 2023)
    assert years_of(Plan("p")) is None
    assert years_of(little_plan()) == (2030, 2030)


@given(plans(), st.integers(-3, 10))
def test_a_proposal_is_about_words_that_stand_there(plan: Plan, years: int) -> None:
    words = dict(words_by_place(plan))
    ends: dict[Place, int] = {}
    for one in proposals(plan, years):
        if one.place != PERIOD:
            assert str(words[one.place])[one.start : one.end] == one.old
            assert one.start >= ends.get(one.place, 0)
            ends[one.place] = one.end


def test_a_proposal_knows_what_it_is() -> None:
    (one,) = proposals(replace(Plan("p"), title=plain("Quý II/2025")), 1)
    assert one == Proposal(Place("", "title"), 0, 11, "Quý II/2025", "Quý II/2026", Kind.QUARTER)
