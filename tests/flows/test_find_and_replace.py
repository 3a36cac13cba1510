"""A clerk renames an agency in a whole paper: found without accents, replaced everywhere, taken back at once."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from tests.flows.paper import PAPER
from tests.ui.hands import Hands
from tests.ui.streams import letters
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.life import issue_plan
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.searching.finding import find
from tthc_desktop.models.searching.matching import Query
from tthc_desktop.models.version import Issue
from tthc_desktop.ui.searching.finder import Finder

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the display that shows nothing


def begin(hands: Hands, folder: Path) -> Finder:
    """Import the paper and open the bar with its key."""
    path = folder / "ke-hoach-cu.txt"
    path.write_text(PAPER, encoding="utf-8")
    hands.import_paper(path)
    page = hands.accept()
    page.surface.setFocus()
    QTest.keySequence(page.surface, QKeySequence("Ctrl+H"))
    return page.finder


def type_into(field: QWidget, words: str) -> None:
    QTest.keySequence(field, QKeySequence("Ctrl+A"))
    letters(field, words)


def press(finder: Finder, name: str) -> None:
    button = next(b for b in finder.bar.findChildren(QPushButton) if b.text() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_agency_gets_another_name_everywhere(hands: Hands, tmp_path: Path) -> None:
    finder = begin(hands, tmp_path)
    before = hands.page.plan
    type_into(finder.bar.words, "so noi vu")
    hands.bot.waitUntil(lambda: finder.bar.count.text() == "Không thấy, 2 khác dấu")
    finder.bar.options.buttons["accents"].click()
    assert finder.bar.count.text() == "1/2"
    type_into(finder.bar.other, "sở Nội vụ và Lao động")
    finder.bar.capitals.click()
    press(finder, "Thay tất cả")
    plan = hands.page.plan
    assert plan.header.agency == "SỞ NỘI VỤ VÀ LAO ĐỘNG"
    assert f"{plan.appendices[0].title}{plan.appendices[0].attached}".endswith("của Sở Nội vụ và Lao động)")
    assert hands.said() == ["Đã thay 2 chỗ “so noi vu” bằng “sở Nội vụ và Lao động”."]
    assert "SỞ NỘI VỤ VÀ LAO ĐỘNG" in hands.read_preview()
    QTest.keySequence(finder.bar.words, QKeySequence("Ctrl+Z"))
    assert hands.page.plan == before


def test_a_word_is_replaced_in_the_text_and_in_the_table_by_one_undo(hands: Hands, tmp_path: Path) -> None:
    finder = begin(hands, tmp_path)
    before = hands.page.plan
    type_into(finder.bar.words, "Văn phòng")
    hands.bot.waitUntil(lambda: finder.bar.count.text() == "1/3")
    type_into(finder.bar.other, "Phòng Hành chính")
    press(finder, "Thay tất cả")
    assert leads(hands.page.plan) == {"Phòng Văn hóa", "Phòng Hành chính", "Phòng Tổ chức"}
    assert not find(hands.page.plan, Query("van phong"))
    hands.open_table("Phụ lục")
    hands.do("undo")
    assert hands.page.plan == before
    assert len(find(hands.page.plan, Query("van phong"))) == 3


def leads(plan: Plan) -> set[str]:
    return {str(task.lead) for task in plan.tasks.values()}


def test_an_issued_plan_refuses_with_a_word(hands: Hands, tmp_path: Path) -> None:
    finder = begin(hands, tmp_path)
    draft = hands.page.plan
    issued = issue_plan(draft, Issue("12", "KH-SNV", date(2030, 1, 5)))
    hands.window.desk.apply(Change("Ban hành", ((draft, issued),)))
    hands.bot.waitUntil(lambda: not finder.bar.other.isVisible())
    assert not hands.window.commands["replace"].isEnabled()
    type_into(finder.bar.words, "Văn phòng")
    hands.bot.waitUntil(lambda: finder.bar.count.text() == "1/3")
    QTest.keyClick(finder.bar.words, Qt.Key.Key_Return)
    assert hands.page.surface.textCursor().selectedText() == "Văn phòng"
    finder.bar.other.setText("Phòng Hành chính")
    finder.bar.replacing.emit(True)
    assert hands.page.plan is issued
    assert hands.said() == ["Kế hoạch đã ban hành nên không sửa được."]
