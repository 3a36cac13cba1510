"""A field for a day, with a month to choose it from, that speaks of dates as everything below the window does."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit

from tthc_desktop.ui import look

_WIDTH = 130


class DayEdit(QDateEdit):
    """Shows a day as it is written in Vietnam."""

    def __init__(self, name: str, day: date | None = None) -> None:
        super().__init__()
        self.setDisplayFormat("dd/MM/yyyy")
        self.setCalendarPopup(True)
        self.setAccessibleName(name)
        self.setMinimumHeight(look.CONTROL)
        self.setMinimumWidth(_WIDTH)
        if day is not None:
            self.show_day(day)

    def day(self) -> date:
        """Return the day that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show a day."""
        self.setDate(_of_qt(day))

    def begin_with(self, day: date) -> None:
        """Take no day before this one."""
        self.setMinimumDate(_of_qt(day))


def _of_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
