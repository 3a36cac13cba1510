"""`check-print`: any PDF measured on the command line."""

from pathlib import Path

import pikepdf

from tests.cli.conftest import Ask, is_one_line


def test_our_print_keeps_every_rule(ask: Ask, paper: Path, tmp_path: Path) -> None:
    plan = ask("import", paper, "--json").found["plan"]
    ask("print", plan, tmp_path / "in.pdf")
    found = ask("check-print", tmp_path / "in.pdf", "--json").found
    assert (found["ok"], found["broken"]) == (True, 0)
    assert {"margin_left", "motto_rule", "page_number_first"} <= {one["rule"] for one in found["rules"]}
    assert found["missing"] == ["Cơ quan ban hành"]  # the paper was imported without it
    assert "0 điểm sai" in ask("check-print", tmp_path / "in.pdf").out


def test_a_page_of_another_size_is_told_with_its_clause(ask: Ask, tmp_path: Path) -> None:
    document = pikepdf.new()
    document.add_blank_page(page_size=(612, 792))
    document.save(tmp_path / "thu.pdf")
    said = ask("check-print", tmp_path / "thu.pdf")
    assert said.status == 0
    assert "SAI      Khổ giấy" in said.out
    assert "Phụ lục I, Phần I" in said.out


def test_what_is_no_pdf_is_refused(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("chữ", encoding="utf-8")
    said = ask("check-print", tmp_path / "a.pdf")
    assert said.status == 2
    assert is_one_line(said.err)
