"""What is told about a sending beside its units: until when, where to, and the button that does it."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget

from tthc_desktop.models.text import clean
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.day_edit import DayEdit
from tthc_desktop.ui.folders import last_folder

USUAL = timedelta(weeks=2)
_KEY = "sending/folder"


class SendingFoot(QWidget):
    """Asks for the day and the folder."""

    changed = Signal()

    def __init__(self, memory: QSettings, today: date, send: Callable[[], object], leave: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("foot")
        self._memory = memory
        self.sentence = label()
        self.period = QComboBox()
        self.due = DayEdit("Hạn đơn vị gửi lại", today + USUAL)
        self.folder = QLineEdit(last_folder(memory, _KEY))
        self.choose = button("Chọn…", self.ask_folder)
        self.leave_it = button("Không gửi", leave)
        self.send = button("Gửi bảng", send, main=True)
        self._build(today)
        self.folder.textChanged.connect(self.changed)

    def _build(self, today: date) -> None:
        self.due.begin_with(today)
        self.period.setAccessibleName("Kỳ báo cáo")
        self.period.setMinimumHeight(look.CONTROL)
        self.period.setMinimumWidth(190)
        self.period.setMaxVisibleItems(20)
        self.period.setToolTip("Việc định kỳ, thường xuyên và chỉ tiêu được báo cáo riêng cho kỳ này.")
        self.folder.setAccessibleName("Thư mục ghi các bảng")
        self.folder.setMinimumWidth(160)
        self.choose.setAccessibleName("Chọn thư mục")
        self.sentence.setWordWrap(True)
        when = (label("Kỳ báo cáo"), self.period, label("Hạn gửi lại"), self.due)
        where = row(*when, label("Ghi vào"), self.folder, self.choose)
        where.setStretch(len(when) + 1, 1)
        act = row(self.sentence, self.leave_it, self.send, gap=look.ROOM)
        act.setStretch(0, 1)
        lines = column(gap=look.ROOM)
        lines.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        lines.addLayout(where)
        lines.addLayout(act)
        self.setLayout(lines)

    def offer_periods(self, offered: Iterable[tuple[str, str]], usual: str) -> None:
        """Offer periods by key and title."""
        self.period.clear()
        for key, words in offered:
            self.period.addItem(words, key)
        self.period.setCurrentIndex(max(self.period.findData(usual), 0))

    def span(self) -> str:
        """Return the key of the period that the sheets report on; empty for the plan as a whole."""
        return str(self.period.currentData() or "")

    def day(self) -> date:
        """Return the day until which the sheets should come back."""
        return self.due.day()

    def place(self) -> Path:
        """Return the folder, and remember it."""
        folder = clean(self.folder.text()).strip()
        self._memory.setValue(_KEY, folder)
        return Path(folder)

    def ask_folder(self) -> QFileDialog:
        """Ask for the folder."""
        dialog = QFileDialog(self, "Chọn thư mục ghi các bảng", self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
