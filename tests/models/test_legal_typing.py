"""What is searched, and what a choice replaces, in a basis and in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.legal_typing import Query, basis_query, sentence_query
from tthc_desktop.models.recipients import abbreviation, archive_lines

WHOLE = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;"


def asked(marked: str, *, basis: bool) -> tuple[str, str, bool] | None:
    words, cursor = marked.replace("|", ""), marked.index("|")
    query = (basis_query if basis else sentence_query)(words, cursor)
    return query and (query.typed.strip(), words[query.start : query.end], query.as_basis)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("63|", ("63", "63", True)),
        ("nđ 63|;", ("nđ 63", "nđ 63;", True)),
        ("Căn cứ nđ 6|", ("nđ 6", "Căn cứ nđ 6", True)),
        ("Căn cứ |", ("", "Căn cứ ", True)),
        ("Căn cứ Nghị định số 63/2010/NĐ-CP|", ("Nghị định 63/2010/NĐ-CP", "Căn cứ Nghị định số 63/2010/NĐ-CP", True)),
        ("Thực hiện kh 12|", ("kh 12", "kh 12", False)),
        (f"{WHOLE} 45|", ("45", "45", True)),
        (f"{WHOLE[:-1]}|", None),
        (f"{WHOLE[:-1]} và thêm|;", None),
        ("x|", None),
        ("|", ("", "", True)),
    ],
)
def test_in_a_basis(marked: str, expected: tuple[str, str, bool] | None) -> None:
    assert asked(marked, basis=True) == expected


@pytest.mark.parametrize(
    ("marked", "typed"),
    [
        ("theo Nghị định 63| và", "Nghị định 63"),
        ("theo Nghị định số 63/2010/NĐ-CP|", "Nghị định số 63/2010/NĐ-CP"),
        ("thực hiện nđ 45|", "nđ 45"),
        ("theo 45/2020|", "45/2020"),
        ("theo Luật Tổ chức|", "Luật Tổ chức"),
        ("trước ngày 15/6|", None),
        ("trước ngày 15/6/2030|", None),
        ("trong tháng 6/2030|", None),
        ("theo 12/KH-U|", "12/KH-U"),
        ("đạt 95|", None),
        ("theo Nghị định |", None),
        ("pháp luật về đất đai|", None),
    ],
)
def test_in_running_text(marked: str, typed: str | None) -> None:
    found = asked(marked, basis=False)
    assert (found and found[1]) == typed


@given(st.text("Căn cứnđ 63/;số.", max_size=30), st.data())
def test_what_is_replaced_lies_around_the_cursor(words: str, data: st.DataObject) -> None:
    cursor = data.draw(st.integers(0, len(words)))
    for query in (basis_query(words, cursor), sentence_query(words, cursor)):
        assert query is None or 0 <= query.start <= cursor <= query.end <= len(words)
        assert query is None or isinstance(query, Query)


@pytest.mark.parametrize(
    ("unit", "short"),
    [
        ("Văn phòng Sở", "VP"),
        ("Phòng Tổ chức cán bộ", "TCCB"),
        ("Bộ phận KSTTHC", "KSTTHC"),
        ("Phòng Khoa học và Công nghệ thuộc Sở", "KHCN"),
        ("", ""),
    ],
)
def test_how_an_archive_line_calls_a_unit(unit: str, short: str) -> None:
    assert abbreviation(unit) == short


def test_archive_lines() -> None:
    assert archive_lines(["Văn phòng", "Văn phòng Sở", "Tổ"]) == ("Lưu: VT", "Lưu: VT, VP")
