"""The command that prepares a folder to be signed."""

from pathlib import Path

import pytest

from tests.cli.conftest import Ask


@pytest.fixture
def plan(ask: Ask, paper: Path) -> str:
    return str(ask("import", paper, "--json").found["plan"])


def test_handover_writes_the_folder_and_tells_the_steps(ask: Ask, plan: str, tmp_path: Path) -> None:
    said = ask("handover", plan, tmp_path / "ky", "--json").found

    assert [[field["name"] for field in one["fields"]] for one in said["files"]] == [
        ["Người ký", "Cơ quan"],
        ["Phụ lục I"],
        ["Phụ lục II"],
    ]
    assert {path.name for path in (tmp_path / "ky").iterdir()} == {
        *(one["file"] for one in said["files"]),
        "Danh mục ký số.pdf",
        "Danh mục ký số.txt",
    }
    assert said["steps"][0]["who"] == "Lãnh đạo"
    assert [one["file"] for one in said["steps"]][-3:] == [2, 3, 1]


def test_handover_in_words_names_files_and_what_to_look_at(ask: Ask, plan: str, tmp_path: Path) -> None:
    said = ask("handover", plan, tmp_path / "ky", "--together")

    assert said.out.startswith("Đã chuẩn bị hồ sơ ký của “")
    assert said.out.count(".pdf") == 2
    again = ask("handover", plan, tmp_path / "ky", "--together")
    assert again.status == 2
    assert "có thể đã được ký" in again.err
