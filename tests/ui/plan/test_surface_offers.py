"""Offers on the page surface: the office's usual values where fields are typed, legal documents in sentences."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.legal_documents import CLERKS, LAW, NEW, OLD
from tests.ui.hands import Hands, put, shown
from tests.ui.papers import little_plan
from tests.ui.streams import compose, letters, unikey
from tthc_desktop.models.addressing import ADDRESSEES
from tthc_desktop.models.changes import Change
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.editing.legal_list import addition
from tthc_desktop.models.legal import basis_words
from tthc_desktop.models.plan import Plan, Signatory
from tthc_desktop.ui.offering.offer_list import OfferList
from tthc_desktop.ui.offering.suggesting import PAUSE
from tthc_desktop.ui.plan.paragraph import BASES, SIGNATURE, Place
from tthc_desktop.ui.plan.surface import Surface

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def surface(hands: Hands) -> Iterator[Surface]:
    """Return the text of an open plan in an office that has legal documents."""
    hands.window.desk.apply(addition([CLERKS, OLD, NEW, LAW]))
    page = hands.add(little_plan())
    page.surface.setFocus()
    yield page.surface
    page.commit()


def offers(surface: Surface) -> list[str]:
    lists = [each for each in surface.window().findChildren(OfferList) if each.isVisible()]
    return [offer.words for each in lists for offer in each.offers]


def opened(surface: Surface, hands: Hands) -> list[str]:
    hands.bot.waitUntil(lambda: bool(offers(surface)))
    return offers(surface)


def choose(surface: Surface, place: int = 0) -> None:
    for _ in range(place + 1):
        QTest.keyClick(surface, Qt.Key.Key_Down)
    QTest.keyClick(surface, Qt.Key.Key_Return)


def erase(surface: Surface, place: Place) -> None:
    put(surface, place)
    for _ in shown(surface, place):
        QTest.keyClick(surface, Qt.Key.Key_Backspace)


def test_a_unit_is_offered_in_a_line_and_becomes_one_change(surface: Surface, hands: Hands) -> None:
    put(surface, Place("i2", "line 0"))
    unikey(surface, "; ph")
    assert opened(surface, hands)[0] == "Phòng Cải cách"
    choose(surface)
    assert shown(surface, Place("i2", "line 0")) == "Văn phòng; Phòng Cải cách"
    assert str(hands.page.plan.tasks["body"].lead) == "Văn phòng; Phòng Cải cách"
    hands.do("undo")
    assert str(hands.page.plan.tasks["body"].lead) == "Văn phòng; ph"


def test_deadlines_are_offered_by_alt_down(surface: Surface, hands: Hands) -> None:
    put(surface, Place("i2", "line 1"))
    QTest.keyClick(surface, Qt.Key.Key_Down, ALT)
    assert offers(surface) == ["Tháng 6/2030"]
    QTest.keyClick(surface, Qt.Key.Key_Return)
    assert str(hands.page.plan.tasks["body"].deadline) == "Tháng 6/2030"


def test_alt_down_moves_a_paragraph_as_before(surface: Surface, hands: Hands) -> None:
    put(surface, Place("i1"))
    assert not offers(surface)
    QTest.keyClick(surface, Qt.Key.Key_Down, ALT)
    assert not offers(surface)
    assert hands.page.surface is surface


def test_capacities_are_two_lines(surface: Surface, hands: Hands) -> None:
    erase(surface, Place("", "capacity"))
    letters(surface, "kt")
    assert opened(surface, hands) == ["KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"]
    choose(surface)
    assert hands.page.plan.signatory.capacity == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    put(surface, Place("", "capacity"))
    QTest.keyClick(surface, Qt.Key.Key_Down, ALT)
    assert {words.split(" ")[0] for words in offers(surface)} >= {"GIÁM", "TL.", "TUQ.", "Q."}


@pytest.mark.parametrize(
    ("part", "typed", "expected"),
    [
        ("agency", "so", ["SỞ NỘI VỤ"]),
        ("parent_agency", "song", ["UBND TỈNH SÔNG NGÂN"]),
        ("symbol", "kh", ["KH-SNV"]),
        ("place", "s", ["Sông Ngân"]),
        ("kind", "quyet", ["QUYẾT ĐỊNH"]),
        ("signatory", "bi", ["Lê Thị Bình"]),
    ],
)
def test_fields_of_the_paper(surface: Surface, hands: Hands, part: str, typed: str, expected: list[str]) -> None:
    erase(surface, Place("", part))
    letters(surface, typed)
    assert opened(surface, hands) == expected
    choose(surface)
    assert shown(surface, Place("", part)) == expected[0]


def test_this_month_and_today_are_offered_for_the_date(surface: Surface, hands: Hands) -> None:
    erase(surface, Place("", "date"))
    QTest.keyClick(surface, Qt.Key.Key_Down, ALT)
    today = date.today()  # noqa: DTZ011 - as the window does
    assert [words[:6] for words in offers(surface)] == ["ngày …", f"ngày {today.day:02d}"[:6]]
    QTest.keyClick(surface, Qt.Key.Key_Return)
    header = hands.page.plan.header
    assert (header.day, header.month, header.year) == (None, today.month, today.year)


def test_who_signed_in_this_capacity_stands_first(surface: Surface, hands: Hands) -> None:
    deputy, head = Signatory(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Đỗ Văn An"), Signatory(("GIÁM ĐỐC",), "Bùi Thu An")
    for number, who in enumerate((deputy, deputy, head)):
        hands.window.desk.apply(Change("Thêm kế hoạch", ((None, Plan(f"o{number}", signatory=who)),)))
    erase(surface, Place("", "signatory"))
    letters(surface, "an")
    assert opened(surface, hands) == ["Bùi Thu An", "Đỗ Văn An"]


def test_recipients_with_their_notes_and_the_archive_line(surface: Surface, hands: Hands) -> None:
    put(surface, Place("r1"))
    letters(surface, " (")
    assert opened(surface, hands)[:4] == ["(b/c)", "(t/h)", "(p/h)", "(đ/b)"]
    letters(surface, "t")
    hands.bot.waitUntil(lambda: offers(surface) == ["(t/h)"])
    choose(surface)
    assert hands.page.plan.recipients[0].text == "Như trên (t/h)"
    erase(surface, Place("r2"))
    letters(surface, "luu")
    assert {"Lưu: VT", "Lưu: VT, VP"} <= set(opened(surface, hands))


def test_a_basis_is_picked_by_digits(surface: Surface, hands: Hands) -> None:
    erase(surface, Place("b1"))
    letters(surface, "30")
    assert opened(surface, hands) == [basis_words(CLERKS)]
    choose(surface)
    assert shown(surface, Place("b1")) == basis_words(CLERKS)
    assert str(hands.page.plan.bases[0].text) == basis_words(CLERKS)


def test_a_basis_is_picked_by_letters_as_unikey_sends_them(surface: Surface, hands: Hands) -> None:
    erase(surface, Place("b1"))
    unikey(surface, "Căn cứ nđ một")
    assert opened(surface, hands)[:2] == [basis_words(NEW), basis_words(OLD)]
    choose(surface)
    assert shown(surface, Place("b1")) == basis_words(NEW)


def test_the_first_basis_of_a_plan_without_any(surface: Surface, hands: Hands) -> None:
    put(surface, Place("b1"))
    hands.do("delete_part")
    put(surface, Place(BASES, "first"))
    QTest.keyClick(surface, Qt.Key.Key_Down, ALT)
    own = {basis_words(document) for document in (CLERKS, OLD, NEW, LAW)}
    assert set(offers(surface)[:4]) == own
    QTest.keyClick(surface, Qt.Key.Key_Return)
    assert [str(basis.text) for basis in hands.page.plan.bases] == [basis_words(NEW)]


def test_nothing_is_offered_while_a_word_is_composed(surface: Surface, hands: Hands) -> None:
    erase(surface, Place("b1"))
    compose(surface, "n", "nđ")
    hands.bot.wait(PAUSE * 3)
    assert offers(surface) == []
    compose(surface, commit="nđ 30")
    assert opened(surface, hands) == [basis_words(CLERKS)]


def test_running_text_cites_in_full_once_and_then_in_short(surface: Surface, hands: Hands) -> None:
    full = basis_words(CLERKS).removeprefix("Căn cứ ").rstrip(";")
    put(surface, Place("i1"))
    letters(surface, " theo nđ 30")
    assert opened(surface, hands) == [full]
    choose(surface)
    assert shown(surface, Place("i1")).endswith(f" theo {full}")
    letters(surface, " và nđ 30")
    assert opened(surface, hands) == ["Nghị định 30/2020/NĐ-CP"]
    choose(surface)
    assert shown(surface, Place("i1")).endswith(" và Nghị định 30/2020/NĐ-CP")


def test_ordinary_sentences_are_left_alone(surface: Surface, hands: Hands) -> None:
    put(surface, Place("i1"))
    letters(surface, " trước ngày 15/6/2030 đạt 30")
    hands.bot.wait(PAUSE * 3)
    assert offers(surface) == []


def test_enter_still_begins_a_paragraph_while_the_list_is_open(surface: Surface, hands: Hands) -> None:
    put(surface, Place("r1"))
    letters(surface, "; l")
    hands.bot.wait(PAUSE * 2)
    QTest.keyClick(surface, Qt.Key.Key_Return)
    assert len(hands.page.plan.recipients) == 3
    assert surface.at is not None
    assert surface.at.owner not in {"r1", SIGNATURE}


def test_a_new_office_is_offered_the_well_known_documents(hands: Hands) -> None:
    surface = hands.add(little_plan()).surface
    surface.setFocus()
    erase(surface, Place("b1"))
    letters(surface, "tt 02")
    assert "02/2017/TT-VPCP" in opened(surface, hands)[0]
    choose(surface)
    assert "02/2017/TT-VPCP" in str(hands.page.plan.bases[0].text)


def test_what_the_list_holds_is_offered_once_and_before_the_well_known(surface: Surface, hands: Hands) -> None:
    erase(surface, Place("b1"))
    letters(surface, "nđ")
    found = opened(surface, hands)
    assert set(found[:3]) == {basis_words(document) for document in (CLERKS, OLD, NEW)}
    assert len(found) == len(set(found)) > 3


def test_addressees_of_earlier_papers_and_units_are_offered(hands: Hands) -> None:
    hands.add(replace(copy_plan(little_plan()), kind="BÁO CÁO", addressees=("Phòng Kiểm soát thủ tục tỉnh",)))
    page = hands.add(replace(copy_plan(little_plan()), kind="CÔNG VĂN"))
    page.surface.setFocus()
    put(page.surface, Place(ADDRESSEES, "first"))
    unikey(page.surface, "ph")
    assert opened(page.surface, hands)[:2] == ["Phòng Kiểm soát thủ tục tỉnh", "Phòng Cải cách"]
    choose(page.surface)
    assert page.plan.addressees == ("Phòng Kiểm soát thủ tục tỉnh",)
