"""A unit's workbook, looked at as openpyxl opens it."""

from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from tests.unit_sheets import DONE, DUE, FIGURES, ROOM, group, sent, share, target, work
from tthc_desktop.documents.writing.unit_sheets import unit_sheet
from tthc_desktop.models.progress.values import MEASURES, REPORTED, TITLES, Field, Status
from tthc_desktop.models.sending.workshare import LOCKED

_HEAD = 6


@pytest.fixture(scope="module")
def book() -> Workbook:
    of = share()
    return load_workbook(BytesIO(unit_sheet(of, sent(of, {"work1.10": DONE}), DUE)))


def test_one_sheet_is_seen_and_one_cannot_even_be_shown(book: Workbook) -> None:
    assert [(sheet.title, sheet.sheet_state) for sheet in book] == [("Phần việc", "visible"), ("_tthc", "veryHidden")]


def test_title_unit_instructions_and_due_day_stand_above(book: Workbook) -> None:
    above = [str(book.worksheets[0].cell(row, 2).value) for row in range(1, _HEAD)]
    assert above[:2] == [share().plan_title, f"Đơn vị: {ROOM.name}"]
    assert above[2].startswith("1. ")
    assert above[3].startswith("2. ")
    assert above[4] == "Gửi lại trước ngày 15/09/2025"


def test_columns_have_the_titles_that_everyone_uses(book: Workbook) -> None:
    heading = [cell.value for cell in book.worksheets[0][_HEAD]]
    assert heading == ["Mã", *LOCKED.values(), *(TITLES[field] for field in REPORTED)]


def test_only_cells_of_fields_are_open(book: Workbook) -> None:
    sheet = book.worksheets[0]
    open_cells = {cell.coordinate for row in sheet for cell in row if not cell.protection.locked}
    assert open_cells == {f"{column}{row}" for row in (8, 9, 11, 12) for column in "IJKLMNO"}
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert not sheet.protection.formatColumns
    assert not sheet.protection.formatRows
    assert not sheet.protection.sort
    assert not sheet.protection.autoFilter
    assert sheet.protection.deleteRows


def test_identities_stand_in_a_hidden_column(book: Workbook) -> None:
    sheet = book.worksheets[0]
    assert sheet.column_dimensions["A"].hidden
    identities = [sheet.cell(row, 1).value for row in range(_HEAD + 1, sheet.max_row + 1)]
    assert identities == ["nhóm", "work1.1", "work1.10", "nhóm", "work2.1", "work2.2"]


def test_no_words_become_a_formula_or_a_number(book: Workbook) -> None:
    sheet = book.worksheets[0]
    assert [cell.coordinate for row in sheet for cell in row if cell.data_type == "f"] == []
    assert sheet["B9"].value == "1.10"
    assert sheet["G11"].value == "=tờ rơi"
    assert all(sheet[cell].quotePrefix for cell in ("G11", "K9", "N9", "O9"))
    assert not sheet["G8"].quotePrefix


def test_progress_stands_in_its_cells_as_excel_knows_it(book: Workbook) -> None:
    row = book.worksheets[0][9]
    assert [cell.value for cell in row[8:]] == [
        Status.DONE_ON_TIME.value,
        0.605,
        DONE[Field.RESULT],
        "1.10",
        datetime(2025, 8, 5),  # noqa: DTZ001 - Excel has no zones
        DONE[Field.TROUBLE],
        DONE[Field.PROPOSAL],
    ]
    assert [cell.number_format for cell in row[8:]] == ["@", "0.0#%", "@", "@", "dd/mm/yyyy", "@", "@"]


def test_fields_take_only_what_they_can_be(book: Workbook) -> None:
    rules = {str(rule.sqref): rule for rule in book.worksheets[0].data_validations.dataValidation}
    assert set(rules) == {"I7:I12", "J7:J12", "M7:M12"}
    assert rules["I7:I12"].formula1.strip('"').split(",") == [status.value for status in Status]
    assert (rules["J7:J12"].type, rules["J7:J12"].formula1, rules["J7:J12"].formula2) == ("decimal", "0", "100")
    assert rules["M7:M12"].type == "date"
    assert all("Hãy" in rule.error and rule.showErrorMessage for rule in rules.values())


def test_the_paper_is_a4_across_as_wide_as_the_sheet(book: Workbook) -> None:
    sheet = book.worksheets[0]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToWidth in {None, 1}  # one is what Excel takes when nothing is said
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == f"${_HEAD}:${_HEAD}"
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.center is not None
    assert "&P" in str(sheet.oddFooter.center.text)
    assert sheet.freeze_panes == f"D{_HEAD + 1}"


def test_rows_are_as_high_as_their_words_and_never_higher_than_excel_allows() -> None:
    of = share(
        work("1", "ngắn"), work("2", "dài lắm " * 40), work("3", "dài vô cùng " * 4000), group("I", "nhóm " * 60)
    )
    sheet = load_workbook(BytesIO(unit_sheet(of, sent(of)))).worksheets[0]
    short, long, endless, heading = (sheet.row_dimensions[row].height for row in (6, 7, 8, 9))
    assert short < long < endless <= 409
    assert heading < long


def test_words_too_long_for_a_cell_are_cut_with_a_mark() -> None:
    of = share(work("1", "chữ 😀 " * 9000))
    value = load_workbook(BytesIO(unit_sheet(of, sent(of)))).worksheets[0]["C6"].value
    assert len(value.encode("utf-16-le")) <= 2 * 32_767
    assert value.endswith("😀 … (còn tiếp)") or value.endswith("chữ … (còn tiếp)")


def test_a_share_without_work_is_a_sheet_too() -> None:
    of = share(group("I", "KHÔNG CÓ VIỆC"))
    sheet = load_workbook(BytesIO(unit_sheet(of, sent(of)))).worksheets[0]
    assert sheet["C6"].value == "KHÔNG CÓ VIỆC"


def test_a_sheet_of_a_period_says_so_above() -> None:
    of = share()
    sheet = load_workbook(BytesIO(unit_sheet(of, sent(of, period="2025-Q2")))).worksheets[0]
    assert sheet["B3"].value == "Kỳ báo cáo: Quý II/2025"


def test_a_unit_with_targets_gives_their_figures_and_tasks_have_none() -> None:
    of = share(target("1", "Tỷ lệ hồ sơ trực tuyến"), work("2", "Tập huấn"))
    sheet = load_workbook(BytesIO(unit_sheet(of, sent(of, {"work1": FIGURES})))).worksheets[0]
    head, first, second = ([*sheet[row]] for row in (6, 7, 8))
    assert sheet["B5"].value.startswith("3. Chỉ tiêu: ")
    assert [cell.value for cell in head[15:]] == [TITLES[field] for field in MEASURES]
    assert [cell.value for cell in first[15:]] == [1250, 1400, 89.285714, datetime(2025, 6, 14)]  # noqa: DTZ001
    assert not any(cell.protection.locked for cell in first[8:])
    assert [cell.protection.locked for cell in second[8:]] == [False] * len(REPORTED) + [True] * len(MEASURES)
    assert {cell.fill.fgColor.rgb for cell in second[15:]} == {"FFE7E9EC"}
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert set(rules) == {"I7:I8", "J7:J8", "M7:M8", "P7:P8", "Q7:Q8", "R7:R8", "S7:S8"}
    assert (rules["P7:P8"].type, rules["P7:P8"].formula1, rules["S7:S8"].type) == ("decimal", "0", "date")
    assert sheet.auto_filter.ref == "B6:S8"
