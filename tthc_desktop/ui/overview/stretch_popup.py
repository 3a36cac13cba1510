"""Asks for the first and the last day of a stretch."""

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.day_edit import DayEdit


class StretchPopup(QFrame):
    """Two days and a button."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, first: date, last: date) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName("Chọn khoảng ngày")
        self.first, self.last = DayEdit("Từ ngày", first), DayEdit("Đến ngày", last)
        lines = column(gap=look.ROOM, margin=look.ROOM)
        lines.addLayout(row(label("Từ ngày"), self.first, label("đến ngày"), self.last))
        lines.addLayout(row(None, button("Xem các ngày này", self.take, main=True)))
        self.setLayout(lines)

    def take(self) -> None:
        """Tell the days, the earlier one first."""
        days = sorted(field.day() for field in (self.first, self.last))
        self.close()
        self.chosen.emit((days[0], days[1]))

    def show_below(self, widget: QWidget) -> None:
        """Open below a widget, inside its window."""
        self.adjustSize()
        corner = widget.mapToGlobal(QPoint(0, widget.height()))
        window = widget.window()
        right = window.mapToGlobal(QPoint(window.width(), 0)).x() - self.width() - look.SPACE
        self.move(min(corner.x(), right), corner.y())
        self.show()
        self.first.setFocus()
