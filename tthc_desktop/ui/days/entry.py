"""The line in which a day of the office's own is entered."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.identity import new_id
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, row
from tthc_desktop.ui.day_edit import DayEdit
from tthc_desktop.ui.days.table import KINDS


class DayEntry(QWidget):
    """Asks for the day, whether it is off, and why."""

    def __init__(self, add: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.when, self.kind, self.note = DayEdit("Ngày của cơ quan"), QComboBox(), QLineEdit()
        self.add = button("Thêm ngày", add, main=True)
        self._build()
        self.note.returnPressed.connect(self.add.click)

    def _build(self) -> None:
        self.kind.setAccessibleName("Nghỉ hay làm việc")
        self.kind.setMinimumWidth(130)
        for off, words in KINDS.items():
            self.kind.addItem(words, off)
        self.note.setAccessibleName("Nội dung")
        self.note.setPlaceholderText("Nội dung, lý do")
        self.note.setMinimumWidth(110)
        for each in (self.kind, self.note):
            each.setMinimumHeight(look.CONTROL)
        line = row(self.when, self.kind, self.note, self.add)
        line.setStretch(2, 1)
        line.setContentsMargins(look.WIDE, 0, look.WIDE, look.ROOM)
        self.setLayout(line)

    def show_day(self, day: date) -> None:
        """Offer a day."""
        self.when.show_day(day)

    def entered(self) -> ExchangedDay:
        """Return what is entered, as a new day."""
        return ExchangedDay(new_id(), self.when.day(), bool(self.kind.currentData()), self.note.text())
