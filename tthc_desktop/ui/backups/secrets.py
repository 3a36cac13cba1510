"""The password of a locked backup, asked each time and kept nowhere."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, column, fit, label, row

_ABOUT = "Bản sao lưu này có khóa. Hãy gõ mật khẩu đã đặt lúc bản này được ghi; chương trình không giữ mật khẩu."


class SecretDialog(QDialog):
    """Asks for the password."""

    given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Mở khóa bản sao lưu")
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setAccessibleName("Mật khẩu")
        self.secret.setMinimumHeight(look.CONTROL)
        self.go = button("Mở khóa", self._give, main=True)
        self.go.setEnabled(False)
        self.go.setDefault(True)
        self.secret.textChanged.connect(lambda words: self.go.setEnabled(bool(words)))
        told, named = label(_ABOUT), label("&Mật khẩu")
        told.setWordWrap(True)
        named.setBuddy(self.secret)
        lines = column(told, gap=look.ROOM, margin=look.WIDE)
        lines.addLayout(row(named, self.secret, gap=look.ROOM))
        lines.addStretch(1)
        lines.addLayout(row(None, button("Thôi", self.reject), self.go))
        self.setLayout(lines)
        fit(self, QSize(460, 180))

    def _give(self) -> None:
        secret = self.secret.text()
        self.accept()
        self.given.emit(secret)


def with_secret(parent: QWidget, *, locked: bool, act: Callable[[str], object]) -> None:
    """Act with the password, which is asked for only where something is locked."""
    if not locked:
        act("")
        return
    dialog = SecretDialog(parent)
    dialog.given.connect(act)
    dialog.open()
