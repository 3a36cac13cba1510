"""Exports from the command line come back as they were; trouble leaves no file behind."""

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.cli.conftest import Ask, is_one_line
from tests.documents.books import book_of
from tests.documents.own_plans import same
from tthc_desktop.documents.own_archive import INDEX
from tthc_desktop.documents.reading.sheets.own.plans import own_plans
from tthc_desktop.office import Office


def test_a_plan_goes_out_to_excel(ask: Ask, paper: Path, office: Path, tmp_path: Path) -> None:
    plan_id = ask("import", paper, "--json").found["plan"]
    out = tmp_path / "ke-hoach.XLSX"
    said = ask("export", plan_id, out, "--json")
    assert said.found == {"plan": plan_id, "file": str(out)}
    (own,) = own_plans(book_of(out))
    assert own.exported_from == plan_id
    with Office.open(office) as opened:
        assert same(opened.plans[plan_id], own)


def test_the_whole_office_goes_out_to_excel(ask: Ask, paper: Path, office: Path, tmp_path: Path) -> None:
    plan_id = ask("import", paper, "--json").found["plan"]
    ask("keep", plan_id, "--name", "Trình lần đầu")
    out = tmp_path / "toan-bo.xlsx"
    assert ask("export-all", out, "--json").found == {"plans": 1, "file": str(out)}
    (own,) = own_plans(book_of(out))
    with Office.open(office) as opened:
        assert same(opened.plans[plan_id], own)


def test_a_plan_goes_out_to_word(ask: Ask, paper: Path, tmp_path: Path) -> None:
    plan_id = ask("import", paper, "--json").found["plan"]
    out = tmp_path / "ke-hoach.docx"
    assert ask("export", plan_id, out, "--json").found == {"plan": plan_id, "file": str(out)}
    first = out.read_bytes()
    assert docx.Document(BytesIO(first)).tables
    ask("export", plan_id, out)
    assert out.read_bytes() == first


@pytest.mark.parametrize("name", ["x.doc", "x.odt", "x.rtf"])
def test_other_kinds_of_papers_are_refused(ask: Ask, paper: Path, tmp_path: Path, name: str) -> None:
    plan_id = ask("import", paper, "--json").found["plan"]
    said = ask("export", plan_id, tmp_path / name)
    assert (said.status, is_one_line(said.err)) == (2, True)
    assert ".docx" in said.err
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["x.zip", "x.txt", "ke-hoach.2025"])
def test_no_file_is_written_that_its_name_belies(ask: Ask, paper: Path, tmp_path: Path, name: str) -> None:
    plan_id = ask("import", paper, "--json").found["plan"]
    said = ask("export", plan_id, tmp_path / name)
    assert (said.status, is_one_line(said.err)) == (2, True)
    assert ".docx" in said.err
    assert not (tmp_path / name).exists()
    assert ask("export", plan_id, tmp_path / "ke-hoach").status == 0
    assert (tmp_path / "ke-hoach").read_bytes().startswith(b"{")


@pytest.mark.parametrize("name", ["x.xls", "x.ods", "x.csv"])
def test_other_kinds_of_sheets_are_refused(ask: Ask, paper: Path, tmp_path: Path, name: str) -> None:
    plan_id = ask("import", paper, "--json").found["plan"]
    said = ask("export", plan_id, tmp_path / name)
    assert said.status == 2
    assert is_one_line(said.err)
    assert ".xlsx" in said.err
    assert ask("export-all", tmp_path / name).status == 2
    assert not (tmp_path / name).exists()


def test_what_cannot_be_written_leaves_the_old_file(ask: Ask, paper: Path, tmp_path: Path) -> None:
    plan_id = ask("import", paper, "--json").found["plan"]
    said = ask("export", plan_id, tmp_path / "không có" / "x.xlsx")
    assert (said.status, is_one_line(said.err)) == (2, True)
    old = tmp_path / "x.xlsx"
    old.write_bytes(b"cu")
    assert ask("export", "khong-co-ke-hoach", old).status == 2
    assert old.read_bytes() == b"cu"


def test_every_paper_goes_out_at_once_and_comes_back(ask: Ask, paper: Path, office: Path, tmp_path: Path) -> None:
    plan_id = ask("import", paper, "--json").found["plan"]
    ask("keep", plan_id, "--name", "Trình lần đầu")
    out = tmp_path / "moi-van-ban.zip"
    assert ask("export-all", out, "--json").found == {"plans": 1, "file": str(out), "missing": []}
    with Office.open(office) as opened:
        plan = opened.plans[plan_id]
    office.unlink()
    assert ask("import", out, "--json").found["plan"] == plan_id
    with Office.open(office) as opened:
        assert opened.plans == {plan_id: plan}
    again = ask("import", out, "--json").found
    assert again["plan"] != plan_id, "what the office has comes in as a copy"


def test_a_damaged_archive_is_told_in_a_line_and_takes_nothing(
    ask: Ask, paper: Path, office: Path, tmp_path: Path
) -> None:
    ask("import", paper)
    out = tmp_path / "x.zip"
    ask("export-all", out)
    with zipfile.ZipFile(out) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data + b" " if name.endswith(".json") else data)
    office.unlink()
    said = ask("import", out)
    assert (said.status, is_one_line(said.err)) == (2, True)
    assert not office.exists()


def test_another_archive_is_refused(ask: Ask, tmp_path: Path) -> None:
    other = tmp_path / "anh.zip"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("anh.png", b"x")
    said = ask("import", other)
    assert (said.status, is_one_line(said.err)) == (2, True)


def relisted(archive: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Write other things into the list of an archive."""
    with zipfile.ZipFile(archive) as old:
        files = {name: old.read(name) for name in old.namelist()}
    found = json.loads(files[INDEX])
    change(found)
    files[INDEX] = json.dumps(found).encode()
    with zipfile.ZipFile(archive, "w") as new:
        for name, data in files.items():
            new.writestr(name, data)


def test_a_paper_that_an_archive_lists_twice_comes_in_under_two_names(
    ask: Ask, paper: Path, office: Path, tmp_path: Path
) -> None:
    out = tmp_path / "gói.zip"
    plan_id = ask("import", paper, "--json").found["plan"]
    ask("export-all", out)
    relisted(out, lambda found: found["papers"].extend(found["papers"]))
    other = office.with_name("khác.tthc")
    assert ask("--office", other, "import", out, "--json").status == 0
    with Office.open(other) as opened:
        assert len(opened.plans) == 2
        assert plan_id in opened.plans


@pytest.mark.parametrize("name", ["version", "size"])
def test_an_archive_with_a_number_without_end_is_damaged(ask: Ask, paper: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "gói.zip"
    ask("import", paper)
    ask("export-all", out)

    def change(found: dict[str, Any]) -> None:
        (found if name == "version" else found["papers"][0]["files"][0])[name] = float("inf")

    relisted(out, change)
    said = ask("import", out)
    assert (said.status, is_one_line(said.err)) == (2, True)
    assert INDEX in said.err
