"""Figures of a report on the page surface: quietly marked, kept while untouched, the clerk's own once typed in."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from tests.ui.hands import Hands, put
from tests.ui.papers import little_plan
from tests.ui.streams import letters
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.text import from_markup, to_markup
from tthc_desktop.ui.plan import layout
from tthc_desktop.ui.plan.figure_words import figure_words
from tthc_desktop.ui.plan.formats import FIGURE
from tthc_desktop.ui.plan.paragraph import Place
from tthc_desktop.ui.plan.surface import Surface

MARKUP = 'Có <f n="unit:u1:done">12</f> việc xong'


def report() -> Plan:
    plan = little_plan()
    first = plan.body[0]
    assert isinstance(first, Item)
    return replace(plan, body=(replace(first, text=from_markup(MARKUP)), *plan.body[1:]))


@pytest.fixture
def surface(hands: Hands) -> Surface:
    page = hands.add(report())
    page.surface.setFocus()
    return page.surface


def at(surface: Surface, offset: int) -> None:
    surface.put_cursor(Place("s1"), offset)


def words(hands: Hands) -> str:
    hands.page.commit()
    first = hands.page.plan.body[0]
    assert isinstance(first, Item)
    return to_markup(first.text)


def test_a_figure_has_a_quiet_look_and_its_name(surface: Surface) -> None:
    cursor = QTextCursor(surface.sheet.block(surface.sheet.numbers[Place("s1")]))
    looks = []
    for _ in range(6):
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        look = cursor.charFormat()
        looks.append((look.property(FIGURE), look.underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine))
    assert looks == [*[(None, False)] * 3, *[("unit:u1:done", True)] * 2, (None, False)]


def test_typing_elsewhere_keeps_the_figure(surface: Surface, hands: Hands) -> None:
    put(surface, Place("s1"))
    letters(surface, " rồi")
    assert words(hands) == f"{MARKUP} rồi"


def test_typing_in_a_figure_makes_it_the_clerks_own(surface: Surface, hands: Hands) -> None:
    at(surface, 4)
    letters(surface, "9")
    assert words(hands) == "Có 192 việc xong"
    cursor = QTextCursor(surface.sheet.block(surface.sheet.numbers[Place("s1")]))
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, n=5)
    assert not cursor.charFormat().property(FIGURE)
    assert cursor.charFormat().underlineStyle() is QTextCharFormat.UnderlineStyle.NoUnderline
    QTest.keyClick(surface, Qt.Key.Key_Backspace)
    assert words(hands) == "Có 12 việc xong", "it does not come back by itself"
    hands.window.commands["undo"].trigger()
    hands.window.commands["undo"].trigger()
    assert words(hands) == MARKUP


def test_words_typed_directly_behind_a_figure_are_none_of_it(surface: Surface, hands: Hands) -> None:
    at(surface, 5)
    letters(surface, " trên 20")
    assert words(hands) == 'Có <f n="unit:u1:done">12</f> trên 20 việc xong'
    assert words(hands) == to_markup(layout.text_of(surface.sheet.block(surface.sheet.numbers[Place("s1")])))


def test_bold_keeps_the_figure(surface: Surface, hands: Hands) -> None:
    at(surface, 0)
    cursor = surface.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    surface.setTextCursor(cursor)
    hands.window.commands["italic"].trigger()
    assert words(hands) == '<i>Có </i><f n="unit:u1:done"><i>12</i></f><i> việc xong</i>'


def test_a_paragraph_split_in_a_figure_follows_it_in_neither_half(surface: Surface, hands: Hands) -> None:
    at(surface, 4)
    QTest.keyClick(surface, Qt.Key.Key_Return)
    assert "<f" not in words(hands)
    hands.window.commands["undo"].trigger()
    at(surface, 6)
    QTest.keyClick(surface, Qt.Key.Key_Return)
    assert words(hands) == 'Có <f n="unit:u1:done">12</f> '


def test_copied_words_follow_nothing_in_another_document(surface: Surface, hands: Hands) -> None:
    at(surface, 0)
    cursor = surface.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    surface.setTextCursor(cursor)
    surface.copy()
    mime = QGuiApplication.clipboard().mimeData()
    assert "12" in mime.html()
    assert "<f" not in mime.html()
    other = hands.add(copy_plan(little_plan()))
    put(other.surface, Place(other.plan.body[0].id))
    other.surface.paste()
    pasted = [to_markup(node.text) for node in other.plan.body if isinstance(node, Item)]
    assert "Có 12 việc xong" in pasted
    assert not [one for one in pasted if "<f" in one]


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_mouse_tells_which_figure_it_is(surface: Surface) -> None:
    at(surface, 4)
    here = surface.cursorRect().center() + QPoint(2, 0)
    QApplication.sendEvent(surface.viewport(), QHelpEvent(QEvent.Type.ToolTip, here, surface.mapToGlobal(here)))
    assert "số nhiệm vụ hoàn thành của đơn vị" in QToolTip.text()
    QToolTip.hideText()
    at(surface, 9)
    away = surface.cursorRect().center() + QPoint(2, 0)
    QApplication.sendEvent(surface.viewport(), QHelpEvent(QEvent.Type.ToolTip, away, surface.mapToGlobal(away)))
    assert "tự cập nhật" not in QToolTip.text()


def test_an_unknown_figure_is_told_without_its_name() -> None:
    assert figure_words("xyz#12ab").startswith("Số liệu tự cập nhật theo kỳ báo cáo.")
