"""Folders and files of returned sheets, as the clerk has them."""

from pathlib import Path

import pytest

from tests.unit_sheets import sent, share
from tthc_desktop.documents.reading import listing
from tthc_desktop.documents.reading.returned import read_returned
from tthc_desktop.documents.writing.unit_sheets import unit_sheet


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    of = share()
    data = unit_sheet(of, sent(of))
    for name in ("b.xlsx", "a.xlsx", "dưới/c.XLSX"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "~$a.xlsx").write_bytes(data)
    (tmp_path / "công văn.pdf").write_bytes(b"%PDF-")
    return tmp_path


def test_a_folder_is_read_with_what_is_below_it(folder: Path) -> None:
    found = read_returned([folder])
    assert [sheet.file for sheet in found.sheets] == ["a.xlsx", "b.xlsx", "c.XLSX"]
    assert found.skipped == ("công văn.pdf", "~$a.xlsx")
    assert found.unread == ()


def test_a_file_that_is_named_twice_is_read_once(folder: Path) -> None:
    found = read_returned([folder / "a.xlsx", folder, folder / "dưới" / ".." / "a.xlsx"])
    assert sorted(sheet.file for sheet in found.sheets) == ["a.xlsx", "b.xlsx", "c.XLSX"]


def test_what_cannot_be_read_stops_nothing(folder: Path) -> None:
    found = read_returned([folder / "không có.xlsx", folder / "công văn.pdf", folder / "a.xlsx"])
    assert [one.file for one in found.unread] == ["công văn.pdf", "không có.xlsx"]
    assert len(found.sheets) == 1


def test_a_folder_of_thousands_is_the_wrong_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MOST_FILES", 3)
    (one,) = read_returned([folder]).unread
    assert "quá nhiều tệp" in one.error.what


def test_the_reading_can_be_followed(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    read_returned([folder], lambda count, whole: told.append((count, whole)))
    assert told == [(1, 3), (2, 3), (3, 3)]
