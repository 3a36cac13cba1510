"""The page of the wizard: the steps above, one of them in the middle, Quay lại and Tiếp at the foot."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from tthc_desktop.models.reconciling.taking import left_over
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.controls import button, column, foot, label
from tthc_desktop.ui.hearing_keys import hear_keys
from tthc_desktop.ui.importing_tables.columns_step import ColumnsStep
from tthc_desktop.ui.importing_tables.compare_step import CompareStep
from tthc_desktop.ui.importing_tables.course import Ground, Wishes, Worked, work_out
from tthc_desktop.ui.importing_tables.file_step import FileStep
from tthc_desktop.ui.importing_tables.rows_step import RowsStep
from tthc_desktop.ui.importing_tables.step_strip import StepStrip
from tthc_desktop.ui.importing_tables.words import STEPS, button_words, counted
from tthc_desktop.ui.importing_tables.write_step import WriteStep
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import short

FILE, COLUMNS, ROWS, COMPARE, WRITE = range(len(STEPS))


class Doing(NamedTuple):
    """What the page asks of the office."""

    ground: Callable[[], Ground]
    """The book with the plan and the remembered headings as they are now."""
    take: Callable[[Worked], Wishes | None]
    """Writes what is taken; returns the wishes for what is left, None when the office refuses."""


class TablesPage(Page):
    """Nothing is written before the last button."""

    drawing = "import"

    def __init__(self, worked: Worked, doing: Doing, background: Background) -> None:
        super().__init__()
        self._doing = doing
        self._latest: Latest[Worked] = Latest(self, background, self._show, self._fail)
        self.worked, self.wishes, self.busy = worked, worked.wishes, False
        self._taking = self._stale = False
        self.step = self.reached = FILE
        self.strip, self.stack = StepStrip(), QStackedWidget()
        self.file, self.columns, self.rows = FileStep(), ColumnsStep(), RowsStep()
        self.compare, self.write = CompareStep(), WriteStep()
        self.steps = (self.file, self.columns, self.rows, self.compare, self.write)
        self.sentence = label()
        self._build()
        self._connect()
        self._show(worked)

    def _build(self) -> None:
        for step in self.steps:
            self.stack.addWidget(step)
        self.leave_it = button("Không nhập", self.finished.emit)
        self.back = button("Quay lại", lambda: self.go(self.step - 1))
        self.back.setToolTip("Về bước trước (Alt+Left)")
        self.next = button("Tiếp", self.go_on, main=True)
        below = foot(self.sentence, self.leave_it, self.back, self.next)
        lines = column(self.strip, self.stack, below, gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)

    def _connect(self) -> None:
        self.strip.wanted.connect(self.go)
        for step in (self.file, self.columns, self.rows, self.compare):
            step.wished.connect(self.wish)
        self.rows.seen.connect(self.go_on)
        self.write.wanted.connect(self._mend)
        hear_keys(self, {"Alt+Left": lambda: self.go(self.step - 1), "Alt+Right": self.go_on})
        for key in ("Return", "Enter"):
            enter = QShortcut(QKeySequence(key), self.next)
            enter.setContext(Qt.ShortcutContext.WidgetShortcut)
            enter.activated.connect(self.go_on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter where it means nothing else."""
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        focused = self.focusWidget()
        means_nothing = focused in {self.file.tables, self.compare.view} or isinstance(focused, QComboBox)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and bare and means_nothing:
            self.go_on()
        else:
            super().keyPressEvent(event)

    # Working out

    def wish(self, wishes: Wishes) -> None:
        """Work out what comes of other choices."""
        self.wishes = wishes
        self._work()

    def _work(self) -> None:
        ground, wishes, before = self._doing.ground(), self.wishes, self.worked
        compared = self.step >= COMPARE
        self.busy = True
        self._tell()
        self._latest.ask(lambda _job: work_out(ground, wishes, before, compared=compared))

    def _show(self, worked: Worked) -> None:
        self.worked, self.busy = worked, False
        self.steps[self.step].show_worked(worked)
        self._tell()

    def _fail(self, error: Exception) -> None:
        self.busy = False
        self._tell()
        self.troubled.emit(error)

    def hear(self, _pairs: object) -> None:
        """Hold the file against what the office has now, once the page is seen."""
        self._stale = not self._taking
        if self._stale and self.isVisible():
            self._stale = False
            self._work()

    # Going

    def go(self, step: int) -> None:
        """Show a step that has been reached before."""
        if not FILE <= step <= self.reached:
            return
        self.step = step
        self.steps[step].show_worked(self.worked)
        self.stack.setCurrentIndex(step)
        if self._stale or (step >= COMPARE and self.worked.found is None):
            self._stale = False
            self._work()
        self._tell()
        self.steps[step].begin()
        if step == WRITE:
            self.next.setFocus()

    def go_on(self) -> None:
        """Go to the next step, or write."""
        if not self.next.isEnabled():
            return
        if self.step == WRITE:
            self._write()
            return
        self.reached = max(self.reached, self.step + 1)
        self.go(self.step + 1)

    def _mend(self, table: str, row_key: str, column_id: str) -> None:
        self.go(ROWS)
        self.rows.go_to(table, row_key, column_id)

    def _write(self) -> None:
        self._taking = True
        left = self._doing.take(self.worked)
        self._taking = False
        if left is not None and self.worked.found is not None and not left_over(self.worked.found, self.wishes.taking):
            self.finished.emit()
            return
        self.wish(left if left is not None else self.wishes)

    def _tell(self) -> None:
        self.strip.show_step(self.step, self.reached)
        self.back.setEnabled(self.step > FILE)
        worked, found = self.worked, self.worked.found
        has_rows = any(table.rows for table in worked.incoming.tables)
        if self.busy:
            words = "Đang tính lại…"
        elif not has_rows:
            words = "Chưa có hàng nào: hãy chọn bảng ở bước 1, chỉ ra hàng tiêu đề ở bước 2."
        else:
            words = counted(worked.good, worked.bad)
        self.sentence.setText(words)
        text, ready = "Tiếp", not self.busy and (has_rows or self._can_find_rows())
        if self.step == WRITE and found is not None:
            text = button_words(worked.ground.plan, found, self.wishes.taking)
            ready = not self.busy and text != "0 thay đổi"
        self.next.setText(text)
        self.next.setAccessibleName(text)
        self.next.setEnabled(ready)

    def _can_find_rows(self) -> bool:
        """Tell whether the next step may help: a table is taken whose header is still to be shown."""
        return self.step == FILE and any(table.taken for table in self.worked.proposed)

    def title(self) -> str:
        return f"Nhập bảng: {short(self.worked.ground.book.name, 28)}"

    def chapter(self) -> str:
        return "excel#lay-bang-cua-noi-khac"

    def panes_in_order(self) -> list[QWidget]:
        inner: tuple[list[QWidget], ...] = (
            [self.file.tables, self.file.problems],
            [self.columns.view],
            [self.rows.view, self.rows.doubts],
            [self.compare.view],
            [self.write.left],
        )
        return [pane for pane in (*inner[self.step], self.next) if pane.isVisible()]
