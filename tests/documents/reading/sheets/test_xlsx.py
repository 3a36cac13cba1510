"""A workbook of Excel is read as it was seen: value and number format together."""

from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from tthc_desktop.documents.reading.sheets.book import Kind, Seen
from tthc_desktop.documents.reading.sheets.reading import read_book

SEEN = [
    (1.1, "0.00", "1.10", Kind.NUMBER),
    ("1.10", "@", "1.10", Kind.TEXT),
    (0.6, "0%", "60%", Kind.PERCENT),
    (60, "General", "60", Kind.NUMBER),
    (0.1 + 0.2, "General", "0,3", Kind.NUMBER),
    (7.0, "General", "7", Kind.NUMBER),
    (1234567.5, "#,##0.00", "1.234.567,50", Kind.NUMBER),
    (date(2025, 2, 15), "mm-dd-yy", "15/02/2025", Kind.DATE),
    (date(2025, 2, 15), "d.m", "15.2", Kind.DATE),
    (datetime.fromisoformat("2025-02-15 07:30"), "yyyy-mm-dd hh:mm:ss", "15/02/2025 07:30", Kind.DATE),
    (time(7, 30), "h:mm", "7:30", Kind.TEXT),
    (True, "General", "TRUE", Kind.TRUTH),
    ("#N/A", "General", "#N/A", Kind.ERROR),
    ("Tối thiểu 50", "General", "Tối thiểu 50", Kind.TEXT),
    ("một\u00a0hai\nba", "General", "một hai\nba", Kind.TEXT),
    ("ho\u0301a", "General", "hóa", Kind.TEXT),
]


def only(path: Path, value: object, code: str = "General", font: str = "Calibri") -> Seen:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    cell = sheet["B3"]
    cell.value = value
    cell.number_format = code
    cell.font = Font(name=font)
    book.save(path)
    [found] = read_book(path).sheets
    assert (found.first_row, found.first_column) == (2, 1)
    [[seen]] = found.rows
    return seen


@pytest.mark.parametrize(("value", "code", "words", "kind"), SEEN)
def test_seen_as_shown(tmp_path: Path, value: object, code: str, words: str, kind: Kind) -> None:
    seen = only(tmp_path / "a.xlsx", value, code)
    assert (seen.address, seen.words, seen.kind) == ("B3", words, kind)


def test_a_formula_without_a_result_is_named(tmp_path: Path) -> None:
    assert only(tmp_path / "a.xlsx", "=1+1").kind is Kind.FORMULA
    [problem] = read_book(tmp_path / "a.xlsx").problems
    assert problem.cell == "B3"
    assert "lưu lại" in problem.text


def test_merged_cells_are_filled_both_ways(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["C3"], sheet["B3"] = "gộp", "đầu"
    sheet.merge_cells("C3:D5")
    book.save(tmp_path / "a.xlsx")
    [found] = read_book(tmp_path / "a.xlsx").sheets
    assert found.merges == ((0, 2, 1, 2),)
    assert [[cell.words for cell in row[1:]] for row in found.rows] == [["gộp", "gộp"]] * 3
    assert [cell.address for row in found.rows for cell in row if not cell.fills] == ["B3", "C3", "B4", "B5"]


def test_an_old_font_is_turned_into_unicode(tmp_path: Path) -> None:
    seen = only(tmp_path / "a.xlsx", "Bé tr\u00adëng", font=".VnTime")
    assert (seen.words, seen.legacy) == ("Bộ trưởng", "Bé tr\u00adëng")
