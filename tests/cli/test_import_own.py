"""Our own workbooks taken back by a script after somebody worked in them, and workbooks for another command."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.cli.conftest import Ask, is_one_line

TEXT = """KẾ HOẠCH
Rà soát thủ tục hành chính năm 2026
I. MỤC ĐÍCH
1. Nâng cao chất lượng.
II. NHIỆM VỤ
1. Rà soát quy trình một cửa
- Đơn vị chủ trì: Văn phòng Sở
- Đơn vị phối hợp: Các phòng thuộc Sở
- Thời gian thực hiện: Quý I/2026
2. Tập huấn cho công chức
- Đơn vị chủ trì: Phòng Nghiệp vụ
- Đơn vị phối hợp: Văn phòng Sở
- Thời gian thực hiện: Quý II/2026
"""
TABLE = """STT;Nội dung công việc;Đơn vị chủ trì;Phối hợp;Thời hạn
1;{};Văn phòng Sở;Các phòng;Quý I
2;Báo cáo;Phòng A;;Quý II
"""
Edit = Callable[[Worksheet], object]


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def table(folder: Path, content: str) -> Path:
    path = folder / f"{content}.csv"
    path.write_text(TABLE.format(content), encoding="utf-8")
    return path


def taken_back(ask: Ask, plan: str, folder: Path, edit: Edit) -> dict[str, Any]:
    """Export a plan, edit its first sheet, and take it back into the plan."""
    path = folder / "xuat.xlsx"
    ask("export", plan, path)
    book = openpyxl.load_workbook(path)
    edit(book.worksheets[0])
    book.save(path)
    return ask("import", path, "--into", plan, "--json").found


def counted(found: dict[str, Any]) -> tuple[int, ...]:
    return tuple(found[name] for name in ("added", "changed", "same", "gone"))


def row_of(sheet: Worksheet, words: str) -> int:
    return next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == words)


def test_tasks_in_the_text_take_what_was_changed_on_their_sheet(ask: Ask, text: Path, tmp_path: Path) -> None:
    plan = ask("import", text, "--json").found["plan"]
    before = ask("show", plan, "--json").found["tasks"]
    assert [task["where"] for task in before] == ["body", "body"]
    assert counted(taken_back(ask, plan, tmp_path, lambda _: None)) == (0, 0, 2, 0)

    def edit(sheet: Worksheet) -> None:
        row = row_of(sheet, "Tập huấn cho công chức")
        sheet.cell(row, 4).value = "Thanh tra Sở"
        sheet.cell(row - 1, 2).value = "mục khác"
        sheet.append(["3", "II.3", "Việc chưa có đoạn văn", "Văn phòng Sở"])

    found = taken_back(ask, plan, tmp_path, edit)
    assert counted(found) == (0, 1, 1, 0)
    assert ["đoạn" in left["text"] for left in found["left"]] == [True]
    after = ask("show", plan, "--json").found["tasks"]
    assert [task["lead"] for task in after] == [before[0]["lead"], "Thanh tra Sở"]
    assert [task["content"] for task in after] == [task["content"] for task in before]
    ask("undo")
    assert ask("show", plan, "--json").found["tasks"] == before


def test_a_row_of_such_a_sheet_that_was_deleted_stays_in_the_text(ask: Ask, text: Path, tmp_path: Path) -> None:
    plan = ask("import", text, "--json").found["plan"]
    found = taken_back(ask, plan, tmp_path, lambda sheet: sheet.delete_rows(row_of(sheet, "Tập huấn cho công chức")))
    assert counted(found) == (0, 0, 1, 1)
    assert len(ask("show", plan, "--json").found["tasks"]) == 2


def test_blank_cells_and_new_columns_are_told_with_their_place(ask: Ask, tmp_path: Path) -> None:
    plan = ask("import", table(tmp_path, "Rà soát"), "--json").found["plan"]

    def edit(sheet: Worksheet) -> None:
        row = row_of(sheet, "Rà soát")
        sheet.cell(row, 3).value = None
        sheet.insert_cols(5)
        sheet.cell(row_of(sheet, "STT"), 5).value = "Ghi thêm"
        sheet.cell(row, 5).value = "chữ"

    found = taken_back(ask, plan, tmp_path, edit)
    assert counted(found) == (0, 0, 2, 0)
    blank, column = found["left"]
    assert blank["place"].endswith("!C6")
    assert "Văn phòng Sở" in blank["text"]
    assert "“Ghi thêm”" in column["text"]


def test_a_stray_merge_across_a_task_says_nothing_of_who_leads(ask: Ask, tmp_path: Path) -> None:
    plan = ask("import", table(tmp_path, "Rà soát"), "--json").found["plan"]
    before = ask("show", plan, "--json").found["tasks"]

    def edit(sheet: Worksheet) -> None:
        row = row_of(sheet, "Rà soát")
        sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=4)

    found = taken_back(ask, plan, tmp_path, edit)
    assert counted(found) == (0, 0, 2, 0)
    assert ["gộp" in problem["text"] for problem in found["problems"]] == [True]
    assert ask("show", plan, "--json").found["tasks"] == before


def test_all_plans_of_a_workbook_come_by_one_change(ask: Ask, text: Path, tmp_path: Path) -> None:
    ask("import", text, table(tmp_path, "Rà soát"))
    out = tmp_path / "tat-ca.xlsx"
    ask("export-all", out)
    found = ask("import", out, "--json").found
    plans = [found["plan"], *(other["plan"] for other in found["others"])]
    assert len(set(plans)) == 2
    listed = {plan["id"] for plan in ask("list", "--json").found["plans"]}
    assert set(plans) < listed
    ask("undo")
    assert {plan["id"] for plan in ask("list", "--json").found["plans"]} == listed - set(plans)
    into = ask("import", out, "--into", plans[0], "--json")
    assert into.status == 2
    first = ask("list", "--json").found["plans"][0]["id"]
    told = ask("import", out, "--into", first, "--json").found
    assert counted(told) == (0, 0, 2, 0)
    assert ["kế hoạch khác" in problem["text"] for problem in told["problems"]] == [True]


def test_an_export_goes_also_into_a_copy_of_its_plan(ask: Ask, tmp_path: Path) -> None:
    plan = ask("import", table(tmp_path, "Rà soát"), "--json").found["plan"]
    copy = ask("draft", plan, "--json").found["plan"]
    out = tmp_path / "x.xlsx"
    ask("export", plan, out)
    found = ask("import", out, "--into", copy, "--json").found
    assert (counted(found), found["problems"]) == ((0, 0, 2, 0), [])


def test_sheets_for_another_command_are_refused_with_its_name(ask: Ask, text: Path, tmp_path: Path) -> None:
    plan = ask("import", text, "--json").found["plan"]
    sheet = ask("send", plan, tmp_path / "phieu", "--json").found["sheets"][0]["file"]
    for into in ((), ("--into", plan)):
        said = ask("import", sheet, *into)
        assert said.status == 2
        assert is_one_line(said.err)
        assert "receive" in said.err
    ask("export-all", tmp_path / "tat-ca.xlsx")
    said = ask("receive", tmp_path / "tat-ca.xlsx")
    assert said.status == 2
    assert "không phải bảng việc" in said.err


def test_other_titles_are_told_and_not_taken(ask: Ask, tmp_path: Path) -> None:
    plan = ask("import", table(tmp_path, "Rà soát"), "--json").found["plan"]

    def edit(sheet: Worksheet) -> None:
        sheet.cell(row_of(sheet, "Đơn vị chủ trì"), 3).value = "Người làm"
        sheet.cell(3, 1).value = "Bảng phân công mới"

    found = taken_back(ask, plan, tmp_path, edit)
    assert counted(found) == (0, 0, 2, 0)
    told = " ".join(problem["text"] for problem in found["problems"])
    assert "“Bảng phân công mới”" in told
    assert "“Người làm”" in told
