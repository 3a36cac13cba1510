"""The same workbook as .xlsx, .ods and .xls says the same, cell for cell."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tthc_desktop.documents.reading.sheets.book import Book, Seen
from tthc_desktop.documents.reading.sheets.reading import read_book

DATA = Path(__file__).parents[3] / "data" / "sheets"


def cells(book: Book) -> dict[tuple[str, str], Seen]:
    return {(sheet.name, cell.address): cell for sheet in book.sheets for row in sheet.rows for cell in row}


def frame(book: Book) -> list[object]:
    return [(sheet.name, sheet.merges, sheet.hidden, sheet.first_row, sheet.first_column) for sheet in book.sheets]


@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_kept_files_agree(kind: str) -> None:
    one, other = read_book(DATA / "moi-loai.xlsx"), read_book(DATA / f"moi-loai.{kind}")
    assert frame(one) == frame(other)
    assert cells(one) == cells(other)
    assert [problem.text for problem in one.problems] == [problem.text for problem in other.problems]
    assert len(cells(one)) > 40


def test_the_name_does_not_tell_the_kind(tmp_path: Path) -> None:
    for kind, name in (("ods", "a.xlsx"), ("xls", "a.xlsx"), ("xlsx", "a.csv")):
        shutil.copy(DATA / f"moi-loai.{kind}", tmp_path / name)
        assert cells(read_book(tmp_path / name)) == cells(read_book(DATA / "moi-loai.xlsx"))


@pytest.mark.needs("soffice")
def test_libreoffice_makes_files_that_agree(tmp_path: Path) -> None:
    for kind in ("ods", "xls", "xlsx"):
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path)]
        subprocess.run([*command, str(DATA / "moi-loai.xlsx")], check=True, capture_output=True, timeout=100)
        made = read_book(tmp_path / f"moi-loai.{kind}")
        assert cells(made) == cells(read_book(DATA / "moi-loai.xlsx"))
