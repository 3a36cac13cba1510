"""Hands that open, click, type into, undo under and close the pages of following work, in any order."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from PySide6.QtCore import QAbstractItemModel, QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QDialog,
    QLineEdit,
    QTableView,
    QTreeView,
    QWidget,
)

from tests.models.agenda.offices import plan
from tests.models.units.registers import INSPECTORS, OFFICE, REGISTER
from tests.ui.hands import Hands
from tests.ui.streams import letters
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.editing.life import deletion
from tthc_desktop.models.editing.unit_history import merging_into
from tthc_desktop.models.plan import is_plan
from tthc_desktop.office import Office

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")
SEEDS = range(*map(int, os.environ.get("TTHC_MONKEYS", "1:3").split(":")))
STEPS = int(os.environ.get("TTHC_MONKEY_STEPS", "120"))
OPENING = (
    *("progress", "targets", "overview", "units", "days", "reports", "remind", "assign", "follow_up", "send"),
    "backups",
)
PRESSED = ("refresh_report", "undo", "undo", "redo", "close_page", "home", "find", "next_pane", "quick", "versions")
WORDS = ("xong", "60%", "31/02/2025", "1e30", "x" * 400, "30/6/2025", "", "-5", "b/a", "Quý V", "hoàn thành", "12/QĐ")
KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_F2)
DAYS = (QDate(2025, 6, 30), QDate(2024, 2, 29), QDate(9999, 12, 31), QDate(1900, 1, 1))


class PagesMonkey:
    """One run: what it does comes from the seed alone."""

    def __init__(self, seed: int, hands: Hands) -> None:
        self.random, self.hands, self.done = Random(seed), hands, list[str]()
        acts = (self.delete_plan, self.add_plan, self.rename_task, self.merge_units, self.turn_page, self.choose_day)
        self._acts: tuple[Callable[[], object], ...] = (
            *(self.open_page, self.press, self.choose, self.click_cell, self.type_words, self.key) * 3,
            *acts,
        )

    @property
    def office(self) -> Office:
        office = self.hands.window.desk.office
        assert office is not None
        return office

    def step(self) -> None:
        act = self.random.choice(self._acts)
        self.done.append(act.__name__)
        self.done[-1] += f": {act()}"
        for _ in range(self.random.choice((0, 1, 5))):
            QTest.qWait(5)
        while isinstance(popup := QApplication.activePopupWidget(), QWidget):
            popup.close()
            QApplication.processEvents()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.reject()
        assert not [said for said in self.hands.said() if "lỗi của chương trình" in said]

    def _any(self, kind: type[QWidget]) -> QWidget | None:
        page = self.hands.window.page()
        seen = [one for one in page.findChildren(kind) if one.isVisible()]
        return self.random.choice(seen) if seen else None

    def open_page(self) -> str:
        name = self.random.choice(OPENING)
        if self.hands.window.commands[name].isEnabled():
            self.hands.window.commands[name].trigger()
        return name

    def press(self) -> str:
        name = self.random.choice(PRESSED)
        if self.hands.window.commands[name].isEnabled():
            self.hands.window.commands[name].trigger()
        buttons = [one for one in self.hands.window.page().findChildren(QWidget) if one.inherits("QAbstractButton")]
        if buttons and self.random.random() < 0.4:
            button = self.random.choice(buttons)
            words = str(button.property("text")).casefold()
            if button.isVisible() and "tệp" not in words and "thư mục" not in words:
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return f"{name}, {button.property('text')}"
        return name

    def choose(self) -> str:
        box = self._any(QComboBox)
        if isinstance(box, QComboBox) and box.count() and box.isEnabled():
            box.setCurrentIndex(self.random.randrange(box.count()))
            box.activated.emit(box.currentIndex())
            return box.currentText()
        return ""

    def choose_day(self) -> str:
        day = self._any(QDateEdit)
        if isinstance(day, QDateEdit) and day.isEnabled():
            day.setDate(self.random.choice(DAYS))
            return day.text()
        return ""

    def click_cell(self) -> str:
        view = self._any(self.random.choice((QTableView, QTreeView)))
        if not isinstance(view, QTableView | QTreeView) or not isinstance(cells := view.model(), QAbstractItemModel):
            return ""
        if not cells.rowCount() or not cells.columnCount():
            return "empty"
        index = cells.index(self.random.randrange(cells.rowCount()), self.random.randrange(cells.columnCount()))
        view.setFocus()
        view.setCurrentIndex(index)
        return f"{type(view).__name__} {index.row()} {index.column()}"

    def type_words(self) -> str:
        target = QApplication.focusWidget() or self._any(QLineEdit)
        words = self.random.choice(WORDS)
        if isinstance(target, QWidget):
            letters(target, words[:20])
            if self.random.random() < 0.6:
                QTest.keyClick(QApplication.focusWidget() or target, Qt.Key.Key_Return)
        return f"{words[:20]!r} {type(target).__name__}"

    def key(self) -> str:
        key, target = self.random.choice(KEYS), QApplication.focusWidget()
        if target is not None:
            QTest.keyClick(target, key)
        return f"{key.name} {type(target).__name__}"

    def turn_page(self) -> str:
        pages = self.hands.window.pages
        pages.setCurrentIndex(self.random.randrange(pages.count()))
        return str(pages.currentIndex())

    def delete_plan(self) -> str:
        if (plans := list(self.office.plans)) and self.random.random() < 0.4:
            gone = self.random.choice(plans)
            self.hands.window.desk.apply(Change("Xóa", deletion(self.office.holdings, gone)))
            return gone
        return ""

    def add_plan(self) -> str:
        if plans := [one for one in self.office.plans.values() if is_plan(one)]:
            self.hands.window.desk.apply(Change("Thêm", ((None, copy_plan(self.random.choice(plans))),)))
        return str(len(plans))

    def rename_task(self) -> str:
        """Take a task's words away while any page may show it."""
        plans = [one for one in self.office.plans.values() if is_plan(one) and one.tasks]
        if plans:
            one = self.random.choice(plans)
            task = self.random.choice(list(one.tasks.values()))
            changed = replace(one, tasks={**one.tasks, task.id: replace(task, deadline=task.content)})
            self.hands.window.desk.apply(Change("Sửa", ((one, changed),)))
        return ""

    def merge_units(self) -> str:
        units = self.office.units
        chosen = self.random.sample(list(units), min(2, len(units)))
        try:
            pairs = merging_into(units, chosen, units[chosen[0]].name, date(self.random.randint(2020, 2026), 7, 1))
        except (UserError, IndexError) as error:
            return str(error)[:40]
        self.hands.window.desk.apply(Change("Sáp nhập", pairs))
        return str(chosen)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_that_is_done_to_the_pages_of_following_work_breaks_them(seed: int, hands: Hands) -> None:
    made = plan(
        (f"{OFFICE.name}; {INSPECTORS.name}", "", "30/6/2025"),
        (INSPECTORS.name, OFFICE.name, "Hằng quý"),
        (OFFICE.name, "", "Trong 05 ngày làm việc kể từ ngày có quyết định"),
    )
    hands.window.desk.apply(Change("Thêm", ((None, made), *((None, unit) for unit in REGISTER))))
    monkey, caught = PagesMonkey(seed, hands), []
    try:
        for _ in range(STEPS):
            with hands.bot.captureExceptions() as caught:
                monkey.step()
            assert not caught, caught[0][1]
    except BaseException:
        sys.stderr.write("\n".join(monkey.done[-30:]))
        if caught:
            raise caught[0][1] from None
        raise
    for page in hands.window.all_pages()[1:]:  # words that cannot be written would hold the window open
        hands.window.drop_page(page)
    while monkey.office.undo_label:
        monkey.office.undo()
    assert not monkey.office.plans
