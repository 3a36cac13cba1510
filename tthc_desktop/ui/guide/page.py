"""The page Hướng dẫn: chapters at the left with a search, the chapter that is read at the right."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QSplitter, QStyledItemDelegate, QWidget

from tthc_desktop.models.guide.searching import search
from tthc_desktop.models.guide.values import Chapter, Guide, beside
from tthc_desktop.ui import look
from tthc_desktop.ui.choosing import choose
from tthc_desktop.ui.controls import button, column, label, row, tool
from tthc_desktop.ui.guide.lines import LinesModel, contents, results
from tthc_desktop.ui.guide.reader import Reader
from tthc_desktop.ui.hearing_keys import hear_keys
from tthc_desktop.ui.life.two_lines import TwoLines
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.searching.field import SearchField

_LEFT = 320


class GuidePage(Page):
    """Reads the guide; it changes nothing in the office."""

    drawing = "guide"
    print_wanted = Signal()

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self.guide = guide
        self.words = SearchField("Tìm trong hướng dẫn", "Tìm trong hướng dẫn, không cần gõ dấu")
        self.lines = LinesModel(self)
        self.list = QListView()
        self.reader = Reader()
        self.count = label(quiet=True)
        self.back = tool("Chỗ vừa đọc (Alt+Left)", self.go_back, "previous")
        self.print = button("In hướng dẫn…", self.print_wanted.emit, drawing="print")
        self._been: list[str] = []
        self._goal = ""
        self._build()
        self.words.paused.connect(self.look)
        self.words.textChanged.connect(lambda typed: None if typed else self.look())
        self.words.entered.connect(lambda _: self._enter())
        self.words.left.connect(self._clear)
        self.words.stepped.connect(self._step)
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self.reader.asked.connect(self.go)
        larger, smaller = lambda: self.zoom(1), lambda: self.zoom(-1)
        zooming = {"Ctrl++": larger, "Ctrl+=": larger, "Ctrl+-": smaller, "Ctrl+0": lambda: self.zoom(0)}
        hear_keys(self, {"Alt+Left": self.go_back, "Ctrl+P": self.print_wanted.emit, **zooming})
        self.look()

    def _build(self) -> None:
        self.list.setModel(self.lines)
        self.list.setAccessibleName("Các chương")
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setObjectName("chapters")
        self._plain, self._found = QStyledItemDelegate(self.list), TwoLines(self.list, "guide")
        left = QWidget()
        left.setObjectName("strip")
        field = column(self.words, self.count)
        field.setContentsMargins(look.ROOM, look.ROOM, look.ROOM, look.SPACE)
        lines = column(gap=0)
        lines.addLayout(field)
        lines.addWidget(self.list, 1)
        left.setLayout(lines)
        strip = QWidget()
        strip.setObjectName("strip")
        head = row(self.back, None, self.print)
        head.setContentsMargins(look.SPACE, look.GAP, look.ROOM, look.GAP)
        strip.setLayout(head)
        right = QWidget()
        right.setLayout(column(strip, self.reader, gap=0))
        panes = QSplitter()
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        panes.addWidget(left)
        panes.addWidget(right)
        panes.setStretchFactor(1, 1)
        panes.setSizes([_LEFT, 3 * _LEFT])
        self.setLayout(column(panes, gap=0))

    # Reading

    def go(self, goal: str) -> None:
        """Show a chapter, or a heading of one; what is nowhere shows the first chapter."""
        if self._goal and goal != self._goal:
            self._been.append(self._goal)
        self._show(goal)

    def go_back(self) -> None:
        """Show again what was read before."""
        if self._been:
            self._show(self._been.pop())

    def _show(self, goal: str) -> None:
        name, _, heading = goal.partition("#")
        chapter = self.guide.chapter(name) or self.guide.chapters[0]
        self._goal = goal if self.guide.leads_to(goal) else chapter.name
        sought = "" if self.words.text().strip() == "" else " ".join(self.words.text().split())
        self.reader.show_chapter(chapter, heading, sought, beside(self.guide, chapter))
        self.back.setEnabled(bool(self._been))
        if not sought:
            self._list(chapter)
        self._mark_line()
        self.told.emit()

    def _list(self, read: Chapter | None) -> None:
        self.list.setItemDelegate(self._plain)
        self.lines.show_lines(contents(self.guide, read))
        self.count.hide()

    def _mark_line(self) -> None:
        at = self.lines.row_of(self._goal)
        if at >= 0:
            choose(self.list, self.lines.index(at, 0))
            self.list.scrollTo(self.lines.index(at, 0))

    # Searching

    def look(self) -> None:
        """Look for what is typed, or list the chapters where nothing is."""
        typed = self.words.text()
        if not typed.strip():
            self._list(self.reader.chapter)
            self._mark_line()
            return
        found = search(self.guide, typed)
        self.list.setItemDelegate(self._found)
        self.lines.show_lines(results(found))
        self.count.setText(f"{len(found)} chỗ" if found else "Không có chỗ nào như vậy; hãy thử ít chữ hơn.")
        self.count.show()

    def _enter(self) -> None:
        self.words.hurry()
        self.look()
        if self.words.text().strip() and self.lines.lines:
            self._open(self.lines.index(max(self.list.currentIndex().row(), 0), 0))

    def _step(self, by: int) -> None:
        rows = self.lines.rowCount()
        if rows:
            at = min(max(self.list.currentIndex().row() + by, 0), rows - 1)
            choose(self.list, self.lines.index(at, 0))

    def _clear(self) -> None:
        self.words.clear()
        self.reader.setFocus()

    def _open(self, index: QModelIndex) -> None:
        self.go(self.lines.lines[index.row()].goal)

    # The frame

    def title(self) -> str:
        return "Hướng dẫn"

    def chapter(self) -> str:
        return self._goal

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"find": self.words.setFocus}

    def panes_in_order(self) -> list[QWidget]:
        return [self.words, self.list, self.reader]

    def selected(self) -> str:
        return self.reader.textCursor().selectedText()

    def zoom(self, steps: int) -> None:
        self.reader.zoom(steps)
        self.told.emit()

    def place(self) -> tuple[int | None, str, str]:
        return None, "", f"{self.reader.percent} %"
