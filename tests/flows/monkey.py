"""Hands that do anything, in any order, and look after each step whether the plan and the window are still right."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.flows.ibus import Ibus
from tests.flows.rightness import look_at_file, look_at_words
from tests.ui.hands import Hands
from tests.ui.streams import TELEX, unikey
from tthc_desktop.models.outline import items, nodes_of, tables
from tthc_desktop.office import Office
from tthc_desktop.ui.plan.page import PlanPage

Key, Mod = Qt.Key, Qt.KeyboardModifier
WORDS = ("rà", "soát", "thủ tục", "hồ sơ;", "5%", "“nhanh”", "a) ý", "Quý IV/2031", "x", "  ", "12/13/2031")
CLIPS = (
    ("", "1. Một việc\n2. Việc nữa\na) điểm\n- gạch\n"),
    ("", "một dòng"),
    ("", "a\tb\tc\nd\te\tf\n"),
    ("<table><tr><td>1<td>Việc<td>Phòng<tr><td>2<td rowspan=2>Việc khác<td>Ban</table>", ""),
    ("<ul><li>một<ul><li>hai<li>ba</ul></ul><p><b>đậm</b> nhạt", "một\nhai"),
    ("<div><table><tr><td>hở", "\x00\x01\x02"),
    ("", "10 ngày \u200b\u202e \ud800 e\u0301 \u0301"),
    ("", " \n "),
)
TEXT_COMMANDS = (
    *("insert_item", "insert_task", "insert_basis", "insert_recipient", "insert_task_table", "insert_target_table"),
    *("insert_table", "insert_appendix", "nbsp", "promote", "demote", "move_up", "move_down", "heading", "task"),
    *("delete_part", "bold", "italic", "cut", "copy", "paste", "paste_plain", "numbering"),
)
GRID_COMMANDS = (
    *("row_above", "row_below", "group_row", "duplicate_rows", "delete_rows", "fill_down", "fill_right", "today"),
    *("merge_cells", "unmerge_cells", "rename_column", "automatic_widths", "sort_up", "sort_down", "filter"),
    *("clear_filter", "promote", "demote", "move_up", "move_down", "cut", "copy", "paste", "insert_item"),
)
ANYWHERE = ("undo", "redo", "undo", "save", "find", "replace", "find_next", "zoom_in", "zoom_out", "next_pane")
KEYS = (
    *((Key.Key_Return, Mod.NoModifier),) * 3,
    *((key, Mod.NoModifier) for key in (Key.Key_Tab, Key.Key_Backspace, Key.Key_Delete, Key.Key_Escape, Key.Key_F2)),
    *((key, Mod.NoModifier) for key in (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Home)),
    *((key, Mod.ShiftModifier) for key in (Key.Key_Tab, Key.Key_Return, Key.Key_Down, Key.Key_Right, Key.Key_End)),
    *((key, Mod.ControlModifier) for key in (Key.Key_Backspace, Key.Key_Delete, Key.Key_Home, Key.Key_End)),
)


class Monkey:
    """One run: what it does comes from the seed alone."""

    def __init__(self, seed: int, hands: Hands, ibus: Ibus, path: Path, folder: Path) -> None:
        self.random = Random(seed)
        self.hands, self.ibus, self.path, self.folder = hands, ibus, path, folder
        self.done: list[str] = []
        self._acts: list[Callable[[], str]] = [
            *(self.type_words,) * 5,
            *(self.key,) * 5,
            *(self.go, self.choose, self.command, self.command, self.compose, self.turn_tab, self.typed_and_gone),
            *(self.clip, self.drag, self.search, self.reopen, self.whereabouts),
        ]

    @property
    def page(self) -> PlanPage:
        return self.hands.page

    def step(self) -> None:
        """Do something, and look at what came of it."""
        act = self.random.choice(self._acts)
        self.done.append(f"{len(self.done)} {act.__name__}")
        self.done[-1] += f": {act()}"
        _close_popups()
        QApplication.processEvents()
        self.look()

    # What it does

    def focus(self) -> QWidget:
        """Return what has the keyboard, or give it to the pane in front."""
        front: QWidget = self.page.grid() or self.page.surface
        if not self.page.pasting.pane.isHidden():
            front = self.page.pasting.pane
        if self.random.random() < 0.9 and not front.isAncestorOf(QApplication.focusWidget() or self.hands.window):
            front.setFocus()
        return QApplication.focusWidget() or front

    def type_words(self) -> str:
        self.ibus.commit()
        target, word = self.focus(), self.random.choice([*WORDS, *TELEX])
        surface = self.page.surface
        cursor = surface.textCursor()
        sure = target is surface and not cursor.hasSelection() and surface._writable()
        before, at = cursor.block().text(), cursor.positionInBlock()
        unikey(target, word)
        if sure:
            now = surface.textCursor().block().text()
            expected = before[:at] + word + before[at:]
            assert now in (expected, expected.rstrip(" ")), f"typed {word!r} into {before!r} at {at}: {now!r}"
        return f"{word!r} in {type(target).__name__}"

    def compose(self) -> str:
        self.focus()
        word = self.random.choice(list(TELEX))
        for end in range(1, len(word) + 1):
            self.ibus.compose(word[:end])
        if self.random.random() < 0.4:
            self.ibus.commit()
        return word

    def typed_and_gone(self) -> str:
        """Type and do at once what takes the text away from under the words."""
        self.random.choice((self.compose, self.type_words))()
        act = self.random.choice([self.turn_tab, self.whereabouts, self.reopen, self.command, self.drag])
        return f"{act.__name__} {act()}"

    def key(self) -> str:
        self.ibus.commit()
        key, modifiers = self.random.choice(KEYS)
        target = self.focus()
        QTest.keyClick(target, key, modifiers)
        return f"{key.name} {modifiers.name} in {type(target).__name__}"

    def go(self) -> str:
        """Put the cursor anywhere, at an edge often."""
        grid, surface = self.page.grid(), self.page.surface
        if grid is not None and grid.cells.rowCount():
            grid.setCurrentIndex(self._index(grid.cells.rowCount(), grid.cells.columnCount()))
            return "cell"
        place = self.random.choice(surface.paragraphs).place
        surface.put_cursor(place, self.random.choice([0, -1, 3]))
        return str(place)

    def _index(self, rows: int, columns: int) -> QModelIndex:
        grid = self.hands.grid
        return grid.cells.index(self.random.randrange(rows), self.random.randrange(columns))

    def choose(self) -> str:
        """Select over paragraphs or cells."""
        grid, surface = self.page.grid(), self.page.surface
        if grid is not None and grid.cells.rowCount():
            ends = [self._index(grid.cells.rowCount(), grid.cells.columnCount()) for _ in range(2)]
            top, bottom = sorted(index.row() for index in ends)
            left, right = sorted(index.column() for index in ends)
            grid.choose(top, bottom, left, right)
            return f"cells {top}-{bottom} {left}-{right}"
        cursor = surface.textCursor()
        last = surface.document().characterCount() - 1
        cursor.setPosition(self.random.randrange(last))
        far = last if self.random.random() < 0.2 else 60
        end = min(max(cursor.position() + self.random.randint(-far, far), 0), last)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        surface.setTextCursor(cursor)
        return f"{cursor.anchor()}-{cursor.position()}"

    def command(self) -> str:
        names = ANYWHERE if self.random.random() < 0.35 else GRID_COMMANDS if self.page.grid() else TEXT_COMMANDS
        name = self.random.choice(names)
        action = self.hands.window.commands[name]
        if self.random.random() < 0.7:
            self.focus()
        if action.isEnabled():
            action.trigger()
        if name == "numbering" and isinstance(menu := QApplication.activePopupWidget(), QWidget):
            chosen = self.random.choice(menu.findChildren(type(menu))[:3] or [menu])
            self.random.choice(chosen.actions()).trigger()
        return name

    def turn_tab(self) -> str:
        place = self.random.randrange(self.page.tabs.count())
        self.page.tabs.setCurrentIndex(place)
        return str(place)

    def clip(self) -> str:
        data, (html, plain) = QMimeData(), self.random.choice(CLIPS)
        if html:
            data.setHtml(html)
        if plain:
            data.setText(plain)
        if self.random.random() < 0.1:
            data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
        QGuiApplication.clipboard().setMimeData(data)
        self.focus()
        self.hands.window.commands["paste"].trigger()
        if (proposal := self.page.pasting.proposal) is not None:
            if self.random.random() < 0.7:
                proposal.accepted.emit()
            else:
                proposal.refused.emit()
        return f"{html[:20]} {plain[:20]!r}"

    def drag(self) -> str:
        owners = [item.id for nodes in nodes_of(self.page.plan) for item, _ in items(nodes)]
        owners += [table.id for table, _ in tables(self.page.plan)]
        if not owners:
            return ""
        node, target, where = self.random.choice(owners), self.random.choice(owners), self.random.choice((-1, 0, 1))
        self.page.outline.dragged.emit(node, target, where)
        return f"{node} {where} {target}"

    def search(self) -> str:
        finder = self.page.finder
        self.page.commands().get("replace", lambda: None)()
        finder.bar.words.setText(self.random.choice(("thủ tục", "a", "rà", "phòng")))
        finder.bar.other.setText(self.random.choice(("b", "", "Ban Á")))
        finder.bar.replacing.emit(self.random.random() < 0.5)
        return finder.bar.words.text()

    def reopen(self) -> str:
        plan_id = self.page.plan_id
        self.hands.window.commands["close_page"].trigger()
        self.hands.window.desk.open_plan(plan_id)
        return plan_id

    def whereabouts(self) -> str:
        """Go to a part as outline, preview and problems do; or to the first page and back."""
        if self.random.random() < 0.3:
            self.hands.do("home")
            self.hands.window.desk.open_plan(next(iter(self.office.plans)))
            return "home"
        owner = self.random.choice(self.page.surface.paragraphs).place.owner
        self.page.outline.chosen.emit(owner)
        return owner

    # What must be so

    @property
    def office(self) -> Office:
        office = self.hands.window.desk.office
        assert office is not None
        return office

    def look(self) -> None:
        """Look at the window as it is; now and then also at what was committed and at the file."""
        surface = self.page.surface
        assert surface.document().blockCount() == len(surface.paragraphs)
        assert self.page.plan is self.office.plans[self.page.plan_id]
        assert not [said for said in self.hands.said() if "lỗi của chương trình" in said]
        if self.random.random() < 0.3:
            self.page.commit()
            assert self.ibus.word == ""
            look_at_words(self.page)
        if len(self.done) % 40 == 0:
            look_at_file(self.office, self.path, self.folder / f"{len(self.done)}.tthc")


def _close_popups() -> None:
    while isinstance(popup := QApplication.activePopupWidget(), QWidget):
        popup.close()
        QApplication.processEvents()
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.reject()
