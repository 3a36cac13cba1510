"""All of the office as it was in a backup: asked first, backed up before, then the program begins again with it."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog

from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.safekeeping import before
from tthc_desktop.storage.backups import Stored, is_locked, read, restore
from tthc_desktop.storage.backups.taking_over import take_over
from tthc_desktop.ui import look
from tthc_desktop.ui.backups import words
from tthc_desktop.ui.backups.acts import wrong_with
from tthc_desktop.ui.backups.afterwards import keep_for_later
from tthc_desktop.ui.backups.secrets import with_secret
from tthc_desktop.ui.controls import Sign, button, column, fit, label, row
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.other_window import open_in_other_window

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

_READY = "dang-khoi-phuc"
_WHAT = (
    "Mọi kế hoạch, tiến độ, đơn vị và các danh mục sẽ như lúc {when}. Những gì làm sau lúc đó không còn trong cửa sổ, "
    "và việc này không hoàn tác được bằng Ctrl+Z."
)
_KEPT = (
    "Không có gì bị xóa: dữ liệu hiện nay được sao lưu thêm một bản, và tệp hiện nay được giữ bên cạnh dưới tên có chữ "
    "“truoc” kèm ngày giờ. Chương trình đóng lại rồi tự mở với dữ liệu cũ."
)
_PART = "Nếu chỉ mất một kế hoạch, một bảng hay vài nhiệm vụ, hãy chọn “Xem bên trong” rồi lấy lại phần đó."


class GoingBackDialog(QDialog):
    """Says what going back means; accepted, it is done."""

    def __init__(self, window: "MainWindow", stored: Stored) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Quay về bản sao lưu")
        self.go = button("Quay về bản này", self.accept, main=True)
        stay = button("Để như hiện nay", self.reject)
        stay.setDefault(True)
        told = [label(each) for each in (_WHAT.format(when=words.when(stored)), _KEPT, _PART)]
        for each in told:
            each.setWordWrap(True)
        first = row(Sign("warning", 24), told[0], gap=look.ROOM)
        first.setStretch(1, 1)
        lines = column(gap=look.ROOM, margin=look.BROAD)
        lines.addLayout(first)
        lines.addWidget(told[1])
        lines.addWidget(told[2])
        lines.addStretch(1)
        lines.addLayout(row(None, stay, self.go))
        self.setLayout(lines)
        fit(self, QSize(560, 290))


def ask_to_go_back(window: "MainWindow", office: Path, stored: Stored) -> GoingBackDialog:
    """Ask whether the whole office shall be as it was in a backup, and make it so."""
    dialog = GoingBackDialog(window, stored)
    dialog.accepted.connect(
        lambda: with_secret(
            window, locked=is_locked(stored.path), act=lambda secret: _begin(window, office, stored, secret)
        )
    )
    dialog.open()
    return dialog


def _begin(window: "MainWindow", office: Path, stored: Stored, secret: str) -> None:
    window.messages.tell(Kind.INFO, f"Đang đọc lại {words.called(stored)} và sao lưu dữ liệu hiện nay…")
    ready = office.resolve().with_name(f"{office.stem}.{_READY}.tthc")
    window.background.run(
        lambda _job: _prepare(office, stored, secret, ready), lambda _: _change(window, office, stored, ready)
    )


def _prepare(office: Path, stored: Stored, secret: str, ready: Path) -> None:
    """Prove that the backup is good and can be opened, back up what is now, and put a copy beside the office."""
    wrong = wrong_with(stored, secret)
    if wrong:
        what = f"Chưa quay về, vì {words.called(stored)} có chỗ hỏng: {' '.join(wrong)}"
        raise UserError(what, "Hãy chọn một bản khác, hoặc xem bên trong bản này để lấy lại từng phần.")
    read(stored, secret)
    before(office, Reason.RESTORE)
    ready.unlink(missing_ok=True)
    restore(stored, ready, secret)


def _change(window: "MainWindow", office: Path, stored: Stored, ready: Path) -> None:
    """Close the window, let the backup be the office's file, and begin again."""
    if not window.close():
        ready.unlink(missing_ok=True)
        return
    try:
        former = take_over(office, ready, datetime.now().astimezone())
    except UserError as error:
        what = f"Chưa quay về {words.called(stored)}. {error.what}"
        keep_for_later(window.memory, what, error.advice, is_done=False)
    else:
        kept = f"Tệp trước đó được giữ ở {former}." if former else ""
        keep_for_later(window.memory, f"Dữ liệu đã quay về {words.called(stored)}.", kept, is_done=True)
    open_in_other_window(office)
