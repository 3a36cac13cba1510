"""A whole round with the units through the window: sent, filled in, received, reviewed by keys, followed, undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.returned.hands import Value, add_row, open_sheet
from tests.returned.office import plan, units
from tests.ui.hands import WAIT, Hands
from tests.ui.streams import letters, unikey
from tthc_desktop.models.changes import Change
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Field, Status
from tthc_desktop.ui.merging.comparison import Kind
from tthc_desktop.ui.merging.page import MergePage
from tthc_desktop.ui.merging.receiving import receive
from tthc_desktop.ui.progress.page import ProgressPage
from tthc_desktop.ui.progress.table import COLUMNS
from tthc_desktop.ui.sending.page import SendPage

DOING, DONE, LATE = Status.DOING.value, Status.DONE.value, Status.OVERDUE.value
FIRST, SECOND = "task0000", "task0001"
"""Led by the first and by the second unit; of the first one every unit has its part."""
Told = dict[tuple[str, str, Field], str]
PLACES = {column.field: place for place, column in enumerate(COLUMNS) if column.field}


class Round:
    """The clerk's side in the window and the units' side in their files."""

    def __init__(self, hands: Hands, plan_: Plan, folder: Path) -> None:
        self.hands, self.plan, self.folder = hands, plan_, folder

    def send(self, name: str) -> list[Path]:
        """Send every unit its sheet, and return the sheets in the order of the register."""
        self.hands.open(self.plan.id)
        self.hands.do("send")
        page = self.hands.window.page()
        assert isinstance(page, SendPage)
        self.hands.bot.waitUntil(page.foot.send.isEnabled, timeout=WAIT)
        page.foot.folder.setText(str(self.folder / name))
        QTest.mouseClick(page.foot.send, Qt.MouseButton.LeftButton)
        self.hands.bot.waitUntil(lambda: any("Đã ghi 3 bảng" in what for what in self.hands.said()), timeout=WAIT)
        assert self.hands.window.desk.office
        latest = {one.unit_id: one.file for one in self.hands.window.desk.office.sendings.values()}
        return [self.folder / name / latest[unit.id] for unit in units(3)]

    def receive(self, *paths: Path) -> MergePage:
        """Open the review of files, or of all in a folder."""
        receive(self.hands.window, paths)
        self.hands.bot.waitUntil(lambda: isinstance(self.hands.window.page(), MergePage), timeout=WAIT)
        page = self.hands.window.page()
        assert isinstance(page, MergePage)
        return page

    def progress(self) -> ProgressPage:
        """Go to the progress of the plan."""
        self.hands.open(self.plan.id)
        self.hands.do("progress")
        page = self.hands.window.page()
        assert isinstance(page, ProgressPage)
        self.hands.bot.waitUntil(lambda: page.view.isVisible() and bool(page.table.lines), timeout=WAIT)
        return page

    def told(self) -> Told:
        """Return what the page of progress shows."""
        table, found = self.progress().table, Told()
        for row, line in enumerate(table.lines):
            for field, column in PLACES.items():
                if words := str(table.index(row, column).data() or ""):
                    found[line.work_id, line.unit_id, field] = words
        return found

    def type_status(self, work: str, unit: str, words: str) -> None:
        """Type what a unit has said on the telephone, with UniKey."""
        page = self.progress()
        page.view.setCurrentIndex(page.table.index(page.table.row_of(work, unit), PLACES[Field.STATUS]))
        page.view.setFocus()
        QTest.keyClick(page.view, Qt.Key.Key_F2)
        editor = page.view.cells.editor
        assert editor
        editor.selectAll()
        unikey(editor, words)
        if page.view.cells.suggester and page.view.cells.suggester.list.isVisible():
            QTest.keyClick(editor, Qt.Key.Key_Escape)
        QTest.keyClick(editor, Qt.Key.Key_Return)


@pytest.fixture
def round_(hands: Hands, tmp_path: Path) -> Round:
    """Return an office of three units with a plan for them."""
    made = plan(6, 3)
    hands.window.desk.apply(Change("Thêm đơn vị", tuple((None, unit) for unit in units(3))))
    hands.add(made)
    return Round(hands, made, tmp_path)


def fill(path: Path, answers: dict[tuple[str, Field], str | float]) -> None:
    """Write answers into a unit's sheet as its people do."""
    sheet = open_sheet(path)
    for (work, field), shown in answers.items():
        sheet.fill(work, field, Value(shown))
    sheet.save(path)


