"""Walks over a plan, its numbers and counts."""

from tthc_desktop.models.counts import count
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import appendix_label, find, items, numbers, replace_node, tables
from tthc_desktop.models.plan import Appendix, Basis, Item, Line, Node, Plan, line_value, opens_plan, words
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table, column_of
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import EMPTY, plain


def item(id_: str, mark: Mark, *children: Node, starts_at: int = 0) -> Item:
    return Item(id_, mark, plain(f"mục {id_}"), children=children, starts_at=starts_at)


BODY = (
    item("I", Mark.ROMAN, item("I1", Mark.ARABIC, item("I1a", Mark.DECIMAL), item("I1b", Mark.DECIMAL))),
    item("II", Mark.ROMAN, item("para", Mark.NONE), item("II1", Mark.DECIMAL), item("dash", Mark.DASH)),
    item("III", Mark.ROMAN, item("on", Mark.ARABIC, starts_at=2), item("next", Mark.ARABIC)),
)


def test_numbers() -> None:
    found = numbers(BODY)
    wanted = {"I": "I", "I1": "1", "I1a": "1.1", "I1b": "1.2", "II": "II", "para": "", "II1": "2.1", "dash": ""}
    assert found == wanted | {"III": "III", "on": "2", "next": "3"}


def test_walk_tells_what_is_above() -> None:
    assert [(one.id, [up.id for up in above]) for one, above in items(BODY)][2] == ("I1a", ["I", "I1"])


def test_replacing_shares_what_is_untouched() -> None:
    changed = replace_node(BODY, "II1", lambda node: (node, item("new", Mark.DECIMAL)))
    assert changed[0] is BODY[0]
    assert changed[2] is BODY[2]
    assert [child.id for child in changed[1].children] == ["para", "II1", "new", "dash"]  # type: ignore[union-attr]
    assert replace_node(BODY, "none", lambda _: ()) is BODY


def test_find() -> None:
    assert find(BODY, "I1b") is not None
    assert find(BODY, "none") is None


TABLE = Table("t", (Column("c", Role.CONTENT),), (Row("r", RowKind.TASK, task_id="task"),))
TASK = Task("task", plain("Rà soát"), lead=plain("Văn phòng"))


def plan_with_task() -> Plan:
    block = Item("block", Mark.LETTER, task_id="task", lines=(Line(Role.LEAD, "Chủ trì"), Line(Role.FREE, "Khác")))
    caption = Item("caption", Mark.DASH, plain("Nhiệm vụ, giải pháp:"))
    appendices = (Appendix("one", nodes=(TABLE,)), Appendix("two"))
    return Plan("p", body=(block, caption), appendices=appendices, tasks={"task": TASK})


def test_a_task_is_printed_where_it_stands() -> None:
    plan = plan_with_task()
    block = plan.body[0]
    assert isinstance(block, Item)
    assert words(plan, block) == plain("Rà soát")
    assert [line_value(plan, block, line) for line in block.lines] == [plain("Văn phòng"), EMPTY]


def test_counts_leave_captions_out() -> None:
    counts = count(plan_with_task())
    assert (counts.letter, counts.dash, counts.body_tasks, counts.table_tasks, counts.tables) == (1, 0, 1, 1, 1)


def test_appendices_are_numbered_when_there_are_several() -> None:
    plan = plan_with_task()
    assert [appendix_label(plan, appendix) for appendix in plan.appendices] == ["Phụ lục I", "Phụ lục II"]
    single = Plan("q", appendices=plan.appendices[:1])
    assert appendix_label(single, single.appendices[0]) == "Phụ lục"
    assert [(table.id, appendix and appendix.id) for table, appendix in tables(plan)] == [("t", "one")]
    assert column_of(TABLE, Role.LEAD) is None


def test_the_opening_sentence_is_told_from_the_bases() -> None:
    assert opens_plan(Basis("b", plain("Thực hiện Kế hoạch số 5, Sở ban hành Kế hoạch như sau: ")))
    assert not opens_plan(Basis("b", plain("Căn cứ Luật Tổ chức chính quyền địa phương;")))
