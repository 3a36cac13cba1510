"""Tables as Word has them: repeated heads, merged cells, groups across, rows that stay whole."""

from io import BytesIO
from random import Random
from xml.etree.ElementTree import Element

import docx
import pytest

from tests.documents.writing.pdf.building import column, fresh, group, make_plan, plain_row, task_table, with_table
from tests.documents.writing.word.opening import W, part, val, words
from tests.work import work
from tthc_desktop.documents.writing.pdf import lay_out
from tthc_desktop.documents.writing.word import render
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Role, Table

COLUMNS = (
    column(Role.NUMBER, "STT"),
    column(Role.FREE, "Việc"),
    column(Role.FREE, "Chủ trì", "Đơn vị"),
    column(Role.FREE, "Phối hợp", "Đơn vị"),
    column(Role.FREE, "Ghi chú"),
)


def ruled(plan: Plan) -> Element:
    """Return the first table of a plan that is no frame."""
    tables = part(render(plan)).iter(f"{W}tbl")
    return next(table for table in tables if val(table.find(f"{W}tblPr/{W}tblStyle")) == "Bang")


def cells(row: Element) -> list[tuple[str, str, str]]:
    """Return the words of each cell, over how many columns it goes, and its part in a merge."""
    found = []
    for cell in row.findall(f"{W}tc"):
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        state = "" if merge is None else val(merge) or "goes on"
        found.append((words(cell), val(cell.find(f"{W}tcPr/{W}gridSpan")), state))
    return found


def test_a_head_of_two_levels_is_repeated_and_merged() -> None:
    table = ruled(with_table(Table(fresh(), COLUMNS, (plain_row(COLUMNS, ["", "a", "b", "c", "d"]),))))
    first, second, row = table.findall(f"{W}tr")
    assert all(one.find(f"{W}trPr/{W}tblHeader") is not None for one in (first, second))
    assert row.find(f"{W}trPr/{W}tblHeader") is None
    assert cells(first) == [
        ("STT", "", "restart"),
        ("Việc", "", "restart"),
        ("Đơn vị", "2", ""),
        ("Ghi chú", "", "restart"),
    ]
    assert cells(second) == [
        ("", "", "goes on"),
        ("", "", "goes on"),
        ("Chủ trì", "", ""),
        ("Phối hợp", "", ""),
        ("", "", "goes on"),
    ]


def test_a_group_goes_across_and_stays_with_its_first_row() -> None:
    rows = (group("LĨNH VỰC"), plain_row(COLUMNS, ["", "a", "b", "c", "d"], 1))
    found = ruled(with_table(Table(fresh(), COLUMNS, rows))).findall(f"{W}tr")[2]
    assert cells(found) == [("1", "", ""), ("LĨNH VỰC", "4", "")]
    assert {val(one) for one in found.iter(f"{W}pStyle")} == {"NhomBang"}


def test_cells_that_go_on_below_are_merged() -> None:
    rows = (
        plain_row(COLUMNS, ["", "việc", "Phòng A", "b", "c"]),
        plain_row(COLUMNS, ["", "", "Phòng B", "b", "c"], continues=(0, 1)),
        plain_row(COLUMNS, ["", "", "Phòng C", "b", "c"], continues=(0, 1)),
        plain_row(COLUMNS, ["", "khác", "Phòng C", "b", "c"]),
    )
    found = [cells(row) for row in ruled(with_table(Table(fresh(), COLUMNS, rows))).findall(f"{W}tr")[2:]]
    assert [row[1] for row in found] == [
        ("việc", "", "restart"),
        ("", "", "goes on"),
        ("", "", "goes on"),
        ("khác", "", ""),
    ]
    assert [row[2][0] for row in found] == ["Phòng A", "Phòng B", "Phòng C", "Phòng C"]


def test_columns_are_as_wide_as_in_the_print() -> None:
    table, tasks = task_table(Random(3), 20)
    plan = with_table(table, tasks)
    wide = [int(val(one, "w")) / 20 for one in ruled(plan).iter(f"{W}gridCol")]
    edges = lay_out(plan).kept.tables[table.id].edges
    assert [sum(wide[:place]) for place in range(len(wide) + 1)] == pytest.approx(edges, abs=0.06)


def test_only_rows_too_tall_for_a_page_may_be_cut() -> None:
    rows = (plain_row(COLUMNS, ["", "ngắn", "", "", ""]), plain_row(COLUMNS, ["", "rất dài " * 900, "", "", ""]))
    low, tall = ruled(with_table(Table(fresh(), COLUMNS, rows))).findall(f"{W}tr")[2:]
    assert low.find(f"{W}trPr/{W}cantSplit") is not None
    assert tall.find(f"{W}trPr/{W}cantSplit") is None


def test_a_table_that_the_print_refuses_still_goes_to_word() -> None:
    many = tuple(column(Role.FREE, f"Cột {place}") for place in range(60))
    plan = make_plan(Table(fresh(), many, (plain_row(many, ["x"] * 60),)))
    assert len(docx.Document(BytesIO(render(plan))).tables[1].columns) == 60


def test_long_tables_take_work_in_proportion() -> None:
    def steps(count: int) -> int:
        table, tasks = task_table(Random(7), count)
        plan = with_table(table, tasks)
        render(plan)
        return work(lambda: render(plan))

    assert steps(800) < 6 * steps(200)
