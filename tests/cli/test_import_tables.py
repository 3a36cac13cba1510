"""`import` of workbooks from a script: a new plan, a plan that is there already, doubtful rows, what is no table."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from tests.cli.conftest import Ask

Cell = str | float | date
Book = Callable[..., Path]

HEAD: Sequence[Cell] = ("STT", "Nội dung công việc", "Đơn vị chủ trì", "Phối hợp", "Thời hạn")
FIRST: Sequence[Cell] = (1, "Ban hành kế hoạch truyền thông", "Văn phòng Sở", "Các phòng", "Quý I/2026")
SECOND: Sequence[Cell] = (2, "Rà soát quy định về hộ tịch", "Phòng Hộ tịch", "Văn phòng Sở", "Quý II/2026")
THIRD: Sequence[Cell] = (3, "Kiểm tra bộ phận một cửa", "Thanh tra Sở", "Văn phòng Sở", "31/02/2026")


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Write a workbook of these rows; the first row of words alone is merged over the table."""

    def written(name: str, *rows: Sequence[Cell], title: str = "") -> Path:
        path = tmp_path / name
        with xlsxwriter.Workbook(path) as made:
            sheet = made.add_worksheet("Bảng 1")
            day = made.add_format({"num_format": "dd/mm/yyyy"})
            down = 0
            if title:
                sheet.merge_range(0, 0, 0, len(rows[0]) - 1, title)
                down = 2
            for at, cells in enumerate(rows, down):
                for column, said in enumerate(cells):
                    if isinstance(said, date):
                        sheet.write_datetime(at, column, said, day)
                    else:
                        sheet.write(at, column, said)
        return path

    return written


def test_a_workbook_becomes_a_plan(ask: Ask, book: Book) -> None:
    path = book("ke-hoach.xlsx", HEAD, FIRST, SECOND, title="KẾ HOẠCH KIỂM SOÁT THỦ TỤC HÀNH CHÍNH NĂM 2026")
    found = ask("import", path, "--json").found
    assert found["counts"]["table_tasks"] == 2
    assert (found["unplaced"], found["problems"], found["left"]) == ([], [], [])
    plan = ask("show", found["plan"], "--json").found
    assert plan["title"] == "KIỂM SOÁT THỦ TỤC HÀNH CHÍNH NĂM 2026"
    assert [[task["number"], task["content"], task["deadline"]] for task in plan["tasks"]] == [
        ["1", FIRST[1], FIRST[4]],
        ["2", SECOND[1], SECOND[4]],
    ]
    ask("undo")
    assert ask("list", "--json").found == {"plans": []}


def test_doubtful_rows_wait_with_their_cells(ask: Ask, book: Book) -> None:
    found = ask("import", book("a.xlsx", HEAD, FIRST, THIRD), "--json").found
    assert found["counts"]["table_tasks"] == 1
    assert [left["place"] for left in found["left"]] == ["Bảng 1!E3"]
    assert "Bảng 1!E3" in [problem["place"] for problem in found["problems"]]
    assert [line["line"] for line in found["unplaced"]] == [3]


def test_into_a_plan_only_what_is_new_comes(ask: Ask, book: Book) -> None:
    plan = ask("import", book("a.xlsx", HEAD, FIRST, SECOND), "--json").found["plan"]
    changed = (*SECOND[:4], date(2026, 6, 30))
    new = (3, "Tập huấn cho công chức cấp xã", "Văn phòng Sở", "Phòng Hộ tịch", "Quý IV/2026")
    path = book("b.xlsx", HEAD, FIRST, changed, new)
    found = ask("import", path, "--into", plan, "--json").found
    assert {name: found[name] for name in ("plan", "added", "changed", "same", "gone", "left")} == {
        "plan": plan, "added": 1, "changed": 1, "same": 1, "gone": 0, "left": [],
    }  # fmt: skip
    tasks = ask("show", plan, "--json").found["tasks"]
    assert [task["deadline"] for task in tasks] == ["Quý I/2026", "30/06/2026", "Quý IV/2026"]
    again = ask("import", path, "--into", plan, "--json").found
    assert (again["added"], again["changed"], again["same"]) == (0, 0, 3)
    assert "thêm 0 hàng, sửa 0 hàng, giữ nguyên 3 hàng" in ask("import", path, "--into", plan).out
    ask("undo")
    assert [task["deadline"] for task in ask("show", plan, "--json").found["tasks"]] == ["Quý I/2026", "Quý II/2026"]


