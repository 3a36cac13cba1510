"""Words counted off the keys' path, and section by section in a sheet."""

import pytest
from PySide6.QtWidgets import QDialog, QLabel

from tests.ui.eyes import leftovers
from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.models.word_count import of_plan
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.searching.word_count import rows

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the display that shows nothing


def test_the_status_bar_follows_the_plan(window: MainWindow, hands: Hands) -> None:
    page = hands.add(little_plan())
    whole = of_plan(page.plan).words
    hands.bot.waitUntil(lambda: window.status.remark.text() == f"{whole} chữ")
    hands.page.surface.written.emit(hands.page.surface.paragraphs[-2], page.plan.title)
    longer = of_plan(page.plan).words
    assert longer != whole
    hands.bot.waitUntil(lambda: window.status.remark.text() == f"{longer} chữ")
    hands.do("home")
    hands.bot.waitUntil(lambda: window.status.remark.text() == "")


def test_the_sheet_names_every_section(window: MainWindow, hands: Hands) -> None:
    page = hands.add(little_plan())
    page.surface.selectAll()
    hands.do("word_count")
    (sheet,) = window.findChildren(QDialog)
    shown = [label.text() for label in sheet.findChildren(QLabel)]
    for name in ("Cả kế hoạch", "Phần đang chọn", "Căn cứ (1)", "II. NHIỆM VỤ", "Phụ lục (5 hàng)"):
        assert name in shown
    assert any(words.startswith("Bản in có 2 trang.") for words in shown)
    assert leftovers(sheet) == set()
    sheet.close()


def test_sections_add_up_and_a_selection_stands_by_itself(hands: Hands) -> None:
    page = hands.add(little_plan())
    lines = rows(page.plan, [""])
    assert [name for name, _, _ in lines[:2]] == ["Cả kế hoạch", "Đầu văn bản"]
    assert sum(count.words for _, count, _ in lines[1:]) == lines[0][1].words
    hands.open_table("Phụ lục")
    hands.grid.setCurrentIndex(hands.cell(1, hands.grid.cells.table.columns[2].role))
    assert page.tabs.selection() == ["Phòng Cải cách"]
    assert rows(page.plan, page.tabs.selection())[1][1].words == 3
