"""What stands above and below the list: figures, filters, and what can be done with the line in hand."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from tthc_desktop.models.days_off import WEEKDAYS
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import Slot, button, column, label, row, tool
from tthc_desktop.ui.overview.figures import Figures
from tthc_desktop.ui.overview.filters import FilterLine
from tthc_desktop.ui.overview.saved import SavedFilters
from tthc_desktop.ui.overview.words import PART
from tthc_desktop.ui.plan.names import number

ROOMY, TIGHT = 1060, 880
"""The widths from which on there is room for the day, and for every filter with its words."""


class Head(QWidget):
    """The figures and the filters."""

    def __init__(self, saved: SavedFilters, turn_beside: Slot) -> None:
        super().__init__()
        self.figures, self.filters, self.saved = Figures(), FilterLine(), saved
        self.day = label(quiet=True)
        self.beside = tool("Ẩn hoặc hiện lịch và số liệu", turn_beside, "calendar")
        self.beside.setCheckable(True)
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        lines = column(gap=look.ROOM)
        lines.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        lines.addLayout(row(self.figures, None, self.day, saved, self.beside, gap=look.ROOM))
        lines.addWidget(self.filters)
        self.setLayout(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what can be done without where there is no room for all."""
        super().resizeEvent(event)
        self.day.setVisible(self.width() >= ROOMY)
        tight = self.width() < TIGHT
        self.filters.year.setHidden(tight)
        self.saved.be_short(short=tight)

    def show_day(self, day: date) -> None:
        """Say which day it is."""
        self.day.setText(f"Hôm nay: {WEEKDAYS[day.weekday()]}, {day:%d/%m/%Y}")


class Foot(QWidget):
    """How much there is, and what can be done with it."""

    def __init__(self, open_: Slot, follow: Slot, urge: Slot) -> None:
        super().__init__()
        self.count = label(quiet=True)
        self.helping = QCheckBox("Cả đơn vị phối hợp")
        self.helping.setToolTip("Kể cả những đơn vị chỉ phối hợp, không chủ trì")
        self.open = button("Mở kế hoạch", open_, main=True)
        self.follow = button("Tiến độ", follow)
        self.urge = button("Đôn đốc…", urge)
        self.setObjectName("foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        below = row(self.count, self.helping, None, self.urge, self.follow, self.open, gap=look.ROOM)
        below.setContentsMargins(look.WIDE, look.SPACE, look.WIDE, look.SPACE)
        self.setLayout(below)

    def say(self, whole: int, chosen: int, works: str = "") -> None:
        """Say how many lines there are, of how many tasks where that is known, and how many of them are chosen."""
        also = f", đang chọn {number(chosen)}" if chosen > 1 else ""
        of_works = f" của {works}" if works else ""
        self.count.setText(f"{number(whole)} phần việc{of_works}{also}")
        self.count.setToolTip(PART)
        for each in (self.open, self.follow, self.urge):
            each.setEnabled(bool(whole))


class Nothing(QWidget):
    """The sentence in the place of an empty list, with what can be done about it."""

    def __init__(self, clear: Slot, begin: Slot) -> None:
        super().__init__()
        self.sentence = label("Đang xem việc của các kế hoạch…")
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clear = button("Bỏ lọc", clear)
        self.begin = button("Nhập văn bản cũ…", begin, main=True)
        self.clear.hide()
        self.begin.hide()
        below = QWidget()
        below.setLayout(row(None, self.clear, self.begin, None))
        self.setLayout(column(None, self.sentence, below, None, gap=look.WIDE, margin=2 * look.BROAD))

    def say(self, *, known: bool, ready: bool) -> None:
        """Say whether there is work at all (`known`), once the agenda is `ready`."""
        if known:
            self.sentence.setText("Không có việc nào hợp với bộ lọc.")
        elif ready:
            what = "Chưa có việc nào. Khi cơ quan có kế hoạch, những việc đến hạn của mọi đơn vị được nhắc ở đây."
            self.sentence.setText(what)
        self.clear.setVisible(known)
        self.begin.setVisible(ready and not known)
