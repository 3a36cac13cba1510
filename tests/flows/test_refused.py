"""The file cannot be written: a sentence says so, and what was typed stays where it stands until it can be."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tests.ui.streams import letters
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.text import remove_nodes
from tthc_desktop.models.outline import items
from tthc_desktop.models.table import Role
from tthc_desktop.storage import trouble
from tthc_desktop.storage.library import Library, Outcome
from tthc_desktop.ui.composing import PAUSE
from tthc_desktop.ui.plan.paragraph import Place

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")


class Disk:
    """Refuses to be written while it is full."""

    def __init__(self) -> None:
        self.full = False


@pytest.fixture
def disk(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """Open a plan whose office lies on a disk that is full."""
    hands.add(little_plan())
    made, write = Disk(), Library.write

    def refuse(library: Library, change: Change) -> Outcome:
        if made.full:
            raise trouble.damaged(Path("van-phong.tthc"))
        return write(library, change)

    monkeypatch.setattr(Library, "write", refuse)
    made.full = True
    yield made
    made.full = False


def type_at(hands: Hands, place: Place, words: str) -> None:
    surface = hands.page.surface
    surface.setFocus()
    surface.put_cursor(place, -1)
    letters(surface, words)


def shown(hands: Hands, place: Place) -> str:
    sheet = hands.page.surface.sheet
    return str(sheet.words(sheet.numbers[place]))


def purpose(hands: Hands) -> str:
    return next(str(item.text) for item, _ in items(hands.page.plan.body) if item.id == "i1")


def test_words_stay_on_the_page_and_are_written_when_it_is_possible(hands: Hands, disk: Disk) -> None:
    type_at(hands, Place("i1"), " Xong")
    hands.page.commit()
    assert hands.said() == ["Ổ đĩa báo lỗi khi đọc hoặc ghi “van-phong.tthc”."]
    QTest.keyClick(hands.page.surface, Qt.Key.Key_Return)
    hands.do("zoom_in")
    hands.do("look_dark")
    hands.do("look_light")
    assert shown(hands, Place("i1")) == "Giảm phiền hà cho người dân. Xong"
    disk.full = False
    type_at(hands, Place("s1"), "!")
    hands.page.commit()
    assert purpose(hands) == "Giảm phiền hà cho người dân. Xong"


def test_words_follow_their_paragraph_when_another_place_changes(hands: Hands, disk: Disk) -> None:
    type_at(hands, Place("i1"), " Xong")
    hands.page.commit()
    disk.full = False
    plan = hands.page.plan
    hands.window.desk.apply(Change("Xóa", ((plan, remove_nodes(plan, ("s2",))),)))
    assert shown(hands, Place("i1")) == "Giảm phiền hà cho người dân. Xong"
    hands.page.commit()
    assert [item.id for item, _ in items(hands.page.plan.body)] == ["s1", "i1"]
    assert purpose(hands) == "Giảm phiền hà cho người dân. Xong"


@pytest.mark.usefixtures("disk")
@pytest.mark.parametrize("closing", ["close_page", "quit"])
def test_nothing_closes_over_words_that_could_not_be_written(closing: str, hands: Hands) -> None:
    page = hands.page
    type_at(hands, Place("i1"), " Xong")
    hands.do(closing)
    assert hands.window.page() is page
    assert hands.window.isVisible()
    assert hands.said()[-1] == "Chữ vừa gõ chưa ghi được nên chưa đóng."
    give_up = next(b for b in hands.window.messages.findChildren(QPushButton) if "bỏ chữ đó" in b.text())
    give_up.click()
    assert hands.window.page() is not page or not hands.window.isVisible()


def test_a_cell_stays_open_until_its_words_are_written(hands: Hands, disk: Disk) -> None:
    grid = hands.open_table("Phụ lục")
    hands.type_into_cell(1, Role.LEAD, "Ban Mới")
    assert hands.said() == ["Ổ đĩa báo lỗi khi đọc hoặc ghi “van-phong.tthc”."]
    assert grid.delegate.open_editor is not None
    hands.page.surface.setFocus()
    hands.do("close_page")
    assert hands.grid is grid
    disk.full = False
    hands.page.commit()
    assert not hands.page.is_unwritten()
    assert hands.cell(1, Role.LEAD).data() == "Ban Mới"


@pytest.mark.usefixtures("disk")
def test_escape_gives_the_words_of_a_cell_up(hands: Hands) -> None:
    grid = hands.open_table("Phụ lục")
    hands.type_into_cell(1, Role.LEAD, "Ban Mới")
    QTest.keyClick(hands.editor, Qt.Key.Key_Escape)
    assert grid.delegate.open_editor is None
    assert not hands.page.is_unwritten()


def test_a_date_may_be_unfinished_while_one_thinks(hands: Hands) -> None:
    hands.add(little_plan())
    place = Place("", "date")
    type_at(hands, place, "x")
    hands.bot.wait(PAUSE + 200)
    assert shown(hands, place) == "ngày 05 tháng 01 năm 2030x"
    assert not hands.said()
    QTest.keyClick(hands.page.surface, Qt.Key.Key_Backspace)
    QTest.keyClick(hands.page.surface, Qt.Key.Key_Backspace)
    letters(hands.page.surface, "1")
    hands.page.commit()
    assert hands.page.plan.header.year == 2031
    type_at(hands, place, "x")
    hands.page.surface.put_cursor(Place("i1"))
    assert hands.said() == ["Ngày ban hành “ngày 05 tháng 01 năm 2031x” chưa đúng."]
    assert shown(hands, place) == "ngày 05 tháng 01 năm 2031"
