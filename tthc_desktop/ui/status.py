"""The status bar: saved when, how much is to be looked at, where we are."""

from datetime import datetime

from PySide6.QtCore import QSize, QTime, Signal
from PySide6.QtWidgets import QStatusBar

from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, label
from tthc_desktop.ui.eliding import Eliding
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.today import clock


class Status(QStatusBar):
    """Quiet words at the foot of the window."""

    asked = Signal()
    """The count of places to look at was pressed."""
    late_asked = Signal()
    """The words about work that is late were pressed."""
    backups_asked = Signal()
    """The words about the last backup were pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._backed_up = ""
        self.setSizeGripEnabled(False)
        self.setContentsMargins(look.SPACE, 0, look.SPACE, 0)
        self.saved = label(quiet=True)
        self.backed_up = button("", self.backups_asked.emit, link=True)
        self.backed_up.hide()
        self.problems = button("", self.asked.emit, link=True)
        self.remark = Eliding()
        self.remark.setProperty("quiet", True)
        self.where = label(quiet=True)
        self.scale = label(quiet=True)
        self.late = button("", self.late_asked.emit, link=True)
        self.late.setIconSize(QSize(16, 16))
        self.late.hide()
        self.addWidget(self.saved)
        self.addWidget(self.backed_up)
        self.addWidget(self.problems)
        self.addWidget(self.late)
        self.addPermanentWidget(self.remark, 1)
        self.addPermanentWidget(self.where)
        self.addPermanentWidget(self.scale)
        self.show_place(None, "", "")

    def say_saved(self) -> None:
        """Say that everything is on the disk, and since when."""
        self.saved.setText(f"Đã lưu {QTime.currentTime().toString('HH:mm')}")

    def say_backing_up(self) -> None:
        """Say that the office is being backed up."""
        self._say_backup("Đang sao lưu…")

    def say_backed_up(self, at: datetime | None) -> None:
        """Say when the office was backed up last; None says nothing new."""
        if at is not None:
            is_today = at.date() == clock().date()
            self._backed_up = f"Đã sao lưu {at:%H:%M}" if is_today else f"Đã sao lưu {at:%d/%m}"
            self.backed_up.setToolTip(f"Bản sao lưu mới nhất: {at:%H:%M ngày %d/%m/%Y}; bấm để xem các bản")
        self._say_backup(self._backed_up)

    def _say_backup(self, words: str) -> None:
        self.backed_up.setText(words)
        self.backed_up.setAccessibleName(words)
        self.backed_up.setVisible(bool(words))

    def show_late(self, words: str, about: str, drawing: str, ink: str) -> None:
        """Show how much is late or due soon; no words hide it."""
        self.late.setVisible(bool(words))
        self.late.setText(words)
        self.late.setAccessibleName(about)
        self.late.setToolTip(about)
        self.late.setIcon(icon(drawing, ink))

    def show_place(self, problems: int | None, page: str, scale: str) -> None:
        """Show the count of places to look at, the page and the scale; None and empty hide them."""
        self.problems.setVisible(problems is not None)
        if problems is not None:
            words = f"{problems} chỗ cần xem" if problems else "Không có chỗ cần xem"
            self.problems.setText(words)
            self.problems.setAccessibleName(words)
            self.problems.setIcon(icon("warning" if problems else "good"))
            self.problems.setIconSize(QSize(16, 16))
        self.where.setText(page)
        self.scale.setText(scale)
