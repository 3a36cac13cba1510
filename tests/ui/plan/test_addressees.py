"""A công văn and Kính gửi on the page surface: shown and edited where they stand."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from tests.ui.hands import Hands, put
from tests.ui.papers import little_plan
from tests.ui.streams import letters
from tthc_desktop.models.addressing import ADDRESSEES, addressee_part
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.searching.finding import find
from tthc_desktop.models.searching.matching import Query
from tthc_desktop.models.searching.replacing import replaced
from tthc_desktop.ui.plan.paragraph import Place, Style
from tthc_desktop.ui.plan.paragraphs import paragraphs
from tthc_desktop.ui.plan.rule_words import letters_of
from tthc_desktop.ui.plan.surface import Surface

KNOWN = ("Văn phòng Sở", "Thanh tra Sở", "Phòng Kế hoạch")


def place(number: int) -> Place:
    return Place(ADDRESSEES, addressee_part(number))


def letter(*addressees: str) -> Plan:
    return replace(little_plan(), kind="CÔNG VĂN", addressees=addressees)


@pytest.fixture
def surface(hands: Hands) -> Surface:
    page = hands.add(letter(*KNOWN))
    page.surface.setFocus()
    return page.surface


def known(hands: Hands) -> tuple[str, ...]:
    hands.page.commit()
    return hands.page.plan.addressees


def test_a_letter_shows_its_subject_below_the_number_and_its_addressees() -> None:
    parts = {part.place: part for part in paragraphs(letter(*KNOWN))}
    subject = parts[Place("", "title")]
    assert (subject.style, subject.mark, subject.ruled) == (Style.SUBJECT, "V/v", False)
    assert parts[Place("", "kind")].style is Style.UNPRINTED
    assert [parts[place(number)].mark for number in range(3)] == ["Kính gửi: -", "-", "-"]
    assert {letters_of(parts[at]) for at in (place(0), Place("", "title"))} == {"addressee", "subject"}


def test_one_addressee_has_no_dash_and_a_plan_has_no_such_line() -> None:
    (one,) = [part for part in paragraphs(letter("Văn phòng")) if part.style is Style.ADDRESSEE]
    assert one.mark == "Kính gửi:"
    assert not [part for part in paragraphs(little_plan()) if part.style is Style.ADDRESSEE]


def test_the_subject_is_typed_where_it_stands(surface: Surface, hands: Hands) -> None:
    put(surface, Place("", "title"))
    letters(surface, " gấp")
    hands.page.commit()
    assert str(hands.page.plan.title).endswith(" gấp")


def test_addressees_are_typed_begun_joined_and_undone(surface: Surface, hands: Hands) -> None:
    put(surface, place(0))
    letters(surface, " tỉnh")
    QTest.keyClick(surface, Qt.Key.Key_Return)
    letters(surface, "Ban")
    assert known(hands) == ("Văn phòng Sở tỉnh", "Ban", *KNOWN[1:])
    put(surface, place(1), end=False)
    QTest.keyClick(surface, Qt.Key.Key_Backspace)
    assert known(hands) == ("Văn phòng Sở tỉnh Ban", *KNOWN[1:])
    assert "Nối nơi kính gửi 2 với đoạn trước" in hands.window.commands["undo"].text()
    hands.window.commands["undo"].trigger()
    assert known(hands) == ("Văn phòng Sở tỉnh", "Ban", *KNOWN[1:])


def test_a_line_is_parted_in_its_middle(surface: Surface, hands: Hands) -> None:
    surface.put_cursor(place(1), 5)
    QTest.keyClick(surface, Qt.Key.Key_Return)
    assert known(hands) == ("Văn phòng Sở", "Thanh", "tra Sở", "Phòng Kế hoạch")
    assert surface.at == place(2)


def test_a_selection_over_lines_is_deleted(surface: Surface, hands: Hands) -> None:
    surface.put_cursor(place(0), 3)
    cursor = surface.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    surface.setTextCursor(cursor)
    QTest.keyClick(surface, Qt.Key.Key_Delete)
    assert known(hands) == ("Văn", "Phòng Kế hoạch")


def test_commands_add_move_and_delete_lines(surface: Surface, hands: Hands) -> None:
    put(surface, place(2))
    hands.page.commands()["move_up"]()
    assert known(hands) == ("Văn phòng Sở", "Phòng Kế hoạch", "Thanh tra Sở")
    assert surface.at == place(1)
    hands.page.commands()["delete_part"]()
    assert known(hands) == ("Văn phòng Sở", "Thanh tra Sở")
    hands.page.commands()["insert_addressee"]()
    letters(surface, "Đảng ủy")
    assert "Đảng ủy" in known(hands)
    put(surface, place(0))
    hands.page.commands()["move_up"]()
    assert known(hands)[0] == "Văn phòng Sở", "the first stays the first"


def test_the_first_addressee_is_typed_into_the_empty_place(hands: Hands) -> None:
    page = hands.add(letter())
    page.surface.setFocus()
    put(page.surface, Place(ADDRESSEES, "first"))
    letters(page.surface, "Văn phòng Sở")
    assert known(hands) == ("Văn phòng Sở",)
    hands.window.commands["undo"].trigger()
    assert known(hands) == ()


def test_a_report_gets_its_addressee_by_the_menu(hands: Hands) -> None:
    page = hands.add(replace(little_plan(), kind="BÁO CÁO"))
    page.surface.setFocus()
    put(page.surface, Place("s1"))
    hands.window.commands["insert_addressee"].trigger()
    letters(page.surface, "Bộ Tư pháp")
    assert known(hands) == ("Bộ Tư pháp",)


def test_the_last_line_taken_out_leaves_nothing(hands: Hands) -> None:
    page = hands.add(replace(little_plan(), addressees=("Bộ",)))
    page.surface.setFocus()
    put(page.surface, place(0))
    page.commands()["delete_part"]()
    assert known(hands) == ()


def test_a_plan_becomes_a_letter_and_back_as_its_kind_is_typed(hands: Hands) -> None:
    page = hands.add(little_plan())
    page.surface.setFocus()
    put(page.surface, Place("", "kind"))
    page.surface.put_cursor(Place("", "kind"), 0)
    cursor = page.surface.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    page.surface.setTextCursor(cursor)
    letters(page.surface, "CÔNG VĂN")
    page.commit()
    assert page.plan.kind == "CÔNG VĂN"
    assert page.surface.paragraphs == paragraphs(page.plan)
    assert page.surface.document().blockCount() == len(page.surface.paragraphs)
    put(page.surface, Place("", "kind"))
    letters(page.surface, " KHẨN")
    page.commit()
    assert page.surface.document().blockCount() == len(page.surface.paragraphs)


def test_words_of_addressees_are_found_and_replaced() -> None:
    hits = find(letter(*KNOWN), Query("Thanh tra"))
    assert [hit.place.owner for hit in hits] == [ADDRESSEES]
    assert replaced(letter(*KNOWN), hits, "Văn thư").addressees[1] == "Văn thư Sở"


def test_a_click_on_the_printed_addressees_leads_to_them(surface: Surface, hands: Hands) -> None:
    put(surface, Place("s1"))
    hands.page.preview.pointed.emit(ADDRESSEES)
    assert surface.at == place(0)


def test_the_finder_marks_an_addressee(surface: Surface, hands: Hands) -> None:
    hands.window.commands["find"].trigger()
    letters(hands.page.finder.bar.words, "Thanh tra")
    hands.bot.waitUntil(lambda: bool(hands.page.finder.hits))
    assert [hit.place.owner for hit in hands.page.finder.hits] == [ADDRESSEES]
    hands.bot.waitUntil(lambda: bool(surface.extraSelections()))
