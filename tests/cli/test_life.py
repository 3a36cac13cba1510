"""The life of a plan on the command line: versions, issuing, new drafts, deletion."""

from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import Ask, is_one_line
from tthc_desktop.office import Office

PDF = b"%PDF-1.7\n" + "bản quét có dấu đỏ".encode()


@pytest.fixture
def plan(ask: Ask, paper: Path) -> str:
    """Return the identity of a plan in the office."""
    plan_id: str = ask("import", paper, "--json").found["plan"]
    return plan_id


def test_a_version_is_kept_under_a_name(ask: Ask, office: Path, plan: str) -> None:
    made = ask("keep", plan, "--name", "  Trình  lần đầu ", "--json").found

    assert (made["plan"], made["name"]) == (plan, "Trình lần đầu")
    found = ask("versions", plan, "--json").found
    assert (found["plan"], found["stage"], found["issue"]) == (plan, "draft", None)
    assert found["versions"] == [{name: made[name] for name in ("version", "name", "kept_at")}]
    with Office.open(office) as opened:
        assert opened.undo_label.startswith("Lưu bản “Trình lần đầu”")


def test_versions_are_listed_under_their_plan_only(ask: Ask, plan: str) -> None:
    ids = [ask("keep", plan, "--json").found["version"] for _ in range(3)]

    assert [listed["id"] for listed in ask("list", "--json").found["plans"]] == [plan]
    assert [each["version"] for each in ask("versions", plan, "--json").found["versions"]] == ids
    lines = ask("versions", plan).out.splitlines()
    assert "dự thảo" in lines[0]
    assert [line.split()[0] for line in lines[1:]] == ids


def test_a_title_means_the_plan_and_an_identity_a_version(ask: Ask, plan: str) -> None:
    version = ask("keep", plan, "--json").found["version"]
    title = ask("show", plan, "--json").found["title"]

    assert ask("show", title, "--json").found["id"] == plan
    shown = ask("show", version, "--json").found
    assert (shown["stage"], shown["version_of"]) == ("kept", plan)


def test_keeping_is_one_step(ask: Ask, plan: str) -> None:
    ask("keep", plan)
    ask("undo")

    assert ask("versions", plan, "--json").found["versions"] == []


def test_issuing_locks_the_plan_and_keeps_its_own_print(ask: Ask, plan: str, tmp_path: Path) -> None:
    made = ask("issue", plan, "--number", "125", "--date", "14/2/2026", "--symbol", "KH-STP", "--json").found

    assert (made["number"], made["symbol"], made["date"], made["replaces"]) == ("125", "KH-STP", "2026-02-14", None)
    shown = ask("show", plan, "--json").found
    assert shown["stage"] == "issued"
    assert (shown["header"]["number"], shown["header"]["date"]) == ("125", "2026-02-14")
    assert ask("issued", plan, tmp_path / "ra.pdf").status == 0
    data = (tmp_path / "ra.pdf").read_bytes()
    assert sha256(data).hexdigest() == made["pdf"]
    ask("print", plan, tmp_path / "in.pdf")
    assert (tmp_path / "in.pdf").read_bytes() == data


def test_the_signed_pdf_is_kept_word_for_word(ask: Ask, plan: str, tmp_path: Path) -> None:
    (tmp_path / "da-ky.pdf").write_bytes(PDF)

    made = ask("issue", plan, "--number=1", "--date=2026-02-14", "--pdf", tmp_path / "da-ky.pdf", "--json").found
    ask("issued", plan, tmp_path / "ra.pdf")

    assert made["pdf_name"] == "da-ky.pdf"
    assert (tmp_path / "ra.pdf").read_bytes() == PDF


def test_the_symbol_of_the_plan_is_used_when_none_is_given(ask: Ask, plan: str) -> None:
    own = ask("show", plan, "--json").found["header"]["symbol"]

    assert ask("issue", plan, "--number", "1", "--date", "14/02/2026", "--json").found["symbol"] == own


