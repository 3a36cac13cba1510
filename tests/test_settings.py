"""The user's own folder, or the one that a program on a stick carries along."""

import sys
from pathlib import Path

import pytest

from tthc_desktop.errors import UserError
from tthc_desktop.settings import CARRIED_DATA, data_folder, memory_file, office_file, program_folder


def test_the_data_folder_is_made_in_the_users_home(home: Path) -> None:
    assert data_folder().is_dir()
    assert data_folder().is_relative_to(home)


def test_the_offices_file_lies_in_the_data_folder() -> None:
    assert office_file().parent == data_folder()
    assert not office_file().exists()


def test_a_folder_that_cannot_be_made_is_told() -> None:
    folder = data_folder()
    folder.rmdir()
    folder.write_text("a file in the way", encoding="utf-8")

    with pytest.raises(UserError, match="Không tạo được thư mục dữ liệu"):
        data_folder()


def test_a_checkout_is_carried_nowhere() -> None:
    assert program_folder() is None
    assert memory_file() is None


@pytest.mark.parametrize("mark", ["portable", "portable.txt", f"{CARRIED_DATA}/"])
def test_a_program_on_a_stick_keeps_its_data_beside_it(stick: Path, home: Path, mark: str) -> None:
    assert data_folder().is_relative_to(home)

    if mark.endswith("/"):
        (stick / mark).mkdir()
    else:
        (stick / mark).touch()

    assert data_folder() == stick / CARRIED_DATA
    assert office_file().parent.is_dir()
    assert memory_file() == stick / CARRIED_DATA / "cua-so.ini"


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of an installed program."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "tthc-desktop"))
    return tmp_path
