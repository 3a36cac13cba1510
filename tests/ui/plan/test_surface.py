"""Typing on the page surface: inside one paragraph, as input methods send it, becoming changes by name."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.hands import Hands, put, shown
from tests.ui.papers import little_plan
from tests.ui.streams import TELEX, compose, letters, unikey
from tthc_desktop.models.changes import Change
from tthc_desktop.models.text import Run, plain
from tthc_desktop.ui.composing import PAUSE
from tthc_desktop.ui.plan import layout
from tthc_desktop.ui.plan.paragraph import Place, Style
from tthc_desktop.ui.plan.surface import Surface


@pytest.fixture
def surface(hands: Hands) -> Surface:
    """Return the text of an open plan with the keyboard in it."""
    page = hands.add(little_plan())
    page.surface.setFocus()
    return page.surface


def test_typing_becomes_a_change_after_a_pause(surface: Surface, hands: Hands) -> None:
    put(surface, Place("s1"))
    letters(surface, " CHUNG")
    assert hands.window.desk.office is not None
    assert hands.window.desk.office.undo_label == "Thêm kế hoạch"
    hands.bot.waitUntil(lambda: hands.window.commands["undo"].text() == "Hoàn tác: Gõ “CHUNG” ở mục I")
    assert str(hands.page.plan.body[0].text) == "MỤC ĐÍCH CHUNG"  # type: ignore[union-attr]


def test_leaving_a_paragraph_writes_it_at_once(surface: Surface, hands: Hands) -> None:
    put(surface, Place("", "agency"))
    letters(surface, " MỚI")
    QTest.keyClick(surface, Qt.Key.Key_Down)
    assert hands.page.plan.header.agency == "SỞ NỘI VỤ MỚI"


def test_a_task_in_the_text_is_edited_in_its_lines(surface: Surface, hands: Hands) -> None:
    put(surface, Place("i2", "line 0"))
    letters(surface, " Sở")
    hands.page.commit()
    assert str(hands.page.plan.tasks["body"].lead) == "Văn phòng Sở"
    assert hands.window.commands["undo"].text() == "Hoàn tác: Gõ “Sở” ở đơn vị chủ trì của mục II.1"


def test_captions_and_tables_are_fixed(surface: Surface) -> None:
    before = surface.toPlainText()
    for paragraph in surface.paragraphs:
        if paragraph.style in {Style.CAPTION, Style.TABLE}:
            put(surface, paragraph.place)
            letters(surface, "x")
            compose(surface, "vi", commit="việt")
    assert surface.toPlainText() == before


def test_pasting_keeps_one_paragraph(surface: Surface) -> None:
    put(surface, Place("i1"))
    data = QMimeData()
    data.setText(" hai dòng\tchữ")
    surface.insertFromMimeData(data)
    assert shown(surface, Place("i1")).endswith("hai dòng chữ")


@pytest.mark.parametrize("word", TELEX)
@pytest.mark.parametrize("place", [Place("i1"), Place("", "agency"), Place("i2", "line 1"), Place("r1"), Place("b1")])
def test_unikey_neither_loses_nor_doubles_a_letter(surface: Surface, place: Place, word: str) -> None:
    put(surface, place)
    before = shown(surface, place)
    unikey(surface, f" {word}")
    assert shown(surface, place) == f"{before} {word}"


def test_nothing_is_taken_while_a_word_is_composed(surface: Surface, hands: Hands, qtbot: QtBot) -> None:
    put(surface, Place("i1"))
    before = hands.page.plan
    letters(surface, " và")
    compose(surface, " n", " nư")
    qtbot.wait(int(PAUSE * 1.5))
    assert hands.page.plan is before
    compose(surface, commit=" nước")
    qtbot.waitUntil(lambda: hands.page.plan is not before)
    assert shown(surface, Place("i1")).endswith("dân. và nước")


def test_a_change_from_elsewhere_replaces_only_its_paragraph(surface: Surface, hands: Hands) -> None:
    put(surface, Place("i1"))
    at = surface.textCursor().position()
    plan = hands.page.plan
    after = replace(plan, recipients=(replace(plan.recipients[0], text="Sở Tư pháp"), *plan.recipients[1:]))
    hands.window.desk.apply(Change("Sửa nơi nhận", ((plan, after),)))
    assert shown(surface, Place("r1")) == "Sở Tư pháp"
    assert surface.textCursor().position() == at


def test_emphasis_survives_typing_beside_it(surface: Surface, hands: Hands) -> None:
    put(surface, Place("i1"), end=False)
    letters(surface, "Phải ")
    hands.page.commit()
    item = hands.page.plan.body[0].children[0]  # type: ignore[union-attr]
    assert item.text.runs == (Run("Phải Giảm "), Run("phiền hà", bold=True), Run(" cho người dân."))  # type: ignore[union-attr]


def test_bold_is_switched_for_the_selected_words(surface: Surface, hands: Hands) -> None:
    put(surface, Place("b1"), end=False)
    cursor = surface.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor, 2)
    surface.setTextCursor(cursor)
    hands.do("bold")
    hands.page.commit()
    assert hands.page.plan.bases[0].text.runs[0] == Run("Căn cứ ", bold=True)


def test_a_wrong_date_is_told_and_taken_back(surface: Surface, hands: Hands) -> None:
    put(surface, Place("", "date"))
    letters(surface, "9")
    hands.page.commit()
    assert any("chưa đúng" in said for said in hands.said())
    assert shown(surface, Place("", "date")) == "ngày 05 tháng 01 năm 2030"


def test_shift_enter_breaks_the_line(surface: Surface, hands: Hands) -> None:
    put(surface, Place("b1"))
    QTest.keyClick(surface, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    letters(surface, "thêm")
    hands.page.commit()
    assert hands.page.plan.bases[0].text == plain("Căn cứ kế hoạch công tác của tỉnh;\nthêm")


def test_every_paragraph_reads_back_as_it_was_written(surface: Surface) -> None:
    for number, paragraph in enumerate(surface.paragraphs):
        assert layout.text_of(surface.document().findBlockByNumber(number)) == paragraph.words


def test_a_table_is_drawn_while_its_own_line_stands_above_what_is_in_sight(hands: Hands) -> None:
    page = hands.add(little_plan(40))
    hands.do("insert_appendix")
    page.tabs.setCurrentIndex(0)
    surface = page.surface
    faces = [number for number, paragraph in enumerate(surface.paragraphs) if paragraph.face is not None]
    line, after = (surface.sheet.block(number) for number in (faces[0], faces[0] + 1))
    below = layout.rect_of(line).bottom()
    surface.verticalScrollBar().setValue(round(below) + 60)
    room = round(layout.rect_of(after).top() - below) - 80
    picture = surface.viewport().grab(QRect(0, 0, surface.viewport().width(), room)).toImage()
    inks = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}
    assert room > 100
    assert len(inks) > 2


def test_the_cursor_stops_only_where_something_stands_or_can_be_typed(surface: Surface) -> None:
    QTest.keyClick(surface, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert surface.at == Place("", "parent_agency")
    seen = {surface.at}
    for _ in range(120):
        QTest.keyClick(surface, Qt.Key.Key_Down)
        seen.add(surface.at)
        at = surface.neighbour(0)
        assert at is not None
        assert not at.fixed or surface.textCursor().block().text()
    assert {Place("b1"), Place("i1"), Place("i2")} <= seen
    for _ in range(120):
        QTest.keyClick(surface, Qt.Key.Key_Up)
    assert surface.at is not None
    assert surface.at.part in {"parent_agency", "agency"}
