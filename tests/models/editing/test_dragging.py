"""Cells filled by dragging others, in a plan: groups, merged cells, emphasis, rows behind a filter."""

from tests.models.editing.test_rows import plan_of
from tthc_desktop.models.editing.cells import merge_cells, put_words
from tthc_desktop.models.editing.dragging import Drag, fill_dragged
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.text import Run, Text, plain

PLAN = plan_of(("a", 0, "A"), ("b", 0, "B"), ("c", 0, "C"), ("d", 0, "D"), ("e", 0, "E"))


def said(plan: Plan, column_id: str = "lead") -> list[str]:
    table = next(table for table, _ in tables(plan))
    column = next(column for column in table.columns if column.id == column_id)
    return [str(cell(plan, row, column)) for row in table.rows]


def written(plan: Plan, words: dict[str, str]) -> Plan:
    return put_words(plan, "tab", {(row, "lead"): plain(one) for row, one in words.items()})


def test_two_seeds_are_repeated_in_turn_where_they_show_no_series() -> None:
    plan = written(PLAN, {"a": "Sở", "b": "Phòng"})
    made = fill_dragged(plan, "tab", Drag(["a", "b"], ["lead"], ["c", "d", "e"]))
    assert said(made) == ["Sở", "Phòng", "Sở", "Phòng", "Sở"]


def test_titles_of_groups_are_passed_over() -> None:
    plan = written(plan_of(("a", 0, "A"), ("G", 0), ("b", 1, "B"), ("c", 1, "C")), {"a": "Quý I/2030"})
    made = fill_dragged(plan, "tab", Drag(["a"], ["content", "lead"], ["G", "b", "c"]))
    assert said(made) == ["Quý I/2030", "", "Quý II/2030", "Quý III/2030"]
    assert next(table for table, _ in tables(made)).rows[1].title == plain("Nhóm G")


def test_a_merged_cell_is_one_step_and_stays_whole() -> None:
    plan = written(PLAN, {"a": "Tháng 3", "b": "X", "c": "X"})
    plan = merge_cells(plan, "tab", ["b", "c"], ["lead"])
    made = fill_dragged(plan, "tab", Drag(["a"], ["lead"], ["b", "c", "d"]))
    assert said(made)[:4] == ["Tháng 3", "Tháng 4", "Tháng 4", "Tháng 5"]
    assert next(table for table, _ in tables(made)).rows[2].continues == ("lead",)
    back = fill_dragged(made, "tab", Drag(["d"], ["lead"], ["c", "b", "a"], backwards=True))
    assert said(back)[:4] == ["Tháng 3", "Tháng 4", "Tháng 4", "Tháng 5"]


def test_a_series_looks_like_its_seed() -> None:
    bold = Text((Run("Tháng 3", bold=True),))
    plan = put_words(PLAN, "tab", {("a", "lead"): bold})
    made = fill_dragged(plan, "tab", Drag(["a"], ["lead"], ["b"]))
    table = next(table for table, _ in tables(made))
    assert cell(made, table.rows[1], table.columns[2]) == Text((Run("Tháng 4", bold=True),))


def test_hidden_rows_are_not_filled_with_a_merged_cell_that_is_half_in_sight() -> None:
    plan = written(PLAN, {"a": "Tháng 3", "b": "X", "c": "X", "d": "X"})
    plan = merge_cells(plan, "tab", ["b", "c", "d"], ["lead"])
    made = fill_dragged(plan, "tab", Drag(["a"], ["lead"], ["b", "d"]), frozenset({"c"}))
    assert said(made)[:4] == ["Tháng 3", "Tháng 4", "X", "Tháng 5"]
    assert not any(row.continues for row in next(table for table, _ in tables(made)).rows)


def test_nothing_dragged_over_cells_leaves_them_as_they_are() -> None:
    assert fill_dragged(PLAN, "tab", Drag([], ["lead"], ["a", "b"])) is PLAN
    assert fill_dragged(PLAN, "tab", Drag(["a"], [], (), ["lead"])) is PLAN
