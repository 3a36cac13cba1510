"""Several old papers at once: what came of each, and the chosen ones taken as one change; nothing is written before."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QProgressBar, QWidget

from tthc_desktop.documents.reading.listing import Listing
from tthc_desktop.documents.reading.several import FileRead
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Pairs, pairs_of
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.same_paper import Marks, known_papers
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background
from tthc_desktop.ui.controls import button, column, foot, label, row
from tthc_desktop.ui.importing.several.course import Course
from tthc_desktop.ui.importing.several.entries import Came, Entry, entries_of, settled
from tthc_desktop.ui.importing.several.table import FilesTable
from tthc_desktop.ui.importing.several.view import FilesView
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import number, short

_BUG = UserError(
    "Chương trình gặp lỗi khi đọc tệp này.", "Hãy sao chép báo cáo lỗi gửi người phụ trách kỹ thuật, cùng với tệp."
)
Plans = Callable[[], Mapping[Id, Plan]]
_State = Qt.CheckState


class Known(NamedTuple):
    """What the office has."""

    papers: Mapping[Marks, Id]
    ids: frozenset[Id]


class SeveralPage(Page):
    """Reads files one by one; each can be reviewed by itself while the others are being read."""

    drawing = "import"
    wanted = Signal(object)
    """An entry whose review should be opened."""
    accepted = Signal(object)
    """Entries whose plans should be taken."""

    def __init__(self, listing: Listing, plans: Plans, background: Background) -> None:
        super().__init__()
        self._names, self._skipped, self._plans = listing.names, len(listing.skipped), plans
        self._known = _known(plans())
        unread = (FileRead(Path(one.file), one.file, (), one.error) for one in listing.unread)
        self._entries = [entry for read in unread for entry in entries_of(read)]
        self._done: set[Path] = set()
        self.table = FilesTable(self)
        self.view = FilesView(self.table)
        self.course = Course(background, self)
        self.all = QCheckBox("Chọn tất cả")
        self._far, self._bar, self._detail, self._outcome = label(quiet=True), QProgressBar(), label(), label()
        self._build()
        self._connect()
        self._show()
        self.go_on()

    def _build(self) -> None:
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(200, look.SPACE)
        self._bar.setAccessibleName("Tiến độ đọc tệp")
        self.stop = button("Thôi đọc", self._stop_or_go_on)
        self.all.setTristate(True)
        head, strip = (
            QWidget(),
            row(label("Nhập nhiều tệp", bold=True, larger=1), self._far, None, self._bar, self.stop),
        )
        head.setObjectName("strip")
        strip.setContentsMargins(look.WIDE, look.SPACE, look.WIDE, look.SPACE)
        head.setLayout(strip)
        self._detail.setWordWrap(True)
        self._detail.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._detail.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        below = QWidget()
        line = row(self.all, self._detail, gap=look.BROAD)
        line.setStretch(1, 1)
        line.setContentsMargins(look.WIDE, look.SPACE, look.WIDE, look.SPACE)
        below.setLayout(line)
        lines = column(head, self.view, below, self._foot(), gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)

    def _foot(self) -> QWidget:
        self.take = button("Nhập", self._accept, main=True)
        self.review = button("Xem tệp này", self._review)
        self.review.setToolTip("Xem từng phần của tệp đang chọn rồi mới nhập (Enter)")
        self.leave_it = button("Không nhập", self.finished.emit)
        return foot(self._outcome, self.leave_it, self.review, self.take)

    def _connect(self) -> None:
        self.course.came.connect(self._take_in)
        self.course.told.connect(self._say_page)
        self.course.ended.connect(self._say_far)
        self.course.failed.connect(self._fail)
        self.table.dataChanged.connect(self._count)
        self.view.opened.connect(self._open)
        self.view.looked_at.connect(self._say_detail)
        self.all.clicked.connect(self._turn_all)

    # Reading

    def go_on(self) -> None:
        """Read what has not been read yet."""
        left = {path: name for path, name in self._names.items() if path not in self._done}
        if left:
            self.course.read(left)
        self._say_far()

    def _stop_or_go_on(self) -> None:
        if self.course.working:
            self.course.stop()
        else:
            self.go_on()

    @Slot(object)
    def _take_in(self, read: FileRead) -> None:
        if read.path not in self._done:
            self._done.add(read.path)
            self._entries.extend(entries_of(read))
            self._show()
            self._say_far()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        """Tell a bug in reading a file, and go on with the others."""
        self.troubled.emit(error)
        path = self._next()
        if path is not None:
            self._take_in(FileRead(path, self._names[path], (), _BUG))
            self.go_on()

    def _next(self) -> Path | None:
        """Return the file that is read now, or would be next."""
        return next((path for path in self._names if path not in self._done), None)

    @Slot(int, int)
    def _say_page(self, done: int, of: int) -> None:
        if self.course.working:
            self._say_far(f" · trang {done}/{of}")

    @Slot()
    def _say_far(self, page: str = "") -> None:
        done, whole = len(self._done), len(self._names)
        self._bar.setRange(0, max(whole, 1))
        self._bar.setValue(done)
        working = self.course.working
        self._bar.setVisible(working)
        self.stop.setVisible(done < whole)
        self.stop.setText("Thôi đọc" if working else "Đọc tiếp")
        path = self._next()
        name = self._names[path] if path else ""
        words = f"Đang đọc {short(name, 48)}{page}" if working else "" if path is None else "Đã thôi đọc"
        self._far.setText(" · ".join(filter(None, (f"{number(done)}/{number(whole)} tệp", words))))
        self.told.emit()

    # Showing

    @Slot(object)
    def hear(self, pairs: Pairs) -> None:
        """Look again at what the office has."""
        if any(True for _ in pairs_of(Plan, pairs)):
            self._known = _known(self._plans())
            self._show()

    def _show(self) -> None:
        self._entries = list(settled(self._entries, *self._known))
        self.table.show_entries(tuple(self._entries))
        if not self.view.currentIndex().isValid() and self._entries:
            self.view.setCurrentIndex(self.view.order.index(0, 0))
        self._count()

    def _count(self) -> None:
        taken = self.table.taken()
        possible = [one for one in self._entries if one.can_be_taken]
        self.all.setEnabled(bool(possible))
        whole = _State.Checked if taken and len(taken) == len(possible) else _State.PartiallyChecked
        self.all.setCheckState(whole if taken else _State.Unchecked)
        words = f"Nhập {number(len(taken))} kế hoạch" if taken else "Nhập"
        self.take.setText(words)
        self.take.setAccessibleName(words)
        self.take.setEnabled(bool(taken))
        self._outcome.setText(outcome(self._entries, taken, self._skipped))
        self._say_detail()

    def _say_detail(self) -> None:
        entry = self.view.current()
        self._detail.setText("" if entry is None else f"{entry.read.name}: {entry.words}")
        self.review.setEnabled(entry is not None and entry.draft is not None)

    def _turn_all(self) -> None:
        taken = len(self.table.taken()) < sum(one.can_be_taken for one in self._entries)
        self.table.set_taken(self._entries, taken=taken)

    # Taking

    def _open(self, entry: Entry) -> None:
        if entry.draft is not None:
            self.wanted.emit(entry)

    def _review(self) -> None:
        entry = self.view.current()
        if entry is not None:
            self._open(entry)

    def _accept(self) -> None:
        self.accepted.emit(self.table.taken())

    # For the frame

    def title(self) -> str:
        return f"Nhập {number(len(self._names))} tệp"

    def chapter(self) -> str:
        return "nhap-van-ban-cu#nhap-ca-thu-muc"

    def panes_in_order(self) -> list[QWidget]:
        return [pane for pane in (self.view, self.all, self.take) if pane.isVisible()]


def _known(plans: Mapping[Id, Plan]) -> Known:
    return Known(known_papers(plans.values()), frozenset(plans))


def outcome(entries: Sequence[Entry], taken: Sequence[Entry], skipped: int = 0) -> str:
    """Return what the button will bring, and what will stay: 240 nhiệm vụ, 31 chỉ tiêu; 2 tệp không đọc được."""
    tasks, targets, lines = (sum(getattr(one, name) for one in taken) for name in ("tasks", "targets", "unplaced"))
    brought = f"{number(tasks)} nhiệm vụ, {number(targets)} chỉ tiêu" if taken else "Chưa chọn kế hoạch nào"
    counted = {came: sum(one.came is came for one in entries) for came in Came}
    parts = (
        (lines, "dòng chưa xếp, được giữ lại để xem sau"),
        (counted[Came.DOUBLE] + counted[Came.THERE], "tệp trùng"),
        (counted[Came.FAILED], "tệp không đọc được"),
        (skipped, "tệp loại khác được bỏ qua"),
        (counted[Came.TAKEN], "kế hoạch đã nhập"),
    )
    return "; ".join((brought, *(f"{number(many)} {what}" for many, what in parts if many))) + "."
