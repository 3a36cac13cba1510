"""What a word processor's keys do to the outline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.edits import edited
from tests.strategies import plans
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing import blocks, structure
from tthc_desktop.models.editing.sequence import flattened, grown, settled
from tthc_desktop.models.editing.text import find_item
from tthc_desktop.models.numbering import Mark, printed
from tthc_desktop.models.outline import find, numbers
from tthc_desktop.models.plan import Appendix, Item, Line, Node, Plan, words
from tthc_desktop.models.table import Role, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import EMPTY, plain


def point(id_: str, *below: Node, mark: Mark = Mark.LETTER) -> Item:
    return Item(id_, mark, plain(id_), children=below)


def section(id_: str, *below: Node) -> Item:
    return Item(id_, Mark.ROMAN, plain(id_), heading=True, children=below)


def part(id_: str, *below: Node) -> Item:
    return point(id_, *below, mark=Mark.ARABIC)


PLAN = Plan(
    "plan",
    body=(
        section("A", part("A1", point("A1a"), point("A1b")), part("A2")),
        section("B", part("B1"), Table("T"), part("B2", point("B2a"))),
    ),
)


def drawn(plan: Plan) -> str:
    """Return the outline on one line: I.A 1.A1 a)A1a …"""
    numbered = numbers(plan.body)
    shown = []
    for depth, node in flattened(plan.body):
        if isinstance(node, Item):
            shown.append(f"{'·' * depth}{printed(node.mark, numbered[node.id])}{words(plan, node)}")
        else:
            shown.append(f"{'·' * depth}[{node.id}]")
    return " ".join(shown)


BEFORE = "I.A ·1.A1 ··a)A1a ··b)A1b ·2.A2 II.B ·1.B1 ·[T] ·2.B2 ··a)B2a"


def test_the_sequence_is_the_tree() -> None:
    assert drawn(PLAN) == BEFORE
    assert grown(settled(flattened(PLAN.body)), PLAN.body) is PLAN.body


@pytest.mark.parametrize(
    ("chosen", "after"),
    [
        (["A2"], "I.A ·1.A1 ··a)A1a ··b)A1b ··c)A2 II.B ·1.B1 ·[T] ·2.B2 ··a)B2a"),
        (["B"], "I.A ·1.A1 ··a)A1a ··b)A1b ·2.A2 ·3.B ··a)B1 ··[T] ··b)B2 ···-B2a"),
        (["A1b"], "I.A ·1.A1 ··a)A1a ···-A1b ·2.A2 II.B ·1.B1 ·[T] ·2.B2 ··a)B2a"),
        (["A1"], BEFORE),
        (["T"], "I.A ·1.A1 ··a)A1a ··b)A1b ·2.A2 II.B ·1.B1 ··[T] ·2.B2 ··a)B2a"),
    ],
)
def test_tab_moves_a_level_in(chosen: list[str], after: str) -> None:
    assert drawn(structure.demote(PLAN, chosen)) == after


@pytest.mark.parametrize(
    ("chosen", "after"),
    [
        (["A1"], "I.A II.A1 ·1.A1a ·2.A1b ·3.A2 III.B ·1.B1 ·[T] ·2.B2 ··a)B2a"),
        (["A1b"], "I.A ·1.A1 ··a)A1a ·2.A1b ·3.A2 II.B ·1.B1 ·[T] ·2.B2 ··a)B2a"),
        (["A1a", "A1b"], "I.A ·1.A1 ·2.A1a ·3.A1b ·4.A2 II.B ·1.B1 ·[T] ·2.B2 ··a)B2a"),
        (["A"], BEFORE),
    ],
)
def test_shift_tab_moves_a_level_out(chosen: list[str], after: str) -> None:
    assert structure.promote(PLAN, ["A"]) is PLAN
    assert drawn(structure.promote(PLAN, chosen)) == after


@pytest.mark.parametrize(
    ("chosen", "up", "down"),
    [
        (["A2"], "I.A ·1.A2 ·2.A1 ··a)A1a ··b)A1b", "II.B ·1.A2 ·2.B1 ·[T] ·3.B2"),
        (["B"], "I.B ·1.B1 ·[T] ·2.B2 ··a)B2a II.A ·1.A1", BEFORE),
        (["B2"], "·1.B1 ·2.B2 ··a)B2a ·[T]", BEFORE),
        (["A1a"], "I.A ·1.A1a ·2.A1 ··a)A1b", "··a)A1b ··b)A1a"),
        (["A1b"], "··a)A1b ··b)A1a", "·1.A1 ··a)A1a ·2.A2 ··a)A1b"),
        (["A1a", "A1b"], "I.A ·1.A1a ·2.A1b ·3.A1 ·4.A2", "·1.A1 ·2.A2 ··a)A1a ··b)A1b"),
        (["T"], "II.B ·[T] ·1.B1 ·2.B2", "·1.B1 ·2.B2 ··a)B2a ·[T]"),
    ],
)
def test_parts_move_with_all_below_them(chosen: list[str], up: str, down: str) -> None:
    assert up in drawn(structure.move_up(PLAN, chosen))
    assert down in drawn(structure.move_down(PLAN, chosen))


def test_moving_down_and_up_again_changes_nothing() -> None:
    there = structure.move_down(PLAN, ["A2"])
    assert structure.move_up(there, ["A2"]) == PLAN


def test_enter_splits_and_what_stood_below_follows_the_second_part() -> None:
    made = structure.split(PLAN, "A1", plain("đầu"), plain("đuôi"), "new")
    assert drawn(made).startswith("I.A ·1.đầu ·2.đuôi ··a)A1a ··b)A1b ·3.A2")
    first = structure.split(PLAN, "A1", EMPTY, plain("A1"), "new")
    assert drawn(first).startswith("I.A ·1. ·2.A1 ··a)A1a")
    assert find(first.body, "A1") is find(PLAN.body, "A1")


def test_a_sibling_comes_behind_all_that_stands_below() -> None:
    made = structure.add_sibling(PLAN, "A1", Item("new", Mark.ARABIC, plain("mới")))
    assert drawn(made).startswith("I.A ·1.A1 ··a)A1a ··b)A1b ·2.mới ·3.A2")


def test_backspace_joins_and_what_stood_below_stays() -> None:
    assert drawn(structure.join_items(PLAN, "A1b", "A2")).startswith("I.A ·1.A1 ··a)A1a ··b)A1bA2 II.B")
    assert drawn(structure.join_items(PLAN, "A", "A1")).startswith("I.AA1 ·a)A1a ·b)A1b ·1.A2")
    assert drawn(structure.join_items(PLAN, "A2", "B")).startswith("I.A ·1.A1 ··a)A1a ··b)A1b ·2.A2B ·3.B1 ·[T]")


def test_an_empty_paragraph_before_goes_and_the_second_stays() -> None:
    blank = structure.add_sibling(PLAN, "A1b", Item("blank", Mark.LETTER))
    assert structure.join_items(blank, "blank", "A2") == PLAN


def test_a_span_is_replaced() -> None:
    made = structure.replace_span(PLAN, "A1a", "B2", plain("xong"))
    assert drawn(made) == "I.A ·1.A1 ··a)xong ··b)B2a"


TASKS = Plan(
    "plan",
    body=(part("1"), Item("2", Mark.ARABIC, task_id="t", lines=(Line(Role.LEAD, "Chủ trì"),))),
    tasks={"t": Task("t", plain("việc"), lead=plain("Văn phòng"))},
)


def test_what_the_lines_of_a_task_hold_is_not_lost() -> None:
    with pytest.raises(UserError, match="dòng phân công"):
        structure.join_items(TASKS, "1", "2")
    with pytest.raises(UserError, match="dòng phân công"):
        structure.replace_span(TASKS, "1", "2", EMPTY)


def test_a_task_becomes_text_and_text_a_task() -> None:
    made = blocks.to_text(TASKS, "2")
    assert drawn(made) == "1.1 2.việc ·-Chủ trì: Văn phòng"
    assert not made.tasks
    task = blocks.to_task(TASKS, "1", "new")
    assert task.tasks["new"] == Task("new", plain("1"))
    assert find_item(task, "1").lines == (Line(Role.LEAD, "Chủ trì"),), "labelled as the other tasks are"
    added = blocks.add_task(Plan("p", body=(part("1"),)), "1", Item("new", Mark.ARABIC), "t")
    assert [line.role for line in find_item(added, "new").lines] == [Role.LEAD, Role.COORDINATE, Role.DEADLINE]


def test_the_numbering_of_a_branch_or_of_all() -> None:
    branch = structure.set_numbering(PLAN, "A1", Mark.DECIMAL, everywhere=False)
    assert drawn(branch).startswith("I.A ·1.1.A1 ··a)A1a ··b)A1b ·1.2.A2 II.B ·1.B1")
    everywhere = structure.set_numbering(PLAN, "A1", Mark.DASH, everywhere=True)
    assert drawn(everywhere) == "I.A ·-A1 ··a)A1a ··b)A1b ·-A2 II.B ·-B1 ·[T] ·-B2 ··a)B2a"


def test_a_dragged_part_is_numbered_as_its_neighbours() -> None:
    made = structure.move_to(PLAN, ["A1a"], "B", 1)
    assert "II.B ·1.B1 ·2.A1a ·[T] ·3.B2" in drawn(made)


@given(plans(), st.data())
def test_levels_and_order_lose_and_double_nothing(plan: Plan, data: st.DataObject) -> None:
    ids = [entry.node.id for entry in flattened(plan.body)]
    chosen = data.draw(st.lists(st.sampled_from(ids), unique=True, min_size=1, max_size=3)) if ids else []
    act = data.draw(
        st.sampled_from((structure.demote, structure.promote, structure.move_up, structure.move_down)),
    )
    after = [entry.node.id for entry in flattened(act(plan, chosen).body)]
    assert sorted(after) == sorted(ids)
    if act in {structure.demote, structure.promote}:
        assert after == ids


@given(plans(), st.data())
def test_edits_follow_each_other(plan: Plan, data: st.DataObject) -> None:
    for _ in range(3):
        plan = data.draw(edited(plan))
    assert grown(settled(flattened(plan.body)), plan.body) is plan.body


def test_a_table_takes_nothing_below_it() -> None:
    plan = Plan("p", body=(Table("T"), part("1")))
    assert structure.demote(plan, ["1"]) is plan


def test_paragraphs_of_two_texts_are_not_joined() -> None:
    plan = Plan("p", body=(part("1"),), appendices=(Appendix("a", nodes=(part("2"),)),))
    with pytest.raises(UserError, match="Không tìm thấy"):
        structure.join_items(plan, "1", "2")
