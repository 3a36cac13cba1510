"""`print --contents` and `reading-order`: a print with its table of contents, and what is read aloud of it."""

from pathlib import Path

import pikepdf
import pytest

from tests.cli.conftest import Ask, is_one_line
from tests.hostile_pdfs import circling


@pytest.fixture
def printed(ask: Ask, paper: Path, tmp_path: Path) -> Path:
    """Return a print with a table of contents."""
    plan = ask("import", paper, "--json").found["plan"]
    assert ask("print", plan, tmp_path / "in.pdf", "--contents").status == 0
    return tmp_path / "in.pdf"


def test_the_elements_are_told_in_their_order(ask: Ask, printed: Path) -> None:
    found = ask("reading-order", printed, "--json").found
    roles = [one["role"] for one in found["elements"]]
    assert found["tagged"]
    assert found["misleading"] == []
    assert roles[:2] == ["Document", "Sect"]
    assert roles.index("H1") < roles.index("H2") < roles.index("TOC")
    assert "MỤC LỤC" in ask("reading-order", printed).out


def test_a_file_without_a_structure_says_so(ask: Ask, tmp_path: Path) -> None:
    document = pikepdf.new()
    document.add_blank_page()
    document.save(tmp_path / "trang.pdf")
    assert "không có cấu trúc" in ask("reading-order", tmp_path / "trang.pdf").out
    assert ask("reading-order", tmp_path / "trang.pdf", "--json").found["tagged"] is False


def test_what_is_no_pdf_is_refused(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("chữ", encoding="utf-8")
    said = ask("reading-order", tmp_path / "a.pdf")
    assert said.status == 2
    assert is_one_line(said.err)


def test_elements_that_name_each_other_are_read_once(ask: Ask, printed: Path) -> None:
    count = len(ask("reading-order", printed, "--json").found["elements"])
    printed.write_bytes(circling(printed.read_bytes()))
    found = ask("reading-order", printed, "--json").found["elements"]
    assert 0 < len(found) <= count
