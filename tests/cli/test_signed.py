"""Signed PDFs on the command line: compared, verified, and the plan issued with them."""

from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import Ask, is_one_line
from tests.signatures import STAMPED_AT, appended, authority, der, flipped, office_signs, person, sign
from tthc_desktop.settings import roots_folder

SYMBOL = "KH-SNV"


@pytest.fixture
def plan(ask: Ask, paper: Path) -> str:
    """Return the identity of a plan in the office."""
    plan_id: str = ask("import", paper, "--json").found["plan"]
    return plan_id


@pytest.fixture
def signed(ask: Ask, plan: str, tmp_path: Path) -> Path:
    """Return the print of the plan, signed by a leader and stamped by the office on the plan's own day."""
    header = ask("show", plan, "--json").found["header"]
    printed, file = tmp_path / "in.pdf", tmp_path / "da-ky.pdf"
    ask("print", plan, printed)
    at = STAMPED_AT.replace(**{name: header[name] for name in ("year", "month", "day") if header[name]})
    file.write_bytes(signed_twice(printed.read_bytes(), header["number"] or "15", header["symbol"] or SYMBOL, at))
    return file


@cache
def signed_twice(printed: bytes, number: str, symbol: str, at: datetime) -> bytes:
    return office_signs(sign(printed, person(), "LanhDao", at), number, symbol, at)


def test_a_plan_is_issued_with_what_its_signed_print_says(ask: Ask, plan: str, signed: Path, tmp_path: Path) -> None:
    before = signed.read_bytes()
    said = ask("issue", plan, signed, "--json")
    made = said.found

    assert said.status == 0
    assert made["facts"]["number_from"] == "stamp"
    assert (made["number"], made["date"]) == (made["facts"]["number"], made["facts"]["date"])
    assert (made["pdf"], made["pdf_name"]) == (sha256(before).hexdigest(), "da-ky.pdf")
    assert [one["signer"] for one in made["signatures"]] == ["Lò Thị Mẫu", "Sở Nội vụ tỉnh Mẫu"]
    assert (made["differences"], made["doubts"], made["refused"]) == ([], [], None)
    ask("issued", plan, tmp_path / "ra.pdf")
    assert (tmp_path / "ra.pdf").read_bytes() == signed.read_bytes() == before
    shown = ask("show", plan, "--json").found
    assert (shown["stage"], shown["header"]["number"]) == ("issued", made["number"])
    ask("undo")
    assert ask("show", plan, "--json").found["stage"] == "draft"


def test_words_name_the_signers(ask: Ask, plan: str, signed: Path) -> None:
    lines = ask("issue", plan, signed).out.splitlines()

    assert lines[0].startswith("Đã ban hành")
    assert "Lò Thị Mẫu (Sở Nội vụ tỉnh Mẫu) ký lúc" in lines[1]
    assert "chữ ký nguyên vẹn, chưa kiểm được nguồn gốc chứng thư" in lines[1]


def test_certificates_that_the_office_puts_into_its_folder_are_trusted(ask: Ask, signed: Path) -> None:
    folder = roots_folder()
    folder.mkdir(parents=True)
    (folder / "goc.cer").write_bytes(der(authority().root))

    found = ask("verify", signed, "--json").found
    assert {one["trust"] for one in found["signatures"]} == {"yes"}
    assert found["refused"] is None
    assert "được cơ quan tin cậy" in ask("verify", signed).out


@pytest.mark.parametrize("damage", ["flipped", "appended", "unsigned"])
def test_a_file_that_no_signature_stands_for_issues_nothing(
    ask: Ask, plan: str, signed: Path, tmp_path: Path, damage: str
) -> None:
    data = signed.read_bytes()
    bad = {
        "flipped": flipped(data, data.index(b"stream") + 20),
        "appended": appended(data),
        "unsigned": (tmp_path / "in.pdf").read_bytes(),
    }[damage]
    signed.write_bytes(bad)

    said = ask("issue", plan, signed, "--anyway")
    assert said.status == 2
    assert is_one_line(said.err)
    assert ask("show", plan, "--json").found["stage"] == "draft"
    assert ask("verify", signed, "--json").found["refused"]


def test_what_differs_is_told_first_and_issued_only_when_it_was_seen(
    ask: Ask, signed: Path, paper: Path, tmp_path: Path
) -> None:
    changed = tmp_path / "khac.txt"
    changed.write_text(paper.read_text(encoding="utf-8").replace("năm", "tháng", 3), encoding="utf-8")
    other = ask("import", changed, "--json").found["plan"]

    found = ask("compare", other, signed, "--json").found
    assert found["differences"]
    assert {"what", "old", "new", "page", "heading", "before", "after"} == set(found["differences"][0])
    words = ask("compare", other, signed).out
    assert "(trang 1" in words
    refused = ask("issue", other, signed)
    assert (refused.status, is_one_line(refused.err)) == (2, True)
    assert "--anyway" in refused.err
    assert ask("show", other, "--json").found["stage"] == "draft"
    assert ask("issue", other, signed, "--anyway", "--json").found["doubts"]
    assert ask("show", other, "--json").found["stage"] == "issued"


def test_a_number_other_than_the_papers_is_told_first(ask: Ask, plan: str, signed: Path) -> None:
    refused = ask("issue", plan, signed, "--number", "999")

    assert refused.status == 2
    assert "số sẽ ban hành là 999" in refused.err
    assert ask("issue", plan, signed, "--number", "999", "--anyway", "--json").found["number"] == "999"


def test_a_paper_without_a_number_asks_for_it(ask: Ask, tmp_path: Path) -> None:
    plan = ask("new", "kiem-soat-tthc", "--year", "2030", "--json").found["plan"]
    ask("print", plan, tmp_path / "in.pdf")
    (tmp_path / "ky.pdf").write_bytes(sign((tmp_path / "in.pdf").read_bytes(), person(), "A"))

    said = ask("issue", plan, tmp_path / "ky.pdf")
    assert said.status == 2
    assert "--number" in said.err
    assert ask("issue", plan, tmp_path / "ky.pdf", "--number", "7", "--json").found["date"] == "2030-01-09"


def test_comparing_tells_that_a_print_is_the_plans(ask: Ask, plan: str, signed: Path) -> None:
    found = ask("compare", plan, signed, "--json").found

    assert (found["plan"], found["differences"], found["likeness"]) == (plan, [], 1.0)
    assert "đúng như bản in" in ask("compare", plan, signed).out


def test_nothing_is_said_on_standard_error_of_certificates_nobody_knows(start: Ask, ask: Ask, signed: Path) -> None:
    del ask
    said = start("verify", signed)

    assert (said.status, said.err) == (0, "")


def test_the_signed_file_goes_to_another_office_with_everything(
    ask: Ask, plan: str, signed: Path, office: Path, tmp_path: Path
) -> None:
    ask("issue", plan, signed)
    ask("export-all", tmp_path / "goi.zip")
    other = office.with_name("khac.tthc")
    assert ask("--office", other, "import", tmp_path / "goi.zip").status == 0
    assert ask("--office", other, "issued", plan, tmp_path / "ra.pdf").status == 0
    assert (tmp_path / "ra.pdf").read_bytes() == signed.read_bytes()
