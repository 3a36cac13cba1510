"""Each command as a script and as a person use it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Ask
from tthc_desktop.cli import main
from tthc_desktop.documents.exchange import from_json, to_json
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.office import Office
from tthc_desktop.settings import office_file

COUNTED = (
    "roman arabic letter decimal paren_roman dash tables rows group_rows table_tasks body_tasks table_targets bases "
    "recipients"
).split()


@pytest.fixture
def plan(ask: Ask, paper: Path) -> str:
    """Return the identity of a plan in the office."""
    plan_id: str = ask("import", paper, "--json").found["plan"]
    return plan_id


def test_import_tells_what_came_in(ask: Ask, office: Path, paper: Path) -> None:
    said = ask("import", paper, "--json")

    expected = json.loads(paper.with_suffix(".json").read_text(encoding="utf-8"))
    assert said.status == 0
    assert list(said.found) == ["plan", "counts", "unplaced", "problems"]
    assert list(said.found["counts"]) == COUNTED
    assert {name: said.found["counts"][name] for name in expected["counts"]} == expected["counts"]
    with Office.open(office) as opened:
        assert list(opened.plans) == [said.found["plan"]]
        assert opened.undo_label == f"Nhập kế hoạch từ {paper.name}"


def test_import_tells_a_person_too(ask: Ask, paper: Path) -> None:
    said = ask("import", paper)

    assert said.out.startswith("Đã nhập “")
    assert "2 bảng" in said.out


def test_import_of_several_files_is_one_change_each(ask: Ask, office: Path, paper: Path) -> None:
    other = paper.with_name("plain_pdf_points.txt")

    said = ask("--json", "import", paper, other)

    assert [file["source"] for file in said.found["files"]] == [str(paper), str(other)]
    with Office.open(office) as opened:
        assert list(opened.plans) == [file["plan"] for file in said.found["files"]]
        opened.undo()
        assert list(opened.plans) == [said.found["files"][0]["plan"]]


def test_a_bad_file_among_several_keeps_no_good_one_out(ask: Ask, paper: Path, tmp_path: Path) -> None:
    said = ask("import", paper, tmp_path / "khong-co.txt", tmp_path, "--json")

    good, missing, folder = said.found["files"]
    assert said.status == 2
    assert "error" not in good
    assert set(missing) == set(folder) == {"source", "error"}
    assert said.err == f"{missing['error']}\n{folder['error']}\n"
    assert len(ask("list", "--json").found["plans"]) == 1


def test_nothing_readable_changes_nothing(ask: Ask, office: Path, tmp_path: Path) -> None:
    assert ask("import", tmp_path / "a.txt").status == 2
    assert ask("import", tmp_path / "a.txt", tmp_path / "b.txt", "--json").status == 2
    assert not office.exists()


def test_what_is_no_plan_comes_in_unplaced_and_is_told(ask: Ask, tmp_path: Path) -> None:
    source = tmp_path / "thu.txt"
    source.write_text("xin chào\n\nhẹn gặp lại\n", encoding="utf-8")

    found = ask("import", source, "--json").found
    words = ask("import", source).out

    assert found["unplaced"] == [{"line": 1, "text": "xin chào"}, {"line": 3, "text": "hẹn gặp lại"}]
    assert "kế hoạch" in found["problems"][0]["text"]
    assert "Chưa xếp được chỗ, dòng 3: hẹn gặp lại" in words


def test_list(ask: Ask, plan: str) -> None:
    [listed] = ask("list", "--json").found["plans"]

    assert listed["id"] == plan
    assert listed["title"] in ask("list").out
    assert plan in ask("list").out


def test_list_of_an_empty_office_makes_it(ask: Ask, office: Path) -> None:
    assert ask("list", "--json").found == {"plans": []}
    assert "Chưa có kế hoạch" in ask("list").out
    assert office.is_file()


@pytest.mark.parametrize("length", [16, 6])
def test_a_plan_is_named_by_its_identity_or_the_beginning(ask: Ask, plan: str, length: int) -> None:
    assert ask("show", plan[:length], "--json").found["id"] == plan


def test_a_plan_is_named_by_its_title(ask: Ask, plan: str) -> None:
    title = ask("show", plan, "--json").found["title"]

    assert ask("show", title, "--json").found["id"] == plan
    assert ask("show", f"  KẾ HOẠCH  {title}", "--json").found["id"] == plan


@pytest.mark.parametrize("wanted", ["", "khong-co", "Kế hoạch", "zz"])
def test_an_unknown_plan_is_refused(ask: Ask, plan: str, wanted: str) -> None:
    assert plan
    for command in (["show", wanted], ["print", wanted, "a.pdf"], ["export", wanted, "a.json"], ["delete", wanted]):
        said = ask(*command)
        assert said.status == 2
        assert "list" in said.err
        assert said.out == ""


def test_an_ambiguous_plan_is_refused(ask: Ask, paper: Path) -> None:
    ids = [one["plan"] for one in ask("import", *[paper] * 17, "--json").found["files"]]
    title = ask("show", ids[0], "--json").found["title"]
    first = next(a[0] for a in ids if sum(b[0] == a[0] for b in ids) > 1)

    for wanted in (title, first):
        said = ask("show", wanted)
        assert said.status == 2
        assert "trọn mã" in said.err


def test_print(ask: Ask, plan: str, tmp_path: Path) -> None:
    said = ask("print", plan, tmp_path / "ra.pdf", "--json")

    assert said.found["pages"] > 1
    assert (tmp_path / "ra.pdf").read_bytes().startswith(b"%PDF-")
    assert "trang" in ask("print", plan, tmp_path / "ra.pdf").out


def test_print_with_each_appendix_as_a_file_of_its_own(ask: Ask, plan: str, tmp_path: Path) -> None:
    said = ask("print", plan, tmp_path / "ra.pdf", "--separate", "--json").found

    assert [Path(one["file"]).name for one in said["files"]] == [
        "ra.pdf",
        "ra - Phụ lục I.pdf",
        "ra - Phụ lục II.pdf",
    ]
    assert [one["fields"] for one in said["files"]] == [["Người ký", "Cơ quan"], ["Phụ lục I"], ["Phụ lục II"]]
    assert said["pages"] == sum(one["pages"] for one in said["files"])
    assert all(Path(one["file"]).read_bytes().startswith(b"%PDF-") for one in said["files"])
    assert "ra 3 tệp" in ask("print", plan, tmp_path / "ra.pdf", "--separate").out


def test_separate_files_are_all_written_or_none(ask: Ask, plan: str, tmp_path: Path) -> None:
    (tmp_path / "ra.pdf").write_bytes(b"cu")
    (tmp_path / "ra - Phụ lục II.pdf").mkdir()

    assert ask("print", plan, tmp_path / "ra.pdf", "--separate").status == 2

    assert (tmp_path / "ra.pdf").read_bytes() == b"cu"
    assert not (tmp_path / "ra - Phụ lục I.pdf").exists()


def test_export_and_import_into_another_office_give_the_same_plan(ask: Ask, plan: str, tmp_path: Path) -> None:
    paper, other = tmp_path / "ra.json", tmp_path / "khac.tthc"
    assert ask("export", plan, paper).status == 0

    assert ask("--office", other, "import", paper, "--json").found["plan"] == plan

    with Office.open(other) as opened:
        assert opened.plans[plan] == from_json(paper.read_text(encoding="utf-8"))


def test_an_export_comes_into_its_own_office_as_a_copy(ask: Ask, office: Path, plan: str, tmp_path: Path) -> None:
    ask("export", plan, tmp_path / "ra.json")

    copies = [ask("import", tmp_path / "ra.json", "--json").found["plan"] for _ in range(2)]

    with Office.open(office) as opened:
        assert [opened.plans[copy].origin_id for copy in copies] == [plan, plan]


def test_a_plan_of_which_only_a_part_is_known_comes_in_as_a_copy(ask: Ask, plan: str, tmp_path: Path) -> None:
    ask("export", plan, tmp_path / "ra.json")
    exported = json.loads((tmp_path / "ra.json").read_text(encoding="utf-8"))
    exported["plan"]["id"] = "khac"
    (tmp_path / "khac.json").write_text(json.dumps(exported), encoding="utf-8")

    said = ask("import", tmp_path / "khac.json", "--json")

    assert said.status == 0
    assert said.found["plan"] not in {plan, "khac"}


def test_undo_and_redo(ask: Ask, paper: Path, plan: str) -> None:
    label = f"Nhập kế hoạch từ {paper.name}"

    assert ask("undo", "--json").found == {"undone": label, "plans": [plan], "legal_documents": []}
    assert ask("list", "--json").found["plans"] == []
    assert label in ask("redo").out
    assert ask("redo").status == 2
    assert ask("undo").status == 0
    assert ask("undo").status == 2


def test_delete_can_be_undone(ask: Ask, plan: str) -> None:
    before = ask("show", plan, "--json").found

    assert ask("delete", plan, "--json").found["plans"] == [plan]
    assert ask("list", "--json").found["plans"] == []
    assert ask("undo").status == 0
    assert ask("show", plan, "--json").found == before


def test_history(ask: Ask, paper: Path, plan: str) -> None:
    ask("import", paper)
    ask("delete", plan)
    ask("undo")

    said = ask("history", plan, "--json").found

    assert said["plan"] == plan
    assert [entry["state"] for entry in said["entries"]] == ["undone", "done"]
    assert said["entries"][1]["label"] == f"Nhập kế hoạch từ {paper.name}"
    assert "đã hoàn tác" in ask("history", plan).out


def test_history_of_a_task_and_of_a_deleted_plan(ask: Ask, plan: str) -> None:
    task = ask("show", plan, "--json").found["tasks"][0]["id"]
    ask("delete", plan)

    for record in (task, plan):
        said = ask("history", record, "--json").found
        assert [entry["state"] for entry in said["entries"]] == ["done", "done"]
    assert ask("history", "khong-co").status == 2


def test_sample_touches_no_office(ask: Ask, office: Path, tmp_path: Path) -> None:
    said = ask("sample", tmp_path / "mau.pdf", "--json")

    assert said.found["file"] == str(tmp_path / "mau.pdf")
    assert (tmp_path / "mau.pdf").read_bytes().startswith(b"%PDF-")
    assert not office.exists()


def test_the_page_with_rulers_touches_no_office(ask: Ask, office: Path, tmp_path: Path) -> None:
    said = ask("ruler", tmp_path / "thuoc.pdf", "--json")

    assert said.found == {"file": str(tmp_path / "thuoc.pdf")}
    assert (tmp_path / "thuoc.pdf").read_bytes().startswith(b"%PDF-")
    assert not office.exists()
    assert ask("ruler").status == 2


def test_the_guide_is_printed_without_qt_and_touches_no_office(ask: Ask, office: Path, tmp_path: Path) -> None:
    said = ask("guide", tmp_path / "huong-dan.pdf", "--json")

    assert said.found["file"] == str(tmp_path / "huong-dan.pdf")
    assert said.found["chapters"] > 20
    assert (tmp_path / "huong-dan.pdf").read_bytes().startswith(b"%PDF-")
    assert not office.exists()
    code = "import sys, tthc_desktop.ui.guide.chapters as c; c.whole_guide(); sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_sample_needs_no_home(home: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["sample", str(tmp_path / "mau.pdf")]) == 0
    assert list(home.iterdir()) == []
    capfd.readouterr()


def test_without_office_the_users_own_is_used(paper: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(paper)]) == 0
    assert office_file().is_file()
    capfd.readouterr()


def test_the_sample_comes_in_more_than_once(ask: Ask, tmp_path: Path) -> None:
    paper = tmp_path / "mau.json"
    for _ in range(2):
        paper.write_text(to_json(sample_plan()), encoding="utf-8")
        assert ask("import", paper).status == 0


def test_a_draft_is_printed_with_its_mark(ask: Ask, paper: Path, tmp_path: Path) -> None:
    wanted = ask("import", paper, "--json").found["plan"]
    assert ask("print", wanted, tmp_path / "du-thao.pdf", "--draft").status == 0
    assert ask("check-print", tmp_path / "du-thao.pdf", "--json").found["ok"]
