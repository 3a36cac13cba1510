"""Workbooks of other programs than Excel, and what Excel writes seldom, are read like any other."""

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
import python_calamine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.reading.sheets.made import MAIN, packed, parts, sheet_xml, text_cell
from tthc_desktop.documents.reading.sheets.book import Kind, Sheet
from tthc_desktop.documents.reading.sheets.reading import read_book

VALUES = st.text("aăđ ê<&>\"'\n\tx1.", max_size=12) | st.integers(-(10**9), 10**9) | st.booleans() | st.none()


def only(path: Path, held: dict[str, str]) -> Sheet:
    [sheet] = read_book(packed(path, held)).sheets
    return sheet


def words(sheet: Sheet) -> list[list[str]]:
    return [[cell.words for cell in row] for row in sheet.rows]


def with_strings(strings: str, rows: str, space: str = f'xmlns="{MAIN}"') -> dict[str, str]:
    return parts(rows) | {"xl/sharedStrings.xml": f"<sst {space}>{strings}</sst>"}


def test_rich_text_is_joined_and_readings_left_out(tmp_path: Path) -> None:
    strings = (
        '<si><r><rPr><b/></rPr><t xml:space="preserve">Rà </t></r><r><t>soát</t></r>'
        '<rPh sb="0" eb="1"><t>ラ</t></rPh></si><si><t>một_x000D_\nhai</t></si>'
    )
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    assert words(only(tmp_path / "a.xlsx", with_strings(strings, rows))) == [["Rà soát", "một\nhai"]]


def test_parts_may_be_empty(tmp_path: Path) -> None:
    held = parts() | {"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" count="0"/>', "xl/styles.xml": "<styleSheet/>"}
    assert words(only(tmp_path / "a.xlsx", held)) == []
    held["xl/worksheets/sheet1.xml"] = f'<worksheet xmlns="{MAIN}"><sheetData x="1"/><mergeCells/></worksheet>'
    assert words(only(tmp_path / "b.xlsx", held)) == []
    held["xl/worksheets/sheet1.xml"] = f'<worksheet xmlns="{MAIN}"/>'
    assert words(only(tmp_path / "c.xlsx", held)) == []


def test_rich_text_in_an_old_font(tmp_path: Path) -> None:
    strings = '<si><r><rPr><rFont val=".VnTime"/></rPr><t>Së</t></r><r><t> 1</t></r></si>'
    [[cell]] = only(tmp_path / "a.xlsx", with_strings(strings, '<row r="1"><c r="A1" t="s"><v>0</v></c></row>')).rows
    assert (cell.words, cell.legacy) == ("Sở 1", "Së 1")


def test_places_may_be_left_out(tmp_path: Path) -> None:
    rows = '<row/><row><c/><c t="inlineStr"><is><t>a</t></is></c><c><v>2</v></c></row>'
    sheet = only(tmp_path / "a.xlsx", parts(rows))
    assert [(cell.address, cell.words) for cell in sheet.rows[0]] == [("B2", "a"), ("C2", "2")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_prefixes_and_other_encodings(tmp_path: Path, encoding: str) -> None:
    held: dict[str, str | bytes] = dict(parts(f'<row r="2">{text_cell("C2", "Sở")}</row>', "<mergeCells/>"))
    for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml"):
        xml = re.sub(r"<(/?)(\w)", r"<\1x:\2", str(held[name])).replace("xmlns=", "xmlns:x=", 1)
        xml = xml.replace("<x:mergeCells/>", '<x:mergeCells><x:mergeCell ref="C2:D3"/></x:mergeCells>')
        held[name] = f'<?xml version="1.0" encoding="{encoding}"?>{xml}'.encode(encoding)
    [sheet] = read_book(packed(tmp_path / "a.xlsx", held)).sheets
    assert words(sheet) == [["Sở", "Sở"], ["Sở", "Sở"]]


@pytest.mark.parametrize(("properties", "day"), [("", "14/02/2021"), ('<workbookPr date1904="1"/>', "15/02/2025")])
def test_epochs(tmp_path: Path, properties: str, day: str) -> None:
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    held = parts('<row r="1"><c r="A1" s="1"><v>44241</v></c></row>', properties=properties)
    [[cell]] = only(tmp_path / "a.xlsx", held | {"xl/styles.xml": styles}).rows
    assert cell.words == day


def test_a_kept_result_is_taken_also_from_another_file(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><f>[1]Bảng!A1</f><v>7</v></c><c r="B1" t="str"><f>[1]Bảng!B1</f><v>Sở</v></c>'
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f>A1</f></c>'
        '<c r="E1" t="str"><f>A2</f><v></v></c></row>'
    )
    book = read_book(packed(tmp_path / "a.xlsx", parts(rows)))
    [[number, text, error, formula]] = book.sheets[0].rows
    assert (number.words, text.words, error.words, error.kind) == ("7", "Sở", "#DIV/0!", Kind.ERROR)
    assert formula.kind is Kind.FORMULA
    assert [problem.cell for problem in book.problems] == ["D1"]


def test_what_stands_unseen_below_a_merged_cell_is_not_its_words(tmp_path: Path) -> None:
    rows = f'<row r="1">{text_cell("A1", "trên")}{text_cell("B1", "khuất")}</row>'
    sheet = only(tmp_path / "a.xlsx", parts(rows, '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'))
    assert words(sheet) == [["trên", "trên"]] * 2


def test_a_title_merged_over_the_whole_row_ends_with_the_table(tmp_path: Path) -> None:
    rows = f'<row r="1">{text_cell("A1", "BẢNG")}</row>' + "".join(
        f'<row r="{n}">{text_cell(f"A{n}", "a")}{text_cell(f"C{n}", "c")}</row>' for n in range(2, 200)
    )
    sheet = only(tmp_path / "a.xlsx", parts(rows, '<mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>'))
    assert words(sheet)[0] == ["BẢNG"] * 3
    assert sheet.merges == ((0, 0, 0, 2),)


def test_blanks_say_nothing(tmp_path: Path) -> None:
    rows = (
        f'<row r="1">{text_cell("A1", " ")}{text_cell("B1", "&#160;")}</row><row r="3">{text_cell("C3", " x ")}</row>'
    )
    sheet = only(tmp_path / "a.xlsx", parts(rows))
    assert (words(sheet), sheet.first_row, sheet.first_column) == ([["x"]], 2, 2)


def test_doubtful_cells_go_with_the_sure_ones_of_their_column(tmp_path: Path) -> None:
    column = ["KiÓm so¸t thñ tôc", "C«ng bè quyÕt ®Þnh", "Sè", "½", "a@b.vn"]
    rows = "".join(f'<row r="{n}">{text_cell(f"A{n}", said)}</row>' for n, said in enumerate(column, 1))
    book = read_book(packed(tmp_path / "a.xlsx", parts(rows)))
    assert [row[0].words for row in book.sheets[0].rows] == [
        "Kiểm soát thủ tục",
        "Công bố quyết định",
        "Số",
        "½",
        "a@b.vn",
    ]
    [problem] = book.problems
    assert problem.text.startswith("3 ô dùng bảng mã TCVN3")


def test_doubtful_cells_beside_unicode_stay(tmp_path: Path) -> None:
    column = ["Kiểm soát thủ tục", "Công bố quyết định", "Sè", "bé"]
    rows = "".join(f'<row r="{n}">{text_cell(f"A{n}", said)}</row>' for n, said in enumerate(column, 1))
    book = read_book(packed(tmp_path / "a.xlsx", parts(rows)))
    assert [row[0].words for row in book.sheets[0].rows] == column
    assert not book.problems


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(VALUES, min_size=1, max_size=5), min_size=1, max_size=6))
def test_the_same_cells_as_another_reader(tmp_path: Path, rows: list[list[str | int | bool | None]]) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = book.worksheets[0].cell(number, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    book.save(path)
    [sheet] = read_book(path).sheets
    ours = {cell.address: cell.words for row in sheet.rows for cell in row if cell.words}
    theirs = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)
    shown = {
        f"{'ABCDE'[column]}{number}": said
        for number, row in enumerate(theirs, 1)
        for column, value in enumerate(row)
        if (said := str(value).upper() if isinstance(value, bool) else str(value).removesuffix(".0").strip())
    }
    assert ours == {place: said.strip() for place, said in shown.items()}


