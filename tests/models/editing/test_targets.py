"""Targets marked in the running text go where their paragraph goes, and are told when its words leave them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import plans
from tthc_desktop.errors import UserError
from tthc_desktop.models.comparison.comparing import compare
from tthc_desktop.models.copying import copy_fragment, copy_plan
from tthc_desktop.models.editing.arriving import arrive
from tthc_desktop.models.editing.life import check_unlocked, keep_version
from tthc_desktop.models.editing.pasting import Destination
from tthc_desktop.models.editing.structure import cut_out, join_items, replace_span, split
from tthc_desktop.models.editing.targets import mark_targets, remark_target, unmark_targets
from tthc_desktop.models.editing.text import remove_nodes, set_words
from tthc_desktop.models.fragment import Fragment
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import items, nodes_of, tables
from tthc_desktop.models.plan import Item, Period, Plan
from tthc_desktop.models.rollforward.proposals import proposals
from tthc_desktop.models.rollforward.shifting import roll_forward
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.targets.in_text import open_proposals, proposed_targets
from tthc_desktop.models.targets.marks import lost, marked
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.units.assigning import shares
from tthc_desktop.models.units.works import works
from tthc_desktop.models.version import Stage

_MARKS = (Mark.ROMAN, Mark.ARABIC)
BOTH = "Giảm 30% thời gian, 20% chi phí so với năm 2025; "
TABLE = Table(
    "table",
    (Column("n", Role.NUMBER), Column("c", Role.CONTENT), Column("r", Role.RESULT)),
    (Row("row", RowKind.TASK, task_id="task"),),
)
PLAN = Plan(
    "plan",
    title=plain("Cải cách thủ tục năm 2026"),
    period=Period(date(2026, 1, 1), date(2026, 12, 31)),
    body=(
        Item("goals", Mark.ROMAN, plain("MỤC TIÊU"), heading=True, children=(
            Item("both", Mark.ARABIC, plain(BOTH)),
            Item("other", Mark.ARABIC, plain("100% phiếu được trả lời")),
        )),
        TABLE,
    ),
    tasks={"task": Task("task", plain("Tập huấn"), plain("Văn phòng"), plain("Phòng A"), plain("90% công chức dự"))},
)  # fmt: skip


def all_marked(plan: Plan = PLAN) -> Plan:
    return mark_targets(plan, proposed_targets(plan), (f"t{at}" for at in count(1)))


MARKED = all_marked()


def standing(plan: Plan) -> set[str]:
    """Return the paragraphs and rows of a plan."""
    paragraphs = {item.id for nodes in nodes_of(plan) for item, _ in items(nodes)}
    return paragraphs | {row.id for table, _ in tables(plan) for row in table.rows}


def places(plan: Plan) -> list[tuple[str, str]]:
    return [(str(target.value), target.item_id) for target in marked(plan)]


def test_marked_targets_are_works_where_their_words_stand() -> None:
    found = [(work.held.id, work.number, [heading.id for heading in work.above]) for work in works(MARKED)]

    assert found == [
        ("t1", "1", ["goals"]),
        ("t2", "1", ["goals"]),
        ("t3", "2", ["goals"]),
        ("task", "1", []),
        ("t4", "1", []),
    ]
    assert not open_proposals(MARKED)
    assert str(MARKED.targets["t4"].lead) == "Văn phòng"


@given(plans())
def test_every_marked_target_is_work_wherever_its_row_or_paragraph_stands(plan: Plan) -> None:
    assert {target.id for target in marked(plan)} <= {work.held.id for work in works(plan)}


def test_a_marked_target_is_sent_to_who_leads_it_and_changes_no_word() -> None:
    room, office = Unit("u1", "Phòng A"), Unit("u2", "Văn phòng")
    sent = {
        share.unit.id: [row.work_id for row in share.rows if row.work_id] for share in shares(MARKED, (room, office))
    }

    assert sent == {"u1": ["task", "t4"], "u2": ["task", "t4"]}
    assert compare(PLAN, MARKED) == ()


def test_what_is_marked_is_proposed_no_more_and_again_when_it_is_unmarked() -> None:
    made = unmark_targets(MARKED, ["t2"])

    assert [one.name for one in open_proposals(made)] == ["chi phí"]
    assert unmark_targets(MARKED, [target.id for target in marked(MARKED)]) == PLAN


def test_only_a_mark_can_be_taken_away() -> None:
    of_table = Plan("p", targets={"t": Target("t")})

    with pytest.raises(UserError, match="hàng của bảng"):
        unmark_targets(of_table, ["t"])
    with pytest.raises(UserError, match="Không tìm thấy"):
        unmark_targets(of_table, ["gone"])


def test_words_that_lose_a_value_are_told() -> None:
    made = set_words(MARKED, "both", plain("Giảm 35% thời gian, 20% chi phí so với năm 2025"))

    (one,) = lost(made)
    assert (one.target.id, one.words) == ("t1", "Giảm 35% thời gian, 20% chi phí so với năm 2025")
    (again,) = open_proposals(made)
    assert lost(remark_target(made, "t1", again)) == ()
    assert lost(MARKED) == ()
    assert lost(set_words(MARKED, "other", plain("1100% phiếu")))


@pytest.mark.parametrize("gone", ["both", "goals", "table"])
def test_a_mark_goes_with_its_paragraph(gone: str) -> None:
    made = remove_nodes(MARKED, [gone])

    assert {target.item_id for target in marked(made)} <= standing(made)
    assert len(marked(made)) < len(marked(MARKED))


def test_a_split_parts_the_marks_as_the_words() -> None:
    made = split(MARKED, "both", plain("Giảm 30% thời gian,"), plain("20% chi phí so với năm 2025"), "new")

    assert [item_id for _, item_id in places(made)] == ["both", "new", "other", "row"]


def test_a_join_brings_the_marks_along() -> None:
    made = join_items(MARKED, "both", "other")

    assert [item_id for _, item_id in places(made)] == ["both", "both", "both", "row"]
    assert not lost(made)


def test_of_a_replaced_span_the_marks_stay_that_are_still_said() -> None:
    made = replace_span(MARKED, "both", "other", plain("Giảm 30% thời gian, 100% phiếu được trả lời"))

    assert ("t1", "both") in [(target.id, target.item_id) for target in marked(made)]
    assert ("t3", "both") in [(target.id, target.item_id) for target in marked(made)]


def test_a_copy_marks_its_own_paragraphs() -> None:
    made = copy_plan(MARKED)

    assert {target.item_id for target in marked(made)} <= standing(made)
    assert [target.origin_id for target in marked(made)] == ["t1", "t2", "t3", "t4"]
    assert [value for value, _ in places(made)] == [value for value, _ in places(MARKED)]
    assert keep_version(MARKED, "bản", datetime(2026, 1, 1, tzinfo=UTC)).targets


def _cut(plan: Plan) -> Fragment:
    (both,) = (item for item, _ in items(plan.body) if item.id == "both")
    return Fragment((both,), {}, {id_: target for id_, target in plan.targets.items() if target.item_id == "both"})


def test_what_is_cut_and_pasted_keeps_its_marks() -> None:
    fragment = _cut(MARKED)
    left = cut_out(MARKED, ["both"])
    arrival = arrive(left, fragment, Destination("goals", 0, "goals"), "plan", ())

    assert {*arrival.fragment.targets} == {"t1", "t2"}
    assert {target.item_id for target in arrival.fragment.targets.values()} == {"both"}


def test_what_is_pasted_twice_has_marks_of_its_own() -> None:
    arrival = arrive(MARKED, _cut(MARKED), Destination("goals", 0, "goals"), "plan", ())

    (copy,) = arrival.fragment.nodes
    assert {target.item_id for target in arrival.fragment.targets.values()} == {copy.id}
    assert {target.origin_id for target in arrival.fragment.targets.values()} == {"t1", "t2"}
    assert not arrival.fragment.targets.keys() & MARKED.targets.keys()


@given(plans())
def test_a_copied_fragment_marks_what_it_has(plan: Plan) -> None:
    marks = all_marked(plan)
    made = copy_fragment(Fragment(marks.body, marks.tasks, marks.targets))

    here = {item.id for item, _ in items(made.nodes)} | {
        row.id for table, _ in tables(Plan("", body=made.nodes)) for row in table.rows
    }
    within = {item.id for item, _ in items(marks.body)} | {
        row.id for table, _ in tables(Plan("", body=marks.body)) for row in table.rows
    }
    for old, new in zip(marks.targets.values(), made.targets.values(), strict=True):
        assert (new.item_id in here) == (old.item_id in within)


def test_years_move_on_in_paragraph_and_mark_alike() -> None:
    asked = proposals(MARKED, 1)
    made = roll_forward(MARKED, 1, asked)

    assert not any(one.place.owner in MARKED.targets for one in asked)
    assert [value for value, _ in places(made)][:2] == ["Giảm 30% … so với năm 2026", "Giảm … 20% … so với năm 2026"]
    assert not lost(made)
    assert len(marked(roll_forward(MARKED, 1, asked, ["task"]))) == 3


def test_issued_words_can_be_marked_but_not_changed() -> None:
    issued = replace(PLAN, stage=Stage.ISSUED)

    check_unlocked(issued, replace(MARKED, stage=Stage.ISSUED))
    check_unlocked(replace(MARKED, stage=Stage.ISSUED), issued)
    with pytest.raises(UserError, match="đã ban hành"):
        check_unlocked(issued, set_words(replace(MARKED, stage=Stage.ISSUED), "other", plain("90% phiếu")))
    own = replace(issued, targets={"own": Target("own", plain("Tỷ lệ"))})
    with pytest.raises(UserError, match="đã ban hành"):
        check_unlocked(own, replace(own, targets={"own": Target("own", plain("Khác"), item_id="both")}))
    with pytest.raises(UserError, match="bản đã lưu"):
        check_unlocked(replace(PLAN, stage=Stage.KEPT), replace(MARKED, stage=Stage.KEPT))


@given(plans(), st.data())
def test_nothing_is_marked_that_is_not_there(plan: Plan, data: st.DataObject) -> None:
    made = all_marked(plan)
    nodes = [item.id for part in nodes_of(made) for item, _ in items(part)]
    if nodes:
        made = remove_nodes(made, [data.draw(st.sampled_from(nodes))])
    assert {target.item_id for target in marked(made)} <= standing(made)
