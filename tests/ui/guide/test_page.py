"""The guide in the window: opened where help is needed, searched, followed from link to link, printed."""

import importlib
import inspect
import pkgutil

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton

from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop import ui
from tthc_desktop.models.guide.values import Picture
from tthc_desktop.ui import look
from tthc_desktop.ui.guide.chapters import whole_guide
from tthc_desktop.ui.guide.html import PICTURE
from tthc_desktop.ui.guide.news import tell_news
from tthc_desktop.ui.guide.opening import open_guide
from tthc_desktop.ui.guide.page import GuidePage
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.printing.page import PrintPage


def guide_in_front(window: MainWindow) -> GuidePage:
    page = window.page()
    assert isinstance(page, GuidePage)
    return page


def read(page: GuidePage) -> str:
    """Return the chapter that is read."""
    assert page.reader.chapter is not None
    return page.reader.chapter.name


def current(page: GuidePage) -> str:
    """Return the line of the list that is marked."""
    return page.lines.lines[page.list.currentIndex().row()].goal


def every_page() -> list[type[Page]]:
    """Return every kind of page that the program has."""
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        importlib.import_module(module.name)
    return [kind for kind in Page.__subclasses__() if kind.__module__.startswith("tthc_desktop.")]


def test_each_page_knows_its_chapter() -> None:
    for kind in every_page():
        assert "chapter" in vars(kind), f"{kind.__name__} has no chapter of the guide for F1"
        source = inspect.getsource(kind.chapter)
        goals = [words for words in source.split('"')[1::2] if words]
        assert [goal for goal in goals if not whole_guide().leads_to(goal)] == [], kind.__name__


def test_f1_opens_the_chapter_of_what_is_in_front(window: MainWindow, hands: Hands) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert read(guide_in_front(window)) == "bat-dau"
    hands.add(little_plan())
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert read(guide_in_front(window)) == "viet-van-ban"
    hands.open("p1")
    hands.open_table("Phụ lục")
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert read(guide_in_front(window)) == "bang"
    assert sum(isinstance(page, GuidePage) for page in window.all_pages()) == 1


def test_a_part_of_a_chapter_is_brought_into_sight(window: MainWindow, hands: Hands) -> None:
    hands.do("new")
    QTest.keyClick(window, Qt.Key.Key_F1)
    page = guide_in_front(window)
    assert current(page) == "lap-ke-hoach#lap-theo-mau"
    open_guide(window, "xem-truoc-va-in#kiem-the-thuc")
    assert page.reader.verticalScrollBar().value() > 0
    open_guide(window, "không có")
    assert read(page) == "bat-dau"


def test_links_and_the_way_back(window: MainWindow) -> None:
    page = open_guide(window, "bat-dau")
    page.reader.anchorClicked.emit(QUrl("nhap-van-ban-cu#nhap-ca-thu-muc"))
    assert current(page) == "nhap-van-ban-cu#nhap-ca-thu-muc"
    QTest.keyClick(page.reader, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert read(page) == "bat-dau"
    assert not page.back.isEnabled()


def test_words_are_found_without_accents_and_marked(window: MainWindow) -> None:
    page = open_guide(window, "bat-dau")
    watch = QAbstractItemModelTester(page.lines, QAbstractItemModelTester.FailureReportingMode.Warning)
    QTest.keyClicks(page.words, "trang thuoc do")
    QTest.keyClick(page.words, Qt.Key.Key_Return)
    assert read(page) == "xem-truoc-va-in"
    marks = [one.cursor.selectedText() for one in page.reader.extraSelections()]
    assert marks[0].casefold() == "trang thước đo"
    page.words.setText("khôngcóchữnày")
    page.look()
    assert page.lines.rowCount() == 0
    assert "Không có chỗ nào" in page.count.text()
    QTest.keyClick(page.words, Qt.Key.Key_Escape)
    assert page.lines.rowCount() >= len(whole_guide().chapters)
    assert page.list.currentIndex().isValid()
    assert watch.model() is page.lines


def test_pictures_are_as_wide_as_there_is_room(window: MainWindow, hands: Hands) -> None:
    page = open_guide(window, "bat-dau")
    reader = page.reader
    assert reader.chapter is not None
    name = next(block.name for block in reader.chapter.blocks if isinstance(block, Picture))

    def wide() -> int:
        found = reader.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(f"{PICTURE}{name}"))
        assert isinstance(found, QImage)
        return found.width()

    before = wide()
    window.resize(900, 600)
    hands.bot.waitUntil(lambda: wide() < before)
    assert reader.horizontalScrollBar().maximum() == 0


def test_words_grow_and_shrink(window: MainWindow, hands: Hands) -> None:
    page = open_guide(window, "bat-dau")
    size = page.reader.document().defaultFont().pointSizeF()
    QTest.keyClick(page.reader, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert page.reader.document().defaultFont().pointSizeF() > size
    hands.bot.waitUntil(lambda: window.status.scale.text() == "110 %")
    QTest.keyClick(page.reader, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.reader.document().defaultFont().pointSizeF() == size


def test_it_is_read_in_dark_colours_too(window: MainWindow, hands: Hands) -> None:
    page = open_guide(window, "giu-an-toan")
    hands.do("look_dark")
    hands.bot.waitUntil(lambda: look.DARK.accent in page.reader.document().defaultStyleSheet())


def test_it_is_printed_by_the_program_itself(window: MainWindow, hands: Hands) -> None:
    open_guide(window, "bat-dau")
    QTest.keyClick(window.page(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    page = window.page()
    assert isinstance(page, PrintPage)
    hands.bot.waitUntil(lambda: bool(page.made))
    (made,) = page.made
    assert len(made.sizes) > 20
    some = page.sources[0].pages(page.form.choices().form, (2, 3))
    assert some.startswith(b"%PDF-")
    assert len(some) < len(made.data)


def test_nothing_is_english_and_every_control_has_a_name(window: MainWindow) -> None:
    page = open_guide(window, "bat-dau")
    assert leftovers(page) == set()
    assert [one for one in page.findChildren(type(page.back)) if is_control(one) and not name_aloud(one)] == []


@pytest.mark.parametrize("command", ["news", "guide"])
def test_the_menu_of_help_opens_it(window: MainWindow, hands: Hands, command: str) -> None:
    hands.do(command)
    assert read(guide_in_front(window)) == {"news": "CHANGELOG", "guide": "bat-dau"}[command]


def test_another_version_tells_its_news_once(window: MainWindow) -> None:
    tell_news(window, "1.0")
    assert window.messages.bars() == []
    tell_news(window, "1.1")
    (bar,) = window.messages.bars()
    assert "bản 1.1" in bar.what
    next(one for one in bar.findChildren(QAbstractButton) if one.text() == "Có gì mới").click()
    assert read(guide_in_front(window)) == "CHANGELOG"
    tell_news(window, "1.1")
    assert window.messages.bars() == []


def test_the_quick_search_leads_into_the_guide(window: MainWindow, hands: Hands) -> None:
    hands.do("quick")
    assert window.quick is not None
    offered = {one.words: one for one in window.quick.offers("may in co nho trang")}
    offered["Xem trước, in, kiểm thể thức: Máy in co nhỏ trang"].act()
    assert current(guide_in_front(window)) == "xem-truoc-va-in#may-in-co-nho-trang"
