"""Blocks from the clipboard: Excel's and LibreOffice's text and HTML, and what is no block at all."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.documents.reading.clipboard_table import read_block, read_html_table, read_tsv
from tthc_desktop.documents.writing.clipboard_table import to_html, to_tsv
from tthc_desktop.errors import UserError
from tthc_desktop.models.table_block import Block, Piece
from tthc_desktop.models.text import EMPTY, Run, Text, clean, plain, text

EXCEL = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta name=Generator content="Microsoft Excel 15"><style><!--table {mso-displayed-decimal-separator:"\\,";}
br {mso-data-placement:same-cell;} td {color:black;}--></style></head><body>
<!--StartFragment--><table border=0 cellpadding=0><col width=64 style='width:48pt'>
 <tr height=20><td class=xl65 rowspan=2>Văn phòng</td><td>- Một<br>
    - Hai</td><td align=right>0,95</td></tr>
 <tr height=20><td>Công&nbsp;khai   thủ
  tục</td><td></td></tr>
<!--EndFragment--></table></body></html>"""
LIBRE = """<!DOCTYPE html><html><head><style>td { font-size: x-small }</style></head><body>
<table cellspacing="0"><colgroup width="85"></colgroup>
<tr><td height="17" align="left"><b>Sở Nội vụ</b></td><td sdval="5" sdnum="1066;"><font face="Arial">5</font></td></tr>
<tr><td colspan=2>Nhóm A</td></tr></table></body></html>"""
WORD = "<table><tr><td><p class=MsoNormal>a <i>b</i></p><p>c</p></td><td><p>d</p></td></tr></table>"


def words(block: Block) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in block]


def test_excel() -> None:
    found = read_html_table(EXCEL)
    assert words(found) == [["Văn phòng", "- Một\n- Hai", "0,95"], ["Văn phòng", "Công\xa0khai thủ tục", ""]]


def test_libreoffice() -> None:
    found = read_html_table(LIBRE)
    assert words(found) == [["Sở Nội vụ", "5"], ["Nhóm A", ""]]
    assert found[0][0] == Text((Run("Sở Nội vụ", bold=True),))


def test_word() -> None:
    assert read_html_table(WORD)[0][0] == text((Run("a "), Run("b", italic=True), Run("\nc")))


@pytest.mark.parametrize(
    ("written", "cells"),
    [
        ('a\tb\r\nc\t"d\r\ne"\r\n', [["a", "b"], ["c", "d\ne"]]),
        ('"a\tb"\tc', [["a\tb", "c"]]),
        ('"nói ""thật"" đi"\tb', [['nói "thật" đi', "b"]]),
        ('"Một cửa" điện tử\tb', [['"Một cửa" điện tử', "b"]]),
        ('"Một cửa"\tb', [['"Một cửa"', "b"]]),
        ('"mở mà không đóng\tb\nc', [['"mở mà không đóng', "b"], ["c", ""]]),
        ("a\n\nb\n\n", [["a"], [""], ["b"]]),
        ("ho\u0061\u0300", [["hoà"]]),
        ("a\x07\tb", [["a", "b"]]),
    ],
)
def test_text_with_tabs(written: str, cells: list[list[str]]) -> None:
    assert words(read_tsv(written)) == cells


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>a<td>b<tr><td>c",
        "<TABLE><tr><td>a</td><td>b</td></tr><td>c</td></TABLE></div></table>",
        "<table><tr><td>a<td>b<table><tr><td></table></td></tr><tr><td>c</td>",
    ],
)
def test_unbalanced_markup_is_read(html: str) -> None:
    found = words(read_html_table(html))
    assert [cell for row in found for cell in row if cell] == ["a", "b", "c"]


@pytest.mark.parametrize("html", ["<p>Không có bảng</p>", "<table></table>", "<table><style>x", "\x00", ""])
def test_html_without_a_table_leaves_the_text(html: str) -> None:
    assert words(read_block(html, "a\tb")) == [["a", "b"]]


def test_a_merged_cell_cannot_blow_up() -> None:
    with pytest.raises(UserError, match="lớn quá"):
        read_html_table("<table>" + "<tr>" + "<td rowspan=99999 colspan=150>x</td>" * 9)
    tall = read_html_table('<table><tr><td rowspan="99999">x</td></tr><tr><td>y</td></tr></table>')
    assert words(tall) == [["x", ""], ["x", "y"]]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("\x00\x01\x02\x03" * 10, "không phải là chữ"),
        ("\ufffd" * 30, "không phải là chữ"),
        ("a\n" * 20_002, "lớn quá"),
        ("a" * 40_000, "lớn quá"),
        ("a" * 13_000_000, "lớn quá"),
        ("", "không có chữ"),
        ("\n\n\t\n", "không có chữ"),
    ],
)
def test_what_is_no_block_is_refused_in_the_clerks_words(written: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        read_block("", written)


def test_html_that_is_too_long_leaves_the_text() -> None:
    assert words(read_block("<table><tr><td>" + "x" * 7_000_000, "a")) == [["a"]]


CELLS = st.text(st.characters(exclude_categories=["Cs", "Co", "Cn"]), max_size=12).map(
    lambda said: plain(" ".join(clean(said).replace("\t", " ").split(" ")).strip())
)
BLOCKS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=4)
)


@given(BLOCKS)
def test_what_is_written_as_text_is_read_the_same(cells: list[list[Text]]) -> None:
    block = read_tsv(to_tsv([[Piece(one) for one in row] for row in cells]))
    kept = [[str(one) for one in row] for row in cells]
    while kept and not any(kept[-1]):
        kept.pop()
    expected = [[cell.strip(" ") for cell in row] for row in kept]
    assert [row[: len(expected[0])] for row in words(block)] == expected if expected else block == ()


@given(BLOCKS)
def test_what_is_written_as_html_is_read_the_same(cells: list[list[Text]]) -> None:
    block = read_html_table(to_html([[Piece(one) for one in row] for row in cells]))
    assert [[" ".join(one.split()) for one in row] for row in words(block)] == [
        [" ".join(str(one).split()) for one in row] for row in cells
    ]


@given(st.text(max_size=300), st.text(max_size=200))
def test_no_clipboard_breaks_the_reader(html: str, written: str) -> None:
    try:
        block = read_block(f"<table>{html}", written)
    except UserError:
        return
    assert len({len(row) for row in block}) == 1
    assert all(clean(str(cell)) == str(cell) for row in block for cell in row)


def test_merged_cells_are_written_once() -> None:
    written = to_html([[Piece(plain("a"), down=2), Piece(plain("b & c"), across=2), None], [None, Piece(EMPTY), None]])
    assert 'rowspan="2"' in written
    assert "b &amp; c" in written
    assert words(read_html_table(written)) == [["a", "b & c", ""], ["a", "", ""]]


@pytest.mark.parametrize(
    "html",
    ["<" * 400_000, "<!--" * 100_000, "<b" * 200_000, "<b" + "b" * 500_000, "<td rowspan=" * 40_000, "<!x" * 100_000],
    ids=lambda html: str(html[:4]),
)
def test_malicious_markup_takes_no_time(html: str) -> None:
    for piece in (html, f"<table><tr><td>{html}"):
        with suppress(UserError):  # a cell may be too long, too
            assert len(read_html_table(piece)) < 2
