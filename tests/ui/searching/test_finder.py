"""The find bar: found without accents, shown, gone to, replaced in text and tables at once, taken back at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tests.ui.streams import TELEX, compose, letters, unikey
from tthc_desktop.models.table import Role
from tthc_desktop.ui import look
from tthc_desktop.ui.searching.field import PAUSE, SearchField
from tthc_desktop.ui.searching.find_bar import FindBar


@pytest.fixture
def bar(hands: Hands) -> FindBar:
    """Return the open bar of a plan, as Ctrl+F opens it."""
    page = hands.add(little_plan())
    page.surface.setFocus()
    hands.do("find")
    return page.finder.bar


def look_for(hands: Hands, words: str) -> None:
    """Type words to look for and wait for the pause."""
    finder = hands.page.finder
    finder.bar.words.clear()
    letters(finder.bar.words, words)
    hands.bot.waitUntil(lambda: finder._query.words == words)


def press(bar: FindBar, name: str) -> None:
    button = next(b for b in bar.findChildren(QPushButton) if b.text() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def chosen(hands: Hands) -> str:
    return hands.page.surface.textCursor().selectedText()


def test_typing_shows_how_many_and_moves_nothing(bar: FindBar, hands: Hands) -> None:
    surface = hands.page.surface
    before = surface.textCursor().position()
    look_for(hands, "phong")
    assert bar.count.text() == "1/6"
    assert surface.textCursor().position() == before
    assert bar.words.hasFocus()
    assert surface.extraSelections()
    look_for(hands, "không có đâu")
    assert bar.count.text() == "Không thấy"
    assert surface.extraSelections() == []


def test_enter_and_f3_go_round_through_text_and_tables(bar: FindBar, hands: Hands) -> None:
    look_for(hands, "phong")
    QTest.keyClick(bar.words, Qt.Key.Key_Return)
    assert chosen(hands) == "phòng"
    assert bar.count.text() == "1/6"
    QTest.keyClick(hands.window, Qt.Key.Key_F3)
    assert hands.grid.here() == "w1"
    assert hands.grid.currentIndex().column() == 2
    QTest.keyClick(hands.window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert hands.page.grid() is None
    QTest.keyClick(hands.window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "6/6"
    QTest.keyClick(hands.window, Qt.Key.Key_F3)
    assert bar.count.text() == "1/6"
    assert bar.words.hasFocus()


def test_looking_begins_where_the_cursor_is(bar: FindBar, hands: Hands) -> None:
    hands.open_table("Phụ lục")
    hands.grid.setCurrentIndex(hands.cell(3, Role.CONTENT))
    look_for(hands, "phong")
    QTest.keyClick(bar.words, Qt.Key.Key_Return)
    assert hands.grid.here() == "w3"


def test_the_selected_words_are_looked_for(bar: FindBar, hands: Hands) -> None:
    look_for(hands, "cong chuc")
    QTest.keyClick(bar.words, Qt.Key.Key_Return)
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert hands.page.surface.hasFocus()
    assert hands.page.surface.extraSelections() == []
    hands.do("find")
    assert bar.words.text() == "công chức"
    assert bar.words.selectedText() == "công chức"


@pytest.mark.parametrize(("option", "count"), [("case", 3), ("accents", 0), ("whole", 6), ("tables", 5)])
def test_options(bar: FindBar, hands: Hands, option: str, count: int) -> None:
    look_for(hands, "Phong")
    bar.options.buttons[option].click()
    assert len(hands.page.finder.hits) == count


def test_replacing_one_after_the_other(bar: FindBar, hands: Hands) -> None:
    hands.do("replace")
    assert bar.options.buttons["accents"].isChecked()
    look_for(hands, "thủ tục")
    letters(bar.other, "việc")
    press(bar, "Thay")
    assert chosen(hands) == "thủ tục"
    assert hands.window.commands["undo"].text() == "Hoàn tác: Thêm kế hoạch"
    press(bar, "Thay")
    assert str(hands.page.plan.title) == "Kiểm soát việc hành chính năm 2030"
    assert hands.window.commands["undo"].text() == "Hoàn tác: Thay “thủ tục” bằng “việc”"
    assert hands.grid.here() == "w1"
    QTest.keyClick(bar.other, Qt.Key.Key_Return)
    assert str(hands.page.plan.tasks["t1"].content).startswith("Rà soát việc số 1")
    assert bar.count.text() == "1/2"


def test_replacing_all_is_one_change(bar: FindBar, hands: Hands) -> None:
    hands.do("replace")
    look_for(hands, "phòng")
    before = hands.page.plan
    letters(bar.other, "ban")
    bar.capitals.click()
    press(bar, "Thay tất cả")
    plan = hands.page.plan
    assert str(plan.tasks["t1"].lead) == "Ban Cải cách"
    assert str(plan.tasks["t2"].coordinate) == "Các ban"
    assert str(plan.tasks["body"].lead) == "Văn ban"
    assert hands.window.commands["undo"].text() == "Hoàn tác: Thay 6 chỗ “phòng” bằng “ban”"
    assert hands.said() == ["Đã thay 6 chỗ “phòng” bằng “ban”."]
    assert bar.count.text() == "Không thấy"
    QTest.keyClick(bar.other, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hands.page.plan == before


def test_a_date_is_found_but_not_replaced(bar: FindBar, hands: Hands) -> None:
    hands.do("replace")
    look_for(hands, "2030")
    letters(bar.other, "2031")
    press(bar, "Thay tất cả")
    assert hands.page.plan.header.year == 2030
    assert str(hands.page.plan.title).endswith("2031")
    assert hands.said()[0].endswith("Ngày ban hành không thay được ở đây.")


def test_hits_follow_what_is_typed_into_the_text(bar: FindBar, hands: Hands) -> None:
    look_for(hands, "phòng")
    hands.open_table("Phụ lục")
    hands.type_into_cell(1, Role.LEAD, "Phòng Phòng")
    hands.bot.waitUntil(lambda: bar.count.text() == "1/7")


@pytest.mark.parametrize("word", TELEX)
def test_unikey_neither_loses_nor_doubles_a_letter(bar: FindBar, hands: Hands, word: str) -> None:
    for field in (bar.words, bar.other):
        field.clear()
        unikey(field, f"Sở {word}")
        hands.bot.wait(PAUSE + 50)
        unikey(field, f" {word}")
        assert field.text() == f"Sở {word} {word}"


def test_nothing_is_looked_for_while_a_word_is_composed(bar: FindBar, hands: Hands) -> None:
    letters(bar.words, "ph")
    compose(bar.words, "o", "ong")
    hands.bot.wait(PAUSE * 2)
    assert bar.count.text() == ""
    compose(bar.words, commit="ong")
    hands.bot.waitUntil(lambda: bar.count.text() == "1/6")
    assert bar.words.text() == "phong"


def test_found_words_have_another_ground_in_cells_too(bar: FindBar, hands: Hands) -> None:
    hands.open_table("Phụ lục")
    found, in_front = QColor(look.colours().found), QColor(look.colours().found_now)
    assert not {found.rgb(), in_front.rgb()} & colours_of(hands.grid)
    look_for(hands, "cai cach")
    QTest.keyClick(bar.words, Qt.Key.Key_Return)
    hands.bot.wait(30)
    assert {found.rgb(), in_front.rgb()} <= colours_of(hands.grid)
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not {found.rgb(), in_front.rgb()} & colours_of(hands.grid)


def colours_of(widget: QWidget) -> set[int]:
    image = widget.grab().toImage()
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


@pytest.mark.parametrize("width", [900, 1366])
def test_the_bar_needs_no_more_room_than_the_text(bar: FindBar, hands: Hands, width: int) -> None:
    hands.do("replace")
    hands.window.resize(width, 700)
    assert hands.window.minimumSizeHint().width() <= 1000
    assert hands.window.width() == width
    assert bar.words.width() >= 80


@pytest.mark.parametrize("key", ["Ctrl+K", "Ctrl+G", "Ctrl+Shift+F"])
def test_other_searches_open_from_the_field(bar: FindBar, key: str) -> None:
    letters(bar.words, "phong")
    QTest.keySequence(bar.words, QKeySequence(key))
    assert isinstance(QApplication.focusWidget(), SearchField)
    assert QApplication.focusWidget() is not bar.words
    assert bar.words.text() == "phong"


def test_f3_without_anything_asks_for_words(hands: Hands) -> None:
    page = hands.add(little_plan())
    page.surface.setFocus()
    QTest.keyClick(page.surface, Qt.Key.Key_F3)
    assert page.finder.bar.words.hasFocus()


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_F, "find"), (Qt.Key.Key_H, "replace")])
def test_keys_work_in_the_text_and_in_a_field(hands: Hands, key: Qt.Key, name: str) -> None:
    page = hands.add(little_plan())
    page.surface.setFocus()
    QTest.keyClick(page.surface, key, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(QApplication.focusWidget(), SearchField), name
    QTest.keyClick(page.finder.bar.words, key, Qt.KeyboardModifier.ControlModifier)
    assert page.finder.bar.other.isVisible() == (name == "replace")
