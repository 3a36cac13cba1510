"""Rows as a clerk edits them: with all below them, in groups; merged cells stay sound."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing import cells, rows, sorting, tables
from tthc_desktop.models.editing.merging import run
from tthc_desktop.models.editing.tasks import printed
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table, numbers
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain

COLUMNS = (
    Column("no", Role.NUMBER),
    Column("content", Role.CONTENT),
    Column("lead", Role.LEAD),
    Column("deadline", Role.DEADLINE),
    Column("note", Role.NOTE),
)


def plan_of(*listed: tuple[str, int] | tuple[str, int, str]) -> Plan:
    """Return a plan with one table: capitals are groups, others tasks; each with its level and its lead."""
    made, held = [], {}
    for name, level, *lead in listed:
        if name.isupper():
            made.append(Row(name, RowKind.GROUP, level, plain(f"Nhóm {name}")))
        else:
            made.append(Row(name, RowKind.TASK, level, task_id=f"t-{name}"))
            held[f"t-{name}"] = Task(f"t-{name}", plain(f"Việc {name}"), plain("".join(lead)))
    return Plan("p", body=(Table("tab", COLUMNS, tuple(made), (Mark.ROMAN, Mark.ARABIC)),), tasks=held)


PLAN = plan_of(("A", 0), ("a", 1), ("b", 1), ("b1", 2), ("B", 0), ("c", 1), ("d", 1))


def order(plan: Plan) -> str:
    return " ".join(f"{row.id}{row.level}" for row in tables.find_table(plan, "tab").rows)


def row(plan: Plan, row_id: str) -> Row:
    return next(row for row in tables.find_table(plan, "tab").rows if row.id == row_id)


def test_new_rows_are_like_their_neighbours() -> None:
    above = rows.add_above(PLAN, "tab", ["c"])
    below = rows.add_below(PLAN, "tab", ["b"])
    assert order(above.plan) == f"A0 a1 b1 b12 B0 {above.row_ids[0]}1 c1 d1"
    assert order(below.plan) == f"A0 a1 b1 b12 {below.row_ids[0]}1 B0 c1 d1"
    assert row(below.plan, below.row_ids[0]).kind is RowKind.TASK
    assert set(printed(below.plan)) == set(below.plan.tasks)


def test_a_row_below_a_group_stands_in_it() -> None:
    made = rows.add_below(PLAN, "tab", ["B"])
    assert order(made.plan) == f"A0 a1 b1 b12 B0 {made.row_ids[0]}1 c1 d1"


def test_as_many_rows_as_are_chosen() -> None:
    assert len(rows.add_above(PLAN, "tab", ["c", "d"]).row_ids) == 2
    assert len(rows.add_below(Plan("p", body=(Table("tab", COLUMNS),)), "tab", []).row_ids) == 1


def test_a_table_of_targets_gets_a_target() -> None:
    columns = (Column("c", Role.CONTENT), Column("u", Role.UNIT))
    made = rows.add_below(Plan("p", body=(Table("tab", columns),)), "tab", [])
    assert row(made.plan, made.row_ids[0]).kind is RowKind.TARGET


def test_a_row_put_into_a_merged_cell_belongs_to_it() -> None:
    plan = cells.merge_cells(plan_of(("a", 0, "X"), ("b", 0, "X")), "tab", ["a", "b"], ["lead"])
    made = rows.add_below(plan, "tab", ["a"])
    table = tables.find_table(made.plan, "tab")
    assert run(table.rows, 0, "lead") == (0, 3)
    assert made.plan.tasks[table.rows[1].task_id].lead == plain("X")


def test_a_group_takes_in_what_stands_beside_it() -> None:
    plan = plan_of(("a", 0), ("b", 0), ("b1", 1), ("c", 0))
    flat = replace(tables.find_table(plan, "tab"), levels=(Mark.ARABIC,))
    made = rows.add_group(replace(plan, body=(flat,)), "tab", ["b"], "Mới")
    table = tables.find_table(made.plan, "tab")
    assert order(made.plan) == f"a0 {made.row_ids[0]}0 b1 b12 c1"
    assert numbers(table) == ["I", "II", "1", "1", "2"]


def test_a_group_in_a_group_divides_it() -> None:
    made = rows.add_group(PLAN, "tab", ["d"])
    assert order(made.plan) == f"A0 a1 b1 b12 B0 c1 {made.row_ids[0]}0 d1"


def test_rows_move_with_all_below_them_and_over_the_edge_of_groups() -> None:
    assert order(rows.move(PLAN, "tab", ["b"], -1)) == "A0 b1 b12 a1 B0 c1 d1"
    assert order(rows.move(PLAN, "tab", ["b"], 1)) == "A0 a1 B0 b1 b12 c1 d1"
    assert order(rows.move(PLAN, "tab", ["c"], -1)) == "A0 a1 b1 b12 c1 B0 d1"
    assert order(rows.move(PLAN, "tab", ["B"], -1)) == "B0 c1 d1 A0 a1 b1 b12"
    assert order(rows.move(PLAN, "tab", ["A"], 1)) == "B0 c1 d1 A0 a1 b1 b12"
    assert rows.move(PLAN, "tab", ["d"], 1) is PLAN
    assert rows.move(PLAN, "tab", ["a"], -1) is PLAN


def test_levels_change_with_all_below() -> None:
    assert order(rows.shift(PLAN, "tab", ["b"], -1)) == "A0 a1 b0 b11 B0 c1 d1"
    assert order(rows.shift(PLAN, "tab", ["b"], 1)) == "A0 a1 b2 b13 B0 c1 d1"
    with pytest.raises(UserError, match="Không hạ được"):
        rows.shift(PLAN, "tab", ["a"], 1)
    with pytest.raises(UserError, match="ngoài cùng"):
        rows.shift(PLAN, "tab", ["A"], -1)


def test_a_copy_has_identities_of_its_own() -> None:
    made = rows.duplicate(PLAN, "tab", ["B"])
    table = tables.find_table(made.plan, "tab")
    assert [one.level for one in table.rows] == [0, 1, 1, 2, 0, 1, 1, 0, 1, 1]
    assert len({one.id for one in table.rows}) == 10
    assert made.plan.tasks[table.rows[8].task_id].origin_id == "t-c"


def test_a_task_that_is_a_group_and_back() -> None:
    plan = plan_of(("a", 0, "Văn phòng"), ("b", 0), ("c", 0))
    group = rows.turn_into(plan, "tab", ["a"], RowKind.GROUP)
    assert order(group) == "a0 b1 c1"
    assert row(group, "a").title == plain("Việc a")
    assert set(group.tasks) == {"t-b", "t-c"}
    back = rows.turn_into(group, "tab", ["a"], RowKind.TASK)
    assert order(back) == "a0 b0 c0"
    task = back.tasks[row(back, "a").task_id]
    assert (task.content, task.lead) == (plain("Việc a"), plain("Văn phòng"))


@pytest.mark.parametrize("kind", [RowKind.TASK, RowKind.TARGET, RowKind.PLAIN])
def test_no_word_is_lost_when_a_row_changes_its_kind(kind: RowKind) -> None:
    plan = tables.set_cell(plan_of(("a", 0, "Văn phòng")), "tab", "a", "note", plain("gấp"))
    plan = tables.set_cell(plan, "tab", "a", "deadline", plain("Quý I"))
    made = rows.turn_into(plan, "tab", ["a"], kind)
    said = [str(cell(made, row(made, "a"), column)) for column in COLUMNS]
    assert said == ["", "Việc a", "Văn phòng", "Quý I", "gấp"]


def test_merging_keeps_every_word_and_dividing_repeats_it() -> None:
    plan = plan_of(("a", 0, "X"), ("b", 0, ""), ("c", 0, "Y"))
    merged = cells.merge_cells(plan, "tab", ["a", "b", "c"], ["lead", "no"])
    assert {str(task.lead) for task in merged.tasks.values()} == {"X\nY"}
    assert row(merged, "b").continues == ("lead",)
    apart = cells.unmerge_cells(merged, "tab", ["b"], ["lead"])
    assert all(not one.continues for one in tables.find_table(apart, "tab").rows)
    with pytest.raises(UserError, match="nhóm"):
        cells.merge_cells(PLAN, "tab", ["b1", "B"], ["lead"])
    with pytest.raises(UserError, match="Chưa chọn"):
        cells.merge_cells(PLAN, "tab", ["a", "c"], ["lead"])


def test_what_is_put_into_a_merged_cell_stands_in_all_its_rows() -> None:
    plan = cells.merge_cells(plan_of(("a", 0, "X"), ("b", 0, "X"), ("c", 0, "X")), "tab", ["a", "b", "c"], ["lead"])
    whole = cells.put_words(plan, "tab", {("b", "lead"): plain("Z")})
    assert {str(task.lead) for task in whole.tasks.values()} == {"Z"}
    mixed = cells.put_words(plan, "tab", {("a", "lead"): plain("Z"), ("b", "lead"): plain("W")})
    assert [str(task.lead) for task in mixed.tasks.values()] == ["Z", "W", "X"]
    assert all(not one.continues for one in tables.find_table(mixed, "tab").rows)


def test_filling_leaves_numbers_and_groups_alone() -> None:
    plan = plan_of(("a", 0, "X"), ("B", 0), ("c", 1, "Y"))
    down = cells.fill_down(plan, "tab", ["a", "B", "c"], ["no", "lead"])
    assert down.tasks["t-c"].lead == plain("X")
    assert row(down, "B") == row(plan, "B")
    right = cells.fill_right(plan, "tab", ["a", "B", "c"], ["no", "lead", "deadline"])
    assert right.tasks["t-a"].deadline == plain("X")
    assert row(right, "B") == row(plan, "B")


def test_sorting_stays_within_groups_and_keeps_what_stands_below() -> None:
    plan = plan_of(("A", 0), ("x", 1, "Sở Y tế"), ("y", 1, "Đài"), ("y1", 2, "a"), ("z", 1), ("w", 1, "Dân vận"))
    assert order(sorting.sort_rows(plan, "tab", "lead")) == "A0 w1 y1 y12 x1 z1"
    assert order(sorting.sort_rows(plan, "tab", "lead", descending=True)) == "A0 x1 y1 y12 w1 z1"
    with pytest.raises(UserError, match="sắp xếp"):
        sorting.sort_rows(plan, "tab", "no")


def test_sorting_deadlines_goes_by_the_date() -> None:
    plan = plan_of(("a", 0), ("b", 0), ("c", 0), ("d", 0), ("e", 0))
    said = {"a": "Thường xuyên", "b": "Quý II/2030", "c": "Trước ngày 15/02/2030", "d": "", "e": "Tháng 3/2030"}
    plan = tables.set_cells(plan, "tab", {(key, "deadline"): plain(words) for key, words in said.items()})
    assert order(sorting.sort_rows(plan, "tab", "deadline")) == "c0 e0 b0 a0 d0"


@st.composite
def merged_plans(draw: st.DrawFn) -> Plan:
    """Draw a table with groups, levels and merged cells that are sound."""
    listed: list[tuple[str, int, str]] = []
    for place in range(draw(st.integers(1, 9))):
        group = draw(st.integers(0, 3)) == 0
        level = draw(st.integers(0, min(2, listed[-1][1] + 1 if listed else 0)))
        listed.append((f"{'G' if group else 'r'}{place}", level, draw(st.sampled_from("XYZ"))))
    plan = plan_of(*listed)
    for _ in range(draw(st.integers(0, 3))):
        first = draw(st.integers(0, len(listed) - 1))
        chosen = [name for name, *_ in listed[first : first + draw(st.integers(2, 3))]]
        try:
            plan = cells.merge_cells(plan, "tab", chosen, [draw(st.sampled_from(["lead", "note"]))])
        except UserError:
            continue
    return plan


def edit(data: DataObject, plan: Plan) -> Plan:
    """Draw one edit of rows."""
    ids = [one.id for one in tables.find_table(plan, "tab").rows]
    chosen = data.draw(st.lists(st.sampled_from(ids), unique=True, min_size=1, max_size=3)) if ids else []
    kinds = st.sampled_from(RowKind)
    steps = st.sampled_from((-1, 1))
    columns = st.sampled_from(["lead", "note"])
    edits: tuple[Callable[[], Plan], ...] = (
        lambda: rows.add_above(plan, "tab", chosen).plan,
        lambda: rows.add_below(plan, "tab", chosen).plan,
        lambda: rows.add_group(plan, "tab", chosen).plan,
        lambda: rows.duplicate(plan, "tab", chosen).plan,
        lambda: rows.move(plan, "tab", chosen, data.draw(steps)),
        lambda: rows.shift(plan, "tab", chosen, data.draw(steps)),
        lambda: rows.turn_into(plan, "tab", chosen, data.draw(kinds)),
        lambda: tables.remove_rows(plan, "tab", chosen),
        lambda: sorting.sort_rows(plan, "tab", data.draw(columns)),
        lambda: cells.put_words(plan, "tab", {(one, data.draw(columns)): plain("mới") for one in chosen}),
        lambda: cells.unmerge_cells(plan, "tab", chosen, [data.draw(columns)]),
    )
    try:
        return data.draw(st.sampled_from(edits))()
    except UserError:
        return plan


@given(merged_plans(), st.data())
def test_merged_cells_stay_sound(plan: Plan, data: DataObject) -> None:
    for _ in range(3):
        plan = edit(data, plan)
        table = tables.find_table(plan, "tab")
        for place, one in enumerate(table.rows):
            for column_id in one.continues:
                column = next(column for column in COLUMNS if column.id == column_id)
                assert place > 0
                assert RowKind.GROUP not in {one.kind, table.rows[place - 1].kind}
                assert cell(plan, one, column) == cell(plan, table.rows[place - 1], column)
        assert set(printed(plan)) == set(plan.tasks) | set(plan.targets)
        assert len({one.id for one in table.rows}) == len(table.rows)


@given(merged_plans(), st.data())
def test_moving_and_sorting_lose_no_row(plan: Plan, data: DataObject) -> None:
    ids = [one.id for one in tables.find_table(plan, "tab").rows]
    moved = rows.move(plan, "tab", [data.draw(st.sampled_from(ids))], data.draw(st.sampled_from((-1, 1))))
    ordered = sorting.sort_rows(moved, "tab", "lead", descending=data.draw(st.booleans()))
    assert sorted(one.id for one in tables.find_table(ordered, "tab").rows) == sorted(ids)
    assert set(ordered.tasks) == set(plan.tasks)
