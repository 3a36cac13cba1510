"""Several old papers: each is read, a bad one stops none, and reading can be followed and stopped."""

from pathlib import Path

import pytest

from tests.old_papers import folder_of_papers
from tthc_desktop.documents.reading.listing import listed
from tthc_desktop.documents.reading.several import FOLDER, KINDS, read_several


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of old papers."""
    return folder_of_papers(tmp_path / "kế hoạch cũ", range(2024, 2026))


def test_each_file_is_listed_once_and_called_by_its_name(folder: Path) -> None:
    found = listed([folder, folder / "mau.json", folder / "cu"], KINDS, FOLDER)
    assert sorted(found.names.values()) == [
        "hong.xlsx",
        "ke-hoach-2024 (bản sao).txt",
        "ke-hoach-2024-ban-ky.md",
        "ke-hoach-2024.txt",
        "ke-hoach-2025.txt",
        "mau.json",
        "nhat-ky.txt",
        "rong.txt",
    ]
    assert found.skipped == ("anh.png",)


def test_a_bad_file_is_told_and_stops_none(folder: Path) -> None:
    read = {found.name: found for found in read_several(listed([folder], KINDS, FOLDER).names)}
    assert {name for name, found in read.items() if found.error} == {"hong.xlsx", "rong.txt"}
    assert all(len(found.drafts) == 1 for found in read.values() if not found.error)
    same = [read["ke-hoach-2024.txt"], read["ke-hoach-2024 (bản sao).txt"]]
    assert len({found.digest for found in same}) == 1
    assert len({found.digest for found in read.values()}) == len(read) - 1


def test_a_file_that_went_away_is_told(tmp_path: Path) -> None:
    (found,) = read_several({tmp_path / "mất.txt": "mất.txt"})
    assert found.error is not None
    assert found.digest == ""
