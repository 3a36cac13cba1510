"""Sheets as units edit them: filled in, sorted, moved, copied, cleared."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.documents.reading.unit_sheet.files import HEAD, changed, edited, put, returned, unmerge, words_of, written
from tests.unit_sheets import DONE, ROOM
from tthc_desktop.models.progress.values import Field, Status
from tthc_desktop.models.sending.returned import Cell


def _sorted_backwards(sheet: Worksheet) -> None:
    """Sort the tasks by their numbers downwards, headings last, as Excel does without protection."""
    unmerge(sheet)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEAD + 1, max_row=HEAD + 6)]
    rows.sort(key=lambda row: str(row[1]), reverse=True)
    for at, row in enumerate(rows, HEAD + 1):
        for column, value in enumerate(row, 1):
            sheet.cell(at, column).value = value
            if isinstance(value, str):
                sheet.cell(at, column).data_type = "s"  # openpyxl takes "=…" for a formula


def _status_first(sheet: Worksheet) -> None:
    """Move the column of the status before all others."""
    unmerge(sheet)
    values = [sheet.cell(row, 9).value for row in range(1, sheet.max_row + 1)]
    sheet.delete_cols(9)
    sheet.insert_cols(1)
    for row, value in enumerate(values, 1):
        sheet.cell(row, 1).value = value


def _without_ids(sheet: Worksheet) -> None:
    for row in range(1, sheet.max_row + 1):
        sheet.cell(row, 1).value = None


def test_what_a_unit_fills_in_is_read_with_its_cells(tmp_path: Path) -> None:
    path = edited(
        written(tmp_path),
        put(I8="đã xong", J8=0.6, K8="Nộp  báo cáo ", L8="12/BC-STP", M8=datetime(2025, 8, 5), N9="Thiếu người"),  # noqa: DTZ001
        put(J9=45, M9="ngày 5 tháng 8 năm 2025"),
    )
    sheet = returned(path)
    assert words_of(sheet)["work1.1"] == {
        Field.STATUS: Status.DONE.value,
        Field.PERCENT: "60",
        Field.RESULT: "Nộp báo cáo",
        Field.NUMBER: "12/BC-STP",
        Field.DAY: "2025-08-05",
    }
    assert words_of(sheet)["work1.10"] == {Field.TROUBLE: "Thiếu người", Field.DAY: "2025-08-05", Field.PERCENT: "45"}


def test_doubtful_cells_are_told_with_their_place(tmp_path: Path) -> None:
    path = edited(written(tmp_path), put(I8="tốt", J8="chưa rõ", M8="31/02/2025", M9="02/25/2025", K9="=1/0"))
    first, second = returned(path).rows[:2]
    assert first.cells[Field.STATUS].address == "I8"
    assert "Chưa thực hiện" in first.cells[Field.STATUS].trouble
    assert first.cells[Field.PERCENT].trouble
    assert first.cells[Field.DAY].trouble
    assert second.cells[Field.DAY] == Cell("M9", "02/25/2025", "2025-02-25", second.cells[Field.DAY].trouble)
    assert "25/02/2025" in second.cells[Field.DAY].trouble
    assert "công thức" in second.cells[Field.RESULT].trouble


def test_a_percentage_out_of_its_format_is_asked_about(tmp_path: Path) -> None:
    def general(sheet: Worksheet) -> None:
        sheet["J8"].number_format = "General"
        sheet["J8"].value = 0.6

    cell = returned(edited(written(tmp_path), general)).rows[0].cells[Field.PERCENT]
    assert cell.words == "60"
    assert "60%" in cell.trouble


def test_sorted_rows_keep_their_identities(tmp_path: Path) -> None:
    sheet = returned(edited(written(tmp_path, {"work1.10": DONE}), _sorted_backwards))
    assert [row.work_id for row in sheet.rows] == ["work2.2", "work2.1", "work1.10", "work1.1"]
    assert words_of(sheet)["work1.10"] == DONE
    assert sheet.problems == ()


def test_columns_are_found_where_they_were_moved(tmp_path: Path) -> None:
    sheet = returned(edited(written(tmp_path, {"work1.10": DONE}), _status_first))
    assert words_of(sheet)["work1.10"] == DONE
    assert sheet.rows[1].cells[Field.STATUS].address == "A9"


def test_an_inserted_column_is_told_and_moves_nothing(tmp_path: Path) -> None:
    def insert(sheet: Worksheet) -> None:
        unmerge(sheet)
        sheet.insert_cols(10)
        sheet.cell(HEAD, 10).value = "Ghi chú riêng"
        sheet.cell(9, 10).value = "hỏi lại chị Hoa"

    sheet = returned(edited(written(tmp_path, {"work1.10": DONE}), insert))
    assert words_of(sheet)["work1.10"] == DONE
    assert [problem.cell for problem in sheet.problems] == ["J6"]
    assert "Ghi chú riêng" in sheet.problems[0].text
    assert "J9" in sheet.problems[0].text


@pytest.mark.parametrize(
    ("address", "title", "field"),
    [
        ("I6", "TÌNH TRẠNG (chọn)", Field.STATUS),
        ("J6", "Tỷ lệ hoàn thành", Field.PERCENT),
        ("K6", "Kết quả thực hiên", Field.RESULT),
        ("L6", "Số ký hiệu", Field.NUMBER),
        ("M6", "Ngày ban hành", Field.DAY),
        ("N6", "Khó khăn,\nvướng mắc (nếu có)", Field.TROUBLE),
        ("O6", "Kiến nghị", Field.PROPOSAL),
    ],
)
def test_columns_are_known_under_other_names(tmp_path: Path, address: str, title: str, field: Field) -> None:
    sheet = returned(edited(written(tmp_path, {"work1.10": DONE}), put(**{address: title})))
    assert words_of(sheet)["work1.10"][field] == DONE[field]
    assert words_of(sheet)["work1.10"] == DONE


def test_a_missing_column_is_told_and_says_nothing_of_its_cells(tmp_path: Path) -> None:
    sheet = returned(edited(written(tmp_path, {"work1.10": DONE}), lambda sheet: sheet.delete_cols(12)))
    assert Field.NUMBER not in sheet.rows[1].cells
    assert sheet.rows[1].cells[Field.DAY].words == DONE[Field.DAY]
    assert any("“Số, ký hiệu sản phẩm”" in problem.text for problem in sheet.problems)


def test_rows_added_deleted_and_copied_are_rows_as_they_stand(tmp_path: Path) -> None:
    def rows(sheet: Worksheet) -> None:
        for column in range(1, 16):
            sheet.cell(13, column).value = sheet.cell(9, column).value
        put(C14="Việc phòng tự thêm", K14="Xong rồi", C15="Việc chỉ có tên")(sheet)
        for column in range(1, 16):
            sheet.cell(8, column).value = None

    sheet = returned(edited(written(tmp_path, {"work1.10": DONE}), rows))
    assert [row.work_id for row in sheet.rows] == ["work1.10", "work2.1", "work2.2", "work1.10", "", ""]
    assert [row.row for row in sheet.rows] == [9, 11, 12, 13, 14, 15]
    assert sheet.rows[4].locked["content"] == "Việc phòng tự thêm"
    assert sheet.rows[4].cells[Field.RESULT].words == "Xong rồi"


def test_cleared_identities_leave_their_rows_without(tmp_path: Path) -> None:
    sheet = returned(edited(written(tmp_path, {"work1.10": DONE}), put(A9=None, A10=None, A12=" ")))
    assert [row.work_id for row in sheet.rows] == ["work1.1", "", "work2.1", ""]
    assert sheet.rows[1].cells[Field.PERCENT].words == "60.5"


def test_without_the_hidden_column_groups_are_still_no_work(tmp_path: Path) -> None:
    sheet = returned(edited(written(tmp_path), _without_ids))
    assert [row.locked["content"][:8] for row in sheet.rows] == ["Đo thời ", "Sửa mẫu ", "In tờ rơ", "Tập huấn"]
    assert {row.work_id for row in sheet.rows} == {""}
    assert sheet.sent is not None


def test_the_hidden_column_is_known_by_what_it_holds(tmp_path: Path) -> None:
    sheet = returned(edited(written(tmp_path), put(A6=None)))
    assert [row.work_id for row in sheet.rows] == ["work1.1", "work1.10", "work2.1", "work2.2"]


def test_a_table_copied_into_a_new_workbook_is_read_by_its_looks(tmp_path: Path) -> None:
    path = edited(written(tmp_path, {"work1.10": DONE}), _without_ids)
    changed(path, lambda book: book.remove(book.worksheets[1]))
    sheet = returned(path)
    assert sheet.sent is None
    assert sheet.unit_name == ROOM.name
    assert [row.locked["number"] for row in sheet.rows] == ["1.1", "1.10", "2.1", "2.2"]
    assert sheet.rows[1].cells[Field.DAY].words == DONE[Field.DAY]
    assert any("Bảng không còn trang tính ẩn" in problem.text for problem in sheet.problems)


def test_the_table_is_found_among_other_sheets(tmp_path: Path) -> None:
    def among(book: Workbook) -> None:
        other = book.create_sheet("Ghi chú", 0)
        other.append(["STT", "Nội dung công việc", "Người làm"])
        book.worksheets[1].title = "Trang tính 2"

    sheet = returned(changed(written(tmp_path, {"work1.10": DONE}), among))
    assert sheet.sheet == "Trang tính 2"
    assert words_of(sheet)["work1.10"] == DONE
    assert sheet.problems == ()


def test_a_second_table_in_the_file_is_told(tmp_path: Path) -> None:
    sheet = returned(changed(written(tmp_path), lambda book: book.copy_worksheet(book.worksheets[0])))
    assert len(sheet.rows) == 4
    assert [problem.sheet for problem in sheet.problems] == ["Phần việc Copy"]


def test_filtered_and_hidden_rows_are_read_too(tmp_path: Path) -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[9].hidden = True

    assert words_of(returned(edited(written(tmp_path, {"work1.10": DONE}), hide)))["work1.10"] == DONE


def test_one_answer_merged_over_several_rows_is_said_of_each(tmp_path: Path) -> None:
    path = edited(written(tmp_path), put(I8="Đang làm"), lambda sheet: sheet.merge_cells("I8:I9"))
    words = words_of(returned(path))
    assert words["work1.1"] == words["work1.10"] == {Field.STATUS: Status.DOING.value}


def test_an_answer_merged_over_columns_is_said_of_its_own_field_alone(tmp_path: Path) -> None:
    path = edited(written(tmp_path), put(K8="Đã làm hết"), lambda sheet: sheet.merge_cells("K8:O8"))
    assert words_of(returned(path))["work1.1"] == {Field.RESULT: "Đã làm hết"}


def test_a_repeated_heading_is_no_row(tmp_path: Path) -> None:
    def repeat(sheet: Worksheet) -> None:
        for column in range(1, 16):
            sheet.cell(13, column).value = sheet.cell(HEAD, column).value

    assert len(returned(edited(written(tmp_path), repeat)).rows) == 4


def test_rows_put_above_the_table_do_not_hide_it(tmp_path: Path) -> None:
    def above(sheet: Worksheet) -> None:
        unmerge(sheet)
        sheet.insert_rows(1, 5)
        sheet["B1"].value = "SỞ TƯ PHÁP"

    sheet = returned(edited(written(tmp_path, {"work1.10": DONE}), above))
    assert words_of(sheet)["work1.10"] == DONE
    assert sheet.rows[0].row == 13
    assert sheet.unit_name == ROOM.name
