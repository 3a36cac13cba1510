"""The page Bản sao lưu: when each was made and why, what is in it, how that differs from now."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QSettings, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPushButton, QSplitter, QStackedWidget, QWidget

from tthc_desktop.models.identity import Id
from tthc_desktop.storage.backups import Stored
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Job, Latest
from tthc_desktop.ui.backups import words
from tthc_desktop.ui.backups.detail import say_backup, say_none
from tthc_desktop.ui.backups.table import BackupsTable
from tthc_desktop.ui.backups.words import Listed, Now
from tthc_desktop.ui.controls import button, column, foot, label, row
from tthc_desktop.ui.eliding import Eliding
from tthc_desktop.ui.hearing_keys import hear_keys
from tthc_desktop.ui.life.wording import Wording
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.register_view import RegisterView

_LOOKING = "Đang tìm các bản sao lưu…"
_EMPTY = (
    "Chưa có bản sao lưu nào. Chương trình tự sao lưu khi mở lần đầu trong ngày; bấm Sao lưu ngay để có bản đầu tiên."
)
_COLUMNS = "backups/columns"
_STRETCHED = 3
"""The column that takes the room which is left: how the office differs by now."""


class Found(NamedTuple):
    """What a look at the places of backups finds."""

    stored: Sequence[Stored]
    elsewhere: Sequence[Stored]
    """Those that lie beside the files which the clerk has shown, the newest first."""
    now: Now | None
    """What the office holds now; None where its file cannot be read."""
    second: str
    """How it stands with the second place, in one sentence."""


class Doing(NamedTuple):
    """What the page asks of the window."""

    find: Callable[[Sequence[Path]], Callable[[], Found]]
    """Returns work for another thread, which looks beside these files too."""
    titles: Callable[[], Collection[str]]
    """Returns the titles of the plans that the office has now."""
    make: Callable[[], object]
    check: Callable[[Sequence[Stored]], object]
    look_into: Callable[[Stored], object]
    restore: Callable[[Stored], object]
    go_back: Callable[[Stored], object]
    show_file: Callable[[], object]
    """Asks for a backup that lies elsewhere."""
    set_up: Callable[[], object]
    open_folder: Callable[[], object]


class BackupsPage(Page):
    """Lists the backups; what is done with them is done by the window."""

    drawing = "backup"

    def __init__(self, doing: Doing, memory: QSettings, background: Background) -> None:
        super().__init__()
        self._doing, self._memory = doing, memory
        self._work: Latest[Found] = Latest(self, background, self._show, self.troubled.emit)
        self._shown: list[Path] = []
        self._wrong: dict[Id, tuple[str, ...]] = {}
        self._found: Found | None = None
        self._wanted = ""
        self._is_old = self._is_seen = False
        self.table = BackupsTable(self)
        self.view: RegisterView[Listed] = RegisterView(self.table, "Các bản sao lưu")
        self.detail = Wording("Bản sao lưu đang chọn")
        self.make = button("Sao lưu ngay", doing.make, main=True)
        self.second = Eliding(at_left=True)
        self.buttons: dict[str, QPushButton] = {}
        self._count = Eliding(at_left=True)
        self._none = label(_LOOKING)
        self._stack = QStackedWidget()
        self._build()
        self.view.selectionModel().selectionChanged.connect(self._choose)
        self.view.doubleClicked.connect(lambda _: self._one(doing.look_into))
        hear_keys(self.view, dict.fromkeys(("Return", "Enter"), lambda: self._one(doing.look_into)))
        self.renew()

    def _build(self) -> None:
        head = row(
            *(label("Bản sao lưu", bold=True), self._count),
            *(button("Từ nơi khác…", self._doing.show_file), button("Thiết lập…", self._doing.set_up)),
            *(button("Mở thư mục", self._doing.open_folder), self.make),
        )
        head.setStretch(1, 1)
        head.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        self._count.setProperty("quiet", True)
        strip = QWidget()
        strip.setObjectName("strip")
        strip.setLayout(head)
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty = QWidget()
        empty.setLayout(column(None, self._none, None, margin=2 * look.BROAD))
        self._stack.addWidget(empty)
        self._stack.addWidget(self._panes())
        lines = column(strip, self._stack, self._foot(), gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)

    def _panes(self) -> QWidget:
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        head = self.view.horizontalHeader()
        widths = self._memory.value(_COLUMNS)
        if isinstance(widths, QByteArray):
            head.restoreState(widths)
        head.setSectionResizeMode(_STRETCHED, QHeaderView.ResizeMode.Stretch)
        self.view.setMinimumHeight(4 * look.CONTROL)
        self.detail.setMinimumHeight(3 * look.CONTROL)
        panes = QSplitter(Qt.Orientation.Vertical)
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self.view)
        panes.addWidget(self.detail)
        panes.setStretchFactor(0, 3)
        panes.setStretchFactor(1, 2)
        return panes

    def _foot(self) -> QWidget:
        self.second.setProperty("quiet", True)
        self.buttons = {
            "check": button("Kiểm tra", lambda: self._doing.check([one.stored for one in self.view.chosen()])),
            "restore": button("Khôi phục thành tệp mới…", lambda: self._one(self._doing.restore)),
            "go_back": button("Quay về bản này…", lambda: self._one(self._doing.go_back)),
            "look_into": button("Xem bên trong", lambda: self._one(self._doing.look_into)),
        }
        self.buttons["check"].setToolTip("Đọc lại cả tệp của các bản đang chọn, đối chiếu với mã kiểm tra đã ghi")
        self.buttons["restore"].setToolTip("Dữ liệu hiện nay giữ nguyên; bản sao lưu được chép ra một tệp khác")
        self.buttons["go_back"].setToolTip(
            "Cả dữ liệu của cơ quan như lúc sao lưu; dữ liệu hiện nay được giữ ra tệp khác"
        )
        self.buttons["look_into"].setToolTip("Xem kế hoạch, bảng, nhiệm vụ trong bản này và lấy lại từng phần")
        return foot(self.second, *self.buttons.values())

    def title(self) -> str:
        return "Bản sao lưu"

    def chapter(self) -> str:
        return "sao-luu"

    def panes_in_order(self) -> list[QWidget]:
        return [self.view, self.detail] if self.view.isVisible() else [self.make]

    def leave(self) -> None:
        """Keep the widths of the columns."""
        self._memory.setValue(_COLUMNS, self.view.horizontalHeader().saveState())

    # Showing

    @Slot(object)
    def hear(self, _pairs: object) -> None:
        """Hold the backups against the office as it is now, once the page is seen."""
        self.look_again()

    @Slot()
    def look_again(self) -> None:
        """Look again at what there is, once the page is seen."""
        self._is_old = True
        if self.isVisible():
            self.renew()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the office and with what was backed up meanwhile."""
        super().showEvent(event)
        if self._is_old:
            self.renew()

    def is_looking(self) -> bool:
        """Tell whether what is shown may be other in a moment."""
        return self._work.working

    def renew(self) -> None:
        """Look again at what there is."""
        self._is_old = False
        find = self._doing.find(tuple(self._shown))

        def work(_job: Job) -> Found:
            return find()

        self._work.ask(work)

    def _show(self, found: Found) -> None:
        chosen = next(iter(self.view.chosen()), None)
        self._found, self.table.now = found, found.now
        self.second.setText(found.second)
        listed = tuple(self._listed(found))
        self.table.show_kept(listed)
        self._count.setText(words.summary(listed))
        self._none.setText(_EMPTY)
        self._stack.setCurrentIndex(1 if listed else 0)
        self._take_keyboard()
        wanted, self._wanted = self._wanted or (chosen.id if chosen else ""), ""
        if listed:
            self.view.go_to(wanted if self.table.row_of(wanted) >= 0 else listed[0].id)
        self._choose()

    def _listed(self, found: Found) -> Iterator[Listed]:
        own = {stored.path for stored in found.stored}
        for stored in found.elsewhere:
            if stored.path not in own:
                yield Listed(stored, self._wrong.get(str(stored.path)), elsewhere=True)
        yield from (Listed(stored, self._wrong.get(str(stored.path))) for stored in found.stored)

    def show_file(self, path: Path) -> None:
        """List a backup that lies elsewhere, with those beside it, and go to it."""
        self._shown.append(path)
        self._wanted = str(path)
        self.renew()

    def _take_keyboard(self) -> None:
        """Let the first list have the keyboard as soon as it is there."""
        if not self._is_seen and self.isVisible():
            self._is_seen = True
            self.panes_in_order()[0].setFocus()

    def show_making(self, *, is_making: bool) -> None:
        """Show that a backup is being made, or look at what there is once it was."""
        self.make.setEnabled(not is_making)
        self.make.setText("Đang sao lưu…" if is_making else "Sao lưu ngay")
        if not is_making:
            self.renew()

    def note(self, checked: Iterable[tuple[Stored, tuple[str, ...]]]) -> None:
        """Remember what a check has found."""
        self._wrong.update({str(stored.path): wrong for stored, wrong in checked})
        if self._found is not None:
            self._show(self._found)

    def _choose(self) -> None:
        """Show what is known of the chosen backup."""
        chosen = self.view.chosen()
        for name, each in self.buttons.items():
            each.setEnabled(bool(chosen) if name == "check" else len(chosen) == 1)
        if len(chosen) == 1 and self._found is not None:
            say_backup(self.detail, chosen[0], self._doing.titles())
        else:
            say_none(self.detail, len(chosen))

    def _one(self, act: Callable[[Stored], object]) -> None:
        chosen = self.view.chosen()
        if len(chosen) == 1:
            act(chosen[0].stored)
