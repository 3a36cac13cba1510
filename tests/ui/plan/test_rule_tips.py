"""The decree's rule for each part of the paper, by mouse and by key."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from tests.ui.hands import Hands, put
from tests.ui.papers import little_plan
from tthc_desktop.documents.decree import rules
from tthc_desktop.models.measuring.wording import style_words
from tthc_desktop.ui.plan import layout
from tthc_desktop.ui.plan.paragraph import Kind, Paragraph, Place
from tthc_desktop.ui.plan.paragraphs import paragraphs
from tthc_desktop.ui.plan.rule_words import letters_of, rule_words
from tthc_desktop.ui.plan.surface import Surface

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")  # of the display that shows nothing


@pytest.mark.parametrize("name", sorted(rules().letters))
def test_every_part_of_the_data_tells_its_rule(name: str) -> None:
    letters = rules().letters[name]
    assert letters.name
    assert letters.rule.endswith(".")
    assert letters.clause.startswith("Phụ lục I, Phần I, Mục")


def test_size_and_style_come_from_the_measures() -> None:
    known = rules().letters
    assert style_words(known["country"]) == "chữ in hoa, cỡ 12 đến 13, đứng, đậm"
    assert style_words(known["date"]) == "chữ in thường, cỡ 13 đến 14, nghiêng"
    assert style_words(known["recipient"]) == "chữ in thường, cỡ 11, đứng"
    assert style_words(known["recipients_label"]) == "chữ in thường, cỡ 12, nghiêng, đậm"


def test_every_part_of_head_foot_and_appendix_has_a_rule() -> None:
    parts = [part for part in paragraphs(little_plan()) if part.kind in {Kind.FIELD, Kind.RECIPIENT, Kind.APPENDIX}]
    assert len(parts) >= 14
    assert all(rule_words(part) for part in parts)


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (Place("", "agency"), "agency"),
        (Place("", "symbol"), "number"),
        (Place("", "capacity"), "capacity"),
        (Place("b1"), "basis"),
        (Place("s1"), "heading"),
        (Place("i1"), "body"),
        (Place("r1"), "recipient"),
        (Place("a1", "title"), "appendix_title"),
        (Place("a1", "caption"), "appendix_label"),
        (Place("tab", "table"), ""),
        (Place("i2", "line 0"), ""),
    ],
)
def test_which_rule_is_for_which_part(place: Place, name: str) -> None:
    assert letters_of(part_at(place)) == name


def part_at(place: Place) -> Paragraph:
    return next(part for part in paragraphs(little_plan()) if part.place == place)


def test_the_words_of_a_rule() -> None:
    words = rule_words(part_at(Place("", "agency")))
    assert words.startswith("Cơ quan ban hành: chữ in hoa, cỡ 12 đến 13, đứng, đậm. ")
    assert words.endswith("\n(Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2, điểm b)")


@pytest.fixture
def surface(hands: Hands) -> Surface:
    """Return the text of an open plan."""
    return hands.add(little_plan()).surface


def hover(surface: Surface, at: QPoint) -> str:
    QToolTip.hideText()
    event = QHelpEvent(QEvent.Type.ToolTip, at, surface.viewport().mapToGlobal(at))
    QApplication.sendEvent(surface.viewport(), event)
    return QToolTip.text()


def test_the_mouse_shows_the_rule(surface: Surface) -> None:
    number = surface.sheet.numbers[Place("", "kind")]
    middle = layout.rect_of(surface.sheet.block(number)).center().toPoint()
    assert hover(surface, middle).startswith("Tên loại văn bản: ")
    surface.flags = {Place("", "kind"): "Có chỗ cần xem."}
    assert hover(surface, middle).startswith("Có chỗ cần xem.\n\nTên loại văn bản: ")


def test_a_key_shows_the_rule_at_the_cursor(surface: Surface, hands: Hands) -> None:
    put(surface, Place("r1"))
    hands.do("rule")
    assert QToolTip.text().startswith("Các nơi nhận: chữ in thường, cỡ 11, đứng. ")
    put(surface, Place("i2", "line 0"))
    hands.do("rule")
    assert "không quy định riêng" in QToolTip.text()
    QToolTip.hideText()
