"""Each kind of change is proposed by itself, and told with what it was and what the office has now."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.models.correcting.printed import shown
from tests.models.correcting.test_properties import as_read
from tests.ui.papers import little_plan
from tthc_desktop.models.comparison import What
from tthc_desktop.models.correcting import AsRead, Correction, Proposal, accepted, correction, with_needed
from tthc_desktop.models.editing import paper, tables, tasks, text
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import items
from tthc_desktop.models.plan import Appendix, Basis, Item, Plan, Recipient, Signatory
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import Run, plain
from tthc_desktop.models.text import text as runs

PLAN = replace(
    little_plan(),
    bases=(Basis("b1", plain("Căn cứ kế hoạch của tỉnh;")), Basis("b2", plain("Căn cứ năm 2029;"))),
    recipients=(Recipient("r1", "Như trên"), Recipient("r2", "Các phòng"), Recipient("r3", "Lưu: VT")),
)
NEW_ITEM = Item("neu", Mark.ARABIC, plain("Việc mới"))
NEW_TASK = Task("tn", plain("Việc thêm"), plain("Thanh tra"))
NEW_ROW = Row("wn", RowKind.TASK, task_id="tn")
NEW_COLUMNS = (Column("cn", Role.CONTENT), Column("cl", Role.LEAD))
NEW_TABLE = Appendix("an", plain("PHỤ LỤC THÊM"), nodes=(Table("tabn", NEW_COLUMNS, (NEW_ROW,)),))
BOLD = runs((Run("Giảm phiền hà cho người dân.", bold=True),))
Told = list[tuple[What, str]]
EDITS: list[tuple[Callable[[Plan], Plan], Told]] = [
    (lambda p: paper.set_title(p, plain("Rà soát")), [(What.REWORDED, "title")]),
    (lambda p: paper.set_kind(p, "CHƯƠNG TRÌNH"), [(What.REWORDED, "kind")]),
    (lambda p: paper.set_header(p, replace(p.header, agency="SỞ Y TẾ")), [(What.REWORDED, "agency")]),
    (lambda p: paper.set_header(p, replace(p.header, day=6)), [(What.DATED, "date")]),
    (lambda p: paper.set_signatory(p, Signatory(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Trần An")),
     [(What.REWORDED, "capacity"), (What.REWORDED, "signatory")]),
    (lambda p: paper.set_basis(p, "b2", plain("Căn cứ năm 2030;")), [(What.DATED, "text")]),
    (lambda p: paper.insert_bases(p, 1, [Basis("bn", plain("Căn cứ mới"))]), [(What.ADDED, "basis")]),
    (lambda p: paper.remove_bases(p, ["b1"]), [(What.REMOVED, "basis")]),
    (lambda p: paper.set_recipient(p, "r2", "Các phòng", 1), [(What.MOVED, "level")]),
    (lambda p: paper.move_recipients(p, ["r3"], 0), [(What.MOVED, "recipient")]),
    (lambda p: paper.insert_recipients(p, 3, [Recipient("rn", "Sở Tư pháp")]), [(What.ADDED, "recipient")]),
    (lambda p: paper.remove_appendix(p, "a1"), [(What.REMOVED, "appendix")]),
    (lambda p: replace(p, appendices=(*p.appendices, NEW_TABLE), tasks={**p.tasks, "tn": NEW_TASK}),
     [(What.ADDED, "appendix")]),
    (lambda p: text.set_words(p, "i1", plain("Khác hẳn những gì đã viết")), [(What.REWORDED, "text")]),
    (lambda p: text.set_words(p, "i1", BOLD), [(What.SHAPED, "text")]),
    (lambda p: text.set_heading(p, "s1", heading=False), [(What.SHAPED, "heading")]),
    (lambda p: text.set_mark(p, "i1", Mark.LETTER), [(What.SHAPED, "mark")]),
    (lambda p: text.set_line(p, "i2", 1, plain("Quý III")), [(What.DATED, "deadline")]),
    (lambda p: text.insert_nodes(p, "s1", 0, (NEW_ITEM,)), [(What.ADDED, "item")]),
    (lambda p: text.remove_nodes(p, ["s1"]), [(What.REMOVED, "item")]),
    (lambda p: text.move_nodes(p, ["i1"], "s2", 1), [(What.MOVED, "item")]),
    (lambda p: text.move_nodes(p, ["s2"], "p1", 0), [(What.MOVED, "item")]),
    (lambda p: tasks.set_task(p, "t1", Role.LEAD, plain("Thanh tra")), [(What.REWORDED, "lead")]),
    (lambda p: tasks.set_target(p, "g1", Role.LEAD, plain("Văn phòng")), [(What.REWORDED, "lead")]),
    (lambda p: tables.set_cell(p, "tab", "g", "c2", plain("NHÓM")), [(What.REWORDED, "title")]),
    (lambda p: tables.set_cell(p, "tab", "x1", "c5", plain("Quý I")), [(What.DATED, "cell c5")]),
    (lambda p: tables.move_rows(p, "tab", ["w3"], 1), [(What.MOVED, "row")]),
    (lambda p: tables.remove_rows(p, "tab", ["w3"]), [(What.REMOVED, "row")]),
    (lambda p: tables.insert_rows(p, "tab", 5, [Row("wn", RowKind.TASK, 1, task_id="tn")], tasks=[NEW_TASK]),
     [(What.ADDED, "row")]),
    (lambda p: tables.set_level(p, "tab", ["x1"], 0), [(What.MOVED, "level")]),
    (lambda p: tables.insert_column(p, "tab", 5, Column("cn", Role.NOTE, plain("Ghi chú"))), [(What.ADDED, "column")]),
    (lambda p: tables.remove_column(p, "tab", "c3"), [(What.REMOVED, "column")]),
]  # fmt: skip


def compared(after: Plan, now: Plan = PLAN, base: Plan | None = PLAN) -> Correction:
    return correction(now, as_read(after), base)


def told(found: Correction) -> Told:
    return [(one.what, str(one.place.part)) for one in found.proposals]


def keys(found: Correction) -> list[str]:
    return [one.key for one in found.proposals]


@pytest.mark.parametrize(("edit", "expected"), EDITS, ids=[str(number) for number in range(len(EDITS))])
def test_an_edit_is_proposed_and_nothing_else(edit: Callable[[Plan], Plan], expected: Told) -> None:
    found = compared(edit(PLAN))

    assert told(found) == expected
    assert shown(accepted(found, keys(found))) == shown(edit(PLAN))
    assert not any(one.conflict for one in found.proposals)


@pytest.mark.parametrize(("edit", "expected"), EDITS, ids=[str(number) for number in range(len(EDITS))])
def test_without_hidden_identities_it_is_known_by_its_words(edit: Callable[[Plan], Plan], expected: Told) -> None:
    del expected
    found = correction(PLAN, AsRead(as_read(edit(PLAN)).plan))

    assert shown(accepted(found, keys(found))) == shown(edit(PLAN))


def test_the_titles_of_groups_stand_by_themselves_in_a_new_column_of_contents() -> None:
    before = tables.remove_column(PLAN, "tab", "c2")
    after = tables.insert_column(before, "tab", 1, Column("cn", Role.CONTENT, plain("Việc")))
    found = compared(after, before, before)

    assert shown(accepted(found, keys(found))) == shown(after)


def test_a_new_table_brings_its_tasks() -> None:
    edit = EDITS[12][0]
    made = accepted(found := compared(edit(PLAN)), keys(found))

    assert "Thanh tra" in {str(task.lead) for task in made.tasks.values()}
    assert made.tasks.keys() >= PLAN.tasks.keys()


def one_of(found: Correction) -> Proposal:
    (one,) = found.proposals
    return one


def test_what_both_changed_is_a_conflict_with_three_values() -> None:
    now = tasks.set_task(PLAN, "t1", Role.DEADLINE, plain("Quý III"))
    one = one_of(found := compared(tasks.set_task(PLAN, "t1", Role.DEADLINE, plain("Quý II")), now))

    assert one.conflict
    assert [str(words) for words in (one.before, one.corrected, one.current)] == ["Tháng 6/2030", "Quý II", "Quý III"]
    assert str(accepted(found, [one.key]).tasks["t1"].deadline) == "Quý II"


def test_what_both_changed_alike_is_nothing() -> None:
    now = after = text.set_words(PLAN, "i1", plain("Lời mới"))

    assert compared(after, now).proposals == ()


def test_what_only_the_office_changed_is_nothing() -> None:
    now = text.insert_nodes(text.set_words(PLAN, "i1", plain("Lời mới")), "s1", 0, (NEW_ITEM,))

    assert compared(PLAN, now).proposals == ()


def test_a_part_is_gone_that_the_office_changed() -> None:
    one = one_of(found := compared(text.remove_nodes(PLAN, ["s1"]), text.set_words(PLAN, "i1", plain("Lời mới"))))

    assert (one.what, one.conflict, bool(one.doubt)) == (What.REMOVED, True, True)
    assert [item.id for item, _ in items(accepted(found, [one.key]).body)] == ["s2", "i2"]


def test_a_part_was_changed_that_the_office_took_out() -> None:
    one = one_of(found := compared(text.set_words(PLAN, "i1", plain("Lời mới")), text.remove_nodes(PLAN, ["s1"])))

    assert (one.what, one.conflict, one.place.owner) == (What.ADDED, True, "s1")
    made = accepted(found, [one.key])
    assert [item.id for item, _ in items(made.body)] == ["s1", "i1", "s2", "i2"]
    assert str(text.find_item(made, "i1").text) == "Lời mới"


def test_both_added_the_same() -> None:
    after = text.insert_nodes(PLAN, "s1", 1, (NEW_ITEM,))
    now = text.insert_nodes(PLAN, "s1", 1, (replace(NEW_ITEM, id="other"),))

    assert compared(after, now).proposals == ()


def test_a_heading_goes_and_what_stood_below_it_stays() -> None:
    after = text.remove_nodes(text.move_nodes(PLAN, ["i1"], "s2", 0), ["s1"])
    found = compared(after)
    removed = next(one for one in found.proposals if one.what is What.REMOVED)

    assert told(found) == [(What.MOVED, "item"), (What.REMOVED, "item")] or len(found.proposals) == 2
    made = accepted(found, [removed.key])
    assert [item.id for item, _ in items(made.body)] == ["i1", "s2", "i2"], "what is not moved moves up"
    assert shown(accepted(found, keys(found))) == shown(after)


def test_what_moves_into_a_new_part_brings_it_along() -> None:
    section = Item("sn", Mark.ROMAN, plain("PHẦN MỚI"), heading=True)
    after = text.move_nodes(text.insert_nodes(PLAN, "p1", 2, (section,)), ["i1"], "sn", 0)
    found = compared(after)
    moved = next(one for one in found.proposals if one.what is What.MOVED)

    assert len(with_needed(found, [moved.key])) == 2
    assert shown(accepted(found, [moved.key])) == shown(after)


def test_two_parts_that_change_places_in_depth_move_together() -> None:
    after = text.move_nodes(text.move_nodes(PLAN, ["i1"], "p1", 0), ["s1"], "i1", 0)
    found = compared(after)

    for one in found.proposals:
        made = accepted(found, [one.key])
        assert {item.id for item, _ in items(made.body)} == {item.id for item, _ in items(PLAN.body)}
    assert shown(accepted(found, keys(found))) == shown(after)


def test_a_task_that_is_printed_twice_is_changed_once() -> None:
    twice = text.insert_nodes(PLAN, "s1", 1, (Item("again", Mark.ARABIC, task_id="t1"),))
    found = compared(tasks.set_task(twice, "t1", Role.CONTENT, plain("Việc đổi tên")), twice, twice)

    assert told(found) == [(What.REWORDED, "content")]


def test_a_task_that_is_written_in_two_ways_is_doubtful() -> None:
    twice = text.insert_nodes(PLAN, "s1", 1, (Item("again", Mark.ARABIC, task_id="t1"),))
    read = as_read(twice)
    first = next(row for row in tables.find_table(read.plan, read.plan.appendices[0].nodes[0].id).rows if row.task_id)
    other = Task("ngoài", plain("Cách viết thứ hai"))
    item = next(new for new, old in read.known.items() if old == "again")
    plan = text.replace_in_plan(read.plan, item, lambda node: (Item(node.id, Mark.ARABIC, task_id="ngoài"),))
    plan = replace(plan, tasks={**plan.tasks, "ngoài": other})
    plan = tasks.set_task(plan, first.task_id, Role.CONTENT, plain("Cách viết thứ nhất"))

    one = one_of(correction(twice, AsRead(plan, read.known), twice))
    assert (one.what, one.place.part, bool(one.doubt)) == (What.REWORDED, "content", True)


def test_labelled_lines_below_a_paragraph_make_it_a_task() -> None:
    plain_plan = text.insert_nodes(PLAN, "s1", 1, (NEW_ITEM,))
    lines = text.find_item(PLAN, "i2").lines
    task = Task("tn", plain("Việc mới"), plain("Thanh tra"), deadline=plain("Quý IV"))
    after = text.replace_in_plan(
        plain_plan, "neu", lambda node: (Item(node.id, Mark.ARABIC, task_id="tn", lines=lines),)
    )
    after = replace(after, tasks={**after.tasks, "tn": task})
    found = compared(after, plain_plan, plain_plan)

    assert told(found) == [(What.SHAPED, "lines")]
    made = accepted(found, keys(found))
    assert shown(made) == shown(after)
    assert str(made.tasks[text.find_item(made, "neu").task_id].lead) == "Thanh tra"


@pytest.mark.parametrize("knows", [True, False])
def test_a_paragraph_that_says_what_a_basis_says_stays_a_paragraph(knows: bool) -> None:
    plan = text.insert_nodes(PLAN, "p1", 0, (Item("same", text=plain("Căn cứ năm 2029;")),))
    read = as_read(plan)

    assert correction(plan, read if knows else AsRead(read.plan), plan).proposals == ()


def test_a_basis_that_was_read_as_a_paragraph_is_a_basis() -> None:
    body = (Item("same", text=PLAN.bases[1].text), *PLAN.body)

    assert correction(PLAN, AsRead(replace(PLAN, bases=PLAN.bases[:1], body=body)), PLAN).proposals == ()
