"""Workbooks that take values from others: what was seen last counts, and no other file is looked for."""

import zipfile
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from tthc_desktop.documents.reading.sheets.book import Kind
from tthc_desktop.documents.reading.sheets.reading import read_book

LINK = (
    '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook r:id="rId1" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetNames><sheetName val="Nguồn"/>'
    "</sheetNames></externalBook></externalLink>"
)
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" '
    'Target="{target}" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize("target", ["khac.xlsx", "file:///C:/khong-co/khac.xlsx", "http://may-khac.invalid/khac.xlsx"])
def test_the_value_seen_last_is_taken_and_no_other_file_is_opened(tmp_path: Path, target: str) -> None:
    path = linked(tmp_path, target)
    (sheet,) = read_book(path).sheets
    assert [cell.words for row in sheet.rows for cell in row] == ["Đã xong", "60%", ""]
    assert sheet.rows[1][0].number == 0.6


def test_a_link_whose_value_the_file_lacks_is_named(tmp_path: Path) -> None:
    book = read_book(linked(tmp_path, "khac.xlsx"))
    assert book.sheets[0].rows[2][0].kind is Kind.FORMULA
    (problem,) = book.problems
    assert (problem.sheet, problem.cell) == ("Việc", "A3")


def linked(folder: Path, target: str) -> Path:
    """Return a workbook with three links to another one, the last of which has no value."""
    path = folder / "a.xlsx"
    with Workbook(path) as made:
        sheet = made.add_worksheet("Việc")
        sheet.write_formula(0, 0, "='[1]Nguồn'!A1", None, "Đã xong")
        sheet.write_formula(1, 0, "='[1]Nguồn'!A2", made.add_format({"num_format": "0%"}), 0.6)
        sheet.write_formula(2, 0, "='[1]Nguồn'!A3", None, "")
    with zipfile.ZipFile(path, "a") as parts:
        parts.writestr("xl/externalLinks/externalLink1.xml", LINK)
        parts.writestr("xl/externalLinks/_rels/externalLink1.xml.rels", RELATION.format(target=target))
    return path
