"""Offers below an editor: they come after a pause, take no focus, change nothing before they are chosen."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.streams import TELEX, compose, letters, unikey
from tthc_desktop.models.typed import listed
from tthc_desktop.models.usual import matching, usual
from tthc_desktop.ui.offering.editors import Editor, words_at
from tthc_desktop.ui.offering.suggesting import PAUSE, Suggester
from tthc_desktop.ui.offering.usual_values import offered

VALUES = [usual(words) for words in ("Văn phòng Sở", "Phòng Đường bộ", "Đường thủy", "Bản quyền", "Thuế", "Ban 😀 A")]
Make = Callable[[], Editor]


class Desk(QMainWindow):
    """A window with one editor whose offers are `VALUES`."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self.editor = editor
        holder = QWidget()
        self.setCentralWidget(holder)
        editor.setParent(holder)
        editor.setGeometry(40, 20, 300, 60)
        self.suggester = Suggester(editor, lambda typed: offered(matching(VALUES, typed)), listed)
        self.resize(700, 420)

    def words(self) -> str:
        return words_at(self.editor)[0]

    def shown(self) -> list[str]:
        return [offer.words for offer in self.suggester.list.offers] if self.suggester.open else []


@pytest.fixture(params=[QLineEdit, QPlainTextEdit, QTextEdit])
def desk(request: pytest.FixtureRequest, dressed: None, qtbot: QtBot) -> Iterator[Desk]:
    del dressed
    made = Desk(request.param())
    made.show()
    made.editor.setFocus()
    qtbot.waitUntil(made.editor.hasFocus)
    yield made
    made.close()
    made.deleteLater()
    qtbot.wait(1)


def opened(desk: Desk, qtbot: QtBot, typed: str) -> None:
    letters(desk.editor, typed)
    qtbot.waitUntil(lambda: desk.suggester.open)


def press(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(desk.editor, key, modifiers)


def test_typing_opens_the_list_after_a_pause(desk: Desk, qtbot: QtBot) -> None:
    letters(desk.editor, "duo")
    assert not desk.suggester.open
    qtbot.waitUntil(lambda: desk.suggester.open)
    assert desk.shown() == ["Đường thủy", "Phòng Đường bộ"]
    assert desk.words() == "duo"
    assert desk.editor.hasFocus()
    assert desk.suggester.list.current == -1


def test_down_and_enter_take_what_is_marked(desk: Desk, qtbot: QtBot) -> None:
    opened(desk, qtbot, "duo")
    press(desk, Qt.Key.Key_Down)
    press(desk, Qt.Key.Key_Down)
    assert desk.words() == "duo"
    press(desk, Qt.Key.Key_Return)
    assert desk.words() == "Phòng Đường bộ"
    assert not desk.suggester.open
    assert words_at(desk.editor)[1] == len("Phòng Đường bộ")


def test_tab_takes_too_and_only_the_party_being_typed(desk: Desk, qtbot: QtBot) -> None:
    letters(desk.editor, "Ban 😀 A; Sở 😀 B; ")
    opened(desk, qtbot, "thu")
    press(desk, Qt.Key.Key_Down)
    press(desk, Qt.Key.Key_Tab)
    assert desk.words() == "Ban 😀 A; Sở 😀 B; Thuế"
    assert desk.editor.hasFocus()


def test_what_the_list_holds_already_is_not_offered_again(desk: Desk, qtbot: QtBot) -> None:
    letters(desk.editor, "Đường thủy; ")
    opened(desk, qtbot, "duo")
    assert desk.shown() == ["Phòng Đường bộ"]


def test_a_click_takes(desk: Desk, qtbot: QtBot) -> None:
    opened(desk, qtbot, "van")
    view = desk.suggester.list.view
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center())
    assert desk.words() == "Văn phòng Sở"
    assert desk.editor.hasFocus()


def test_enter_is_the_editors_when_nothing_is_marked(desk: Desk, qtbot: QtBot) -> None:
    opened(desk, qtbot, "van")
    press(desk, Qt.Key.Key_Return)
    assert desk.words().strip() in {"van", ""}
    assert not desk.suggester.open


def test_escape_closes_only_the_list(desk: Desk, qtbot: QtBot) -> None:
    opened(desk, qtbot, "van")
    press(desk, Qt.Key.Key_Escape)
    assert not desk.suggester.open
    assert desk.words() == "van"
    assert desk.editor.hasFocus()
    qtbot.wait(PAUSE * 2)
    assert not desk.suggester.open


def test_up_from_the_first_goes_back_to_the_words(desk: Desk, qtbot: QtBot) -> None:
    opened(desk, qtbot, "duo")
    press(desk, Qt.Key.Key_Down)
    press(desk, Qt.Key.Key_Up)
    assert desk.suggester.list.current == -1
    for _ in range(5):
        press(desk, Qt.Key.Key_Down)
    assert desk.suggester.list.current == 1


