"""Tables kept as text: any separator and encoding that an office's programs write."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.documents.reading.sheets.book import Book, Kind
from tthc_desktop.documents.reading.sheets.reading import read_book
from tthc_desktop.documents.reading.sheets.separated import separator

ROWS = [["STT", "Nội dung công việc", "Đơn vị"], ["1.10", "Rà soát, đánh giá; công bố", "Văn phòng Sở"]]
TCVN3 = "STT\tNéi dung c«ng viÖc\t§¬n vÞ\n1\tTr\u00adëng phßng ký quyÕt ®Þnh\tSè\n2\tC«ng bè thñ tôc\tV¨n phßng Së\n"
VNI = "STT;Noäi dung coâng vieäc;Ñôn vò\n1;Röôøng coät nhaø cöûa;Sôû\n2;Coâng boá thuû tuïc;Vaên phoøng\n"


def words(book: Book) -> list[list[str]]:
    [sheet] = book.sheets
    return [[cell.words for cell in row] for row in sheet.rows]


def read(path: Path, data: bytes) -> Book:
    path.write_bytes(data)
    return read_book(path)


def quoted(sign: str) -> str:
    return "\r\n".join(sign.join(f'"{cell}"' if sign in cell else cell for cell in row) for row in ROWS)


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_separators_and_encodings(tmp_path: Path, sign: str, encoding: str) -> None:
    book = read(tmp_path / "bảng.csv", quoted(sign).encode(encoding))
    assert words(book) == ROWS
    assert book.sheets[0].name == "bảng"
    assert not book.problems
    assert {cell.kind for row in book.sheets[0].rows for cell in row} == {Kind.TEXT}


def test_windows_1258(tmp_path: Path) -> None:
    data = "STT;Đơn vi\u0323\n1;Bô\u0323 Ta\u0300i chi\u0301nh\n".encode("cp1258")
    book = read(tmp_path / "a.csv", data)
    assert words(book) == [["STT", "Đơn vị"], ["1", "Bộ Tài chính"]]
    assert "Windows-1258" in book.problems[0].text


@pytest.mark.parametrize(("text", "encoding"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_old_encodings_as_bytes(tmp_path: Path, text: str, encoding: str) -> None:
    book = read(tmp_path / "a.txt", text.encode("cp1252"))
    found = words(book)
    assert found[0] == ["STT", "Nội dung công việc", "Đơn vị"]
    assert found[1][2] in {"Số", "Sở"}
    assert book.sheets[0].rows[0][1].legacy == text.splitlines()[0].replace(";", "\t").split("\t")[1]
    assert any(encoding in problem.text for problem in book.problems)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("sep=;\na;b,c\n1,5;2\n", [["a", "b,c"], ["1,5", "2"]]),
        ('="001","x"\n="010","y"\n', [["001", "x"], ["010", "y"]]),
        ('a;"hai\ndòng"\n1;"nói ""thế"""\n', [["a", "hai\ndòng"], ["1", 'nói "thế"']]),
        ("a,b,c\n1,2\n3\n", [["a", "b", "c"], ["1", "2", ""], ["3", "", ""]]),
        ("một dòng\nhai, dòng\nba dòng", [["một dòng", ""], ["hai", "dòng"], ["ba dòng", ""]]),
        ("một dòng\nhai dòng", [["một dòng"], ["hai dòng"]]),
        ("a\tb\rc\td\r", [["a", "b"], ["c", "d"]]),
    ],
)
def test_what_programs_write(tmp_path: Path, text: str, rows: list[list[str]]) -> None:
    assert words(read(tmp_path / "a.csv", text.encode())) == rows


def test_an_open_quotation_mark_swallows_nothing(tmp_path: Path) -> None:
    text = 'STT;Nội dung\n1;"dở dang\n' + "".join(f"{n};việc {n}\n" for n in range(2, 400))
    found = words(read(tmp_path / "a.csv", text.encode()))
    assert len(found) == 400
    assert found[-1] == ["399", "việc 399"]


def test_sheet_lines_count_as_excel_counts(tmp_path: Path) -> None:
    book = read(tmp_path / "a.csv", b"sep=,\n\na,b\n")
    assert book.sheets[0].rows[0][1].address == "B3"


@given(
    st.lists(st.lists(st.text("aăbcđe 1,;\n\"|'", max_size=8), min_size=2, max_size=4), min_size=3, max_size=8),
    st.sampled_from(",;\t|"),
)
def test_the_separator_of_even_tables(cells: list[list[str]], sign: str) -> None:
    width = len(cells[0])
    rows = [[f"x{cell}".replace('"', "") for cell in (row * 4)[:width]] for row in cells]
    plain = ["".join(char for char in sign.join(row) if char not in ",;|\n" or char == sign) for row in rows]
    if all(line.count(sign) == width - 1 for line in plain):
        assert separator("\n".join(plain)) == sign


def test_a_web_page_under_the_name_of_a_workbook(tmp_path: Path) -> None:
    page = (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table>'
        "<tr><td>STT</td><td>Nội dung</td></tr><tr><td>1.10</td><td>một<br>hai</td></tr></table></body></html>"
    )
    book = read(tmp_path / "a.xls", page.encode())
    assert words(book) == [["STT", "Nội dung"], ["1.10", "một\nhai"]]
    assert "trang web" in book.problems[0].text
