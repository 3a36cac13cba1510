"""Edits of the running text."""

from collections.abc import Callable

import pytest

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing import text
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import items
from tthc_desktop.models.plan import Appendix, Item, Line, Plan
from tthc_desktop.models.table import Role, Row, RowKind, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import EMPTY, plain

BLOCK = Item(
    "block",
    task_id="t",
    lines=(Line(Role.LEAD, "Chủ trì"), Line(Role.FREE, "Ghi chú", words=plain("cũ"))),
)
PLAN = Plan(
    "plan",
    body=(
        Item("1", text=plain("một"), children=(Item("1a", text=plain("a")), Item("1b", shares_id="t"))),
        Item("2", children=(BLOCK,)),
        Table("table"),
    ),
    appendices=(Appendix("empty"), Appendix("appendix", nodes=(Item("3"), Table("other")))),
    tasks={"t": Task("t", content=plain("Rà soát"))},
)


def outline(plan: Plan) -> str:
    """Return the identities of all items and how deep they stand: 1 .1a .1b"""
    parts = (plan.body, *(appendix.nodes for appendix in plan.appendices))
    return " ".join("." * len(above) + item.id for part in parts for item, above in items(part))


def test_the_words_of_a_paragraph_are_its_own_or_its_tasks() -> None:
    assert text.find_item(text.set_words(PLAN, "1a", plain("x")), "1a").text == plain("x")

    changed = text.set_words(PLAN, "block", plain("x"))
    assert changed.tasks["t"].content == plain("x")
    assert changed.body is PLAN.body


def test_a_labelled_line_is_a_field_of_the_task_or_its_own() -> None:
    assert text.set_line(PLAN, "block", 0, plain("Sở Y tế")).tasks["t"].lead == plain("Sở Y tế")
    assert text.find_item(text.set_line(PLAN, "block", 1, plain("mới")), "block").lines[1].words == plain("mới")
    with pytest.raises(UserError, match="Không tìm thấy dòng"):
        text.set_line(PLAN, "block", 2, EMPTY)


def test_marks_headings_and_lines() -> None:
    changed = text.set_mark(PLAN, "3", Mark.ROMAN, starts_at=4)
    changed = text.set_heading(changed, "3", heading=True)

    assert text.find_item(changed, "3") == Item("3", Mark.ROMAN, heading=True, starts_at=4)
    assert text.find_item(text.set_lines(PLAN, "block", ()), "block").lines == ()
    with pytest.raises(UserError, match="không được âm"):
        text.set_mark(PLAN, "3", Mark.ROMAN, starts_at=-1)


@pytest.mark.parametrize(
    ("under", "place", "expected"),
    [
        ("plan", 0, "new 1 .1a .1b 2 .block 3"),
        ("plan", 3, "1 .1a .1b 2 .block new 3"),
        ("1", 1, "1 .1a .new .1b 2 .block 3"),
        ("1a", 0, "1 .1a ..new .1b 2 .block 3"),
        ("empty", 0, "1 .1a .1b 2 .block new 3"),
        ("appendix", 1, "1 .1a .1b 2 .block 3 new"),
    ],
)
def test_items_are_put_in_anywhere(under: str, place: int, expected: str) -> None:
    assert outline(text.insert_nodes(PLAN, under, place, (Item("new"),))) == expected


def test_items_bring_the_tasks_that_they_print() -> None:
    changed = text.insert_nodes(PLAN, "plan", 0, (Item("new", task_id="u"),), tasks=(Task("u"),))

    assert set(changed.tasks) == {"t", "u"}


def test_items_go_with_all_that_stands_below_them() -> None:
    assert outline(text.remove_nodes(PLAN, ("1", "1a"))) == "2 .block 3"
    assert outline(text.remove_nodes(PLAN, ("table", "3"))) == "1 .1a .1b 2 .block"


def test_a_task_goes_with_the_last_place_that_prints_it() -> None:
    row = Row("row", RowKind.TASK, task_id="t")
    twice = text.insert_nodes(PLAN, "plan", 0, (Table("second", rows=(row,)),))

    once = text.remove_nodes(twice, ("block",))
    assert set(once.tasks) == {"t"}

    nowhere = text.remove_nodes(once, ("second",))
    assert nowhere.tasks == {}
    assert text.find_item(nowhere, "1b").shares_id == ""


@pytest.mark.parametrize(
    ("moved", "under", "place", "expected"),
    [
        (("2",), "plan", 0, "2 .block 1 .1a .1b 3"),
        (("1",), "plan", 2, "2 .block 1 .1a .1b 3"),
        (("1a",), "plan", 1, "1 .1b 1a 2 .block 3"),
        (("1",), "2", 1, "2 .block .1 ..1a ..1b 3"),
        (("1b", "3"), "appendix", 1, "1 .1a 2 .block 1b 3"),
        (("1", "1a"), "appendix", 0, "2 .block 1 .1a .1b 3"),
        (("1a", "2"), "1", 2, "1 .1b .1a .2 ..block 3"),
    ],
)
def test_items_are_moved_anywhere(moved: tuple[str], under: str, place: int, expected: str) -> None:
    assert outline(text.move_nodes(PLAN, moved, under, place)) == expected


def test_nothing_is_moved_into_itself() -> None:
    for under in ("1", "1a"):
        with pytest.raises(UserError, match="vào bên trong chính nó"):
            text.move_nodes(PLAN, ("1",), under, 0)


def test_moving_to_the_same_place_changes_nothing() -> None:
    assert text.move_nodes(PLAN, ("1",), "plan", 0) is PLAN
    assert text.move_nodes(PLAN, ("1a", "1b"), "1", 2) is PLAN


def test_unknown_items_are_told() -> None:
    edits: tuple[Callable[[], Plan], ...] = (
        lambda: text.set_words(PLAN, "x", EMPTY),
        lambda: text.set_words(PLAN, "table", EMPTY),
        lambda: text.insert_nodes(PLAN, "x", 0, (Item("new"),)),
        lambda: text.remove_nodes(PLAN, ("1", "x")),
        lambda: text.move_nodes(PLAN, ("x",), "plan", 0),
        lambda: text.move_nodes(PLAN, ("1",), "table", 0),
        lambda: text.replace_in_plan(PLAN, "x", lambda _: ()),
    )
    for edit in edits:
        with pytest.raises(UserError, match="Không tìm thấy"):
            edit()


@pytest.mark.parametrize("place", [-1, 4])
def test_a_place_that_is_none_is_refused(place: int) -> None:
    with pytest.raises(UserError, match="Không chèn được"):
        text.insert_nodes(PLAN, "plan", place, (Item("new"),))
    with pytest.raises(UserError, match="Không chèn được"):
        text.move_nodes(PLAN, ("3",), "plan", place)
