"""Plans that know nothing of each other are matched by their words; large ones in time."""

from dataclasses import replace

from tests.ui.papers import little_plan
from tests.work import work
from tthc_desktop.models.comparison import What, compare
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.editing import paper, tables, tasks, text
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.rollforward import proposals, roll_forward
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import Text, plain


def stranger(plan: Plan) -> Plan:
    """Return the same paper as another office would read it: no identity and no origin in common."""
    return _forget(copy_plan(plan))


def _forget(plan: Plan) -> Plan:
    return replace(
        plan,
        origin_id="",
        body=tuple(_without_origin(item) for item in plan.body if isinstance(item, Item)),
        tasks={id_: replace(task, origin_id="") for id_, task in plan.tasks.items()},
        targets={id_: replace(target, origin_id="") for id_, target in plan.targets.items()},
    )


def _without_origin(item: Item) -> Item:
    children = tuple(_without_origin(child) if isinstance(child, Item) else child for child in item.children)
    return replace(item, origin_id="", children=children)


def kinds(old: Plan, new: Plan) -> list[What]:
    return [one.what for one in compare(old, new)]


def test_the_same_paper_read_twice_has_no_differences() -> None:
    assert kinds(little_plan(), stranger(little_plan())) == []


def test_words_tell_what_is_what() -> None:
    plan = little_plan(6)
    other = stranger(
        tasks.set_task(plan, "t4", Role.CONTENT, plain("Rà soát thủ tục số 4 và đề xuất cắt giảm thành phần hồ sơ"))
    )
    assert kinds(plan, other) == [What.REWORDED]
    assert kinds(plan, stranger(tasks.set_task(plan, "t2", Role.DEADLINE, plain("Tháng 9/2030")))) == [What.DATED]
    assert kinds(plan, stranger(paper.set_basis(plan, "b1", plain("Căn cứ kế hoạch công tác năm của tỉnh;")))) == [
        What.REWORDED
    ]


def test_a_new_heading_is_known_by_what_stands_below_it() -> None:
    plan = little_plan()
    other = stranger(text.set_words(plan, "s2", plain("GIẢI PHÁP CHỦ YẾU")))
    assert kinds(plan, other) == [What.REWORDED]


def test_a_row_taken_elsewhere_is_one_move() -> None:
    plan = little_plan(12)
    found = kinds(plan, stranger(tables.move_rows(plan, "tab", ["w2"], 9)))
    assert found.count(What.MOVED) == 1
    assert set(found) <= {What.MOVED, What.RENUMBERED, What.SHAPED}


def test_two_years_are_compared_through_their_origin() -> None:
    plan = little_plan()
    later = roll_forward(plan, 1, [one for one in proposals(plan, 1) if one.taken], {"t3"})
    found = compare(plan, later)
    assert [one.what for one in found if one.what is What.REMOVED] == [What.REMOVED]
    dated = {(one.after.part, str(one.new)) for one in found if one.what is What.DATED and one.after}
    assert ("title", "Kiểm soát thủ tục hành chính năm 2031") in dated
    assert ("deadline", "Tháng 6/2031") in dated
    next_year = roll_forward(later, 1, ())
    assert What.ADDED not in kinds(plan, next_year)
    assert [one.what for one in compare(later, next_year)] == []


def big(rows: int, say: str) -> Plan:
    """Return a plan with a long table in which every row says something of its own."""
    works = [Task(new_id(), _words(number, say), plain("Văn phòng")) for number in range(rows)]
    table = Table(
        "t",
        (Column("c1", Role.NUMBER), Column("c2", Role.CONTENT, plain("Nội dung"))),
        tuple(Row(new_id(), RowKind.TASK, task_id=work.id) for work in works),
        (Mark.ARABIC,),
    )
    return Plan("p", body=(table,), tasks={work.id: work for work in works})


def _words(number: int, say: str) -> Text:
    return plain(
        f"Rà soát thủ tục {number} thuộc lĩnh vực {number % 40} và {say} thành phần hồ sơ, thời hạn giải quyết"
    )


def test_rows_of_strangers_are_matched_with_work_by_their_number() -> None:
    def steps(rows: int) -> int:
        old, new = big(rows, "cắt giảm"), big(rows, "đơn giản hóa")
        assert [one.what for one in compare(old, new)] == [What.REWORDED] * rows
        return work(lambda: compare(old, new))

    assert steps(1200) < 9 * steps(200)


def test_rows_with_their_identities_are_told_by_them() -> None:
    old = big(5000, "cắt giảm")
    new = tables.remove_rows(old, "t", [old.body[0].rows[17].id])  # type: ignore[union-attr]
    found = compare(old, new)
    assert found[0].what is What.REMOVED
    assert len(found) == 1 + 5000 - 18
