"""What nobody would type: cleaned or refused with a sentence, never a broken plan or a lost word."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tests.ui.streams import letters
from tthc_desktop.models.table import Role
from tthc_desktop.ui.plan.paragraph import Place
from tthc_desktop.ui.plan.paragraphs import paragraphs

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")
HOSTILE = {
    "control": "\x01\x02a\x00b\x1b[31m\x7f",
    "decomposed": "Kie\u0302\u0309m soa\u0301t",
    "lone surrogate": "a\ud800b",
    "right to left": "\u202eabc\u202c \u200f\u05d0",
    "emoji": "👍🏽 xong 👨‍👩‍👧",
    "zero width": "a\u200bb\u200dc\ufeff",
    "long word": "a" * 10_000,
    "many lines": "dòng\n" * 5_000,
    "wide table": "\t".join(["x"] * 1_000) + "\n" + "\t".join(["y"] * 1_000),
    "paragraph separators": "a\u2029b\u2028c\x85d\x0be",
    "nested lists": "<ul><li>mục" * 300,
    "markup": "<table><tr><td>a</b></i><td colspan=99999>b<tr rowspan=-1><li>",
}


def look(hands: Hands) -> None:
    """Hold the page against the plan, and have it printed or refused with a sentence."""
    page = hands.page
    page.commit()
    assert page.surface.paragraphs == paragraphs(page.plan)
    assert page.surface.document().blockCount() == len(page.surface.paragraphs)
    for number, paragraph in enumerate(page.surface.paragraphs):
        assert str(page.surface.sheet.words(number)).split() == str(paragraph.words).split()
    assert not any("lỗi của chương trình" in said for said in hands.said())


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("where", ["text", "cell"])
def test_hostile_words_are_pasted(name: str, where: str, hands: Hands) -> None:
    before = little_plan()
    page = hands.add(before)
    data = QMimeData()
    if HOSTILE[name].startswith("<"):
        data.setHtml(HOSTILE[name])
    else:
        data.setText(HOSTILE[name])
    QGuiApplication.clipboard().setMimeData(data)
    if where == "cell":
        hands.open_table("Phụ lục").setCurrentIndex(hands.cell(1, Role.LEAD))
        hands.grid.setFocus()
    else:
        page.surface.setFocus()
        page.surface.put_cursor(Place("i1"), -1)
    hands.do("paste")
    if page.pasting.proposal is not None:
        page.pasting.proposal.accepted.emit()
    look(hands)
    assert page.plan != before or hands.said()


@pytest.mark.parametrize("name", ["control", "decomposed", "lone surrogate", "right to left", "emoji", "zero width"])
def test_hostile_words_are_typed(name: str, hands: Hands) -> None:
    page = hands.add(little_plan())
    page.surface.setFocus()
    page.surface.put_cursor(Place("i1"), -1)
    letters(page.surface, HOSTILE[name])
    look(hands)
    hands.do("undo")
    look(hands)
