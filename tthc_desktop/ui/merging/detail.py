"""All about one returned value: the task, where every answer comes from, what other units say of the same task."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextLength, QTextTableFormat
from PySide6.QtWidgets import QFrame, QTextEdit

from tthc_desktop.models.merge.values import Compared, UnknownRow, Verdict
from tthc_desktop.models.progress.values import TITLES
from tthc_desktop.models.sending.returned import SheetProblem
from tthc_desktop.models.sending.workshare import LOCKED
from tthc_desktop.ui import look
from tthc_desktop.ui.merging.comparison import Comparison
from tthc_desktop.ui.merging.decisions import Decisions
from tthc_desktop.ui.merging.words import NOTHING, UNREAD, answer, current, place, sent, value, whose

HINT = (
    "Mũi tên lên, xuống: đi qua các giá trị. Mũi tên trái, phải: giữ hiện tại hay nhận câu trả lời. "
    "Phím cách: nhận hoặc để lại. N: mâu thuẫn kế tiếp. F2: gõ giá trị khác; Alt+↓ khi gõ: chọn tình trạng."
)


class Detail(QTextEdit):
    """Shows words; nothing can be typed here."""

    def __init__(self) -> None:
        super().__init__()
        self._draw: Callable[[], None] = lambda: None
        self.setReadOnly(True)
        self.setAccessibleName("Chi tiết của giá trị")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(look.ROOM)

    def show_hint(self, words: str) -> None:
        """Say what belongs here."""
        self._show(lambda: self._say(words, quiet=True))

    def show_spot(self, one: Compared, comparison: Comparison, decisions: Decisions) -> None:
        """Show one value."""
        self._show(lambda: self._write_spot(one, comparison, decisions))

    def show_trouble(self, problem: SheetProblem, *, typed: bool) -> None:
        """Show what is doubtful in a file; `typed` when its value can be typed here."""
        self._show(lambda: self._write_trouble(problem, typed=typed))

    def _write_trouble(self, problem: SheetProblem, *, typed: bool) -> None:
        cell = f"ô {problem.cell}" if problem.cell else ""
        self._say(" › ".join(part for part in (problem.file, problem.sheet, cell) if part), bold=True)
        self._say(problem.text, warning=True)
        if typed:
            self._say("Nhấn Enter để đến giá trị này, rồi F2 để gõ.", quiet=True)

    def show_row(self, row: UnknownRow, comparison: Comparison, given: str) -> None:
        """Show a row that belongs to no known task."""
        self._show(lambda: self._write_row(row, comparison, given))

    def _show(self, draw: Callable[[], None]) -> None:
        self._draw = draw
        self.clear()
        block = QTextCursor(self.document())
        block.beginEditBlock()
        draw()
        block.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the colours change."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._show(self._draw)

    # Writing

    def _write_spot(self, one: Compared, comparison: Comparison, decisions: Decisions) -> None:
        work, field_ = comparison.work(one), one.spot.field
        self._say(work.words(), bold=True)
        self._say(" › ".join(part for part in (work.plan_title, work.under) if part), quiet=True)
        unit = whose(comparison.unit(one.spot.unit_id), one.spot.period)
        self._say(f"{TITLES[field_]} – {unit}", bold=True, gap=look.WIDE)
        if one.doubt:
            head = "Mâu thuẫn" if one.verdict is Verdict.CONFLICT else "Cần xem"
            self._say(f"{head}: {one.doubt}", warning=True)
        chosen = decisions.chosen(one)
        self._say("Đã gửi", quiet=True, gap=look.SPACE)
        self._say(sent(one), gap=0)
        if one.spot in comparison.unread and not one.returned:
            self._say("Đơn vị gửi lại", quiet=True)
            self._say(UNREAD, gap=0)
            self._say(place(comparison.unread[one.spot]), quiet=True, gap=0)
        for number, said in enumerate(decisions.answers(one), 1):
            which = f" ({number}/{len(decisions.answers(one))})" if len(decisions.answers(one)) > 1 else ""
            self._say(f"Đơn vị gửi lại{which}", quiet=True)
            self._say(f"{_mark(taken=said == chosen)}{answer(said, field_)}", bold=said == chosen, gap=0)
            self._say(place(said.origin), quiet=True, gap=0)
        self._say("Hiện tại", quiet=True)
        self._say(f"{_mark(taken=chosen is None)}{current(one)}", bold=chosen is None, gap=0)
        if one.current:
            self._say(place(one.current.origin), quiet=True, gap=0)
        self._write_others(one, comparison)

    def _write_others(self, one: Compared, comparison: Comparison) -> None:
        others = tuple(_others(one, comparison))
        if others:
            self._say("Các đơn vị khác về việc này", bold=True, gap=look.WIDE)
            self._table(("Đơn vị", TITLES[one.spot.field]), others)

    def _write_row(self, row: UnknownRow, comparison: Comparison, given: str) -> None:
        self._say(f"Hàng {row.row} – {comparison.unit(row.unit_id)}", bold=True)
        self._say(f"{row.file} › {row.sheet}", quiet=True, gap=0)
        self._say(row.reason, warning=True)
        if given:
            self._say(f"Đã gán cho: {given}", bold=True)
        locked = tuple((title, row.words[name]) for name, title in LOCKED.items() if row.words.get(name))
        cells = tuple((TITLES[field_], cell.seen or NOTHING) for field_, cell in row.cells.items())
        self._table(("Cột", "Trong bảng"), (*locked, *cells))

    def _say(
        self, words: str, *, bold: bool = False, quiet: bool = False, warning: bool = False, gap: int = look.GAP
    ) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        block = QTextBlockFormat()
        block.setTopMargin(gap)
        if self.document().isEmpty():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        c = look.colours()
        cursor.insertText(words, _shape(c.warning if warning else c.quiet if quiet else c.text, bold=bold))

    def _table(self, head: tuple[str, str], lines: tuple[tuple[str, str], ...]) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        c, form = look.colours(), QTextTableFormat()
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, part) for part in (52, 48)])
        form.setCellPadding(look.GAP)
        form.setCellSpacing(0)
        form.setTopMargin(look.GAP)
        form.setBorder(0.5)
        form.setBorderBrush(QColor(c.edge))
        form.setBorderCollapse(True)
        form.setHeaderRowCount(1)
        table = cursor.insertTable(len(lines) + 1, 2, form)
        for row, line in enumerate((head, *lines)):
            for place_, words in enumerate(line):
                table.cellAt(row, place_).firstCursorPosition().insertText(
                    words, _shape(c.text if row else c.quiet, bold=False)
                )


def _mark(*, taken: bool) -> str:
    return "● " if taken else "○ "


def _others(one: Compared, comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Yield what the other units have answered now, or else had said before, of the same field of the same task."""
    spot, answered = one.spot, set[str]()
    for other in comparison.by_work.get(spot.work_id, ()):
        theirs = other.spot
        same = (theirs.field, theirs.period) == (spot.field, spot.period)
        if same and theirs.unit_id != spot.unit_id and other.returned:
            answered.add(theirs.unit_id)
            said = " / ".join(answer(said, spot.field) for said in other.returned)
            yield comparison.unit(theirs.unit_id), f"{said} (vừa gửi lại)"
    for known in comparison.progress.get(spot.work_id, ()):
        if known.period == spot.period and known.unit_id not in {spot.unit_id, *answered} and known.words(spot.field):
            yield comparison.unit(known.unit_id), f"{value(known.words(spot.field), spot.field)} (hiện có)"


def _shape(colour: str, *, bold: bool) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setForeground(QColor(colour))
    shape.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return shape
