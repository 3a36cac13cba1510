"""A corrected Word file on the command line: compared, and what is wanted of it taken."""

from pathlib import Path

import pytest

from tests import word_edits as edits
from tests.cli.conftest import Ask, is_one_line
from tthc_desktop.documents.exchange import to_json
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.word import render
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.outline import items

PLAN = sample_plan()
FIRST, SECOND = [item for item, above in items(PLAN.body) if above and not item.children and not item.task_id][:2]


@pytest.fixture
def plan(ask: Ask, tmp_path: Path) -> str:
    """Return the identity of a plan in the office."""
    file = tmp_path / "kế hoạch.json"
    file.write_text(to_json(PLAN), "utf-8")
    plan_id: str = ask("import", file, "--json").found["plan"]
    return plan_id


@pytest.fixture
def corrected(tmp_path: Path) -> Path:
    """Return the plan's Word file with two paragraphs reworded."""
    file = tmp_path / "sửa.docx"

    def change(word: object) -> None:
        for item in (FIRST, SECOND):
            edits.write(edits.paragraph(word, item.id), f"Câu mới thay cho: {str(item.text)[:20]}")  # type: ignore[arg-type]

    file.write_bytes(edits.edited(render(PLAN), change))
    return file


def test_nothing_is_written_unless_it_is_asked_for(ask: Ask, plan: str, corrected: Path) -> None:
    found = ask("compare", plan, corrected, "--json").found

    assert [one["number"] for one in found["proposals"]] == [1, 2]
    assert {one["what"] for one in found["proposals"]} == {"reworded"}
    assert (found["taken"], found["left"], found["carried"]) == (0, 2, True)
    assert ask("compare", plan, corrected).out.splitlines()[-1] == "Chưa ghi gì; thêm --apply để nhận 2 thay đổi."
    assert ask("history", plan, "--json").found["entries"][0]["label"].startswith("Nhập")


def test_chosen_changes_are_taken_as_one_change(ask: Ask, plan: str, corrected: Path) -> None:
    said = ask("compare", plan, corrected, "--take", "2", "--json")

    assert (said.found["taken"], said.found["left"]) == (1, 1)
    assert ask("history", plan, "--json").found["entries"][0]["label"] == "Nhận bản Word đã sửa “sửa.docx”"
    assert len(ask("compare", plan, corrected, "--json").found["proposals"]) == 1
    ask("undo")
    assert len(ask("compare", plan, corrected, "--json").found["proposals"]) == 2


def test_all_but_conflicts_are_taken(ask: Ask, plan: str, corrected: Path) -> None:
    assert ask("compare", plan, corrected, "--apply", "--json").found["taken"] == 2
    assert ask("compare", plan, corrected).out.splitlines()[-1] == "Tệp không khác kế hoạch."


@pytest.mark.parametrize("numbers", ["0", "3", "a", ",", "1;2"])
def test_numbers_that_are_none_are_refused(ask: Ask, plan: str, corrected: Path, numbers: str) -> None:
    said = ask("compare", plan, corrected, "--take", numbers)

    assert said.status == 2
    assert is_one_line(said.err)


def test_a_file_of_another_plan_is_refused(ask: Ask, plan: str, tmp_path: Path) -> None:
    other = tmp_path / "khác.docx"
    other.write_bytes(render(copy_plan(PLAN)))

    said = ask("compare", plan, other)
    assert said.status == 2
    assert "kế hoạch khác" in said.err


def test_a_file_that_is_not_there_is_told(ask: Ask, plan: str, tmp_path: Path) -> None:
    said = ask("compare", plan, tmp_path / "không có.docx")

    assert said.status == 2
    assert is_one_line(said.err)
