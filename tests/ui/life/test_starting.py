"""A new plan from a template, through the page that offers them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tests.ui.streams import TELEX, compose, unikey
from tthc_desktop.documents.templates import TEMPLATES
from tthc_desktop.ui.life.starting import NewPlanPage
from tthc_desktop.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the display that shows nothing


@pytest.fixture
def page(window: MainWindow, hands: Hands) -> NewPlanPage:
    hands.add(little_plan())
    hands.do("new")
    made = window.page()
    assert isinstance(made, NewPlanPage)
    return made


def outline(page: NewPlanPage) -> str:
    model = page.outline.model()
    return " | ".join(str(model.index(row, 0).data()) for row in range(model.rowCount()))


def test_the_form_is_filled_from_the_newest_plan(page: NewPlanPage) -> None:
    assert [field.text() for field in page.fields.values()] == [
        "UBND TỈNH SÔNG NGÂN",
        "SỞ NỘI VỤ",
        "Sở nội vụ",
        "KH-SNV",
        "Sông Ngân",
    ]


def test_each_template_shows_its_outline(page: NewPlanPage) -> None:
    shown = set()
    for row in range(len(TEMPLATES)):
        page.list.setCurrentIndex(page.list.model().index(row, 0))
        shown.add(outline(page))
        assert TEMPLATES[row].title in page.sentence.text()
    assert len(shown) == len(TEMPLATES)


def test_the_chosen_template_becomes_a_plan_in_one_change(page: NewPlanPage, hands: Hands) -> None:
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    page.year.setValue(2041)
    page.fields["named"].setText("  Sở Nội   vụ ")
    QTest.mouseClick(page.take, Qt.MouseButton.LeftButton)
    plan = hands.page.plan
    assert str(plan.title) == "Rà soát, đánh giá thủ tục hành chính năm 2041"
    assert plan.header.agency == "SỞ NỘI VỤ"
    assert str(plan.bases[-1].text).startswith("Sở Nội vụ ban hành Kế hoạch rà soát")
    assert page not in hands.window.all_pages()
    assert hands.window.commands["undo"].text() == "Hoàn tác: Lập từ mẫu “Kế hoạch rà soát, đánh giá TTHC”"
    assert "2041" in hands.read_preview()
    hands.do("undo")
    assert hands.window.desk.office is not None
    assert list(hands.window.desk.office.plans) == ["p1"]


def test_the_outline_follows_the_form_after_a_pause(page: NewPlanPage, hands: Hands) -> None:
    page.fields["named"].setText("Sở Lạ")
    hands.bot.waitUntil(lambda: "Sở Lạ" in _whole(page))


def _whole(page: NewPlanPage) -> str:
    entries = page.outline.entries
    found = []
    for row in range(entries.rowCount()):
        index = entries.index(row, 0)
        found += [str(entries.index(below, 0, index).data()) for below in range(entries.rowCount(index))]
    return " ".join(found)


@pytest.mark.parametrize("name", ["parent_agency", "agency", "named", "symbol", "place"])
def test_input_methods_lose_no_letter(page: NewPlanPage, name: str) -> None:
    field = page.fields[name]
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.clear()
    unikey(field, " ".join(TELEX))
    assert field.text() == " ".join(TELEX)
    field.clear()
    compose(field, "S", "Sơ", "Sở", commit="Sở")
    assert field.text() == "Sở"
