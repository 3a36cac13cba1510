"""`receive`: returned sheets compared, and taken when that is asked for."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ask
from tests.returned.hands import Sheet, Value, add_row, clear_ids, open_sheet
from tests.returned.office import make_office, type_value, values
from tthc_desktop.documents.unit_sheet_form import CARRIED
from tthc_desktop.models.changes import Change
from tthc_desktop.models.merge.values import Spot
from tthc_desktop.models.progress.values import Field
from tthc_desktop.models.text import plain
from tthc_desktop.office import Office


class Round:
    """A round of sheets that went out to two units."""

    def __init__(self, ask: Ask, office: Path, folder: Path) -> None:
        self.ask, self.office, self.folder = ask, office, folder
        self.plan = make_office(office, 8, 2)
        self.sheets: list[dict[str, Any]] = ask("send", self.plan.id, folder / "gửi", "--json").found["sheets"]

    def sheet(self, at: int = 0) -> Sheet:
        return open_sheet(Path(self.sheets[at]["file"]))

    def returned(self, sheet: Sheet, name: str = "trả.xlsx") -> Path:
        sheet.save(self.folder / name)
        return self.folder / name

    def spot(self, work: str, field: Field, at: int = 0) -> Spot:
        return Spot(self.plan.id, work, self.sheets[at]["unit_id"], field)

    def values(self) -> dict[Spot, str]:
        with Office.open(self.office) as opened:
            return values(opened)


@pytest.fixture
def sent(ask: Ask, office: Path, tmp_path: Path) -> Round:
    return Round(ask, office, tmp_path)


def works(sheet: Sheet) -> list[str]:
    return [words for row in sheet.rows if (words := str(row[0].shown)).startswith("task")]


def test_nothing_is_written_before_it_is_asked_for(ask: Ask, sent: Round) -> None:
    sheet = sent.sheet()
    work = works(sheet)[0]
    sheet.fill(work, Field.PERCENT, Value(0.6, "0%"))
    file = sent.returned(sheet)
    found = ask("receive", file, "--json").found
    assert found == {
        **{"files": 1, "updated": 1, "unchanged": 0, "conflicts": [], "review": []},
        **{"unknown_rows": [], "problems": [], "skipped": []},
    }
    assert sent.values() == {}
    told = ask("receive", file).out.splitlines()
    assert told == [f"{sent.sheets[0]['unit']}: 1 thay đổi.", "Chưa ghi gì; thêm --apply để nhận 1 giá trị."]
    assert ask("receive", file, "--apply").out.splitlines()[-1] == "Đã nhận 1 giá trị; lệnh undo lấy lại được."
    assert sent.values() == {sent.spot(work, Field.PERCENT): "60"}
    again = ask("receive", file, "--apply")
    assert again.out.splitlines() == [
        f"{sent.sheets[0]['unit']}: 0 thay đổi.",
        "Không có giá trị mới nào để ghi.",
    ]
    undone = ask("undo", "--json").found
    assert undone["undone"] == "Nhận 1 giá trị của 1 đơn vị"
    assert sent.values() == {}


def test_where_a_value_came_from_is_shown(ask: Ask, sent: Round) -> None:
    sheet = sent.sheet()
    work = works(sheet)[0]
    sheet.fill(work, Field.RESULT, Value("Đã trình"))
    ask("receive", sent.returned(sheet), "--apply")
    (one,) = ask("show", sent.plan.id, "--json").found["progress"]
    said = one["said"]["result"]
    assert (one["work"], said["words"], said["file"], said["sheet"]) == (work, "Đã trình", "trả.xlsx", "Phần việc")
    assert said["cell"].startswith("K")
    assert said["at"]


def test_conflicts_stand_in_three_columns(ask: Ask, office: Path, sent: Round) -> None:
    sheet = sent.sheet()
    work = works(sheet)[1]
    sheet.fill(work, Field.DAY, Value("05/08/2026"))
    with Office.open(office) as opened:
        type_value(opened, sent.spot(work, Field.DAY), "2026-08-06")
    file = sent.returned(sheet)
    (one,) = ask("receive", file, "--apply", "--json").found["conflicts"]
    (answer,) = one.pop("returned")
    assert one == {
        **{"plan": sent.plan.id, "work": work, "content": str(sent.plan.tasks[work].content), "field": "day"},
        **{"unit": sent.sheets[0]["unit_id"], "unit_name": sent.sheets[0]["unit"]},
        **{"sent": "", "current": "2026-08-06"},
    }
    assert (answer["words"], answer["file"], answer["sheet"]) == ("2026-08-05", "trả.xlsx", "Phần việc")
    assert sent.values() == {sent.spot(work, Field.DAY): "2026-08-06"}
    line = next(line for line in ask("receive", file).out.splitlines() if line.startswith("Mâu thuẫn"))
    assert "đã gửi trống, đơn vị ghi “05/08/2026”, hiện có “06/08/2026”" in line


def test_what_is_known_by_content_is_reviewed_and_added_rows_are_told(ask: Ask, sent: Round) -> None:
    sheet = sent.sheet()
    work = works(sheet)[2]
    sheet.fill(work, Field.STATUS, Value("hoàn thành"))
    clear_ids(sheet, [work])
    add_row(sheet, "Việc thêm", "Kết quả thêm")
    found = ask("receive", sent.returned(sheet), "--apply", "--json").found
    (one,) = found["review"]
    assert (one["work"], one["field"], one["returned"][0]["words"]) == (work, "status", "Hoàn thành")
    assert "nội dung" in one["doubt"]
    (row,) = found["unknown_rows"]
    assert (row["content"], row["said"], row["unit"]) == (
        "Việc thêm", {"result": "Kết quả thêm"}, sent.sheets[0]["unit_id"],
    )  # fmt: skip
    assert sent.values() == {}


def test_a_cell_without_a_form_is_told_by_its_address(ask: Ask, sent: Round) -> None:
    sheet = sent.sheet()
    sheet.fill(works(sheet)[0], Field.DAY, Value("hôm nọ"))
    found = ask("receive", sent.returned(sheet), "--json").found
    (one,) = found["problems"]
    assert (one["file"], one["sheet"], one["cell"][0]) == ("trả.xlsx", "Phần việc", "M")
    assert "hôm nọ" in one["text"]
    assert found["updated"] == 0


def test_files_of_one_name_in_two_folders_are_told_apart(ask: Ask, sent: Round, tmp_path: Path) -> None:
    for at, folder in enumerate(("một", "hai")):
        (tmp_path / "trả" / folder).mkdir(parents=True)
        sheet = sent.sheet(at)
        sheet.fill(works(sheet)[0], Field.RESULT, Value(f"Kết quả {folder}"))
        shutil.move(sent.returned(sheet), tmp_path / "trả" / folder / "bảng.xlsx")
    ask("receive", tmp_path / "trả", "--apply")
    progress = ask("show", sent.plan.id, "--json").found["progress"]
    assert {one["said"]["result"]["file"] for one in progress} == {"một/bảng.xlsx", "hai/bảng.xlsx"}


def test_a_folder_without_sheets_is_said_to_be_one(ask: Ask, office: Path, tmp_path: Path) -> None:
    (tmp_path / "rỗng").mkdir()
    (tmp_path / "rỗng" / "đọc.txt").write_text("x")
    said = ask("receive", tmp_path / "rỗng")
    assert (said.status, "Không có bảng nào" in said.err) == (2, True)
    assert ask("receive", tmp_path / "không có").status == 2
    assert not office.exists()


def test_a_sheet_without_its_hidden_sheet_is_reviewed(ask: Ask, sent: Round) -> None:
    sheet = sent.sheet()
    work = works(sheet)[0]
    sheet.fill(work, Field.RESULT, Value("Xong"))
    del sheet.book[CARRIED]
    found = ask("receive", sent.returned(sheet), "--apply", "--json").found
    (one,) = found["review"]
    assert (one["work"], one["sent"], one["unit"]) == (work, None, sent.sheets[0]["unit_id"])
    assert found["updated"] == 0
    assert sent.values() == {}


def test_a_sheet_of_a_deleted_plan_is_trouble_until_the_plan_is_back(ask: Ask, sent: Round) -> None:
    sheet = sent.sheet()
    sheet.fill(works(sheet)[0], Field.RESULT, Value("Xong"))
    file = sent.returned(sheet)
    ask("delete", sent.plan.id)
    said = ask("receive", file, "--apply", "--json")
    assert (said.status, said.found["updated"]) == (2, 0)
    assert "đã bị xóa" in said.err
    ask("undo")
    assert ask("receive", file, "--apply", "--json").found["updated"] == 1


def test_data_brought_back_from_an_older_copy_is_told(ask: Ask, office: Path, sent: Round, tmp_path: Path) -> None:
    shutil.copy(office, tmp_path / "bản lưu")
    with Office.open(office) as opened:
        plan = opened.plans[sent.plan.id]
        opened.change(Change("Sửa", ((plan, replace(plan, title=plain("Tên mới"))),)))
    later = ask("send", sent.plan.id, tmp_path / "sau", "--json").found["sheets"][0]
    sheet = open_sheet(Path(later["file"]))
    sheet.fill(works(sheet)[0], Field.RESULT, Value("Xong"))
    shutil.copy(tmp_path / "bản lưu", office)
    found = ask("receive", sent.returned(sheet), "--json").found
    assert found["updated"] == 1
    assert ["phục hồi" in problem["text"] for problem in found["problems"]] == [True]