def test_alt_down_shows_all_in_an_empty_field(desk: Desk) -> None:
    press(desk, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.shown() == [value.words for value in VALUES]
    assert desk.suggester.list.current == 0
    press(desk, Qt.Key.Key_Return)
    assert desk.words() == VALUES[0].words


def test_alt_down_just_after_a_key_stays_open(desk: Desk, qtbot: QtBot) -> None:
    letters(desk.editor, "x")
    press(desk, Qt.Key.Key_Backspace)
    press(desk, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.wait(PAUSE * 2)
    press(desk, Qt.Key.Key_Return)
    assert desk.words() == VALUES[0].words


def test_alt_down_behind_a_whole_value_shows_the_others(desk: Desk) -> None:
    letters(desk.editor, "Thuế")
    press(desk, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.shown() == [value.words for value in VALUES if value.words != "Thuế"]


def test_typing_on_takes_the_mark_away(desk: Desk, qtbot: QtBot) -> None:
    opened(desk, qtbot, "du")
    press(desk, Qt.Key.Key_Down)
    letters(desk.editor, "ong")
    assert desk.suggester.list.current == -1
    press(desk, Qt.Key.Key_Down)
    press(desk, Qt.Key.Key_Return)
    assert desk.words() == "Đường thủy"


def test_what_fits_nothing_closes(desk: Desk, qtbot: QtBot) -> None:
    opened(desk, qtbot, "van")
    letters(desk.editor, "xyz")
    qtbot.waitUntil(lambda: not desk.suggester.open)


@pytest.mark.parametrize("word", sorted(TELEX))
def test_unikey_loses_no_letter(desk: Desk, qtbot: QtBot, word: str) -> None:
    unikey(desk.editor, f"{word} {word}")
    assert desk.words() == f"{word} {word}"
    qtbot.wait(PAUSE * 2)
    assert desk.words() == f"{word} {word}"


@pytest.mark.parametrize("word", sorted(TELEX))
def test_unikey_over_an_open_list_loses_no_letter(desk: Desk, qtbot: QtBot, word: str) -> None:
    opened(desk, qtbot, "t")
    unikey(desk.editor, f"; {word} {word}")
    press(desk, Qt.Key.Key_Escape)
    unikey(desk.editor, f" {word}")
    assert desk.words() == f"t; {word} {word} {word}"


def test_nothing_is_shown_while_a_word_is_composed(desk: Desk, qtbot: QtBot) -> None:
    opened(desk, qtbot, "d")
    compose(desk.editor, "đư", "đươ", "đườ")
    assert not desk.suggester.open
    qtbot.wait(PAUSE * 2)
    assert not desk.suggester.open
    assert not desk.suggester.ask()
    compose(desk.editor, commit="uong")
    qtbot.waitUntil(lambda: desk.suggester.open)
    assert desk.words() == "duong"


@pytest.mark.parametrize(("x", "y"), [(40, 20), (380, 20), (40, 350), (390, 350)])
def test_the_list_stays_in_the_window(desk: Desk, qtbot: QtBot, x: int, y: int) -> None:
    desk.editor.setGeometry(x, y, 300, 60)
    opened(desk, qtbot, "t")
    rect = QRect(desk.suggester.list.mapTo(desk, QPoint(0, 0)), desk.suggester.list.size())
    assert desk.rect().contains(rect)
    assert rect.height() > 50


@pytest.mark.parametrize("reason", ["focus", "hide", "click", "window", "key"])
def test_the_list_goes_with_its_field(desk: Desk, qtbot: QtBot, reason: str) -> None:
    opened(desk, qtbot, "t")
    match reason:
        case "focus":
            desk.editor.clearFocus()
        case "hide":
            desk.editor.hide()
        case "click":
            target = desk.editor if isinstance(desk.editor, QLineEdit) else desk.editor.viewport()
            QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        case "window":
            desk.resize(desk.width() - 50, desk.height())
        case _:
            press(desk, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: not desk.suggester.open)
    assert desk.words() == "t"


def test_the_list_follows_a_field_that_moves(desk: Desk, qtbot: QtBot) -> None:
    letters(desk.editor, "t")
    desk.editor.move(60, 40)
    qtbot.waitUntil(lambda: desk.suggester.open)
    press(desk, Qt.Key.Key_Down)
    top = desk.suggester.list.y()
    desk.editor.move(60, 70)
    qtbot.waitUntil(lambda: desk.suggester.list.y() == top + 30)
    assert desk.suggester.open
    assert desk.suggester.list.current == 0


def test_the_list_is_read_aloud(desk: Desk, qtbot: QtBot) -> None:
    opened(desk, qtbot, "van")
    view = desk.suggester.list.view
    assert view.accessibleName() == "Gợi ý"
    assert view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Văn phòng Sở"
    assert QApplication.focusWidget() is desk.editor


def test_in_a_text_only_the_paragraph_of_the_cursor_is_touched(dressed: None, qtbot: QtBot) -> None:
    del dressed
    editor = QTextEdit()
    desk = Desk(editor)
    desk.show()
    editor.setPlainText("một 😀\nhai\nba")
    cursor = QTextCursor(editor.document().findBlockByNumber(1))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    letters(editor, "; thu")
    qtbot.waitUntil(lambda: desk.suggester.open)
    press(desk, Qt.Key.Key_Down)
    press(desk, Qt.Key.Key_Return)
    assert editor.toPlainText() == "một 😀\nhai; Thuế\nba"
    desk.close()
    desk.deleteLater()
    qtbot.wait(1)
