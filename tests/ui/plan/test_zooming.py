"""Text and tables larger or smaller: by key, by wheel, kept for the next time."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tests.ui.streams import letters
from tthc_desktop.models.table import Role, Table
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.plan import layout
from tthc_desktop.ui.plan.formats import PAGE_SIZE
from tthc_desktop.ui.plan.zooming import SCALES

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the display that shows nothing


def turn_wheel(pane: QAbstractScrollArea, up: int) -> None:
    """Turn the wheel by a notch with Ctrl held."""
    at = QPointF(20, 20)
    event = QWheelEvent(
        *(at, at, QPoint(), QPoint(0, 120 * up), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QGuiApplication.sendEvent(pane.viewport(), event)


def test_keys_act_on_the_pane_that_has_the_keyboard(window: MainWindow, hands: Hands) -> None:
    page = hands.add(little_plan())
    page.surface.setFocus()
    page.preview.pages.zoom(1)
    print_before = page.preview.pages.percent
    hands.do("zoom_in")
    assert page.zooming.percent == 110
    assert page.preview.pages.percent == print_before
    assert page.surface.document().defaultFont().pointSizeF() == pytest.approx(PAGE_SIZE * 1.1)
    hands.bot.waitUntil(lambda: window.status.scale.text().startswith("Chữ 110 %, bản in "))
    page.preview.pages.setFocus()
    hands.do("zoom_in")
    assert page.zooming.percent == 110
    assert page.preview.pages.percent != print_before
    page.surface.setFocus()
    QTest.keyClick(page.surface, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.zooming.percent == 100


def test_the_wheel_zooms_text_and_grid_between_80_and_200(hands: Hands) -> None:
    page = hands.add(little_plan())
    for _ in range(12):
        turn_wheel(page.surface, 1)
    assert page.zooming.percent == 200
    grid = hands.open_table("Phụ lục")
    for _ in range(12):
        turn_wheel(grid, -1)
    assert page.zooming.percent == 80


def test_numbers_margins_and_rows_grow_along(hands: Hands) -> None:
    page = hands.add(little_plan())
    grid = hands.open_table("Phụ lục")
    hands.bot.wait(20)
    page.tabs.setCurrentIndex(0)
    numbers = page.surface.sheet.numbers
    item = next(place for place in numbers if place.owner == "i1")
    block = page.surface.sheet.block(numbers[item])
    margin, height = block.blockFormat().leftMargin(), layout.rect_of(block).height()
    row, group = grid.rowHeight(1), grid.delegate.height(grid.cells.index(0, 1), 200)
    for _ in range(len(SCALES)):
        page.zooming.zoom(1)
    block = page.surface.sheet.block(numbers[item])
    assert block.blockFormat().leftMargin() == pytest.approx(2 * margin)
    assert layout.rect_of(block).height() > 1.8 * height
    page.tabs.setCurrentWidget(grid)
    hands.bot.waitUntil(lambda: grid.rowHeight(1) > 1.5 * row)
    assert grid.delegate.height(grid.cells.index(0, 1), 200) > group


def test_a_table_with_widths_of_paper_grows_as_paper_does(hands: Hands) -> None:
    plan = little_plan()
    table = plan.appendices[0].nodes[0]
    assert isinstance(table, Table)
    columns = tuple(replace(column, width=20.0) for column in table.columns)
    appendix = replace(plan.appendices[0], nodes=(replace(table, columns=columns),))
    page = hands.add(replace(plan, appendices=(appendix,)))
    grid = hands.open_table("Phụ lục")
    before = grid.columnWidth(1)
    for _ in range(len(SCALES)):
        page.zooming.zoom(1)
    assert grid.columnWidth(1) == pytest.approx(2 * before, rel=0.1)
    page.zooming.zoom(0)
    assert grid.columnWidth(1) == before


def test_nothing_that_is_typed_is_lost(hands: Hands) -> None:
    page = hands.add(little_plan())
    page.go_to("i1")
    page.surface.setFocus()
    letters(page.surface, "Cần ")
    hands.do("zoom_in")
    letters(page.surface, "phải ")
    page.commit()
    assert str(page.plan.body[0].children[0].text).startswith("Cần phải Giảm")  # type: ignore[union-attr]
    for paragraph in page.surface.paragraphs:
        block = page.surface.sheet.block(page.surface.sheet.numbers[paragraph.place])
        assert layout.text_of(block) == paragraph.words
    hands.open_table("Phụ lục")
    hands.type_into_cell(1, Role.LEAD, "Thanh tra")
    assert str(page.plan.tasks["t1"].lead) == "Thanh tra"


def test_the_scale_is_kept_for_the_next_time(window: MainWindow, hands: Hands) -> None:
    page = hands.add(little_plan())
    page.zooming.zoom(1)
    window.close_page(page)
    again = hands.open("p1")
    assert again.zooming.percent == 110
    assert again.surface.document().defaultFont().pointSizeF() == pytest.approx(PAGE_SIZE * 1.1)
    assert hands.open_table("Phụ lục").font().pointSizeF() == pytest.approx(again.font().pointSizeF() * 1.1)