def test_a_plan_takes_the_place_of_an_older_one_in_one_step(ask: Ask, plan: str) -> None:
    ask("issue", plan, "--number", "1", "--date", "14/02/2026")
    newer = ask("draft", plan, "--json").found["plan"]
    assert ask("show", newer, "--json").found["header"]["number"] == ""

    made = ask("issue", newer, "--number", "2", "--date", "15/06/2026", "--replaces", plan, "--json").found

    assert made["replaces"] == plan
    found = ask("versions", plan, "--json").found
    assert (found["stage"], found["replaced_by"]) == ("replaced", newer)
    assert "đã được thay thế" in ask("versions", plan).out
    ask("undo")
    assert [ask("versions", one, "--json").found["stage"] for one in (plan, newer)] == ["issued", "draft"]


def test_a_draft_is_begun_from_a_version(ask: Ask, plan: str) -> None:
    version = ask("keep", plan, "--json").found["version"]

    made = ask("draft", version, "--json").found

    assert made["origin"] == version
    shown = ask("show", made["plan"], "--json").found
    assert (shown["stage"], shown["version_of"]) == ("draft", None)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--number", " ", "--date", "14/02/2026"), "Chưa có số"),
        (("--number", "1", "--date", "30/02/2026"), "Không hiểu ngày"),
        (("--number", "1", "--date", "hôm nay"), "Không hiểu ngày"),
        (("--number", "1", "--date", "14/02/2026", "--pdf", "khong-co.pdf"), "không có tệp này"),
        (("--number", "1", "--date", "14/02/2026", "--replaces", "khong-co"), "khong-co"),
    ],
)
def test_an_issue_that_is_not_right_changes_nothing(ask: Ask, plan: str, arguments: tuple[str, ...], said: str) -> None:
    refused = ask("issue", plan, *arguments)

    assert refused.status == 2
    assert said in refused.err
    assert is_one_line(refused.err)
    assert ask("versions", plan, "--json").found["stage"] == "draft"


@pytest.mark.parametrize("data", [b"", b"xin chao", b"PK\x03\x04"])
def test_what_is_no_pdf_is_not_kept(ask: Ask, plan: str, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(data)

    refused = ask("issue", plan, "--number", "1", "--date", "14/02/2026", "--pdf", tmp_path / "a.pdf")

    assert refused.status == 2
    assert "không phải là tệp PDF" in refused.err


def test_nothing_is_issued_twice(ask: Ask, plan: str) -> None:
    ask("issue", plan, "--number", "1", "--date", "14/02/2026")

    assert "đã ban hành rồi" in ask("issue", plan, "--number", "2", "--date", "14/02/2026").err
    assert "không sửa được" in ask("keep", plan).err


def test_a_draft_has_no_issued_pdf(ask: Ask, plan: str, tmp_path: Path) -> None:
    refused = ask("issued", plan, tmp_path / "ra.pdf")

    assert refused.status == 2
    assert not (tmp_path / "ra.pdf").exists()


def test_a_pdf_of_another_office_is_not_here(ask: Ask, plan: str, tmp_path: Path) -> None:
    ask("issue", plan, "--number", "1", "--date", "14/02/2026")
    ask("export", plan, tmp_path / "ra.json")
    other = tmp_path / "khac.tthc"
    ask("--office", other, "import", tmp_path / "ra.json")

    refused = ask("--office", other, "issued", plan, tmp_path / "ra.pdf")

    assert "không có trong dữ liệu" in refused.err
    assert ask("--office", other, "versions", plan, "--json").found["stage"] == "issued"


def test_a_plan_is_deleted_with_its_versions_and_comes_back_with_them(ask: Ask, plan: str) -> None:
    kept = [ask("keep", plan, "--json").found["version"] for _ in range(2)]
    before = ask("versions", plan, "--json").found

    said = ask("delete", plan)
    assert "cùng 2 bản đã lưu" in said.out
    assert ask("list", "--json").found["plans"] == []
    assert ask("show", kept[0]).status == 2
    assert set(ask("undo", "--json").found["plans"]) == {plan, *kept}

    assert ask("versions", plan, "--json").found == before


def test_a_version_is_deleted_alone(ask: Ask, plan: str) -> None:
    kept = [ask("keep", plan, "--json").found["version"] for _ in range(2)]

    assert ask("delete", kept[0], "--json").found["plans"] == [kept[0]]

    assert [each["version"] for each in ask("versions", plan, "--json").found["versions"]] == [kept[1]]
