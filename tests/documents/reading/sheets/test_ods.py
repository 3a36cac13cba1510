"""Workbooks of LibreOffice: repeated and covered cells, comments, formats written as elements, fonts by styles."""

from datetime import date
from pathlib import Path

import pytest

from tests.documents.reading.sheets.made import ods_cell, ods_parts, packed
from tthc_desktop.documents.reading.sheets.book import Kind, Sheet
from tthc_desktop.documents.reading.sheets.reading import read_book

SPACES = (
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)


def only(path: Path, rows: str, styles: str = "", columns: str = "") -> Sheet:
    held = ods_parts(f'<table:table table:name="Bảng">{columns}{rows}</table:table>')
    content = held["content.xml"].replace("<office:body>", f"{styles}<office:body>")
    held["content.xml"] = content.replace("<office:document-content", f"<office:document-content {SPACES}")
    [sheet] = read_book(packed(path, held)).sheets
    return sheet


def words(sheet: Sheet) -> list[list[str]]:
    return [[cell.words for cell in row] for row in sheet.rows]


def row(cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{cells}</table:table-row>"


def number(value: float, style: str = "c", more: str = "") -> str:
    kind = f'table:style-name="{style}" office:value-type="float" office:value="{value}"'
    return f"<table:table-cell {kind} {more}><text:p>như hiện</text:p></table:table-cell>"


def code(inside: str, kind: str = "number-style") -> str:
    return (
        f'<office:automatic-styles><number:{kind} style:name="N1">{inside}</number:{kind}>'
        '<style:style style:name="c" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles>'
    )


def test_repeated_cells_and_rows_keep_their_places(tmp_path: Path) -> None:
    blank = '<table:table-cell table:number-columns-repeated="2"/>'
    twice = ods_cell("x", 'table:number-columns-repeated="2"')
    rows = row(blank + ods_cell("đầu")) + row("<table:table-cell/>" + twice, 'table:number-rows-repeated="2"')
    sheet = only(tmp_path / "a.ods", rows + row("<table:table-cell/>", 'table:number-rows-repeated="1048000"'))
    assert words(sheet) == [["", "đầu"], ["x", "x"], ["x", "x"]]
    assert [cell.address for line in sheet.rows for cell in line] == ["B1", "C1", "B2", "C2", "B3", "C3"]


def test_merged_cells_are_filled(tmp_path: Path) -> None:
    cell = ods_cell("gộp", 'table:number-columns-spanned="2" table:number-rows-spanned="2"')
    covered = "<table:covered-table-cell><text:p>khuất</text:p></table:covered-table-cell>"
    sheet = only(tmp_path / "a.ods", row(cell + covered) + row(covered * 2))
    assert words(sheet) == [["gộp", "gộp"]] * 2
    assert sheet.merges == ((0, 1, 0, 1),)


def test_words_of_a_cell_and_nothing_else(tmp_path: Path) -> None:
    cell = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>lời bàn</text:p></office:annotation>'
        '<text:p>một<text:s text:c="2"/>hai<text:line-break/>ba</text:p><text:p>b<text:span>ốn</text:span></text:p>'
        "</table:table-cell>"
    )
    assert words(only(tmp_path / "a.ods", row(cell))) == [["một  hai\nba\nbốn"]]


@pytest.mark.parametrize(
    ("inside", "value", "shown"),
    [
        ('<number:number number:decimal-places="2" number:min-integer-digits="1"/>', 1.1, "1.10"),
        ('<number:number number:min-integer-digits="1"/>', 0.3, "0,3"),
        ('<number:number number:decimal-places="0" number:min-integer-digits="2"/>', 5, "05"),
        ('<number:number number:decimal-places="2" number:grouping="true"/>', 1234.5, "1.234,50"),
        ('<number:number number:decimal-places="0"/><number:text> ngày</number:text>', 12, "12 ngày"),
    ],
)
def test_formats(tmp_path: Path, inside: str, value: float, shown: str) -> None:
    [[cell]] = only(tmp_path / "a.ods", row(number(value)), code(inside)).rows
    assert (cell.words, cell.number, cell.kind) == (shown, value, Kind.NUMBER)


@pytest.mark.parametrize(
    ("attributes", "shown", "kind"),
    [
        ('office:value-type="percentage" office:value="0.6"', "60%", Kind.PERCENT),
        ('office:value-type="date" office:date-value="2025-02-15"', "15/02/2025", Kind.DATE),
        ('office:value-type="date" office:date-value="2025-02-15T07:30:00"', "15/02/2025 07:30", Kind.DATE),
        ('office:value-type="time" office:time-value="PT07H30M00S"', "7:30", Kind.TEXT),
        ('office:value-type="boolean" office:boolean-value="true"', "TRUE", Kind.TRUTH),
        ('office:value-type="string" calcext:value-type="error"', "#N/A", Kind.ERROR),
        ('table:formula="of:=[.A1]"', "", Kind.FORMULA),
        ('office:value-type="float" office:value="hỏng"', "#N/A", Kind.TEXT),
    ],
)
def test_kinds(tmp_path: Path, attributes: str, shown: str, kind: Kind) -> None:
    said = "" if kind is Kind.FORMULA else "<text:p>#N/A</text:p>"
    [[cell]] = only(tmp_path / "a.ods", row(f"<table:table-cell {attributes}>{said}</table:table-cell>")).rows
    assert (cell.words, cell.kind) == (shown, kind)
    assert (cell.day == date(2025, 2, 15)) is (kind is Kind.DATE)


def test_fonts_by_cell_parent_and_column(tmp_path: Path) -> None:
    styles = (
        '<office:font-face-decls><style:font-face style:name="F" svg:font-family="&apos;.VnTime&apos;" '
        'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"/></office:font-face-decls>'
        '<office:automatic-styles><style:style style:name="cha" style:family="table-cell">'
        '<style:text-properties style:font-name="F"/></style:style>'
        '<style:style style:name="con" style:family="table-cell" style:parent-style-name="cha"/>'
        "</office:automatic-styles>"
    )
    columns = '<table:table-column/><table:table-column table:default-cell-style-name="cha"/>'
    rows = row(ods_cell("Sè", 'table:style-name="con"') + ods_cell("Sè") + ods_cell("Sở"))
    assert words(only(tmp_path / "a.ods", rows, styles, columns)) == [["Số", "Số", "Sở"]]


def test_a_circle_of_styles_ends(tmp_path: Path) -> None:
    styles = "<office:automatic-styles>" + "".join(
        f'<style:style style:name="{one}" style:family="table-cell" style:parent-style-name="{other}"/>'
        for one, other in (("a", "b"), ("b", "a"))
    )
    cell = ods_cell("Sở", 'table:style-name="a"')
    assert words(only(tmp_path / "a.ods", row(cell), f"{styles}</office:automatic-styles>")) == [["Sở"]]
