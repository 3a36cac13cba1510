"""A person at the window, in the user's words."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.streams import letters
from tthc_desktop.models.changes import Change
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Role
from tthc_desktop.ui.importing.reading import read_paper
from tthc_desktop.ui.importing.review import ReviewPage
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.plan.grid import Grid
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.plan.page_pictures import opened
from tthc_desktop.ui.plan.paragraph import Place
from tthc_desktop.ui.plan.surface import Surface
from tthc_desktop.ui.printing.saving_pdf import write_pdf

WAIT = 20_000


def put(surface: Surface, place: Place, *, end: bool = True) -> None:
    """Put the cursor into a paragraph."""
    number = next(n for n, p in enumerate(surface.paragraphs) if p.place == place)
    cursor = QTextCursor(surface.document().findBlockByNumber(number))
    if end:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    surface.setTextCursor(cursor)


def shown(surface: Surface, place: Place) -> str:
    """Return the words that stand in a paragraph now."""
    number = next(n for n, p in enumerate(surface.paragraphs) if p.place == place)
    return surface.document().findBlockByNumber(number).text()


class Hands:
    """What a clerk does, step by step; every step waits for what it leads to."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.bot = qtbot

    def add(self, plan: Plan) -> PlanPage:
        """Add a finished plan to the office and open it."""
        self.window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))
        return self.open(plan.id)

    def open(self, plan_id: str) -> PlanPage:
        """Open a plan and wait for its preview."""
        self.window.desk.open_plan(plan_id)
        self.see_preview()
        return self.page

    @property
    def page(self) -> PlanPage:
        """The plan in front."""
        page = self.window.page()
        assert isinstance(page, PlanPage)
        return page

    @property
    def review(self) -> ReviewPage:
        """The review in front."""
        page = self.window.page()
        assert isinstance(page, ReviewPage)
        return page

    @property
    def grid(self) -> Grid:
        """The table in front."""
        grid = self.page.grid()
        assert grid is not None
        return grid

    def see_preview(self) -> None:
        """Wait until the preview shows the plan as it is."""
        page = self.page
        self.bot.waitUntil(lambda: page.preview.shown is page.plan, timeout=WAIT)

    def read_preview(self) -> str:
        """Return the words of the preview once it shows the plan as it is."""
        self.see_preview()
        paper = opened(self.page.preview.data)
        texts = (paper.getAllText(number).text() for number in range(paper.pageCount()))
        return " ".join(" ".join(text.split()) for text in texts)

    def import_paper(self, path: Path) -> ReviewPage:
        """Choose a paper and wait for its review."""
        read_paper(self.window, path)
        bars = self.window.messages.bars
        self.bot.waitUntil(
            lambda: isinstance(self.window.page(), ReviewPage) or any(bar.kind is Kind.ERROR for bar in bars()),
            timeout=WAIT,
        )
        return self.review

    def accept(self) -> PlanPage:
        """Take the plan under review."""
        QTest.mouseClick(self.review.take, Qt.MouseButton.LeftButton)
        self.see_preview()
        return self.page

    def open_table(self, name: str) -> Grid:
        """Go to the tab of a table."""
        tabs = self.page.tabs
        place = next(place for place in range(tabs.count()) if tabs.tabText(place) == name)
        tabs.setCurrentIndex(place)
        return self.grid

    def cell(self, row: int, role: Role) -> QModelIndex:
        """Return a cell of the table in front."""
        cells = self.grid.cells
        column = next(n for n, column in enumerate(cells.table.columns) if column.role is role)
        return cells.index(row, column)

    def type_into_cell(self, row: int, role: Role, words: str) -> None:
        """Choose a cell, type over it and press Enter."""
        self.grid.setCurrentIndex(self.cell(row, role))
        self.grid.setFocus()
        letters(self.grid, words[0])
        letters(self.editor, words[1:])
        QTest.keyClick(self.editor, Qt.Key.Key_Return)

    @property
    def editor(self) -> QWidget:
        """The editor open over a cell."""
        editor = self.grid.delegate.open_editor
        assert editor is not None
        return editor

    def do(self, command: str) -> None:
        """Choose a command of the menus."""
        action = self.window.commands[command]
        QCoreApplication.processEvents()  # the frame learns of a turned page a moment later
        assert action.isEnabled(), command
        action.trigger()

    def said(self) -> list[str]:
        """Return the messages in sight."""
        return [bar.what for bar in self.window.messages.bars()]

    def save_pdf(self, path: Path) -> bytes:
        """Write the plan in front as a PDF."""
        write_pdf(self.window, self.page.plan, path)
        self.bot.waitUntil(path.exists, timeout=WAIT)
        self.bot.waitUntil(lambda: any("Đã lưu" in said for said in self.said()), timeout=WAIT)
        return path.read_bytes()
