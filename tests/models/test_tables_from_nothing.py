"""New tables, their columns, styles of numbers, the order of cells and the filter."""

import pytest

from tests.models.editing.test_rows import PLAN, plan_of
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing import tables
from tthc_desktop.models.editing.columns import arrange_columns, rename_over, set_widths
from tthc_desktop.models.editing.tasks import printed
from tthc_desktop.models.editing.text import insert_nodes
from tthc_desktop.models.new_table import new_column, new_table
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.row_schemes import PLAIN, SCHEMES, scheme_of, with_scheme
from tthc_desktop.models.sort_order import order
from tthc_desktop.models.table import Role, RowKind, Table, numbers
from tthc_desktop.models.table_filter import Wanted, counted, hidden_rows, values
from tthc_desktop.models.text import EMPTY, plain


def table(plan: Plan) -> Table:
    return tables.find_table(plan, "tab")


@pytest.mark.parametrize("kind", [RowKind.TASK, RowKind.TARGET, RowKind.PLAIN])
def test_a_new_table_can_stand_in_a_plan(kind: RowKind) -> None:
    made = new_table(kind)
    plan = insert_nodes(Plan("p"), "p", 0, (made.table,), tasks=made.tasks, targets=made.targets)
    assert set(printed(plan)) == set(plan.tasks) | set(plan.targets)
    assert {row.kind for row in made.table.rows} == {kind}
    assert made.table.columns[0].role is Role.NUMBER
    assert all(column.title for column in made.table.columns)
    assert new_table(kind).table.id != made.table.id


def test_five_styles_of_numbers() -> None:
    plan = plan_of(("A", 0), ("a", 1), ("a1", 2), ("b", 1), ("B", 0), ("c", 1))
    found = [numbers(with_scheme(table(plan), scheme)) for scheme in SCHEMES]
    assert found == [
        ["1", "1.1", "1.1.1", "1.2", "2", "2.1"],
        ["I", "1", "2", "3", "II", "4"],
        ["I", "1", "a", "2", "II", "1"],
        ["I", "1", "1", "2", "II", "1"],
        ["", "1", "2", "3", "", "4"],
    ]
    assert [scheme_of(with_scheme(table(plan), scheme)) for scheme in SCHEMES] == list(SCHEMES)


def test_plain_numbers_in_a_table_without_groups() -> None:
    plan = plan_of(("a", 0), ("b", 0))
    assert numbers(with_scheme(table(plan), PLAIN)) == ["1", "2"]
    assert scheme_of(with_scheme(table(plan), PLAIN)) is PLAIN


def test_columns_are_arranged_at_once() -> None:
    plan = tables.set_cell(PLAN, "tab", "a", "note", plain("gấp"))
    old = table(plan).columns
    made = arrange_columns(plan, "tab", (old[1], old[0], new_column(Role.RESULT), old[2]))
    assert [column.role for column in table(made).columns] == [Role.CONTENT, Role.NUMBER, Role.RESULT, Role.LEAD]
    assert table(made).columns[0] is old[1]
    assert not any(row.cells for row in table(made).rows)
    assert arrange_columns(plan, "tab", old) is plan
    with pytest.raises(UserError, match="đã có cột"):
        arrange_columns(plan, "tab", (*old, new_column(Role.LEAD)))
    with pytest.raises(UserError, match="ít nhất một cột"):
        arrange_columns(plan, "tab", ())


def test_widths_and_common_titles() -> None:
    made = set_widths(PLAN, "tab", {"lead": 20.0})
    assert [column.width for column in table(made).columns] == [0, 0, 20, 0, 0]
    assert set_widths(made, "tab", {"lead": 20.0}) is made
    over = rename_over(made, "tab", ["lead", "deadline"], plain("Phân công"))
    assert [str(column.over) for column in table(over).columns] == ["", "", "Phân công", "Phân công", ""]
    assert rename_over(made, "tab", ["lead"], EMPTY) is made


@pytest.mark.parametrize(
    ("words", "by_date", "expected"),
    [
        (["Thường xuyên", "Quý II/2030", "15/3/2030", "", "tháng 3 năm 2030", "2029"], True, [5, 2, 4, 1, 0, 3]),
        (["trước 25/12/2030", "Quý 4 năm 2030", "quý III/2030"], True, [2, 0, 1]),
        (["Tối thiểu 50", "9", "1.200", "60%"], False, [1, 0, 3, 2]),
        (["Phòng 10", "Phòng 2", "đài", "Dân", "ăn", "an"], False, [5, 4, 3, 2, 1, 0]),
        (["Má", "ma", "mã", "mà", "mả", "mạ"], False, [1, 3, 4, 2, 0, 5]),
    ],
)
def test_cells_come_in_order(words: list[str], by_date: bool, expected: list[int]) -> None:
    keys = order(words, by_date=by_date)
    assert sorted(range(len(words)), key=lambda place: keys[place]) == expected


FILTERED = plan_of(("A", 0), ("a", 1, "Sở Nội vụ"), ("b", 1, "Đài"), ("B", 0), ("c", 1, "Đài"), ("C", 0))


def test_a_filter_shows_rows_with_their_groups() -> None:
    hidden = hidden_rows(FILTERED, table(FILTERED), {"lead": Wanted(frozenset({"Sở Nội vụ"}))})
    assert hidden == {"b", "B", "c", "C"}
    assert counted(table(FILTERED), hidden) == (1, 3)
    assert hidden_rows(FILTERED, table(FILTERED), {"lead": Wanted(words="dai")}) == {"a", "C"}
    assert hidden_rows(FILTERED, table(FILTERED), {"lead": Wanted()}) == frozenset()


def test_the_values_of_a_column_heed_the_other_columns() -> None:
    lead = table(FILTERED).columns[2]
    assert values(FILTERED, table(FILTERED), lead, {}) == ["Đài", "Sở Nội vụ"]
    assert values(FILTERED, table(FILTERED), lead, {"content": Wanted(words="viec a")}) == ["Sở Nội vụ"]
