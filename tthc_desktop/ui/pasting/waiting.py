"""What stands in for the text while much is being read from the clipboard."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from tthc_desktop.ui import look
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.controls import button, column, label, row


class Waiting(QWidget):
    """Says that reading is under way and how to stop it."""

    stopped = Signal()

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.setAccessibleName("Đang đọc nội dung sao chép")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedSize(240, look.SPACE)
        bar.setAccessibleName("Tiến độ")
        job.progressed.connect(bar.setRange)
        self.stop = button("Thôi dán", self.stopped.emit)
        line = row(None, label("Đang đọc nội dung sao chép…"), bar, self.stop, None, gap=look.ROOM)
        holder = QWidget()
        holder.setLayout(line)
        self.setLayout(column(None, holder, None))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops the reading."""
        if event.key() == Qt.Key.Key_Escape:
            self.stopped.emit()
            return
        super().keyPressEvent(event)
