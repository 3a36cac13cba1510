"""How many words a plan has: quietly in the status bar, and section by section in a sheet."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QScrollArea, QWidget

from tthc_desktop.models import word_count
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.word_count import WordCount, of_plan, of_sections, total
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.controls import column, fit, label
from tthc_desktop.ui.plan.names import number
from tthc_desktop.ui.plan.outline_entries import entries
from tthc_desktop.ui.plan.paragraph import BASES, HEADER, SIGNATURE

if TYPE_CHECKING:
    from tthc_desktop.ui.plan.page import PlanPage

LATER = 600
"""Milliseconds after the last change until words are counted again."""
HEADS = ("Chữ", "Ký tự, không kể dấu cách", "Ký tự", "Đoạn", "Từ trang")


class WordCounter(QObject):
    """Counts the words of a page's plan in the background whenever it has changed."""

    def __init__(self, page: "PlanPage", background: Background) -> None:
        super().__init__(page)
        self._page = page
        self._plan: Plan | None = None
        self.count: WordCount | None = None
        self._counts: Latest[WordCount] = Latest(self, background, self._show, page.troubled.emit)
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self._ask)
        page.told.connect(self._told)

    def _told(self) -> None:
        if self._plan is not self._page.plan:
            self._plan = self._page.plan
            self._later.start()

    def _ask(self) -> None:
        plan = self._page.plan
        self._counts.ask(lambda _job: of_plan(plan))

    def _show(self, count: WordCount) -> None:
        self.count = count
        self._page.told.emit()

    def words(self) -> str:
        """Return `1.234 chữ`, empty until they are counted."""
        return f"{number(self.count.words)} chữ" if self.count else ""


def count_sheet(page: "PlanPage") -> QDialog:
    """Return the sheet: the whole plan, what is selected, and each section."""
    sheet = QDialog(page)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.setWindowTitle("Đếm chữ")
    pages = page.preview.pages.pages if page.preview.shown is page.plan else 0
    said = f"Bản in có {number(pages)} trang. " if pages else ""
    remark = label(f"{said}Số thứ tự do chương trình tính không được đếm.", quiet=True)
    remark.setWordWrap(True)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(_figures(page))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(sheet.reject)
    sheet.setLayout(column(area, remark, buttons, gap=look.ROOM, margin=look.WIDE))
    fit(sheet, QSize(720, 460))
    return sheet


def _figures(page: "PlanPage") -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setHorizontalSpacing(look.BROAD)
    grid.setVerticalSpacing(look.SPACE)
    grid.setColumnStretch(0, 1)
    for place, head in enumerate(HEADS, 1):
        grid.addWidget(_right(label(head, quiet=True)), 0, place)
    for line, (name, count, section) in enumerate(rows(page.plan, page.tabs.selection()), 1):
        bold = not section
        grid.addWidget(label(name, bold=bold), line, 0)
        figures = (count.words, count.letters, count.characters, count.paragraphs)
        for place, figure in enumerate(figures, 1):
            grid.addWidget(_right(label(number(figure), bold=bold)), line, place)
        begins = page.preview.page_of(section) if section else 0
        grid.addWidget(_right(label(number(begins) if begins else "", bold=bold)), line, len(HEADS))
    grid.setRowStretch(grid.rowCount(), 1)
    return made


def _right(made: QLabel) -> QLabel:
    made.setAlignment(Qt.AlignmentFlag.AlignRight)
    return made


def rows(plan: Plan, selected: list[str]) -> list[tuple[str, WordCount, str]]:
    """Return the lines of the sheet: a name, its count, and the part of the plan where a section begins."""
    found = [("Cả kế hoạch", of_plan(plan), "")]
    if any(selected):
        found.append(("Phần đang chọn", total(selected), ""))
    tree = entries(plan)
    known = {HEADER: word_count.HEAD, BASES: word_count.BASES, SIGNATURE: word_count.FOOT}
    names = {known.get(entry.owner, entry.owner): entry.text for entry in tree}
    counts = of_sections(plan, names)
    first = {
        word_count.BASES: plan.bases[0].id if plan.bases else "",
        word_count.FOOT: plan.recipients[0].id if plan.recipients else "",
    }
    return found + [(name, counts.get(part, WordCount()), first.get(part, part)) for part, name in names.items()]
