"""The quick search: commands, parts, plans and words, chosen by keyboard without accents."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tests.ui.streams import TELEX, compose, letters, unikey
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.searching.choices import Choice, fitting
from tthc_desktop.ui.searching.field import PAUSE
from tthc_desktop.ui.searching.palette import Palette

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the display that shows nothing


def palette(hands: Hands, key: str = "Ctrl+K") -> Palette:
    """Open the quick search with its key."""
    QTest.keySequence(QApplication.focusWidget() or hands.window, QKeySequence(key))
    assert hands.window.quick is not None
    made = hands.window.quick.palette
    assert made.words.hasFocus()
    return made


def shown(made: Palette) -> list[str]:
    return [choice.words for choice in made.model.choices]


def type_words(hands: Hands, made: Palette, words: str) -> None:
    letters(made.words, words)
    hands.bot.waitUntil(lambda: made._looked == words)


def test_a_command_is_found_without_accents_and_done(hands: Hands) -> None:
    hands.add(little_plan())
    made = palette(hands)
    assert "Lưu PDF" in shown(made)
    type_words(hands, made, "dem chu")
    assert shown(made)[0] == "Đếm chữ"
    assert made.model.choices[0].remark == "Công cụ"
    type_words_again = "nen toi"
    made.words.clear()
    letters(made.words, type_words_again)
    QTest.keyClick(made.words, Qt.Key.Key_Return)
    assert hands.window.commands["look_dark"].isChecked()
    assert made.isHidden()
    hands.do("look_system")


def test_parts_of_the_plan_and_words_in_it(hands: Hands) -> None:
    page = hands.add(little_plan())
    page.surface.setFocus()
    made = palette(hands)
    type_words(hands, made, "nhiem vu")
    assert "II. NHIỆM VỤ" in shown(made)
    made.list.setCurrentIndex(made.model.index(shown(made).index("II. NHIỆM VỤ"), 0))
    QTest.keyClick(made.words, Qt.Key.Key_Return)
    assert page.surface.at is not None
    assert page.surface.at.owner == "s2"
    assert page.surface.hasFocus()
    made = palette(hands)
    type_words(hands, made, "chuc mot cua")
    assert shown(made) == ["1. Tập huấn cho công chức một cửa", "Tập huấn cho công chức một cửa"]
    QTest.keyClick(made.words, Qt.Key.Key_Up)
    QTest.keyClick(made.words, Qt.Key.Key_Return)
    assert page.surface.textCursor().selectedText() == "chức một cửa"


def test_a_plan_is_opened(hands: Hands) -> None:
    hands.add(little_plan())
    hands.do("home")
    made = palette(hands)
    type_words(hands, made, "kiem soat")
    QTest.mouseClick(
        made.list.viewport(), Qt.MouseButton.LeftButton, pos=made.list.visualRect(made.model.index(0, 0)).center()
    )
    assert isinstance(hands.window.page(), PlanPage)


def test_ctrl_g_goes_to_a_section_a_row_and_a_page(hands: Hands) -> None:
    page = hands.add(little_plan())
    page.surface.setFocus()
    made = palette(hands, "Ctrl+G")
    type_words(hands, made, "II.1")
    assert shown(made)[0] == "Mục II.1: Tập huấn cho công chức một cửa"
    QTest.keyClick(made.words, Qt.Key.Key_Return)
    assert page.surface.at is not None
    assert page.surface.at.owner == "i2"
    made = palette(hands, "Ctrl+G")
    type_words(hands, made, "phu luc hang 3")
    QTest.keyClick(made.words, Qt.Key.Key_Return)
    assert hands.grid.here() == "w3"
    assert hands.grid.hasFocus()
    made = palette(hands, "Ctrl+G")
    type_words(hands, made, "trang 1")
    QTest.keyClick(made.words, Qt.Key.Key_Return)
    assert page.preview.pages.page() == 0


def test_escape_and_a_click_elsewhere_leave_everything(hands: Hands) -> None:
    page = hands.add(little_plan())
    page.surface.setFocus()
    made = palette(hands)
    QTest.keyClick(made.words, Qt.Key.Key_Escape)
    assert made.isHidden()
    assert page.surface.hasFocus()
    made = palette(hands)
    page.outline.setFocus()
    assert made.isHidden()


def test_it_opens_from_the_toolbar_and_from_a_cell(hands: Hands) -> None:
    hands.add(little_plan())
    field = hands.window.findChild(QPushButton, "search")
    assert isinstance(field, QPushButton)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert hands.window.quick is not None
    assert hands.window.quick.palette.isVisible()
    grid = hands.open_table("Phụ lục")
    grid.setFocus()
    letters(grid, "x")
    palette(hands)
    assert grid.delegate.open_editor is None


@pytest.mark.parametrize("word", TELEX)
def test_unikey_neither_loses_nor_doubles_a_letter(hands: Hands, word: str) -> None:
    hands.add(little_plan())
    made = palette(hands)
    unikey(made.words, word)
    hands.bot.wait(PAUSE + 50)
    unikey(made.words, f" {word}")
    assert made.words.text() == f"{word} {word}"


def test_nothing_is_looked_for_while_a_word_is_composed(hands: Hands) -> None:
    made = palette(hands)
    before = shown(made)
    letters(made.words, "p")
    compose(made.words, "h", "hi")
    hands.bot.wait(PAUSE * 2)
    assert shown(made) == before
    compose(made.words, commit="hím")
    hands.bot.waitUntil(lambda: "Phím tắt" in shown(made))


def test_better_fits_come_first() -> None:
    names = ("Xem chỗ tìm", "Tìm năm", "Thay", "Tim nam", "Nấm tím")
    found = fitting([Choice(name, lambda: None) for name in names], "tim nam", 9)
    assert [choice.words for choice in found] == ["Tim nam", "Tìm năm", "Nấm tím"]
    assert len(fitting([Choice(name, lambda: None) for name in names], "", 3)) == 3
