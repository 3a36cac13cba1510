"""Hands that change, leave out, put in, join and take back parts of a paper under review, in any order."""

import os
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from tests.paged_drafts import on_pages
from tests.shots.importing import strayed
from tests.ui.hands import WAIT, Hands
from tthc_desktop.ui.importing.reading import review
from tthc_desktop.ui.importing.review import ReviewPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the display that shows nothing
SEEDS = range(*map(int, os.environ.get("TTHC_MONKEYS", "1:3").split(":")))
STEPS = int(os.environ.get("TTHC_MONKEY_STEPS", "80"))
_CTRL, _SHIFT, _NONE = (Qt.KeyboardModifier[name] for name in ("ControlModifier", "ShiftModifier", "NoModifier"))
KEYS = (
    *((key, _NONE) for key in (Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace)),
    *((key, _NONE) for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_F8, Qt.Key.Key_Insert)),
    *((Qt.Key.Key_Z, _CTRL), (Qt.Key.Key_Y, _CTRL), (Qt.Key.Key_F8, _SHIFT), (Qt.Key.Key_Down, _SHIFT)),
)


class ReviewMonkey:
    """One run: what it does comes from the seed alone."""

    def __init__(self, seed: int, page: ReviewPage) -> None:
        self.random, self.page = Random(seed), page
        self.lines = page.lines.rowCount()
        self._acts: tuple[Callable[[], object], ...] = (self.key, self.key, self.go, self.make, self.point, self.turn)

    def step(self) -> None:
        """Do anything, and hold that each line is placed or not."""
        self.random.choice(self._acts)()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
            QApplication.processEvents()
        draft = self.page.draft
        assert len(draft.placed) + len(draft.unplaced) == self.lines
        assert draft.plan.unplaced == draft.unplaced
        assert self.page.doubts.count == len(draft.problems) + len(draft.unplaced)

    def _list(self) -> QListView:
        lists: tuple[QListView, ...] = (self.page.parts, self.page.original.lines, self.page.doubts)
        return self.random.choice(lists)

    def key(self) -> None:
        key, modifiers = self.random.choice(KEYS)
        QTest.keyClick(self._list(), key, modifiers)

    def go(self) -> None:
        view = self._list()
        model: QAbstractItemModel = view.model()
        if model.rowCount():
            view.setCurrentIndex(model.index(self.random.randrange(model.rowCount()), 0))

    def make(self) -> None:
        menu = self.page.parts.offer_kinds()
        if menu is not None:
            self.random.choice(menu.actions()).trigger()
            menu.close()

    def point(self) -> None:
        view = self.page.original.pages.viewport()
        at = QPoint(self.random.randrange(max(view.width(), 1)), self.random.randrange(max(view.height(), 1)))
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)

    def turn(self) -> None:
        self.page.proposed.setCurrentIndex(self.random.randrange(3))
        self.page.original.show_pages(on=self.random.random() < 0.5)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_lost_whatever_is_chosen(hands: Hands, seed: int) -> None:
    first, pages = on_pages(strayed())
    page = review(hands.window, first, pages)
    monkey = ReviewMonkey(seed, page)
    for _ in range(STEPS):
        monkey.step()
    assert not [said for said in hands.said() if "lỗi của chương trình" in said]
    before = page.draft
    hands.bot.waitUntil(lambda: page.preview.shown is before.plan, timeout=WAIT)
    while page.reviewing.can_undo():
        page.reviewing.undo()
    assert page.draft.placed == first.placed
    assert page.draft.plan == replace(first.plan, unplaced=first.unplaced)
    while page.reviewing.can_redo():
        page.reviewing.redo()
    assert page.draft == before
    hands.accept()