def test_many_pieces(tmp_path: Path) -> None:
    """Rows are cut into pieces wherever the file is read up to."""
    rows = "".join(f'<row r="{n}">{text_cell(f"A{n}", f"việc {n} x" + "y" * (n % 700))}</row>' for n in range(1, 4001))
    sheet = only(tmp_path / "a.xlsx", parts(rows, '<mergeCells><mergeCell ref="A4000:A4001"/></mergeCells>'))
    assert len(sheet.rows) == 4001
    assert all(row[0].words.startswith(f"việc {n} x") for n, row in enumerate(sheet.rows[:-1], 1))
    assert zipfile.is_zipfile(tmp_path / "a.xlsx")


@pytest.mark.parametrize("error", ["#N/A", "#SPILL!", "#CALC!", "#GETTING_DATA"])
def test_errors_also_newer_ones_are_shown_beside_what_is_right(tmp_path: Path, error: str) -> None:
    rows = f'<row r="1"><c r="A1" t="e"><v>{error}</v></c>{text_cell("B1", "Sở")}</row>'
    [[wrong, right]] = only(tmp_path / "a.xlsx", parts(rows)).rows
    assert (wrong.words, wrong.kind, right.words) == (error, Kind.ERROR, "Sở")


@pytest.mark.parametrize(
    "odd",
    [
        '<fonts><font><family val="99"/></font></fonts>',
        '<fonts><font><color rgb="red"/></font></fonts>',
        '<fills><fill><patternFill patternType="odd"/></fill></fills>',
    ],
)
def test_odd_styles_leave_the_formats_of_numbers_alone(tmp_path: Path, odd: str) -> None:
    formats = '<cellXfs><xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="14"/></cellXfs>'
    styles = f'<styleSheet xmlns="{MAIN}">{odd}{formats}</styleSheet>'
    rows = '<row r="1"><c r="A1" s="1"><v>1.1</v></c><c r="B1" s="2"><v>45703</v></c></row>'
    sheet = only(tmp_path / "a.xlsx", parts(rows) | {"xl/styles.xml": styles})
    assert words(sheet) == [["1.10", "15/02/2025"]]


def test_a_sheet_may_lie_about_its_size(tmp_path: Path) -> None:
    sheet = sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>')
    lying = sheet.replace("<sheetData>", '<dimension ref="A1:ZZZZ9"/><sheetData>')
    assert words(only(tmp_path / "a.xlsx", parts() | {"xl/worksheets/sheet1.xml": lying})) == [["1"]]
