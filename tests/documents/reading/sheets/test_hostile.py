"""Files that are damaged, locked, made to burst or of another kind: one sentence each, in little time and memory."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.reading.sheets.made import ods_cell, ods_parts, packed, parts, sheet_xml, text_cell
from tthc_desktop.documents.limits import LARGEST_COLUMN
from tthc_desktop.documents.reading.sheets.found import address
from tthc_desktop.documents.reading.sheets.reading import read_book
from tthc_desktop.errors import UserError

DATA = Path(__file__).parents[3] / "data" / "sheets"
GIGABYTE = 1 << 30
BILLION = (
    '<!DOCTYPE x [<!ENTITY a "hahaha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)


def refusal(path: Path) -> str:
    """Return what is said when a file is refused; what is said is a whole sentence about this file, with advice."""
    with pytest.raises(UserError) as caught:
        read_book(path)
    assert path.name in caught.value.what
    assert caught.value.what.endswith(".")
    assert caught.value.advice.startswith("Hãy ")
    return caught.value.what


@pytest.mark.parametrize("name", ["khoa.xlsx", "khoa.xls", "khoa.ods"])
def test_a_password_is_told(name: str) -> None:
    assert "mật khẩu" in refusal(DATA / name)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xlsx", b"", "trống"),
        ("a.xls", b"\0" * 4000, "trống"),
        ("a.csv", b" \r\n\t\r\n", "trống"),
        ("a.xlsx", b"%PDF-1.7\n%rest", "PDF"),
        ("a.xlsx", b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "hình ảnh"),
        ("a.xls", b"{\\rtf1 abc}", "RTF"),
        ("a.xlsx", b"PK\x03\x04" + b"\x14\0\0\0\x08\0" * 40, "hỏng"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "hỏng"),
        ("a.xls", b"\x09\x08\x10\x00\x00\x06\x05\x00" + b"\xff" * 300, "hỏng"),
        ("a.xlsx", b"MZ\x90\0" + b"\0\1\2" * 99, "chương trình"),
        ("a.csv", bytes(range(256)) * 9, "không phải là bảng tính"),
        ("a.xls", b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "XML 2003"),
        ("a.xls", b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "trang web"),
        ("a.xls", b"<html><body><p>kh\xc3\xb4ng</p></body></html>", "không có bảng"),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert said in refusal(path)


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ({"word/document.xml": "<w/>", "[Content_Types].xml": "<Types/>"}, "Word"),
        ({"ppt/presentation.xml": "<p/>", "[Content_Types].xml": "<Types/>"}, "PowerPoint"),
        ({"xl/workbook.bin": "x", "[Content_Types].xml": "<Types/>"}, ".xlsb"),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}, "OpenDocument"),
        ({"ghi-chu.txt": "x"}, "ZIP"),
        ({"[Content_Types].xml": "<Types/>"}, "hỏng"),
        ({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}, "không có trang tính"),
        (ods_parts(""), "không có trang tính"),
        (parts() | {"xl/workbook.xml": BILLION + "<workbook>&c;</workbook>"}, "hỏng"),
        (parts() | {"xl/sharedStrings.xml": BILLION + "<sst><si><t>&c;</t></si></sst>"}, "hỏng"),
        (parts() | {"xl/sharedStrings.xml": "<sst><si><t>dở"}, "hỏng"),
        (parts('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), "hỏng"),
        (parts('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'), "hỏng"),
        (parts('<row r="1"><c r="A9999999"><v>1</v></c></row>'), "hỏng"),
        (parts('<row r="1"><c r="XFE1"><v>1</v></c></row>'), "hỏng"),
        (parts('<row r="x"><c r="1"><v>1</v></c></row>'), "hỏng"),
        (parts() | {"xl/worksheets/sheet1.xml": sheet_xml('<row r="1">')}, "hỏng"),
        (parts("", '<mergeCells><mergeCell ref="tất cả"/></mergeCells>'), "hỏng"),
        (parts(f'<row r="1">{text_cell("A1", "x" * 2_000_000)}</row>'), "hỏng"),
        (ods_parts("<table:table>"), "hỏng"),
        (ods_parts("&c;", BILLION), "hỏng"),
    ],
)
def test_a_package_with_a_wrong_part_is_refused(tmp_path: Path, held: dict[str, str], said: str) -> None:
    assert said in refusal(packed(tmp_path / "a.xlsx", held))


def test_places_that_are_no_file_are_refused(tmp_path: Path) -> None:
    assert "thư mục" in refused_path(tmp_path)
    assert "không có tệp" in refused_path(tmp_path / "không.xlsx")


def refused_path(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_book(path)
    return caught.value.what


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"x")
    path.chmod(0)
    assert "không có quyền" in refused_path(path)


def test_a_workbook_of_charts_only_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.create_chartsheet("Biểu đồ")
    book.remove(book.worksheets[0])
    book.save(path)
    assert "biểu đồ" in refusal(path)


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0.001, 0.999), garbage=st.binary(max_size=40), cut=st.booleans())
def test_damage_anywhere_is_refused_or_read(
    tmp_path: Path, kind: str, share: float, garbage: bytes, *, cut: bool
) -> None:
    data = (DATA.parent / "sheets" / f"moi-loai.{kind}").read_bytes()
    at = int(len(data) * share)
    path = tmp_path / f"a.{kind}"
    path.write_bytes(data[:at] if cut else data[:at] + garbage + data[at + len(garbage) :])
    assert outcome(path) in {"read", "refused"}


def outcome(path: Path) -> str:
    """Return what came of a file; everything but a whole book or a sentence about the file is a failure."""
    try:
        book = read_book(path)
    except UserError as error:
        return "refused" if path.name in error.what else error.what
    return "read" if book.sheets else "no sheet"


def bomb_of_nothing(path: Path) -> None:
    packed(path, parts() | {"xl/media/a.bin": b"\0" * 120_000_000})


def bomb_of_blanks(path: Path) -> None:
    packed(path, parts() | {"xl/worksheets/sheet1.xml": sheet_xml(" " * 120_000_000)})


def lying_sizes(path: Path) -> None:
    packed(path, parts() | {"xl/worksheets/sheet1.xml": sheet_xml(" " * 40_000_000)})
    data = path.read_bytes()
    size = len(sheet_xml(" " * 40_000_000)).to_bytes(4, "little")
    assert data.count(size) == 2
    path.write_bytes(data.replace(size, (1000).to_bytes(4, "little")))


def far_cells(path: Path) -> None:
    rows = f'<row r="1">{text_cell("A1", "đầu")}</row><row r="1048576">{text_cell("XFD1048576", "cuối")}</row>'
    packed(path, parts(rows))


def endless_merges(path: Path) -> None:
    merges = "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(1, 3000))
    packed(path, parts(f'<row r="1">{text_cell("A1", "STT")}</row>', f"<mergeCells>{merges}</mergeCells>"))


def repeated_ods(path: Path) -> None:
    cell = ods_cell("x", 'table:number-columns-repeated="16384"')
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    packed(path, ods_parts(f'<table:table table:name="T">{row * 50}</table:table>'))


def endless_lines(path: Path) -> None:
    path.write_text("a,b\n" + "\n" * 50_000_000, encoding="utf-8")


def endless_separators(path: Path) -> None:
    path.write_text("a" + "," * 50_000_000, encoding="utf-8")


def many_sheets(path: Path) -> None:
    packed(path, ods_parts('<table:table table:name="T"/>' * 5000))


@pytest.mark.parametrize(
    "make",
    [
        bomb_of_nothing,
        bomb_of_blanks,
        lying_sizes,
        far_cells,
        repeated_ods,
        many_sheets,
        endless_lines,
        endless_separators,
    ],
)
def test_what_is_made_to_burst_is_refused_soon(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "bom.xlsx"
    make(path)
    assert "UserError" in in_a_child(path)


def empty_rows(path: Path) -> None:
    """Make a sheet that was formatted down to its last row, as is often found, with a number to be looked at."""
    rows = "".join(f'<row r="{n}"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>' for n in range(2, 1_048_577))
    packed(path, parts(f'<row r="1">{text_cell("A1", "STT")}<c r="B1" s="1"><v>1</v></c></row>{rows}'))


def empty_rows_ods(path: Path) -> None:
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    rest = f'<table:table-row table:number-rows-repeated="1048575">{blank}</table:table-row>'
    first = f"<table:table-row>{ods_cell('STT')}</table:table-row>{rest}"
    packed(path, ods_parts(f'<table:table table:name="T">{first}</table:table>'))


def wide(path: Path) -> None:
    cells = "".join(text_cell(address(0, column), "STT") for column in range(LARGEST_COLUMN))
    packed(path, parts(f'<row r="1">{cells}</row>'))


@pytest.mark.parametrize("make", [empty_rows, empty_rows_ods, wide, endless_merges])
def test_what_is_large_but_honest_is_read(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "lớn.xlsx"
    make(path)
    assert "STT" in in_a_child(path)


def in_a_child(path: Path) -> str:
    """Read in a process of its own that may use a gigabyte; return what came of it."""
    code = (
        "import resource,sys;from pathlib import Path;"
        f"resource.setrlimit(resource.RLIMIT_AS,({GIGABYTE},{GIGABYTE}));"
        "from tthc_desktop.documents.reading.sheets.reading import read_book;"
        "print(read_book(Path(sys.argv[1])).sheets[0].rows[0][0].words)"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, str(path)], capture_output=True, check=False, timeout=100
    )
    assert b"MemoryError" not in done.stderr
    return (done.stdout + done.stderr).decode()