def test_a_table_kept_as_text(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "bang.csv"
    rows = "\n".join(";".join(map(str, cells)) for cells in (HEAD, FIRST, SECOND))
    path.write_text(rows, encoding="utf-16")
    found = ask("import", path, "--json").found
    assert found["counts"]["table_tasks"] == 2


def test_several_files_of_which_one_is_no_table(ask: Ask, book: Book) -> None:
    staff = book("nhan-su.xlsx", ("STT", "Họ và tên", "Ngày sinh"), (1, "Lê Thị Bình", "1990"))
    said = ask("import", book("a.xlsx", HEAD, FIRST), staff, "--json")
    first, second = said.found["files"]
    assert first["counts"]["table_tasks"] == 1
    assert "không có bảng nhiệm vụ" in second["error"]
    assert said.status == 2


def test_no_table_leaves_even_a_missing_office_unmade(ask: Ask, book: Book, office: Path) -> None:
    said = ask("import", book("a.xlsx", ("Tháng", "Số hồ sơ"), (1, 20)), "--json")
    assert (said.status, said.out) == (2, "")
    assert "không có bảng nhiệm vụ" in said.err
    assert not office.exists()


def test_a_text_goes_into_no_plan(ask: Ask, book: Book, paper: Path) -> None:
    plan = ask("import", book("a.xlsx", HEAD, FIRST), "--json").found["plan"]
    said = ask("import", paper, "--into", plan)
    assert said.status == 2
    assert "không phải là bảng tính" in said.err


def test_a_plan_that_was_issued_is_refused(ask: Ask, book: Book) -> None:
    plan = ask("import", book("a.xlsx", HEAD, FIRST), "--json").found["plan"]
    assert ask("issue", plan, "--number", "7", "--date", "02/03/2026").status == 0
    said = ask("import", book("b.xlsx", HEAD, FIRST, SECOND), "--into", plan)
    assert said.status == 2
    assert "đã ban hành nên không sửa được" in said.err


def test_our_own_export_knows_its_rows(ask: Ask, book: Book, tmp_path: Path) -> None:
    plan = ask("import", book("a.xlsx", HEAD, FIRST, SECOND), "--json").found["plan"]
    out = tmp_path / "ra.xlsx"
    assert ask("export", plan, out).status == 0
    same = ask("import", out, "--into", plan, "--json").found
    assert (same["added"], same["changed"], same["same"], same["gone"]) == (0, 0, 2, 0)
    edited = openpyxl.load_workbook(out)
    for cells in edited.worksheets[0].iter_rows():
        for cell in cells:
            if cell.value == FIRST[1]:
                cell.value = "Một việc khác hẳn"
    edited.save(out)
    found = ask("import", out, "--into", plan, "--json").found
    assert (found["added"], found["changed"], found["same"], found["gone"]) == (0, 1, 1, 0)
    assert [task["content"] for task in ask("show", plan, "--json").found["tasks"]] == ["Một việc khác hẳn", SECOND[1]]


def test_our_own_export_becomes_the_same_plan_elsewhere(ask: Ask, book: Book, tmp_path: Path) -> None:
    plan = ask("import", book("a.xlsx", HEAD, FIRST, SECOND, title="Rà soát năm 2026"), "--json").found["plan"]
    ask("export", plan, tmp_path / "ra.xlsx")
    found = ask("import", tmp_path / "ra.xlsx", "--json").found
    old, new = (ask("show", one, "--json").found for one in (plan, found["plan"]))
    for name in ("content", "lead", "coordinate", "result", "deadline", "number"):
        assert [task[name] for task in new["tasks"]] == [task[name] for task in old["tasks"]]


def test_a_heading_without_rows_makes_no_plan(ask: Ask, book: Book) -> None:
    path = book("trong.xlsx", HEAD)
    assert ask("import", path).status == 2
    plan = ask("import", book("a.xlsx", HEAD, FIRST), "--json").found["plan"]
    said = ask("import", path, "--into", plan)
    assert said.status == 2
    assert "không có hàng công việc nào" in said.err
    assert len(ask("list", "--json").found["plans"]) == 1
