"""Edits of tables, and of the tasks and targets in them."""

from collections.abc import Callable

import pytest

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing import tables, tasks
from tthc_desktop.models.editing.columns import move_columns
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.table import TARGET_FIELDS, TASK_FIELDS, Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import EMPTY, plain

COLUMNS = (
    Column("number", Role.NUMBER),
    Column("content", Role.CONTENT),
    Column("lead", Role.LEAD),
    Column("unit", Role.UNIT),
    Column("note", Role.NOTE),
)
ROWS = (
    Row("group", RowKind.GROUP, title=plain("Nhóm")),
    Row("task", RowKind.TASK, 1, task_id="t", cells=(("note", plain("cũ")),), continues=("note",)),
    Row("target", RowKind.TARGET, 1, target_id="g"),
    Row("plain", RowKind.PLAIN),
)
PLAN = Plan("plan", body=(Table("table", COLUMNS, ROWS),), tasks={"t": Task("t")}, targets={"g": Target("g")})


def table(plan: Plan) -> Table:
    return tables.find_table(plan, "table")


def rows(plan: Plan) -> str:
    return " ".join(row.id for row in table(plan).rows)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
@pytest.mark.parametrize("column", COLUMNS[1:], ids=lambda column: column.id)
def test_a_cell_shows_what_was_typed_into_it(row: Row, column: Column) -> None:
    changed = tables.set_cell(PLAN, "table", row.id, column.id, plain("mới"))

    place = ROWS.index(row)
    assert cell(changed, table(changed).rows[place], column) == plain("mới")


def test_what_a_task_or_target_holds_is_typed_into_it() -> None:
    changed = tables.set_cells(
        PLAN,
        "table",
        {("task", "lead"): plain("A"), ("target", "content"): plain("B"), ("group", "content"): plain("C")},
    )

    assert changed.tasks["t"].lead == plain("A")
    assert changed.targets["g"].name == plain("B")
    assert table(changed).rows[0].title == plain("C")
    assert table(changed).rows[1] is ROWS[1]


def test_an_empty_cell_stays_without_words_of_its_own() -> None:
    assert tables.set_cell(PLAN, "table", "plain", "note", EMPTY) is PLAN


def test_a_number_is_not_typed() -> None:
    with pytest.raises(UserError, match="tính tự động"):
        tables.set_cell(PLAN, "table", "task", "number", plain("7"))


def test_rows_are_put_in_taken_out_and_moved() -> None:
    new = Row("new", RowKind.TASK, task_id="u")

    changed = tables.insert_rows(PLAN, "table", 1, (new,), tasks=(Task("u"),))
    assert rows(changed) == "group new task target plain"
    assert set(changed.tasks) == {"t", "u"}
    assert rows(tables.move_rows(changed, "table", ("group", "task"), 5)) == "new target plain group task"
    removed = tables.remove_rows(changed, "table", ("task", "target"))
    assert rows(removed) == "group new plain"
    assert (set(removed.tasks), set(removed.targets)) == ({"u"}, set())


def test_a_table_may_lose_all_its_rows() -> None:
    assert table(tables.remove_rows(PLAN, "table", [row.id for row in ROWS])).rows == ()


def test_levels() -> None:
    assert table(tables.set_level(PLAN, "table", ("plain",), 2)).rows[3].level == 2
    assert tables.set_level(PLAN, "table", ("plain",), 0) is PLAN
    with pytest.raises(UserError, match="cao hơn cấp ngoài cùng"):
        tables.set_level(PLAN, "table", ("plain",), -1)


def test_the_scheme_of_numbers() -> None:
    changed = tables.set_scheme(PLAN, "table", (Mark.ROMAN, Mark.ARABIC), continuous=True, number_in_title=True)

    assert table(changed).levels == (Mark.ROMAN, Mark.ARABIC)
    assert tables.set_scheme(PLAN, "table", (Mark.ARABIC,), continuous=False, number_in_title=False) is PLAN


def test_columns() -> None:
    changed = tables.set_column(PLAN, "table", "note", title=plain("Ghi chú"), over=EMPTY, width=2.0)
    assert table(changed).columns[4] == Column("note", Role.NOTE, plain("Ghi chú"), width=2.0)

    changed = tables.insert_column(PLAN, "table", 0, Column("new", Role.FREE))
    assert [column.id for column in table(changed).columns][:2] == ["new", "number"]

    changed = move_columns(PLAN, "table", ["note"], 0)
    assert [column.id for column in table(changed).columns][:2] == ["note", "number"]


def test_a_column_goes_with_the_words_in_it() -> None:
    changed = tables.remove_column(PLAN, "table", "note")

    assert [column.id for column in table(changed).columns] == ["number", "content", "lead", "unit"]
    assert table(changed).rows[1] == Row("task", RowKind.TASK, 1, task_id="t")
    assert table(changed).rows[0] is ROWS[0]


def test_the_last_column_stays() -> None:
    plan = Plan("plan", body=(Table("table", COLUMNS[:1]),))

    with pytest.raises(UserError, match="cột cuối cùng"):
        tables.remove_column(plan, "table", "number")


def test_a_role_stands_in_one_column_only() -> None:
    with pytest.raises(UserError, match="đã có cột này"):
        tables.insert_column(PLAN, "table", 0, Column("new", Role.LEAD))


def test_unknown_parts_are_told() -> None:
    edits: tuple[Callable[[], Plan], ...] = (
        lambda: tables.set_cell(PLAN, "x", "task", "lead", EMPTY),
        lambda: tables.set_cell(PLAN, "table", "x", "lead", EMPTY),
        lambda: tables.set_cell(PLAN, "table", "task", "x", EMPTY),
        lambda: tables.remove_rows(PLAN, "table", ("x",)),
        lambda: tables.move_rows(PLAN, "table", ("x",), 0),
        lambda: tables.set_level(PLAN, "table", ("x",), 0),
        lambda: tables.set_column(PLAN, "table", "x", title=EMPTY, over=EMPTY, width=0),
        lambda: tables.remove_column(PLAN, "table", "x"),
        lambda: tasks.set_task(PLAN, "x", Role.LEAD, EMPTY),
        lambda: tasks.set_target(PLAN, "x", Role.LEAD, EMPTY),
    )
    for edit in edits:
        with pytest.raises(UserError, match="Không tìm thấy"):
            edit()


def test_every_field_of_a_task_can_be_changed() -> None:
    for role, name in TASK_FIELDS.items():
        changed = tasks.set_task(PLAN, "t", role, plain("mới"))
        assert getattr(changed.tasks["t"], name) == plain("mới")
        assert tasks.set_task(changed, "t", role, plain("mới")) is changed
    with pytest.raises(ValueError, match="a task has no"):
        tasks.set_task(PLAN, "t", Role.UNIT, EMPTY)


def test_every_field_of_a_target_can_be_changed() -> None:
    for role, name in TARGET_FIELDS.items():
        changed = tasks.set_target(PLAN, "g", role, plain("mới"))
        assert getattr(changed.targets["g"], name) == plain("mới")
        assert tasks.set_target(changed, "g", role, plain("mới")) is changed
    with pytest.raises(ValueError, match="a target has no"):
        tasks.set_target(PLAN, "g", Role.RESULT, EMPTY)
