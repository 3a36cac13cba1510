"""An office's file checked and repaired on the command line."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Ask


def spoil(office: Path, statement: str) -> None:
    with closing(sqlite3.connect(office, isolation_level=None)) as connection:
        connection.execute(statement)


def test_a_sound_office_is_told_so(ask: Ask, paper: Path, office: Path) -> None:
    ask("import", paper)

    assert "còn tốt" in ask("check-office").out
    assert ask("check-office", office, "--json").found["findings"] == []
    assert ask("verify", office).out == ask("check-office", office).out


def test_a_changed_letter_is_told_and_repaired_into_a_new_file(ask: Ask, paper: Path, office: Path) -> None:
    plan = ask("import", paper, "--json").found["plan"]
    shown = ask("show", plan).out
    spoil(office, "UPDATE tasks SET content = content || 'x' WHERE rowid = 1")
    before, new = office.read_bytes(), office.with_name("mới.tthc")

    said = ask("check-office", "--json")
    assert said.status == 2
    assert "có 1 chỗ hỏng" in said.err
    assert [(each["part"], each["table"]) for each in said.found["findings"]] == [("records", "tasks")]

    made = ask("repair", office, new)
    assert "Đã lấy lại 1 kế hoạch" in made.out
    assert "Hãy xem lại 1 chỗ" in made.out
    assert office.read_bytes() == before
    assert ask("--office", new, "show", plan).out == shown
    assert "còn tốt" in ask("check-office", new).out


def test_no_file_is_written_over_and_none_made_of_nothing(ask: Ask, paper: Path, office: Path, tmp_path: Path) -> None:
    ask("import", paper)

    assert "Đã có tệp" in ask("repair", office, paper).err
    assert "Không đọc được nội dung nào" in ask("repair", paper, tmp_path / "new.tthc").err
    assert "Không có thư mục" in ask("repair", tmp_path / "none" / "a.tthc", tmp_path / "new.tthc").err
    for none in (tmp_path / "none.tthc", tmp_path / "none" / "none.tthc"):
        assert "Không có dữ liệu nào" in ask("check-office", none).err
    assert not (tmp_path / "new.tthc").exists()
