"""Legal documents: cited by the decree's rule, read from citations, found by a few letters, known where replaced."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.legal_documents import CLERKS, LAW, NEW, OLD
from tests.strategies import plans
from tests.ui.papers import little_plan
from tthc_desktop.models.citing import KINDS, citations
from tthc_desktop.models.editing.paper import insert_bases
from tthc_desktop.models.editing.text import set_words
from tthc_desktop.models.legal import LAWS, LegalDocument, basis_words, citation, long_date, same
from tthc_desktop.models.legal_search import found
from tthc_desktop.models.legal_use import documents_before, latest, replaced, sentences, unlisted
from tthc_desktop.models.plan import Basis, Plan
from tthc_desktop.models.text import plain

ISSUERS = (
    "Chính phủ",
    "Bộ Văn hóa, Thể thao và Du lịch",
    "Ủy ban nhân dân tỉnh Sông Ngân",
    "Thủ tướng Chính phủ",
    "UBND tỉnh",
)
TITLES = (
    "về kiểm soát thủ tục hành chính",
    "quy định chế độ báo cáo, thống kê",
    "phê duyệt Đề án số hóa giai đoạn 2026 - 2030",
    "sửa đổi, bổ sung một số điều của Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ",
    "",
)
SYMBOLS = ("/2020/NĐ-CP", "/KH-UBND", "-NQ/TW", "/QĐ-TTg", "/2017/TT-VPCP", "/TTr-SVHTT&DL", "/2025/QH15")


@st.composite
def documents(draw: DrawFn) -> LegalDocument:
    """Draw a document of which a citation can say everything."""
    day = draw(st.dates(date(1990, 1, 1), date(2040, 1, 1)))
    kind = draw(st.sampled_from(KINDS))
    if kind in LAWS:
        return LegalDocument("", kind, title=draw(st.sampled_from(("Đất đai", "Khoa học và công nghệ"))), date=day)
    number = f"{draw(st.integers(1, 9999))}{draw(st.sampled_from(SYMBOLS))}"
    return LegalDocument("", kind, number, draw(st.sampled_from(ISSUERS)), day, draw(st.sampled_from(TITLES)))


def read(words: str) -> list[LegalDocument]:
    return [found.document for found in citations(words)]


def test_the_first_citation_is_full_and_the_next_one_short() -> None:
    full = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
    assert citation(CLERKS, full=True) == full
    assert citation(CLERKS, full=False) == "Nghị định 30/2020/NĐ-CP"
    assert basis_words(CLERKS) == f"Căn cứ {full};"


def test_a_law_is_cited_by_its_name() -> None:
    numbered = replace(LAW, number="63/2025/QH15", issuer="Quốc hội")
    for law in (LAW, numbered):
        assert citation(law, full=True) == citation(law, full=False) == "Luật Tổ chức Chính phủ"
        assert basis_words(law) == "Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 1, 5), "ngày 05 tháng 01 năm 2025"),
        (date(2025, 2, 15), "ngày 15 tháng 02 năm 2025"),
        (date(2025, 3, 9), "ngày 09 tháng 3 năm 2025"),
        (date(2025, 10, 10), "ngày 10 tháng 10 năm 2025"),
    ],
)
def test_dates_are_written_in_full(day: date, words: str) -> None:
    assert long_date(day) == words


@given(documents())
def test_a_full_citation_is_read_again(document: LegalDocument) -> None:
    assert read(basis_words(document)) == [document]


@given(st.lists(documents(), min_size=2, max_size=4))
def test_several_bases_in_one_paragraph(some: list[LegalDocument]) -> None:
    assert read(" ".join(basis_words(document) for document in some)) == some


@given(st.text(), documents(), st.text())
def test_any_words_are_read(before: str, document: LegalDocument, after: str) -> None:
    words = f"{before}{basis_words(document)}{after}"
    places = [(found.start, found.end) for found in citations(words)]
    assert all(0 <= start < end <= len(words) for start, end in places)
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            (
                "Thực hiện Kế hoạch số 12/KH-UBND ngày 09/02/2030 của UBND tỉnh Sông Ngân về cải cách, "
                "Sở Nội vụ ban hành Kế hoạch:"
            ),
            [LegalDocument("", "Kế hoạch", "12/KH-UBND", "UBND tỉnh Sông Ngân", date(2030, 2, 9), "về cải cách")],
        ),
        (
            "theo Nghị định 61/2018/NĐ-CP và Thông tư số 01/2018/TT-VPCP",
            [LegalDocument("", "Nghị định", "61/2018/NĐ-CP"), LegalDocument("", "Thông tư", "01/2018/TT-VPCP")],
        ),
        (
            "Căn cứ Luật Phòng, chống tham nhũng ngày 20/11/2018;",
            [LegalDocument("", "Luật", title="Phòng, chống tham nhũng", date=date(2018, 11, 20))],
        ),
        (
            "Căn cứ Luật Đất đai số 31/2024/QH15 ngày 18 tháng 01 năm 2024;",
            [LegalDocument("", "Luật", "31/2024/QH15", title="Đất đai", date=date(2024, 1, 18))],
        ),
        ("Căn cứ Luật Thủ đô;", [LegalDocument("", "Luật", title="Thủ đô")]),
        (
            "(Quyết định số 5/QĐ-SNV ngày 31/02/2030 của Giám đốc Sở Nội vụ)",
            [LegalDocument("", "Quyết định", "5/QĐ-SNV", "Giám đốc Sở Nội vụ")],
        ),
        ("trước ngày 15/12/2030 và đạt 5/7 chỉ tiêu của Luật sư", []),
        ("", []),
    ],
)
def test_citations_as_clerks_write_them(words: str, expected: list[LegalDocument]) -> None:
    assert read(words) == expected


def test_the_same_document() -> None:
    assert same(CLERKS, LegalDocument("", "Nghị định", "30/2020/NĐ-CP"))
    assert same(LegalDocument("", number="02/2017/TT-VPCP"), LegalDocument("", "Thông tư", "2/2017/TT–VPCP"))
    assert not same(CLERKS, replace(CLERKS, date=date(2021, 3, 5)))
    assert not same(CLERKS, OLD)
    assert same(LAW, LegalDocument("", "Luật", "63/2025/QH15", title="Tổ chức chính phủ"))
    assert not same(LAW, replace(LAW, date=date(2015, 6, 19)))


LIST = (
    CLERKS,
    OLD,
    NEW,
    LAW,
    LegalDocument(
        "t",
        "Thông tư",
        "02/2017/TT-VPCP",
        "Văn phòng Chính phủ",
        date(2017, 10, 31),
        "hướng dẫn kiểm soát thủ tục hành chính",
    ),
    LegalDocument("q", "Quyết định", "630/QĐ-TTg", "Thủ tướng Chính phủ", date(2022, 5, 1), "phê duyệt Bộ chỉ số"),
)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("30", "w"),
        ("3", "w"),
        ("63", "q"),
        ("nđ", "nwo"),
        ("nd 30", "w"),
        ("nđ30/2020", "w"),
        ("tt 2", "tq"),
        ("TT02/2017/TT-VPCP", "t"),
        ("van thu", "wt"),
        ("tthc", "t"),
        ("một cửa", "no"),
        ("to chuc", "l"),
        ("thu tuong", "q"),
        ("2025", "nl"),
        ("zz", ""),
        ("", "nlqwto"),
    ],
)
def test_a_few_letters_or_digits_find_a_document(typed: str, ids: str) -> None:
    assert "".join(document.id for document in found(LIST, typed)) == ids


@given(st.lists(documents(), max_size=5), st.text(max_size=6))
def test_a_search_finds_only_what_is_in_the_list(some: list[LegalDocument], typed: str) -> None:
    assert set(found(some, typed)) <= set(some)
    for document in some:
        if document.number:
            assert document in found(some, document.number)


def is_cited_before(plan: Plan, owner: str, document: LegalDocument, before: str = "") -> bool:
    return any(same(found, document) for found in documents_before(plan, owner, before))


def test_what_is_cited_before_a_place() -> None:
    plan = insert_bases(little_plan(), 0, [Basis("b0", plain(basis_words(CLERKS)))])
    plan = set_words(plan, "i1", plain("theo Nghị định 61/2018/NĐ-CP."))
    assert not is_cited_before(plan, "b0", CLERKS)
    assert is_cited_before(plan, "b1", CLERKS)
    assert is_cited_before(plan, "i1", CLERKS)
    assert not is_cited_before(plan, "i1", OLD)
    assert is_cited_before(plan, "i1", OLD, before="theo Nghị định 61/2018/NĐ-CP và ")
    assert is_cited_before(plan, "i2", OLD)


def test_where_a_replaced_document_is_cited() -> None:
    plan = insert_bases(little_plan(), 0, [Basis("b0", plain(basis_words(OLD) + " " + basis_words(CLERKS)))])
    plan = set_words(plan, "i1", plain("theo Nghị định 61/2018/NĐ-CP, Nghị định số 61/2018/NĐ-CP."))
    known = {document.id: document for document in LIST}
    assert [(place.owner, place.old.id, place.new.id) for place in replaced(plan, known)] == [
        ("b0", "o", "n"),
        ("i1", "o", "n"),
    ]
    newest = replace(NEW, id="x", number="1/2030/NĐ-CP", date=None)
    chain = {**known, "n": replace(NEW, replaced_by="x"), "x": newest}
    assert replaced(plan, chain)[0].new is newest
    assert replaced(plan, {"o": OLD}) == ()


def test_a_law_replaced_by_one_of_the_same_name_is_told_by_its_date() -> None:
    old = replace(LAW, id="l0", date=date(2015, 6, 19), replaced_by="l")
    plan = insert_bases(little_plan(), 0, [Basis("b0", plain(basis_words(LAW))), Basis("b2", plain(basis_words(old)))])
    assert [place.owner for place in replaced(plan, {"l0": old, "l": LAW})] == ["b2"]


def test_replacements_that_go_in_a_circle_end() -> None:
    circle = {"o": OLD, "n": replace(NEW, replaced_by="o")}
    assert latest(circle, OLD).id == "n"
    assert replaced(little_plan(), circle) == ()


def test_documents_of_the_plans_are_learned_in_their_fullest_form() -> None:
    short = "theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ"
    plan = set_words(little_plan(), "i1", plain(f"{short}; Nghị định 45/2020/NĐ-CP."))
    plan = insert_bases(plan, 0, [Basis("b0", plain(basis_words(OLD))), Basis("b2", plain(basis_words(CLERKS)))])
    learned = unlisted([plan], [CLERKS])
    assert [replace(document, id="o", replaced_by="n") for document in learned] == [OLD]
    assert learned[0].id
    assert unlisted([plan], [CLERKS, *learned]) == ()


@given(plans())
def test_any_plan_is_searched(plan: Plan) -> None:
    assert replaced(plan, {document.id: document for document in LIST}) == ()
    assert unlisted([plan], ()) == ()
    assert {basis.id for basis in plan.bases} <= {owner for owner, _ in sentences(plan)}
