"""Blocks put into tables: over rows, behind them, past groups; numbers and headings are left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.models.editing.test_rows import COLUMNS, plan_of
from tthc_desktop.models.editing import tables
from tthc_desktop.models.editing.block_pasting import Spot, paste_block
from tthc_desktop.models.editing.cells import merge_cells
from tthc_desktop.models.editing.tasks import printed
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.table import RowKind, Table, numbers
from tthc_desktop.models.table_block import Block, as_block, copied
from tthc_desktop.models.text import plain

PLAN = plan_of(("A", 0), ("a", 1, "x"), ("b", 1, "y"), ("B", 0), ("c", 1, "z"))
NUMBER, CONTENT, LEAD, DEADLINE, NOTE = range(5)


def block(*rows: str) -> Block:
    """Return rows whose cells stand between bars."""
    return tuple(tuple(plain(words) for words in row.split("|")) for row in rows)


def spot(plan: Plan, row: int, column: int, rows: int = 1, columns: int = 1) -> Spot:
    return Spot(tuple(one.id for one in tables.find_table(plan, "tab").rows), row, column, rows, columns)


def pasted(plan: Plan, what: Block, row: int, column: int, *chosen: int) -> Plan:
    made = paste_block(plan, "tab", what, spot(plan, row, column, *chosen)).plan
    assert set(printed(made)) == set(made.tasks) | set(made.targets)
    return made


def shown(plan: Plan) -> list[str]:
    """Return every row: its number, and its words between bars."""
    table = tables.find_table(plan, "tab")
    lines = []
    for number, row in zip(numbers(table), table.rows, strict=True):
        words = [str(cell(plan, row, column)) for column in table.columns[1:]]
        lines.append("|".join([number, *words]).rstrip("|"))
    return lines


def test_a_column_passes_groups_over() -> None:
    made = pasted(PLAN, block("Một", "Hai", "Ba", "Bốn"), 1, LEAD)
    assert shown(made) == ["I|Nhóm A", "1|Việc a|Một", "2|Việc b|Hai", "II|Nhóm B", "1|Việc c|Ba", "2||Bốn"]
    assert tables.find_table(made, "tab").rows[5].kind is RowKind.TASK


def test_empty_cells_of_a_copied_column_fall_on_groups() -> None:
    made = pasted(PLAN, block("Một", "Hai", "", "Ba"), 1, LEAD)
    assert shown(made)[1:] == ["1|Việc a|Một", "2|Việc b|Hai", "II|Nhóm B", "1|Việc c|Ba"]


def test_a_whole_table_comes_back_the_same() -> None:
    table = tables.find_table(PLAN, "tab")
    whole = as_block(copied(PLAN, table, range(5), table.columns))
    for row, column in ((0, NUMBER), (0, CONTENT)):
        assert pasted(PLAN, whole, row, column) == PLAN


def test_a_whole_table_fills_an_empty_one_with_its_groups_and_levels() -> None:
    empty = Plan("p", body=(Table("tab", COLUMNS, (), (Mark.ROMAN, Mark.ARABIC)),))
    table = tables.find_table(PLAN, "tab")
    made = pasted(empty, as_block(copied(PLAN, table, range(5), table.columns)), 0, NUMBER)
    assert shown(made) == shown(PLAN)
    assert [row.kind for row in tables.find_table(made, "tab").rows] == [row.kind for row in table.rows]


def test_decimal_numbers_tell_the_level() -> None:
    empty = Plan("p", body=(Table("tab", COLUMNS, (), (Mark.ARABIC, Mark.DECIMAL)),))
    rows = block("1|Nhóm|||", "1.1|Phần|||", "1.1.1|Việc|Sở||", "1.2|Việc khác|Sở||", "2|Nhóm hai|||", "2.1|Cuối|Sở||")
    made = pasted(empty, rows, 0, NUMBER)
    assert [line.partition("|")[0] for line in shown(made)] == ["1", "1.1", "1.1.1", "1.2", "2", "2.1"]
    kinds = [row.kind is RowKind.GROUP for row in tables.find_table(made, "tab").rows]
    assert kinds == [True, True, False, False, True, False]


def test_headings_are_left_out() -> None:
    columns = tuple(
        type(one)(one.id, one.role, plain(title))
        for one, title in zip(COLUMNS, ("STT", "Nội dung", "Chủ trì", "Thời hạn", "Ghi chú"), strict=True)
    )
    plan = Plan("p", body=(Table("tab", columns),))
    made = pasted(plan, block("STT|Nội dung|Chủ trì|Thời hạn|Ghi chú", "1|Việc|Sở|Quý I|"), 0, NUMBER)
    assert shown(made) == ["1|Việc|Sở|Quý I"]


def test_words_are_never_put_into_the_column_of_numbers() -> None:
    made = pasted(PLAN, block("Việc mới|Sở"), 1, NUMBER)
    assert shown(made)[1] == "1|Việc mới|Sở"
    made = pasted(PLAN, block("7|Việc mới"), 1, NUMBER)
    assert shown(made)[1] == "1|Việc mới|x"


def test_a_block_that_is_too_wide_is_cut_at_the_edge() -> None:
    assert shown(pasted(PLAN, block("a|b|c|d"), 1, DEADLINE))[1] == "1|Việc a|x|a|b"


def test_one_cell_fills_what_is_chosen_and_a_block_repeats() -> None:
    made = pasted(PLAN, block("Sở"), 1, LEAD, 4, 2)
    assert shown(made) == ["I|Nhóm A", "1|Việc a|Sở|Sở", "2|Việc b|Sở|Sở", "II|Nhóm B", "1|Việc c|Sở|Sở"]
    made = pasted(PLAN, block("Một", "Hai"), 1, LEAD, 2, 2)
    assert shown(made)[1:3] == ["1|Việc a|Một|Một", "2|Việc b|Hai|Hai"]


def test_a_title_goes_into_the_group_it_is_pasted_on() -> None:
    assert shown(pasted(PLAN, block("Nhóm mới"), 0, CONTENT))[0] == "I|Nhóm mới"


def test_different_words_take_a_merged_cell_apart() -> None:
    plan = merge_cells(PLAN, "tab", ["a", "b"], ["lead"])
    same = pasted(plan, block("Sở"), 1, LEAD)
    assert [str(task.lead) for task in same.tasks.values()] == ["Sở", "Sở", "z"]
    apart = pasted(plan, block("Sở", "Ban"), 1, LEAD)
    assert [str(task.lead) for task in apart.tasks.values()] == ["Sở", "Ban", "z"]
    assert not any(row.continues for row in tables.find_table(apart, "tab").rows)


@pytest.mark.parametrize("levels", [(Mark.ARABIC,), ()])
def test_groups_in_a_plain_table_get_a_level_of_their_own(levels: tuple[Mark, ...]) -> None:
    plan = Plan("p", body=(Table("tab", COLUMNS, (), levels),))
    made = pasted(plan, block("I|Nhóm|||", "1|Việc|Sở||", "2|Việc nữa|Sở||"), 0, NUMBER)
    rows = tables.find_table(made, "tab").rows
    assert [row.level for row in rows] == [0, 1, 1]
    if levels:
        assert shown(made) == ["I|Nhóm", "1|Việc|Sở", "2|Việc nữa|Sở"]


WORDS = st.sampled_from(["", "", "1", "I", "1.1", "a)", "Việc", "Sở Nội vụ", "Quý I/2030\nxong"])


def rows_of(width: int) -> st.SearchStrategy[list[list[str]]]:
    """Draw the rows of a block."""
    return st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=1, max_size=6)


@given(st.integers(1, 7).flatmap(rows_of), st.integers(0, 4), st.integers(0, 4), st.integers(1, 3), st.integers(1, 2))
def test_any_block_leaves_a_right_plan(rows: list[list[str]], row: int, column: int, down: int, right: int) -> None:
    what = tuple(tuple(plain(words) for words in one) for one in rows)
    plan = merge_cells(PLAN, "tab", ["a", "b"], ["lead"])
    made = pasted(plan, what, row, column, down, right)
    table = tables.find_table(made, "tab")
    assert [one.id for one in table.rows[:5]] == ["A", "a", "b", "B", "c"]
    deepest = -1
    for one in table.rows:
        assert one.level <= deepest + 1
        deepest = one.level
    for one in table.rows:
        if one.continues:
            assert one.id == "b"
            assert made.tasks["t-a"].lead == made.tasks["t-b"].lead
