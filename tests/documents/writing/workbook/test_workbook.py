"""A plan's workbook looks like its print, and nothing in it runs, is lost or turns into a number."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from tests.documents.own_plans import read_back, same
from tests.documents.writing.pdf.building import (
    TASK_COLUMNS,
    column,
    fresh,
    group,
    item,
    make_plan,
    plain_row,
    task,
    task_table,
    with_table,
)
from tests.real_plans import draft_of
from tests.strategies import plans
from tthc_desktop.documents.own_sheets.marks import LONG_SHEET
from tthc_desktop.documents.own_sheets.words import MOST, cut
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.workbook import workbook
from tthc_desktop.documents.writing.workbook.charts import FIGURES
from tthc_desktop.documents.writing.workbook.names import Names
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Role, Row, RowKind, Table
from tthc_desktop.models.table import numbers as row_numbers
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import Run, Text, plain

FIRST = 7


def opened(plan: Plan) -> Any:  # noqa: ANN401 - a workbook of openpyxl
    """Return the workbook of a plan as another program sees it."""
    return openpyxl.load_workbook(BytesIO(workbook(plan)), rich_text=True)


@pytest.mark.parametrize("name", ["001", "002", "004"])
def test_real_plans_come_back_cell_for_cell(seeds: Path, name: str) -> None:
    plan = draft_of(next(seeds.glob(f"{name}_*"))).plan
    assert [*tables(plan)]
    assert same(plan, read_back(plan))


def test_the_sheet_prints_like_the_paper() -> None:
    random = Random(1)
    table, tasks = task_table(random, 30)
    for landscape in (True, False):
        sheet = opened(with_table(table, tasks, landscape=landscape))["Phụ lục"]
        assert sheet.page_setup.orientation == ("landscape" if landscape else "portrait")
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (9, None, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        margins = sheet.page_margins
        assert [round(side * 25.4) for side in (margins.left, margins.right, margins.top, margins.bottom)] == [
            30,
            15,
            20,
            20,
        ]
        assert sheet.oddHeader.center.text == "&P"
        assert sheet.HeaderFooter.differentFirst
        assert not sheet.HeaderFooter.firstHeader.center.text
        assert sheet.print_title_rows == "$5:$6"
        assert sheet.print_area == f"'Phụ lục'!$A$2:$F${FIRST - 1 + len(table.rows)}"
        assert sheet.row_dimensions[1].hidden
        assert sheet.column_dimensions["H"].hidden
        assert not sheet.column_dimensions["G"].hidden


def test_heading_groups_and_merges_stand_as_on_paper() -> None:
    random = Random(2)
    made = [task(random) for _ in range(3)]
    lead = TASK_COLUMNS[2].id
    rows = [
        Row(fresh(), RowKind.TASK, 1, task_id=one.id, continues=(lead,) if at else ()) for at, one in enumerate(made)
    ]
    tasks = {one.id: Task(one.id, one.content, plain("Văn phòng")) for one in made}
    sheet = opened(with_table(Table(fresh(), TASK_COLUMNS, (group("NHÓM"), *rows), (Mark.ROMAN, Mark.ARABIC)), tasks))
    merged = {str(area) for area in sheet.active.merged_cells.ranges}
    assert merged >= {"A5:A6", "B5:B6", "C5:D5", "E5:E6", "F5:F6", "B7:F7", "C8:C10", "A2:F2"}
    assert sheet.active["B7"].font.bold
    assert sheet.active["A7"].value == "I"
    assert sheet.active["B8"].font.name == "Times New Roman"
    assert sheet.active["B8"].alignment.wrap_text
    assert sheet.active["B8"].border.left.style == "thin"


def test_a_number_of_two_parts_stays_as_it_is() -> None:
    columns = (column(Role.NUMBER, "STT"), column(Role.CONTENT, "Việc"))
    rows = (group("A"), *(plain_row(columns, ("", f"Việc {at}"), 1) for at in range(10)))
    sheet = opened(with_table(Table(fresh(), columns, rows, (Mark.ARABIC, Mark.DECIMAL)))).active
    last = sheet.cell(FIRST - 1 + 10, 1)
    assert (last.value, last.data_type) == ("1.10", "s")


def test_a_deadline_has_a_true_date_beside_its_words() -> None:
    made = [Task(fresh(), plain("Việc"), deadline=plain(words)) for words in ("Trước ngày 05/3/2025", "Thường xuyên")]
    rows = tuple(Row(fresh(), RowKind.TASK, task_id=one.id) for one in made)
    sheet = opened(with_table(Table(fresh(), TASK_COLUMNS, rows), {one.id: one for one in made})).active
    assert sheet["G5"].value == "Hạn (ngày)"
    assert (sheet["G7"].value, sheet["G7"].number_format) == (datetime(2025, 3, 5), "dd/mm/yyyy")  # noqa: DTZ001
    assert sheet["G8"].value is None
    assert sheet["F7"].value == "Trước ngày 05/3/2025"


def test_words_that_look_like_a_formula_stay_words() -> None:
    risky = (
        "=1+1",
        "+84 123",
        "- Văn phòng;\n- Thanh tra",
        "@ai",
        "=cmd|' /C calc'!A0",
        "http://a.vn",
        "'nháy",
        "1.10",
        "60%",
    )
    columns = (column(Role.NUMBER, "STT"), column(Role.CONTENT, "Việc"))
    table = Table(fresh(), columns, tuple(plain_row(columns, ("", words)) for words in risky))
    plan = with_table(table)
    sheet = opened(plan).active
    for at, words in enumerate(risky):
        found = sheet.cell(FIRST - 1 + at, 2)
        assert (found.value, found.data_type, found.hyperlink) == (words, "s", None)
        assert found.quotePrefix == words.startswith(("=", "+", "-", "@", "'"))
    assert same(plan, read_back(plan))


@given(plans())
@settings(max_examples=15)
def test_no_cell_of_any_plan_is_a_formula(plan: Plan) -> None:
    for sheet in opened(plan).worksheets:
        kinds = {found.data_type for line in sheet.iter_rows() for found in line if found.value is not None}
        assert kinds <= ({"s", "n"} if sheet.title == FIGURES else {"s", "d"})


def test_emphasis_within_a_cell_is_kept() -> None:
    columns = (column(Role.CONTENT, "Việc"),)
    words = Text((Run("một "), Run("hai", bold=True), Run(" ba", italic=True)))
    row = Row(fresh(), RowKind.PLAIN, cells=((columns[0].id, words),))
    shown = opened(with_table(Table(fresh(), columns, (row,)))).active.cell(FIRST - 1, 1).value
    assert [(str(run.text if hasattr(run, "text") else run), bool(run.font.b), bool(run.font.i)) for run in shown] == [
        ("một ", False, False),
        ("hai", True, False),
        (" ba", False, True),
    ]


@pytest.mark.parametrize(("rows", "columns"), [(0, 1), (0, 6), (1, 1), (3, 60), (5000, 3)])
def test_tables_of_any_size_come_back(rows: int, columns: int) -> None:
    own = tuple(column(Role.FREE, f"Cột {at}") for at in range(columns))
    made = tuple(plain_row(own, (f"{row}/{at}" for at in range(columns))) for row in range(rows))
    plan = with_table(Table(fresh(), own, made))
    assert same(plan, read_back(plan))


def test_words_too_long_for_a_cell_go_on_elsewhere_and_come_back_whole() -> None:
    columns = (column(Role.CONTENT, "Việc"), column(Role.NOTE, "Ghi chú"))
    words = "thủ tục 😀 " * 4000 + "hết"
    plan = with_table(Table(fresh(), columns, (plain_row(columns, (words, "ngắn")),)))
    book = opened(plan)
    head, rest = cut(words)
    assert book.worksheets[0].cell(FIRST - 1, 1).value == head
    told = [[found.value for found in line] for line in book[LONG_SHEET].iter_rows(min_row=2)]
    assert "".join(line[2] for line in told) == rest
    assert told[0][:2] == ["Phụ lục", "A6"]
    assert same(plan, read_back(plan))


@given(st.text("aă😀 \n", min_size=1, max_size=30), st.integers(MOST - 100, MOST + 100))
def test_a_cut_keeps_every_letter(words: str, length: int) -> None:
    words = (words * length)[:length]
    head, rest = cut(words)
    assert len(head.encode("utf-16-le")) // 2 <= MOST
    assert head.partition(" … (còn ")[0] + rest == words


def test_signs_that_no_file_can_hold_are_left_out() -> None:
    columns = (column(Role.CONTENT, "Việc"),)
    row = Row(fresh(), RowKind.PLAIN, cells=((columns[0].id, Text((Run("a\x00b\x0bc_x0041_\ufffe"),))),))
    sheet = opened(with_table(Table(fresh(), columns, (row,)))).active
    assert unescape(str(sheet.cell(FIRST - 1, 1).value)) in {"abc_x0041_", "abcA"}


def test_rows_are_high_enough_for_their_words() -> None:
    columns = (column(Role.CONTENT, "Việc"), column(Role.RESULT, "Kết quả"))
    long_words = "Rà soát, đánh giá thủ tục hành chính thuộc phạm vi quản lý của ngành. " * 12
    rows = (plain_row(columns, ("Ngắn", "Ngắn")), plain_row(columns, (long_words, "Ngắn")))
    sheet = opened(with_table(Table(fresh(), columns, rows))).active
    low, high = (sheet.row_dimensions[FIRST - 1 + at].height for at in range(2))
    width = sheet.column_dimensions["A"].width * 5.3
    assert 15 <= low <= 25
    assert high >= len(long_words) * 12 * 0.4 / width * 13.8


def test_tasks_in_the_text_have_a_sheet_of_their_own() -> None:
    sheet = opened(sample_plan())["Nhiệm vụ trong lời văn"]
    found = [sheet.cell(FIRST - 1 + at, 2).value for at in range(2)]
    assert all(found)
    assert all(str(place).startswith("I") for place in found)


def test_a_plan_without_tables_and_tasks_says_so() -> None:
    sheet = opened(make_plan(item(Mark.ROMAN, "MỤC ĐÍCH"))).active
    assert "chưa có bảng nào" in sheet["A3"].value


@given(st.lists(st.text("Phụ lục I[]:*?/\\'", max_size=40), max_size=12))
def test_names_of_sheets_are_allowed_and_each_once(wanted: list[str]) -> None:
    names = Names()
    given_names = [names.give(name) for name in wanted]
    assert len({name.casefold() for name in given_names}) == len(wanted)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in given_names)
    assert not any(name.startswith("'") or name.endswith("'") for name in given_names)


def test_numbers_are_those_of_the_print() -> None:
    plan = sample_plan()
    (table, _), *_ = tables(plan)
    sheet = opened(plan).worksheets[0]
    shown = [sheet.cell(row, 1).value for row in range(1, sheet.max_row + 1)]
    assert shown[-len(table.rows) :] == [number or None for number in row_numbers(table)]
