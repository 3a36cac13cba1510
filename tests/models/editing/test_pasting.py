"""A fragment put into a plan: where it goes, and how it is numbered there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import Printed, bases, few, nodes, plans
from tthc_desktop.models.copying import identities
from tthc_desktop.models.editing.pasting import destination, paste
from tthc_desktop.models.editing.text import set_words
from tthc_desktop.models.fragment import Fragment, whole
from tthc_desktop.models.numbering import Mark, printed
from tthc_desktop.models.outline import items, numbers
from tthc_desktop.models.plan import Appendix, Basis, Item, Plan, Recipient
from tthc_desktop.models.table import Table
from tthc_desktop.models.text import EMPTY, plain

PLAN = Plan(
    "plan",
    bases=(Basis("b1", plain("Căn cứ một;")), Basis("b2", plain("Căn cứ hai;"))),
    body=(
        Item("I", Mark.ROMAN, plain("một"), heading=True, children=(Item("I.1", Mark.ARABIC, plain("a")),)),
        Item(
            "II",
            Mark.ROMAN,
            plain("hai"),
            heading=True,
            children=(
                Item("II.1", Mark.ARABIC, plain("b"), children=(Item("II.1.a", Mark.LETTER, plain("c")),)),
                Item("II.2", Mark.ARABIC),
                Table("table"),
            ),
        ),
        Item("last", text=plain("hết")),
    ),
    appendices=(Appendix("annex"),),
    recipients=(Recipient("r", "Như trên"),),
)
SECTIONS = Fragment(
    (
        Item("A", Mark.ROMAN, plain("A"), heading=True, children=(Item("A1", Mark.ARABIC, plain("A1")),)),
        Item("B", Mark.ROMAN, plain("B"), heading=True),
    )
)
CLAUSES = Fragment((Item("A", Mark.ARABIC, plain("A")), Item("B", Mark.ARABIC, plain("B"))))
POINTS = Fragment((Item("A", Mark.LETTER, plain("A")), Item("B", Mark.LETTER, plain("B"))))
WORDS = Fragment((Item("A", text=plain("A")), Item("B", Mark.DASH, plain("B"))))
TABLE = Fragment((Table("T"),))


def outline(plan: Plan) -> str:
    """Return all items with their numbers and how deep they stand."""
    parts = (plan.body, *(appendix.nodes for appendix in plan.appendices))
    return " ".join(
        f"{'>' * len(above)}{printed(item.mark, numbers(part)[item.id])}{item.text}"
        for part in parts
        for item, above in items(part)
    )


@pytest.mark.parametrize(
    ("owner", "fragment", "expected"),
    [
        ("I", SECTIONS, "I.một >1.a II.A >1.A1 III.B IV.hai >1.b >>a)c >2. hết"),
        ("I.1", SECTIONS, "I.một >1.a >2.A >>a)A1 >3.B II.hai >1.b >>a)c >2. hết"),
        ("I.1", CLAUSES, "I.một >1.a >2.A >3.B II.hai >1.b >>a)c >2. hết"),
        ("I.1", POINTS, "I.một >1.a >>a)A >>b)B II.hai >1.b >>a)c >2. hết"),
        ("II.1", POINTS, "I.một >1.a II.hai >1.b >>a)A >>b)B >>c)c >2. hết"),
        ("II.1.a", POINTS, "I.một >1.a II.hai >1.b >>a)c >>b)A >>c)B >2. hết"),
        ("II.1.a", CLAUSES, "I.một >1.a II.hai >1.b >>a)c >>b)A >>c)B >2. hết"),
        ("I.1", WORDS, "I.một >1.a >A >-B II.hai >1.b >>a)c >2. hết"),
        ("I", WORDS, "I.một >A >-B >1.a II.hai >1.b >>a)c >2. hết"),
        ("II.2", POINTS, "I.một >1.a II.hai >1.b >>a)c >a)A >b)B hết"),
        ("II.2", SECTIONS, "I.một >1.a II.hai >1.b >>a)c >2.A >>a)A1 >3.B hết"),
        ("table", CLAUSES, "I.một >1.a II.hai >1.b >>a)c >2. >3.A >4.B hết"),
        ("last", CLAUSES, "I.một >1.a II.hai >1.b >>a)c >2. hết 1.A 2.B"),
        ("annex", CLAUSES, "I.một >1.a II.hai >1.b >>a)c >2. hết 1.A 2.B"),
        ("r", WORDS, "I.một >1.a II.hai >1.b >>a)c >2. hết A -B"),
        ("", WORDS, "A -B I.một >1.a II.hai >1.b >>a)c >2. hết"),
        ("gone", WORDS, "A -B I.một >1.a II.hai >1.b >>a)c >2. hết"),
    ],
)
def test_a_fragment_goes_behind_what_it_is_pasted_at(owner: str, fragment: Fragment, expected: str) -> None:
    assert outline(paste(PLAN, fragment, destination(PLAN, owner, fragment))) == expected


def test_a_table_goes_below_a_heading_and_behind_other_paragraphs() -> None:
    under = destination(PLAN, "II", TABLE)
    assert (under.under, under.place, under.inside) == ("II", 0, True)
    behind = destination(PLAN, "II.1.a", TABLE)
    assert (behind.under, behind.place) == ("II.1.a", 0)


def test_bases_join_the_bases() -> None:
    fragment = Fragment(bases=(Basis("new", plain("Căn cứ mới;")),))

    at_first = paste(PLAN, fragment, destination(PLAN, "b1", fragment))
    elsewhere = paste(PLAN, fragment, destination(PLAN, "II", fragment))

    assert [basis.id for basis in at_first.bases] == ["b1", "new", "b2"]
    assert [basis.id for basis in elsewhere.bases] == ["b1", "b2", "new"]
    assert at_first.body is PLAN.body


def test_an_empty_paragraph_keeps_its_place_when_only_bases_come() -> None:
    fragment = Fragment(bases=(Basis("new", plain("Căn cứ mới;")),))

    assert outline(paste(PLAN, fragment, destination(PLAN, "II.2", fragment))) == outline(PLAN)


def test_what_is_in_the_plan_already_comes_as_a_copy() -> None:
    once = paste(PLAN, POINTS, destination(PLAN, "I.1", POINTS))
    twice = paste(once, POINTS, destination(once, "I.1", POINTS))

    assert outline(twice).startswith("I.một >1.a >>a)A >>b)B >>c)A >>d)B")
    assert len(identities(twice)) == len(identities(once)) + 2


@st.composite
def fragments(draw: st.DrawFn) -> Fragment:
    known = Printed()
    return Fragment(nodes(draw, known, 2), known.tasks, known.targets, draw(few(bases)))


@given(plans(), fragments(), st.data())
def test_every_part_of_a_fragment_arrives(plan: Plan, fragment: Fragment, data: st.DataObject) -> None:
    owner = data.draw(st.sampled_from(sorted(identities(plan))))

    after = paste(plan, fragment, destination(plan, owner, fragment))

    assert identities(whole(fragment)) - {""} <= identities(after)
    gone = identities(plan) - identities(after)
    assert len(gone) <= 1
    parts = (plan.body, *(appendix.nodes for appendix in plan.appendices))
    assert all(not item.text for part in parts for item, _ in items(part) if item.id in gone)


def test_the_empty_paragraph_is_replaced_once_it_has_words_it_stays() -> None:
    typed = set_words(PLAN, "II.2", plain("chữ"))

    assert ">2.chữ >>a)A >>b)B" in outline(paste(typed, POINTS, destination(typed, "II.2", POINTS)))
    assert set_words(typed, "II.2", EMPTY) == PLAN
