"""The page of what a thorough look has found wrong in the office's file while it is in use."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tthc_desktop.storage.findings import Finding
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, column, foot, label
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import number

_SAID = (
    "Việc trong cửa sổ này vẫn làm tiếp được. Hãy lấy lại dữ liệu ra một tệp mới và xem lại, hoặc mở một bản sao lưu; "
    "tệp đang dùng không bị thay đổi."
)


class FindingsPage(Page):
    """Lists what is wrong, and leads to what can be done."""

    drawing = "problems"

    def __init__(
        self, office: Path, findings: tuple[Finding, ...], repair: Callable[[], object], backups: Callable[[], object]
    ) -> None:
        super().__init__()
        words = label(f"Trong {office} có {number(len(findings))} chỗ không như lúc ghi.", quiet=True)
        words.setWordWrap(True)
        self.found = QPlainTextEdit("\n".join(dict.fromkeys(each.what for each in findings)))
        self.found.setReadOnly(True)
        self.found.setAccessibleName("Những chỗ hỏng")
        self.repair = button("Lấy lại ra tệp mới…", repair, main=True)
        self.backups = button("Xem các bản sao lưu", backups)
        upper = QWidget()
        head = label("Tệp dữ liệu có chỗ hỏng", bold=True, larger=6)
        upper.setLayout(column(head, words, self.found, gap=look.ROOM, margin=look.WIDE))
        self.setLayout(column(upper, foot(label(_SAID), self.backups, self.repair), gap=0))

    def title(self) -> str:
        return "Chỗ hỏng"

    def chapter(self) -> str:
        return "sao-luu"

    def panes_in_order(self) -> list[QWidget]:
        return [self.found, self.backups, self.repair]
