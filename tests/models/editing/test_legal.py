"""The list of legal documents: entered once, replaced in order, taken off without loose ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import legal_documents
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.legal import find_documents, listing, named, removal, replacing
from tthc_desktop.models.holdings import Holdings, changed
from tthc_desktop.models.legal import LegalDocument

OLD = LegalDocument("old", "Nghị định", "63/2010/NĐ-CP", "Chính phủ")


def test_a_document_comes_on_the_list_once() -> None:
    assert listing({}, OLD) == ((None, OLD),)
    for number in ("63/2010/NĐ-CP", " 63/2010/nđ-cp", "63/2010/ND-CP"):
        with pytest.raises(UserError, match="đã có"):
            listing({"old": OLD}, LegalDocument("again", "nghị  định", number, "Chính phủ", title="khác"))


@pytest.mark.parametrize(
    "other",
    [
        LegalDocument("new", "Quyết định", "63/2010/NĐ-CP", "Chính phủ"),
        LegalDocument("new", "Nghị định", "63/2010/NĐ-CP", "Chính phú"),
        LegalDocument("new", "Luật", title="Luật Ban hành văn bản"),
    ],
)
def test_what_differs_in_kind_number_or_issuer_is_another_document(other: LegalDocument) -> None:
    assert listing({"old": OLD}, other) == ((None, other),)


def test_laws_without_a_number_are_told_apart_by_their_titles() -> None:
    law = LegalDocument("law", "Luật", title="Tổ chức")

    assert listing({"law": law}, LegalDocument("other", "Luật", title="Tố cáo"))
    with pytest.raises(UserError, match="Luật Tổ chức đã có"):
        listing({"law": law}, LegalDocument("other", "Luật", title="Tổ chức"))


@given(st.lists(legal_documents(), max_size=4), legal_documents())
def test_whatever_is_on_the_list_is_found(others: list[LegalDocument], document: LegalDocument) -> None:
    documents = {each.id: each for each in (*others, document)}

    assert find_documents(documents, document.id) == [document]
    if document.number.strip():
        assert document in find_documents(documents, document.number)
    assert find_documents(documents, "") == find_documents(documents, " ") == []


def test_a_law_without_a_number_is_found_by_its_name() -> None:
    documents = {id_: LegalDocument(id_, "Luật", title=title) for id_, title in (("1", "Tổ chức"), ("2", "Tố cáo"))}

    assert find_documents(documents, " luật  tổ chức ") == [documents["1"]]
    assert find_documents({"old": OLD}, "Nghị định số 63/2010/NĐ-CP") == [OLD]


def test_a_document_is_not_replaced_by_what_it_replaced() -> None:
    documents = {id_: LegalDocument(id_, number=id_) for id_ in "abc"}
    for old, new in ("ab", "bc"):
        documents = dict(changed(Holdings({}, documents), replacing(documents, old, new)).legal_documents)

    for old, new in ("ca", "ba", "aa"):
        with pytest.raises(UserError, match="không thay thế"):
            replacing(documents, old, new)
    assert replacing(documents, "a", "c")[0][1] == LegalDocument("a", number="a", replaced_by="c")


def test_a_circle_from_elsewhere_ends() -> None:
    documents = {id_: LegalDocument(id_, number=id_, replaced_by=by) for id_, by in ("ab", "ba")}
    documents["c"] = LegalDocument("c", number="c")

    assert replacing(documents, "c", "a")


def test_nothing_names_a_document_that_is_gone() -> None:
    documents = {"a": LegalDocument("a", replaced_by="b"), "b": LegalDocument("b"), "c": LegalDocument("c")}

    left = changed(Holdings({}, documents), removal(documents, ["b"])).legal_documents

    assert left == {"a": LegalDocument("a"), "c": LegalDocument("c")}


def test_a_document_is_called_by_its_number_or_its_title() -> None:
    assert named(OLD) == "Nghị định số 63/2010/NĐ-CP"
    assert named(LegalDocument("1", "Luật", title="Tổ chức")) == "Luật Tổ chức"
    assert named(LegalDocument("1", number="5")) == "Văn bản số 5"
