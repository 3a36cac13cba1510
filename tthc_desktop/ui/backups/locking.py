"""The password of the second place: set after it is plainly said what a lost one means."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from tthc_desktop.ui import look
from tthc_desktop.ui.controls import Sign, button, column, label, row

SHORTEST = 8
"""Letters that a password has at least."""
_LOST = (
    "Mất mật khẩu là mất các bản sao lưu có khóa: không ai mở lại được, kể cả người làm ra chương trình. "
    "Chương trình không ghi mật khẩu ở đâu cả. Các bản trên máy này không có khóa nên không bị ảnh hưởng."
)
_LOCKED = "Đang có khóa: ai nhặt được USB cũng không đọc được. Các bản ghi trước khi đổi mật khẩu vẫn cần mật khẩu cũ."
_OPEN = "Chưa có khóa: ai mở được nơi thứ hai đều đọc được dữ liệu của cơ quan."
_SHORT = f"Mật khẩu cần ít nhất {SHORTEST} ký tự."
_OTHER = "Hai lần gõ mật khẩu chưa giống nhau."


class LockForm(QWidget):
    """Takes a password typed twice, once the clerk has said that it is kept somewhere."""

    wanted = Signal(str)
    """A password is to lock the second place."""
    unwanted = Signal()
    """Nothing is to be locked any more."""

    def __init__(self) -> None:
        super().__init__()
        self.state, self.doubt = label(), label(quiet=True)
        self.secret, self.again = QLineEdit(), QLineEdit()
        self.kept = QCheckBox("Tôi đã ghi mật khẩu này lại và cất ở nơi an toàn")
        self.set = button("Đặt mật khẩu", lambda: self.wanted.emit(self.secret.text()))
        self.unset = button("Thôi khóa", self.unwanted.emit)
        self._build()
        for field in (self.secret, self.again):
            field.textChanged.connect(self._check)
        self.kept.toggled.connect(self._check)
        self._check()

    def _build(self) -> None:
        fields = QFormLayout()
        fields.setVerticalSpacing(look.SPACE)
        fields.setHorizontalSpacing(look.ROOM)
        for field, words, name in (
            (self.secret, "&Mật khẩu mới", "Mật khẩu mới"),
            (self.again, "&Gõ lại", "Gõ lại mật khẩu mới"),
        ):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setAccessibleName(name)
            field.setMinimumHeight(look.CONTROL)
            named = label(words)
            named.setBuddy(field)
            fields.addRow(named, field)
        lines = column(label("Mật khẩu của nơi thứ hai", bold=True, larger=1), self.state, gap=look.SPACE)
        lines.addLayout(_warning())
        lines.addLayout(fields)
        lines.addWidget(self.kept)
        lines.addLayout(row(self.set, self.unset, self.doubt, None))
        self.state.setWordWrap(True)
        self.setLayout(lines)

    def show_state(self, *, locked: bool) -> None:
        """Show whether the second place is locked now."""
        self.state.setText(_LOCKED if locked else _OPEN)
        self.set.setText("Đổi mật khẩu" if locked else "Đặt mật khẩu")
        self.set.setAccessibleName(self.set.text())
        self.unset.setVisible(locked)

    def clear(self) -> None:
        """Forget what was typed."""
        self.secret.clear()
        self.again.clear()
        self.kept.setChecked(False)

    def _check(self) -> None:
        """Let a password be set once it is long enough, typed twice and kept somewhere."""
        secret, again = self.secret.text(), self.again.text()
        short = 0 < len(secret) < SHORTEST
        other = bool(again) and not secret.startswith(again)
        self.doubt.setText(_SHORT if short else _OTHER if other else "")
        self.set.setEnabled(len(secret) >= SHORTEST and secret == again and self.kept.isChecked())


def _warning() -> QHBoxLayout:
    words: QLabel = label(_LOST)
    words.setWordWrap(True)
    line = row(Sign("warning", 20), words, gap=look.ROOM)
    line.setStretch(1, 1)
    return line
