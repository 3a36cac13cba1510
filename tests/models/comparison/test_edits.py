"""After one edit the comparison tells that edit, and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.ui.papers import little_plan
from tthc_desktop.models.comparison import What, compare
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.editing import paper, tables, tasks, text
from tthc_desktop.models.editing.columns import move_columns
from tthc_desktop.models.editing.targets import unmark_targets
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.places import Place
from tthc_desktop.models.plan import Basis, Item, Period, Plan, Recipient, Signatory
from tthc_desktop.models.table import Column, Role, Row, RowKind
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import Run, plain
from tthc_desktop.models.text import text as emphasised

PLAN = replace(
    little_plan(),
    bases=(
        Basis("b1", plain("Căn cứ kế hoạch của tỉnh;")),
        Basis("b2", plain("Căn cứ năm 2029;")),
        Basis("b3", plain("Xét đề nghị.")),
    ),
    recipients=(Recipient("r1", "Như trên"), Recipient("r2", "Các phòng"), Recipient("r3", "Lưu: VT")),
)
Told = list[tuple[What, str, str]]
"""What is told, and its owner and part; of what is gone, in the older plan."""


def told(old: Plan, new: Plan) -> Told:
    found = []
    for one in compare(old, new):
        place = one.after or one.before
        assert place is not None
        found.append((one.what, place.owner, place.part))
    return found


NEW_ITEM = Item("neu", Mark.ARABIC, plain("Việc mới"))
NEW_ROW = Row("neu", RowKind.TASK, 1, task_id="tn")
NEW_TASK = Task("tn", plain("Việc thêm"))
EDITS: list[tuple[Callable[[Plan], Plan], Told]] = [
    (lambda p: paper.set_title(p, plain("Rà soát")), [(What.REWORDED, "", "title")]),
    (
        lambda p: paper.set_title(p, plain("Kiểm soát thủ tục hành chính năm 2031")),
        [(What.DATED, "", "title")],
    ),
    (lambda p: paper.set_kind(p, "CHƯƠNG TRÌNH"), [(What.REWORDED, "", "kind")]),
    (lambda p: paper.set_header(p, replace(p.header, agency="SỞ Y TẾ")), [(What.REWORDED, "", "agency")]),
    (lambda p: paper.set_header(p, replace(p.header, day=6)), [(What.DATED, "", "date")]),
    (lambda p: paper.set_period(p, Period(date(2030, 1, 1), date(2030, 6, 30))), [(What.DATED, "", "period")]),
    (lambda p: paper.set_signatory(p, Signatory(("GIÁM ĐỐC",), "Trần An")), [(What.REWORDED, "", "signatory")]),
    (lambda p: paper.set_basis(p, "b1", plain("Căn cứ khác;")), [(What.REWORDED, "b1", "text")]),
    (lambda p: paper.set_basis(p, "b2", plain("Căn cứ năm 2030;")), [(What.DATED, "b2", "text")]),
    (lambda p: paper.move_bases(p, ["b1"], 3), [(What.MOVED, "b1", "basis")]),
    (lambda p: paper.remove_bases(p, ["b2"]), [(What.REMOVED, "b2", "basis")]),
    (lambda p: paper.insert_bases(p, 1, [Basis("bn", plain("mới"))]), [(What.ADDED, "bn", "basis")]),
    (lambda p: paper.set_recipient(p, "r1", "Sở", 0), [(What.REWORDED, "r1", "text")]),
    (lambda p: paper.set_recipient(p, "r2", "Các phòng", 1), [(What.SHAPED, "r2", "level")]),
    (lambda p: paper.move_recipients(p, ["r3"], 0), [(What.MOVED, "r3", "recipient")]),
    (lambda p: paper.set_appendix_title(p, "a1", plain("KHÁC")), [(What.REWORDED, "a1", "title")]),
    (lambda p: paper.set_appendix_landscape(p, "a1", landscape=False), [(What.SHAPED, "a1", "landscape")]),
    (lambda p: paper.remove_appendix(p, "a1"), [(What.REMOVED, "a1", "appendix")]),
    (lambda p: text.set_words(p, "i1", plain("Khác hẳn")), [(What.REWORDED, "i1", "text")]),
    (
        lambda p: text.set_words(p, "i1", emphasised((Run(str(p.body[0].children[0].text), bold=True),))),  # type: ignore[union-attr]
        [(What.SHAPED, "i1", "text")],
    ),
    (lambda p: text.set_heading(p, "s1", heading=False), [(What.SHAPED, "s1", "heading")]),
    (lambda p: text.set_mark(p, "i1", Mark.LETTER), [(What.RENUMBERED, "i1", "item")]),
    (lambda p: text.set_mark(p, "s2", Mark.ROMAN, 5), [(What.RENUMBERED, "s2", "item")]),
    (lambda p: text.set_mark(p, "s2", Mark.ROMAN, 2), [(What.SHAPED, "s2", "mark")]),
    (lambda p: text.set_line(p, "i2", 1, plain("Quý III")), [(What.DATED, "body", "deadline")]),
    (lambda p: text.set_lines(p, "i2", ()), [(What.SHAPED, "i2", "lines")]),
    (lambda p: text.insert_nodes(p, "s1", 1, (NEW_ITEM,)), [(What.ADDED, "neu", "item")]),
    (
        lambda p: text.insert_nodes(p, "s1", 0, (NEW_ITEM,)),
        [(What.ADDED, "neu", "item"), (What.RENUMBERED, "i1", "item")],
    ),
    (
        lambda p: text.remove_nodes(p, ["s1"]),
        [(What.REMOVED, "s1", "item"), (What.RENUMBERED, "s2", "item")],
    ),
    (lambda p: text.move_nodes(p, ["i1"], "s2", 1), [(What.MOVED, "i1", "item")]),
    (lambda p: tasks.set_task(p, "t1", Role.LEAD, plain("Thanh tra")), [(What.REWORDED, "t1", "lead")]),
    (lambda p: tasks.set_task(p, "t1", Role.DEADLINE, plain("Sớm")), [(What.DATED, "t1", "deadline")]),
    (lambda p: tasks.set_target(p, "g1", Role.VALUE, plain("80")), [(What.VALUED, "g1", "value")]),
    (lambda p: tables.set_cell(p, "tab", "g", "c2", plain("NHÓM")), [(What.REWORDED, "g", "title")]),
    (lambda p: tables.set_cell(p, "tab", "x1", "c5", plain("Quý I")), [(What.DATED, "x1", "cell c5")]),
    (
        lambda p: tables.move_rows(p, "tab", ["w3"], 1),
        [(What.MOVED, "w3", "row"), (What.RENUMBERED, "w1", "row"), (What.RENUMBERED, "w2", "row")],
    ),
    (
        lambda p: tables.remove_rows(p, "tab", ["w3"]),
        [(What.REMOVED, "w3", "row"), (What.RENUMBERED, "x1", "row")],
    ),
    (lambda p: tables.insert_rows(p, "tab", 5, [NEW_ROW], tasks=[NEW_TASK]), [(What.ADDED, "neu", "row")]),
    (
        lambda p: tables.set_level(p, "tab", ["x1"], 0),
        [(What.RENUMBERED, "x1", "row"), (What.SHAPED, "x1", "level")],
    ),
    (
        lambda p: tables.set_column(p, "tab", "c5", title=plain("Hạn"), over=plain(""), width=0.0),
        [(What.REWORDED, "c5", "title")],
    ),
    (
        lambda p: tables.set_column(p, "tab", "c5", title=plain("Thời hạn"), over=plain(""), width=2.0),
        [(What.SHAPED, "c5", "width")],
    ),
    (lambda p: tables.insert_column(p, "tab", 5, Column("cn", Role.NOTE)), [(What.ADDED, "cn", "column")]),
    (lambda p: tables.remove_column(p, "tab", "c3"), [(What.REMOVED, "c3", "column")]),
    (lambda p: move_columns(p, "tab", ["c2"], 5), [(What.MOVED, "c2", "column")]),
    (
        lambda p: tables.set_scheme(p, "tab", p_levels(p), continuous=False, number_in_title=True),
        [(What.SHAPED, "tab", "scheme")],
    ),
]


def p_levels(plan: Plan) -> tuple[Mark, ...]:
    return tables.find_table(plan, "tab").levels


@pytest.mark.parametrize(("edit", "expected"), EDITS, ids=[str(number) for number in range(len(EDITS))])
def test_an_edit_is_told_and_nothing_else(edit: Callable[[Plan], Plan], expected: Told) -> None:
    assert told(PLAN, edit(PLAN)) == expected


def test_what_comes_and_goes_along_is_counted() -> None:
    ((first), *_) = compare(PLAN, paper.remove_appendix(PLAN, "a1"))
    assert (first.before, first.after, first.below) == (Place("a1", "appendix"), None, 6)
    (back,) = compare(paper.remove_appendix(PLAN, "a1"), PLAN)
    assert (back.what, back.after, back.below) == (What.ADDED, Place("a1", "appendix"), 6)


def test_a_section_moved_with_all_below_it_is_one_move() -> None:
    parts = tuple(
        Item(f"s{n}", Mark.ROMAN, plain(f"PHẦN {n}"), heading=True, children=(Item(f"c{n}", text=plain(f"lời {n}")),))
        for n in range(10)
    )
    plan = Plan("p", body=parts)
    found = told(plan, text.move_nodes(plan, ["s9"], "p", 0))
    assert [one for one in found if one[0] is What.MOVED] == [(What.MOVED, "s9", "item")]
    assert {what for what, _, _ in found} == {What.MOVED, What.RENUMBERED}


def test_a_target_marked_in_the_text_is_told_with_its_paragraph() -> None:
    item = Item("i1", Mark.ARABIC, plain("Đạt 95% hồ sơ đúng hạn"))
    target = Target("t1", name=plain("hồ sơ đúng hạn"), value=plain("Đạt 95%"), item_id="i1")
    before = Plan("p1", body=(item, Item("i2", Mark.ARABIC, plain("Báo cáo"))), targets={"t1": target})
    after = tasks.set_target(before, "t1", Role.LEAD, plain("Sở Nội vụ"))

    assert told(before, after) == [(What.REWORDED, "t1", "lead")]
    copy = copy_plan(after)
    assert [(one.what, str(one.new)) for one in compare(before, copy, (after,))] == [(What.REWORDED, "Sở Nội vụ")]
    assert compare(before, unmark_targets(before, ["t1"])) == ()
