"""The page that is shown instead of an office whose file is damaged: what can be done, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.storage.backups import Stored
from tthc_desktop.storage.rescuing import Rescue
from tthc_desktop.ui import look
from tthc_desktop.ui.backups.words import holds, when
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import number
from tthc_desktop.ui.start_page import WIDEST, Card

_LOW = 104
_MOST = 2000
"""How many places are listed; a file with more of them is better taken from a backup."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What the page's cards do."""

    repair: Callable[[], None]
    take_backup: Callable[[Stored], None]
    choose: Callable[[], None]
    again: Callable[[], None]
    backups: Callable[[], object]
    go_on: Callable[[], object]
    """Leave the page for the start page, once there is an office again."""


class RescuePage(Page):
    """Says that the file is damaged and stays untouched, and offers the ways out."""

    drawing = "problems"

    def __init__(self, office: Path, error: UserError, ways: Ways) -> None:
        super().__init__()
        self._ways = ways
        self._stored: Stored | None = None
        self.found_out: Rescue | None = None
        self.head = label("Tệp dữ liệu của cơ quan bị hỏng", bold=True, larger=6)
        self.words = label(f"{error.what} Tệp này được giữ nguyên: {office}", quiet=True)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.repair = _card("refresh", "Lấy lại từ tệp hỏng", _REPAIR, ways.repair)
        self.backup = _card("backup", "Mở bản sao lưu gần nhất", "Đang tìm bản sao lưu còn tốt…", self._take)
        self.other = _card("sample", "Chọn tệp khác", _OTHER, ways.choose)
        self.again = button("Thử mở lại tệp này", ways.again, link=True)
        self.backups = button("Xem các bản sao lưu", ways.backups)
        self.go_on = button("Làm tiếp ở trang đầu", ways.go_on, main=True)
        self.working = QProgressBar()
        self.working.setRange(0, 0)
        self.working.setTextVisible(False)
        self.working.setAccessibleName("Đang đọc tệp hỏng")
        self.found = QPlainTextEdit()
        self.found.setReadOnly(True)
        self.found.setAccessibleName("Những chỗ cần xem lại")
        self.working.hide()
        for each in (self.found, self.backups, self.go_on):
            each.hide()
        self.backup.setEnabled(False)
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        self._lines: QVBoxLayout = column(
            *(self.head, self.words, self.working, self.repair, self.backup, self.other),
            *(self.found, _line(self.again, self.backups, self.go_on), None),
            gap=look.ROOM,
        )
        inner.setLayout(self._lines)
        outer = row(None, inner, None, margin=look.WIDE)
        outer.setStretch(1, 100)
        self.setLayout(outer)

    def title(self) -> str:
        return "Tệp bị hỏng" if self.found_out is None else "Đã lấy lại dữ liệu"

    def chapter(self) -> str:
        return "khi-co-tro-ngai#tep-du-lieu-bi-hong"

    def panes_in_order(self) -> list[QWidget]:
        panes = (self.repair, self.backup, self.other, self.found, self.go_on)
        return [pane for pane in panes if pane.isVisible()]

    def _take(self) -> None:
        if self._stored is not None:
            self._ways.take_backup(self._stored)

    def show_backup(self, stored: Stored | None) -> None:
        """Offer the newest sound backup, or say that there is none."""
        self._stored = stored
        self.backup.setEnabled(stored is not None)
        card = stored.backup if stored else None
        said = "Không tìm thấy bản sao lưu nào còn tốt của tệp này."
        if stored is not None and card is not None:
            said = f"Bản lúc {when(stored)}: {holds(card.content)}. Việc làm sau lúc đó chỉ còn trong tệp hỏng."
        elif stored is not None:
            said = f"{stored.path.name}. Việc làm sau bản này chỉ còn trong tệp hỏng."
        self.backup.about.setText(said)

    def show_working(self, *, on: bool) -> None:
        """Let nothing be chosen while the file is read."""
        self.working.setVisible(on)
        for card in (self.repair, self.other):
            card.setEnabled(not on)
        self.again.setEnabled(not on)
        self.backup.setEnabled(not on and self._stored is not None)

    def show_rescue(self, rescue: Rescue) -> None:
        """Tell what was saved, and list every place that has to be looked at."""
        for each in (self.working, self.repair, self.backup, self.other, self.again):
            each.hide()
        for each in (self.backups, self.go_on):
            each.show()
        self.found_out = rescue
        self.head.setText(self.title())
        kept = f"Tệp hỏng được giữ nguyên với tên {rescue.damaged.name} trong {rescue.damaged.parent}."
        made = rescue.repair
        if made is None:
            self.words.setText(f"Cơ quan đang dùng bản sao lưu vừa mở. {kept}")
            return
        saved = f"Đã lấy lại {number(made.plans)} kế hoạch, {number(made.records)} bản ghi."
        undo = (
            "" if made.can_undo else " Các thay đổi trước đây còn xem được trong lịch sử nhưng không hoàn tác được nữa."
        )
        review = f" Hãy xem lại {number(len(made.findings))} chỗ dưới đây." if made.findings else " Không thiếu gì."
        self.words.setText(f"{saved}{review}{undo} {kept}")
        self.found.setPlainText("\n".join(each.what for each in made.findings[:_MOST]))
        self.found.setVisible(bool(made.findings))
        self._lines.setStretch(self._lines.indexOf(self.found), 100)


_REPAIR = (
    "Đọc từng bản ghi của tệp hỏng, chỗ nào không đọc được thì lấy trong nhật ký; thường lấy lại được gần hết, "
    "đến thay đổi cuối cùng."
)
_NO_UNDO = "Các thay đổi trước đây còn xem được trong lịch sử nhưng không hoàn tác được nữa."
_OTHER = "Mở một tệp dữ liệu khác, như bản chép trong USB."


def _card(drawing: str, title: str, detail: str, slot: Callable[[], object]) -> Card:
    made = Card(drawing, title, detail, slot)
    made.setFixedHeight(_LOW)
    return made


def _line(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    holder.setLayout(row(*widgets, None))
    return holder
