"""Hidden sheets of newer programs, broken, tampered with; workbooks that are no unit's sheet."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.documents.reading.unit_sheet.files import changed, edited, returned, words_of, written
from tests.unit_sheets import DONE
from tthc_desktop.errors import UserError
from tthc_desktop.models.progress.values import Field


def _with_head(path: Path, **values: object) -> Path:
    def change(book: Workbook) -> None:
        cell = book.worksheets[1]["A2"]
        cell.value = json.dumps({**json.loads(str(cell.value)), **values})

    return changed(path, change)


def _with_line(path: Path, row: int, line: str) -> Path:
    def change(book: Workbook) -> None:
        book.worksheets[1].cell(row, 1).value = line

    return changed(path, change)


def test_a_sheet_of_a_newer_program_says_what_to_update(tmp_path: Path) -> None:
    path = _with_head(written(tmp_path), version=3, sending={"new": "form"})
    with pytest.raises(UserError, match="Hãy cập nhật chương trình"):
        returned(path)


@pytest.mark.parametrize(
    "values",
    [
        {"version": "1"},
        {"version": True},
        {"version": -1},
        {"plan": None},
        {"plan": ""},
        {"unit": ["u"]},
        {"sending": 7},
        {"revision": 1.5},
        {"revision": 10**30},
        {"at": "hôm qua"},
        {"at": "2025-08-01T02:30:00"},
        {"at": 5},
        {"groups": "I"},
        {"groups": [1]},
        {"rows": "4"},
        {"unit_name": "x" * 50_000},
    ],
)
def test_a_head_of_wrong_values_is_told_and_not_believed(tmp_path: Path, values: dict[str, object]) -> None:
    said = {"work1.10": DONE}
    path = written(tmp_path, said)
    if "unit_name" in values:  # goes on in the next cells, as long lines do
        line = json.dumps({"version": 1, "unit_name": values["unit_name"]})
        changed(
            path, lambda book: [book.worksheets[1].cell(2, at + 1, line[at * 30_000 :][:30_000]) for at in range(2)]
        )
    else:
        _with_head(path, **values)
    sheet = returned(path)
    assert sheet.sent is None
    assert words_of(sheet) == {"work1.1": {}, "work1.10": DONE, "work2.1": {}, "work2.2": {}}
    assert [problem.text[:23] for problem in sheet.problems] == ["Trang tính ẩn của bảng "]


@pytest.mark.parametrize("line", ["", "{", "[]", "null", "[" * 30_000, "1" * 5000, '{"version": NaN}', "tiếng Việt"])
def test_a_head_that_is_no_json_is_told(tmp_path: Path, line: str) -> None:
    sheet = returned(_with_line(written(tmp_path, {"work1.10": DONE}), 2, line))
    assert sheet.sent is None
    assert words_of(sheet)["work1.10"] == DONE
    assert len(sheet.problems) == 1


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        "[1]",
        '{"id": "work1.10"}',
        '{"id": "work1.10", "digest": "d", "said": []}',
        '{"id": "work1.10", "digest": "d", "said": {"percent": 60}}',
        '{"id": "work1.10", "digest": "d", "said": {"colour": "red"}}',
        '{"id": "", "digest": "d", "said": {}}',
        '{"id": "work1.1", "digest": "other", "said": {}}',
    ],
)
def test_a_damaged_row_is_told_and_the_others_stand(tmp_path: Path, line: str) -> None:
    sheet = returned(_with_line(written(tmp_path), 4, line))
    assert sheet.sent is not None
    assert set(sheet.sent.rows) == {"work1.1", "work2.1", "work2.2"}
    assert sheet.sent.rows["work1.1"].digest == "digest-work1.1"
    assert ["ở 1 hàng" in problem.text for problem in sheet.problems] == [True]


def test_a_hidden_sheet_with_nothing_but_its_mark_is_told(tmp_path: Path) -> None:
    sheet = returned(changed(written(tmp_path), lambda book: book.worksheets[1].delete_rows(2, 20)))
    assert sheet.sent is None
    assert len(sheet.problems) == 1


def test_what_a_hidden_sheet_holds_in_two_cells_is_one_line(tmp_path: Path) -> None:
    long = {**DONE, Field.RESULT: "kết quả 😀 " * 1500 + "hết"}
    sheet = returned(written(tmp_path, {"work1.10": long}))
    assert sheet.sent is not None
    assert sheet.sent.rows["work1.10"].said == long
    assert words_of(sheet)["work1.10"] == long


def test_another_workbook_is_no_unit_sheet(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.worksheets[0].append(["STT", "Nội dung công việc", "Đơn vị chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm"])
    book.save(tmp_path / "kế hoạch.xlsx")
    with pytest.raises(UserError, match=r"“kế hoạch\.xlsx” không phải bảng việc"):
        returned(tmp_path / "kế hoạch.xlsx")


def test_a_sheet_without_its_heading_asks_for_it(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="còn đủ hàng tên cột"):
        returned(edited(written(tmp_path), lambda sheet: sheet.delete_rows(6)))


def test_of_two_hidden_sheets_the_one_of_the_table_counts(tmp_path: Path) -> None:
    def foreign(book: Workbook) -> None:
        other = book.copy_worksheet(book.worksheets[1])
        book.move_sheet(other, -1)
        other["A2"].value = str(other["A2"].value).replace("sending-1", "sending-2")
        for row in range(3, other.max_row + 1):
            other.cell(row, 1).value = str(other.cell(row, 1).value).replace("work", "foreign")

    sheet = returned(changed(written(tmp_path), foreign))
    assert sheet.sent is not None
    assert sheet.sent.sending_id == "sending-1"


def test_blanks_at_the_edges_of_hidden_cells_are_not_lost(tmp_path: Path) -> None:
    long = {Field.RESULT: "a " * 16_000 + "b"}
    sheet = returned(written(tmp_path, {"work1.1": long, "work1.10": {Field.RESULT: "b" + " a" * 15_900}}))
    assert sheet.problems == ()
    assert sheet.sent is not None
    assert sheet.sent.rows["work1.1"].said == long
