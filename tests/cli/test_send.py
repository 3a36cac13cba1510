"""`send`: a workbook for each unit, remembered in one change."""

from pathlib import Path

import pytest

from tests.cli.conftest import Ask, is_one_line
from tthc_desktop.documents.reading.sheets.reading import read_book
from tthc_desktop.documents.reading.unit_sheet import read_unit_sheet
from tthc_desktop.documents.writing import files
from tthc_desktop.documents.writing.unit_sheets import folder as folders
from tthc_desktop.errors import UserError
from tthc_desktop.office import Office


@pytest.fixture
def plan(ask: Ask, paper: Path) -> str:
    plan_id: str = ask("import", paper, "--json").found["plan"]
    return plan_id


def test_each_unit_gets_a_workbook_that_says_whose_it_is(ask: Ask, plan: str, tmp_path: Path) -> None:
    found = ask("send", plan, tmp_path / "ra" / "bảng", "--due", "15/9/2026", "--json").found
    assert (found["plan"], found["due"]) == (plan, "2026-09-15")
    assert len(found["sheets"]) > 1
    files_there = {str(path) for path in (tmp_path / "ra" / "bảng").iterdir()}
    assert {sheet["file"] for sheet in found["sheets"]} == files_there
    for sheet in found["sheets"]:
        back = read_unit_sheet(read_book(Path(sheet["file"])))
        assert back.sent is not None
        assert (back.sent.plan_id, back.sent.unit_id, back.unit_name) == (plan, sheet["unit_id"], sheet["unit"])
        assert len(back.rows) == sheet["rows"] == sheet["lead"] + sheet["coordinate"] == len(back.sent.rows)
        assert back.problems == ()


def test_units_and_sendings_are_one_step(ask: Ask, office: Path, plan: str, tmp_path: Path) -> None:
    found = ask("send", plan, tmp_path / "a", "--due", "2026-09-15", "--json").found
    with Office.open(office) as opened:
        assert {one.unit_id for one in opened.sendings.values()} == {sheet["unit_id"] for sheet in found["sheets"]}
        assert {one.file for one in opened.sendings.values()} == {Path(sheet["file"]).name for sheet in found["sheets"]}
        assert set(opened.units) == {unit["id"] for unit in found["new_units"]}
        assert opened.undo_label == f"Gửi bảng cho {len(found['sheets'])} đơn vị"
        opened.undo()
        assert not opened.units
        assert not opened.sendings


def test_a_second_round_knows_the_units_and_overwrites_nothing(ask: Ask, plan: str, tmp_path: Path) -> None:
    first = ask("send", plan, tmp_path / "a", "--json").found
    before = {path: path.read_bytes() for path in (tmp_path / "a").iterdir()}
    second = ask("send", plan, tmp_path / "a", "--json").found
    assert second["new_units"] == []
    assert second["due"] is None
    assert [sheet["unit_id"] for sheet in second["sheets"]] == [sheet["unit_id"] for sheet in first["sheets"]]
    assert all(path.read_bytes() == data for path, data in before.items())
    assert len(list((tmp_path / "a").iterdir())) == 2 * len(before)


def test_one_unit_is_named_in_any_of_its_ways(ask: Ask, plan: str, tmp_path: Path) -> None:
    sheets = ask("send", plan, tmp_path / "a", "--json").found["sheets"]
    name, unit_id = sheets[0]["unit"], sheets[0]["unit_id"]
    for wanted in (name, name.upper(), unit_id):
        found = ask("send", plan, tmp_path / "b", "--unit", wanted, "--json").found
        assert [(sheet["unit_id"], sheet["rows"]) for sheet in found["sheets"]] == [(unit_id, sheets[0]["rows"])]


def test_an_unknown_unit_is_told_with_the_known_ones(ask: Ask, office: Path, plan: str, tmp_path: Path) -> None:
    said = ask("send", plan, tmp_path / "a", "--unit", "Sở Trên Trời")
    assert said.status == 2
    assert "Không có đơn vị nào là “Sở Trên Trời”." in said.err
    assert is_one_line(said.err)
    assert not (tmp_path / "a").exists()
    with Office.open(office) as opened:
        assert not opened.units


def test_a_day_that_is_none_changes_nothing(ask: Ask, plan: str, tmp_path: Path) -> None:
    said = ask("send", plan, tmp_path / "a", "--due", "31/02/2026")
    assert said.status == 2
    assert not (tmp_path / "a").exists()


def test_a_folder_that_is_a_file_is_told(ask: Ask, office: Path, plan: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("một tệp", "utf-8")
    said = ask("send", plan, tmp_path / "a")
    assert said.status == 2
    assert is_one_line(said.err)
    with Office.open(office) as opened:
        assert not opened.sendings


def test_when_one_workbook_cannot_be_written_none_stays(
    ask: Ask, office: Path, plan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Path] = []

    def second_fails(path: Path, data: bytes) -> None:
        if written:
            raise UserError("Đĩa đầy.", "Hãy chọn ổ khác.")
        files.write(path, data)
        written.append(path)

    monkeypatch.setattr(folders, "write", second_fails)
    assert ask("send", plan, tmp_path / "a" / "b").status == 2
    assert written
    assert not (tmp_path / "a").exists()
    written.clear()
    (tmp_path / "phieu").mkdir()
    assert ask("send", plan, tmp_path / "phieu").status == 2
    assert list((tmp_path / "phieu").iterdir()) == []
    with Office.open(office) as opened:
        assert not opened.sendings


def test_a_kept_version_is_not_sent(ask: Ask, plan: str, tmp_path: Path) -> None:
    version = ask("keep", plan, "--json").found["version"]
    said = ask("send", version, tmp_path / "a")
    assert said.status == 2
    assert "bản đã lưu" in said.err


def test_it_is_told_in_words(ask: Ask, plan: str, tmp_path: Path) -> None:
    out = ask("send", plan, tmp_path / "a").out
    assert out.startswith("Đã ghi ")
    assert "Đã thêm " in out
