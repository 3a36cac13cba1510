"""The calendar beside the list: a month with its title and the buttons that turn it."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from tthc_desktop.models.agenda.sifting import Day
from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, column, label, row, tool
from tthc_desktop.ui.overview.month_model import MonthModel
from tthc_desktop.ui.overview.month_view import MonthView

ROOMY = 340
"""The height from which on words stand below the month."""


class Calendar(QWidget):
    """Shows what comes up in a month."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.month = MonthModel(today, self)
        self.view = MonthView(self.month)
        self.heading = label(bold=True, larger=1)
        self.note = label(quiet=True)
        self._build()
        self.view.turned.connect(self._tell)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self._tell()

    def _build(self) -> None:
        before = tool("Tháng trước (PageUp)", lambda: self.view.turn(-1), "previous")
        after = tool("Tháng sau (PageDown)", lambda: self.view.turn(1), "next")
        now = button("Hôm nay", lambda: self.view.go_to(self.month.today), link=True)
        self.heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = row(before, self.heading, after, now)
        head.setStretch(1, 1)
        self.note.setWordWrap(True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.note.setMinimumHeight(3 * self.note.fontMetrics().lineSpacing())
        lines = column(gap=look.SPACE, margin=look.ROOM)
        lines.addLayout(head)
        lines.addWidget(self.view, 10)
        lines.addWidget(self.note)
        lines.addStretch(1)
        self.setLayout(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words about the day out where the month has hardly room."""
        super().resizeEvent(event)
        self.note.setVisible(self.height() >= ROOMY)

    def show_days(self, days: Mapping[date, Day], off: DaysOff, today: date, picked: date | None) -> None:
        """Show what comes up on which day, and which of them the list shows."""
        self.view.picked_day = picked
        self.month.show_days(days, off, today)
        self._tell()

    def _tell(self) -> None:
        month = self.month.month
        self.heading.setText(f"Tháng {month.month}/{month.year}")
        self.note.setText(self.month.about(self.view.here()))
