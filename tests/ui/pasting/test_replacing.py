"""What is pasted over a selection: it stands where that stood, and the words around it stay where they were."""

import pytest

from tests.models.editing.test_pasting import CLAUSES, PLAN, POINTS, SECTIONS, TABLE, WORDS, outline
from tests.ui.papers import little_plan
from tthc_desktop.documents.exchange.checks import check
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.pasting import paste
from tthc_desktop.models.fragment import Fragment
from tthc_desktop.models.outline import items
from tthc_desktop.models.plan import Basis, Plan
from tthc_desktop.models.text import plain
from tthc_desktop.ui.plan.acts.removing import delete_span
from tthc_desktop.ui.plan.acts.replacing import put_words, room
from tthc_desktop.ui.plan.acts.spans import Span
from tthc_desktop.ui.plan.paragraph import Place
from tthc_desktop.ui.plan.paragraphs import paragraphs

BASES = Fragment(bases=(Basis("x", plain("Căn cứ mới;")),))


def selection(plan: Plan, first: str | Place, last: str | Place, before: str = "", after: str = "") -> Span:
    shown = paragraphs(plan)
    start, end = (next(at for at, p in enumerate(shown) if one in (p.place, p.place.owner)) for one in (first, last))
    return Span(shown[start : end + 1], plain(before), plain(after))


def over(plan: Plan, span: Span, fragment: Fragment) -> Plan:
    made = room(plan, span, fragment)
    assert made is not None
    after = paste(made.plan, fragment, made.where)
    check(after)
    return after


@pytest.mark.parametrize(
    ("first", "last", "before", "after", "fragment", "expected"),
    [
        ("I", "II.1.a", "", "", SECTIONS, "I.A >1.A1 II.B >1. hết"),
        ("I", "II", "", "", SECTIONS, "I.A >1.A1 II.B >1.b >>a)c >2. hết"),
        ("I.1", "II", "", "", CLAUSES, "I.một >1.A >2.B >3.b >>a)c >4. hết"),
        ("I.1", "II.1", "", "b", CLAUSES, "I.một >1.A >2.B >3.b >>a)c >4. hết"),
        ("I", "II", "m", "i", SECTIONS, "I.m II.A >1.A1 III.B IV.i >1.b >>a)c >2. hết"),
        ("I", "II", "m", "", SECTIONS, "I.m II.A >1.A1 III.B >1.b >>a)c >2. hết"),
        ("I", "II", "m", "", CLAUSES, "I.m >1.A >2.B >3.b >>a)c >4. hết"),
        ("I", "II", "", "i", SECTIONS, "I.A >1.A1 II.B III.i >1.b >>a)c >2. hết"),
        ("II.1", "II.1.a", "", "", POINTS, "I.một >1.a II.hai >a)A >b)B >1. hết"),
        ("II.1", "II.1.a", "b", "c", POINTS, "I.một >1.a II.hai >1.b >>a)A >>b)B >2.c >3. hết"),
        ("II.1", "II.1", "", "", CLAUSES, "I.một >1.a II.hai >1.A >2.B >>a)c >3. hết"),
        ("II.1", "II.1", "x", "y", CLAUSES, "I.một >1.a II.hai >1.x >2.A >3.B >4.y >>a)c >5. hết"),
        ("last", "last", "", "", WORDS, "I.một >1.a II.hai >1.b >>a)c >2. A -B"),
        ("table", "last", "", "", CLAUSES, "I.một >1.a II.hai >1.b >>a)c >2. >3.A >4.B"),
        ("table", "last", "", "hết", CLAUSES, "I.một >1.a II.hai >1.b >>a)c >2. >3.A >4.B hết"),
    ],
)
def test_a_fragment_stands_where_the_selection_stood(
    first: str, last: str, before: str, after: str, fragment: Fragment, expected: str
) -> None:
    assert outline(over(PLAN, selection(PLAN, first, last, before, after), fragment)) == expected


def test_a_table_replaces_paragraphs() -> None:
    after = over(PLAN, selection(PLAN, "II.1", "II.2"), TABLE)

    assert outline(after) == "I.một >1.a II.hai hết"
    assert [node.id for node in after.body[1].children] == ["T", "table"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", ["Căn cứ mới;"]),
        ("một", "", ["một", "Căn cứ mới;"]),
        ("", "hai", ["Căn cứ mới;", "hai"]),
        ("một", "hai", ["một", "Căn cứ mới;", "hai"]),
    ],
)
def test_bases_replace_bases(before: str, after: str, expected: list[str]) -> None:
    made = over(PLAN, selection(PLAN, "b1", "b2", before, after), BASES)

    assert [str(basis.text) for basis in made.bases] == expected
    assert made.body is PLAN.body


def test_what_could_not_stand_there_replaces_nothing() -> None:
    assert room(PLAN, selection(PLAN, "b1", "b2"), CLAUSES) is None
    assert room(PLAN, selection(PLAN, "I", "II"), BASES) is None
    plan = little_plan()
    assert room(plan, selection(plan, "i2", "i2"), CLAUSES) is None, "a task would be lost with its lines"


def test_a_whole_task_is_replaced_and_a_part_of_one_is_not() -> None:
    plan = little_plan()
    after = over(plan, selection(plan, "i2", Place("i2", "line 1")), CLAUSES)

    assert [str(item.text) for item, _ in items(after.body)] == [
        "MỤC ĐÍCH",
        "Giảm phiền hà cho người dân.",
        "NHIỆM VỤ",
        "A",
        "B",
    ]
    assert "body" not in after.tasks
    with pytest.raises(UserError, match="cắt ngang một nhiệm vụ"):
        room(plan, selection(plan, "s1", Place("i2", "line 0")), CLAUSES)


def test_a_selection_over_several_parts_is_refused() -> None:
    for fragment in (CLAUSES, BASES):
        with pytest.raises(UserError, match="đi qua nhiều phần"):
            room(PLAN, selection(PLAN, "b1", "II"), fragment)


@pytest.mark.parametrize(
    ("first", "last", "before", "after", "expected", "offset"),
    [
        ("I", "II", "m", "i", "I.m-x-i >1.b >>a)c >2. hết", 4),
        ("I", "II", "", "", "I.-x- >1.b >>a)c >2. hết", 3),
        ("I.1", "II.1", "", "b", "I.một >1.-x-b >>a)c >2. hết", 3),
    ],
)
def test_words_replace_paragraphs(first: str, last: str, before: str, after: str, expected: str, offset: int) -> None:
    made = put_words(PLAN, selection(PLAN, first, last, before, after), plain("-x-"))

    assert made is not None
    assert outline(made.plan) == expected
    assert made.offset == offset


def test_words_do_not_replace_what_leaves_no_paragraph() -> None:
    plan = little_plan()

    assert put_words(plan, selection(plan, "i2", Place("i2", "line 1")), plain("x")) is None


def test_what_is_left_of_the_last_paragraph_alone_stays_that_paragraph() -> None:
    made = delete_span(PLAN, selection(PLAN, "I.1", "II.1", "", "b"))
    bases = delete_span(PLAN, selection(PLAN, "b1", "b2", "", "hai"))

    assert made is not None
    assert bases is not None
    assert made.place == Place("II.1")
    assert [basis.id for basis in bases.plan.bases] == ["b2"]