def press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


def mend(round_: Round, page: MergePage, words: str) -> None:
    """Go to the one cell that could not be read and type its value."""
    page.sources.show_all(Kind.TROUBLE)
    page.middle.troubles.setFocus()
    press(page.middle.troubles, Qt.Key.Key_Return)
    press(page.middle.spots, Qt.Key.Key_F2)
    (editor,) = (one for one in page.middle.spots.findChildren(QLineEdit) if one.isVisible())
    letters(editor, words)
    press(editor, Qt.Key.Key_Return)
    round_.hands.bot.waitUntil(lambda: not page.middle.spots.findChildren(QLineEdit), timeout=WAIT)


def accept(page: MergePage) -> None:
    """Take what is chosen, by keys."""
    QTest.keyClick(page.middle.spots, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def answer_first_round(sheets: list[Path]) -> None:
    """Let two units answer, one of them with a mistake and a row of its own, the third with nothing."""
    fill(sheets[0], {(FIRST, Field.STATUS): DONE, (FIRST, Field.PERCENT): 100, (FIRST, Field.NUMBER): "12/BC-VP"})
    fill(sheets[1], {(FIRST, Field.STATUS): DOING, (SECOND, Field.PERCENT): "sáu mươi"})
    sheet = open_sheet(sheets[1])
    add_row(sheet, "Việc đột xuất chưa có trong kế hoạch", "Đã làm")
    sheet.save(sheets[1])


def test_two_rounds_with_the_units(round_: Round) -> None:
    sheets = round_.send("đợt 1")
    answer_first_round(sheets)
    round_.type_status(FIRST, "unit02", LATE)
    typed = {(FIRST, "unit02", Field.STATUS): LATE}
    assert round_.told() == typed

    page = round_.receive(round_.folder / "đợt 1")
    assert page.take.text() == "Nhận 3 giá trị"
    press(page.middle.spots, Qt.Key.Key_N, Qt.Key.Key_Right)
    mend(round_, page, "60")
    assert page.take.text() == "Nhận 5 giá trị"
    assert round_.told() == typed, "nothing is written before the clerk agrees"
    round_.hands.window.pages.setCurrentWidget(page)
    accept(page)
    taken = {
        (FIRST, "unit01", Field.STATUS): DONE,
        (FIRST, "unit01", Field.PERCENT): "100%",
        (FIRST, "unit01", Field.NUMBER): "12/BC-VP",
        (FIRST, "unit02", Field.STATUS): DOING,
        (SECOND, "unit02", Field.PERCENT): "60%",
    }
    assert round_.told() == taken

    round_.hands.do("undo")
    assert round_.told() == typed
    round_.hands.do("redo")
    assert round_.told() == taken

    again = round_.receive(round_.folder / "đợt 1")
    assert "0 thay đổi" not in again.take.text(), "the cell that cannot be read is asked for again"
    round_.hands.window.pages.setCurrentWidget(again)
    again.leave_it.click()
    assert round_.told() == taken

    second = round_.send("đợt 2")
    fill(second[1], {(FIRST, Field.STATUS): DONE, (FIRST, Field.PERCENT): 100})
    last = round_.receive(*second)
    assert last.take.text() == "Nhận 2 giá trị"
    accept(last)
    assert round_.told() == {
        **taken,
        (FIRST, "unit02", Field.STATUS): DONE,
        (FIRST, "unit02", Field.PERCENT): "100%",
    }
