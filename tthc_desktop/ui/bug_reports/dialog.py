"""Báo lỗi: the report as it will be sent, to be read first; saved as a file or copied, never sent by the program."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QPlainTextEdit

from tthc_desktop.settings import log_folder
from tthc_desktop.ui import look
from tthc_desktop.ui.bug_reports.making import Trouble, about, report
from tthc_desktop.ui.controls import button, column, fit, label, row
from tthc_desktop.ui.saving import FileKind, ask_place, write_file

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

_KIND = FileKind("Lưu báo cáo lỗi", "Văn bản", "txt")


def show(window: "MainWindow", trouble: Trouble) -> None:
    """Open the report of some trouble, or of none, for the clerk to see before anything leaves."""
    ReportDialog(window, trouble).open()


class ReportDialog(QDialog):
    """Shows the report and gives it out."""

    def __init__(self, window: "MainWindow", trouble: Trouble) -> None:
        super().__init__(window)
        self._window, self._trouble = window, trouble
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Báo lỗi")
        words = label(
            "Mọi thay đổi đã được lưu. Báo cáo dưới đây không có nội dung kế hoạch và không tự gửi đi đâu: "
            "hãy lưu lại hoặc sao chép, rồi gửi người phụ trách kỹ thuật."
        )
        words.setWordWrap(True)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setAccessibleName("Nội dung báo cáo")
        self.opened = QCheckBox("Kèm cả lời báo lỗi đầy đủ (có thể có chữ trong văn bản của cơ quan)")
        self.opened.setVisible(trouble.error is not None)
        self.opened.toggled.connect(self.renew)
        self.save = button("Lưu báo cáo…", self._save, main=True)
        buttons = row(button("Sao chép", self._copy), None, button("Đóng", self.reject), self.save)
        lines = column(words, self.words, self.opened, gap=look.ROOM, margin=look.WIDE)
        lines.addLayout(buttons)
        self.setLayout(lines)
        self.renew()
        fit(self, QSize(720, 520))

    def renew(self) -> None:
        """Show the report as it is with what is ticked."""
        office = self._window.desk.office
        known = about(office.holdings if office is not None else None)
        self.words.setPlainText(report(self._trouble, log_folder(), known, open_words=self.opened.isChecked()))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words.toPlainText())

    def _save(self) -> None:
        data, window = self.words.toPlainText().encode("utf-8"), self._window
        ask_place(window, _KIND, "bao-cao-loi", _written(window, data))
        self.accept()


def _written(window: "MainWindow", data: bytes) -> Callable[[Path], None]:
    return lambda path: write_file(window, path, lambda: data)
