"""The office's list of legal documents: searched, edited in place, filled from plans and the stock, undone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.legal_documents import CLERKS, LAW, NEW, OLD
from tests.ui.eyes import leftovers
from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tests.ui.streams import TELEX, compose, letters, unikey
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.legal_list import addition
from tthc_desktop.models.editing.paper import insert_bases
from tthc_desktop.models.legal import LegalDocument, basis_words
from tthc_desktop.models.plan import Basis
from tthc_desktop.models.text import plain
from tthc_desktop.ui.legal.opening import open_legal
from tthc_desktop.ui.legal.page import LegalPage
from tthc_desktop.ui.legal.proposals import ProposalPage
from tthc_desktop.ui.legal.table import FIELDS


@pytest.fixture
def page(hands: Hands) -> LegalPage:
    """Return the page of a list with four documents, opened by its command."""
    hands.window.desk.apply(addition([CLERKS, OLD, NEW, LAW]))
    hands.do("legal")
    page = hands.window.page()
    assert isinstance(page, LegalPage)
    return page


def listed(hands: Hands) -> dict[str, LegalDocument]:
    assert hands.window.desk.office is not None
    return dict(hands.window.desk.office.legal_documents)


def shown(page: LegalPage) -> str:
    return "".join(document.id for document in page.table.kept)


def type_into(page: LegalPage, document_id: str, field: str, words: str, *, enter: bool = True) -> None:
    page.view.go_to(document_id, field, edit=True)
    assert page.cells.editor is not None
    page.cells.editor.selectAll()
    unikey(page.cells.editor, words)
    if enter:
        QTest.keyClick(page.cells.editor, Qt.Key.Key_Return)


def test_the_list_opens_once(page: LegalPage, hands: Hands) -> None:
    hands.do("legal")
    assert hands.window.page() is page
    assert len(hands.window.all_pages()) == 2
    assert leftovers(page) == set()


def test_a_few_letters_find(page: LegalPage) -> None:
    assert shown(page) == "nlwo"
    unikey(page.search, "nđ 61")
    assert shown(page) == "o"
    page.search.clear()
    letters(page.search, "zzz")
    assert shown(page) == ""


@pytest.mark.parametrize("word", sorted(TELEX))
def test_unikey_in_search_and_cells_loses_no_letter(page: LegalPage, hands: Hands, word: str) -> None:
    unikey(page.search, word)
    assert page.search.text() == word
    page.search.clear()
    for field in ("kind", "number", "issuer", "title"):
        type_into(page, "w", field, f"{word} {word}")
        assert getattr(listed(hands)["w"], field) == f"{word} {word}"


def test_composed_words_are_taken(page: LegalPage, hands: Hands) -> None:
    page.view.go_to("w", "title", edit=True)
    assert page.cells.editor is not None
    page.cells.editor.selectAll()
    compose(page.cells.editor, "v", "về", commit="về văn thư")
    QTest.keyClick(page.cells.editor, Qt.Key.Key_Return)
    assert listed(hands)["w"].title == "về văn thư"


def test_a_cell_is_one_change_with_a_name(page: LegalPage, hands: Hands) -> None:
    type_into(page, "w", "date", "06/3/2020")
    assert f"{listed(hands)['w'].date:%d/%m/%Y}" == "06/03/2020"
    assert hands.window.commands["undo"].text() == "Hoàn tác: Sửa Nghị định 30/2020/NĐ-CP"
    hands.do("undo")
    assert listed(hands)["w"] == CLERKS
    assert page.view.currentIndex().row() == page.table.row_of("w")


def test_a_wrong_date_is_said_and_nothing_changes(page: LegalPage, hands: Hands) -> None:
    type_into(page, "w", "date", "mai")
    assert listed(hands)["w"] == CLERKS
    assert hands.said() == ["Ngày “mai” chưa đúng."]


def test_a_successor_is_chosen_from_the_list(page: LegalPage, hands: Hands) -> None:
    type_into(page, "w", "replaced_by", "118", enter=False)
    suggester, editor = page.cells.suggester, page.cells.editor
    assert suggester is not None
    assert editor is not None
    hands.bot.waitUntil(lambda: suggester.open)
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert page.cells.editor is editor
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert listed(hands)["w"].replaced_by == "n"
    row = page.table.row_of("w")
    assert page.table.index(row, FIELDS.index("replaced_by")).data() == "Nghị định 118/2025/NĐ-CP"


def test_rows_stay_while_they_are_edited(page: LegalPage) -> None:
    type_into(page, "n", "date", "09/6/1999")
    assert shown(page) == "nlwo"


def test_adding_begins_to_type(page: LegalPage, hands: Hands) -> None:
    letters(page.search, "30")
    hands.do("insert_item")
    assert page.cells.editor is not None
    assert len(listed(hands)) == 4
    unikey(page.cells.editor, "5 / 2031 / NĐ-CP")
    QTest.keyClick(page.cells.editor, Qt.Key.Key_Return)
    assert [document.number for document in listed(hands).values()][-1] == "5/2031/NĐ-CP"


def test_a_new_document_that_says_nothing_is_not_kept(page: LegalPage, hands: Hands) -> None:
    hands.do("insert_item")
    assert page.cells.editor is not None
    QTest.keyClick(page.cells.editor, Qt.Key.Key_Return)
    assert shown(page)[-4:] == "nlwo"
    assert len(page.table.kept) == 5
    page.remove()
    assert shown(page) == "nlwo"
    assert len(listed(hands)) == 4


def test_a_citation_in_the_search_box_is_added(page: LegalPage, hands: Hands) -> None:
    letters(page.search, "Quyết định số 7/QĐ-SNV ngày 03/4/2031 của Sở Nội vụ về họp")
    assert page._add_typed.isVisible()
    page._add_typed.click()
    added = list(listed(hands).values())[-1]
    assert (added.kind, added.number, added.issuer, added.title) == ("Quyết định", "7/QĐ-SNV", "Sở Nội vụ", "về họp")
    assert page.view.chosen() == (added,)


def test_removing_takes_the_mark_from_what_was_replaced(page: LegalPage, hands: Hands) -> None:
    page.view.go_to("n")
    hands.bot.waitUntil(hands.window.commands["delete_part"].isEnabled)
    hands.do("delete_part")
    assert "n" not in listed(hands)
    assert listed(hands)["o"].replaced_by == ""
    hands.do("undo")
    assert listed(hands)["o"] == OLD
    assert "n" in shown(page)


def test_citations_are_copied_and_pasted(page: LegalPage, hands: Hands) -> None:
    page.view.go_to("w")
    page.view.setFocus()
    hands.do("copy")
    words = QGuiApplication.clipboard().text()
    assert words == "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
    hands.do("paste")
    assert len(listed(hands)) == 4
    assert hands.said() == ["Không thấy văn bản mới nào trong chỗ vừa dán."]
    QGuiApplication.clipboard().setText(f"{words}; Nghị định số 1/2031/NĐ-CP ngày 05/3/2031 của Chính phủ về họp;")
    hands.do("paste")
    assert [document.number for document in listed(hands).values()][4:] == ["1/2031/NĐ-CP"]


@pytest.mark.parametrize("words", ["\0\x01\ufffe" * 50, "Luật " * 100_000, "<b>Nghị định 1/", "x" * 10_000_000])
def test_what_cannot_be_read_is_said(page: LegalPage, hands: Hands, words: str) -> None:
    page.view.pasted.emit(words)
    assert len(listed(hands)) == 4
    assert len(hands.said()) == 1


def test_control_characters_do_not_come_in(page: LegalPage, hands: Hands) -> None:
    type_into(page, "w", "title", "về\x07 văn\u200b thư")
    assert listed(hands)["w"].title == "về văn thư"
    page.view.pasted.emit("Nghị định số 1/2031/NĐ-CP ngày 05/3/2031 của Chính\u200b phủ về họp;")
    assert list(listed(hands).values())[-1].issuer == "Chính phủ"


def proposals(hands: Hands) -> ProposalPage:
    page = hands.window.page()
    assert isinstance(page, ProposalPage)
    return page


def test_documents_of_the_plans_are_proposed(page: LegalPage, hands: Hands) -> None:
    cited = replace(OLD, number="9/2031/NĐ-CP", replaced_by="")
    bases = [Basis("b8", plain(basis_words(cited))), Basis("b9", plain(basis_words(CLERKS)))]
    plan = insert_bases(little_plan(), 0, bases)
    hands.window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))
    page.propose_from_plans()
    proposed = proposals(hands)
    assert leftovers(proposed) == set()
    assert [document.number for document in proposed.table.kept] == ["9/2031/NĐ-CP"]
    assert len(listed(hands)) == 4
    proposed.take.click()
    assert len(listed(hands)) == 5
    assert hands.window.page() is page
    assert hands.said() == ["Đã thêm 1 văn bản vào danh mục."]
    page.propose_from_plans()
    assert hands.window.page() is page


def test_the_stock_is_offered_and_taken_as_ticked(page: LegalPage, hands: Hands) -> None:
    page.propose_from_stock()
    proposed = proposals(hands)
    numbers = [document.number for document in proposed.table.kept]
    assert "30/2020/NĐ-CP" not in numbers
    proposed.view.setFocus()
    proposed.view.selectRow(0)
    QTest.keyClick(proposed.view, Qt.Key.Key_Space)
    assert proposed.take.text() == f"Thêm {len(numbers) - 1} văn bản"
    proposed.take.click()
    assert len(listed(hands)) == 4 + len(numbers) - 1
    hands.do("undo")
    assert len(listed(hands)) == 4


def test_nothing_is_added_when_all_are_left(page: LegalPage, hands: Hands) -> None:
    page.propose_from_stock()
    proposed = proposals(hands)
    proposed.table.set_taken(proposed.table.kept, taken=False)
    assert not proposed.take.isEnabled()
    hands.do("close_page")
    assert len(listed(hands)) == 4


def test_an_empty_list_says_what_belongs_there(hands: Hands) -> None:
    page = open_legal(hands.window)
    assert page._none.isVisible()
    page._add_typed.click()
    assert len(proposals(hands).table.kept) > 10


def test_what_is_typed_is_taken_when_the_page_is_left(page: LegalPage, hands: Hands) -> None:
    type_into(page, "w", "title", "về lưu trữ", enter=False)
    hands.do("home")
    assert listed(hands)["w"].title == "về lưu trữ"
    assert page.cells.editor is None
