"""Fields of legal documents as they are typed, and changes of the list."""

from datetime import date

import pytest

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing import legal_list
from tthc_desktop.models.legal import LegalDocument

OLD = LegalDocument("o", "Nghị định", "61/2018/NĐ-CP", "Chính phủ", date(2018, 4, 23), "về cơ chế một cửa", "n")
NEW = LegalDocument("n", "Nghị định", "118/2025/NĐ-CP", "Chính phủ", date(2025, 6, 9), "về Bộ phận Một cửa")
LAW = LegalDocument("l", "Luật", title="Tổ chức Chính phủ", date=date(2025, 2, 18))
LIST = (OLD, NEW, LAW)


@pytest.mark.parametrize(
    "typed", ["08/6/2010", "8.06.2010", " 8-6-2010 ", "ngày 08 tháng 6 năm 2010", "8 tháng 6 năm 2010"]
)
def test_dates_as_clerks_type_them(typed: str) -> None:
    assert legal_list.with_date(LAW, typed).date == date(2010, 6, 8)


@pytest.mark.parametrize("typed", ["31/02/2010", "6/2010", "hôm qua", "0/0/0000"])
def test_a_wrong_date_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="chưa đúng"):
        legal_list.with_date(LAW, typed)


def test_an_empty_date_is_not_known() -> None:
    assert legal_list.with_date(LAW, " ").date is None


def test_a_type_is_spelled_as_in_citations() -> None:
    assert legal_list.with_kind(LAW, "nghị  ĐỊNH").kind == "Nghị định"
    assert legal_list.with_kind(LAW, "Điều lệ").kind == "Điều lệ"


def test_a_number_has_no_blanks_around_its_strokes() -> None:
    assert legal_list.with_words(OLD, "number", " 9 / 2019 / NĐ - CP ").number == "9/2019/NĐ-CP"
    assert legal_list.with_words(OLD, "title", " về  văn thư ").title == "về văn thư"


@pytest.mark.parametrize(
    ("typed", "successor"),
    [
        ("118", "n"),
        ("Nghị định 118/2025/NĐ-CP", "n"),
        ("Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về Bộ phận Một cửa", "n"),
        ("Luật Tổ chức Chính phủ năm 2025", "l"),
        ("", ""),
    ],
)
def test_a_successor_is_named_by_letters_or_by_its_citation(typed: str, successor: str) -> None:
    assert legal_list.with_replacement(OLD, typed, LIST).replaced_by == successor


@pytest.mark.parametrize("typed", ["61", "2025", "Nghị định 5/2030/NĐ-CP", "zzz"])
def test_a_successor_that_is_not_clear_is_refused(typed: str) -> None:
    with pytest.raises(UserError):
        legal_list.with_replacement(OLD, typed, LIST)


def test_documents_do_not_replace_each_other_in_a_circle() -> None:
    with pytest.raises(UserError, match="không thay thế"):
        legal_list.with_replacement(NEW, "61", LIST)


def test_removing_frees_what_was_replaced() -> None:
    change = legal_list.removal([NEW], {document.id: document for document in LIST})
    assert change.label == "Xóa Nghị định 118/2025/NĐ-CP"
    assert [(before and before.id, after and after.id) for before, after in change.pairs] == [("n", None), ("o", "o")]
    freed = change.pairs[1][1]
    assert isinstance(freed, LegalDocument)
    assert freed.replaced_by == ""
    both = legal_list.removal([OLD, NEW], {document.id: document for document in LIST})
    assert both.label == "Xóa 2 văn bản căn cứ"
    assert len(both.pairs) == 2


def test_one_citation_is_a_document() -> None:
    assert legal_list.read_document("nghị định") is None
    found = legal_list.read_document("Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ")
    assert found is not None
    assert (found.number, found.issuer) == ("06/QĐ-TTg", "Thủ tướng Chính phủ")
    assert legal_list.read_document("Nghị định 1/2020/NĐ-CP và Nghị định 2/2020/NĐ-CP") is None
