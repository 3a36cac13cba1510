"""Looking into one backup: its plans, tables and tasks beside those of now; one of them is taken back at a time."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSplitter, QWidget

from tthc_desktop.models.changes import Change
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.identity import Id
from tthc_desktop.storage.backups import Stored
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Job, Latest
from tthc_desktop.ui.backups import words
from tthc_desktop.ui.backups.inside.detail import say_looking, say_preview
from tthc_desktop.ui.backups.inside.preview import Preview, previewed
from tthc_desktop.ui.backups.inside.survey import Part, Sort, sifted, surveyed
from tthc_desktop.ui.backups.inside.tree import PartsView
from tthc_desktop.ui.composing import TypingPause
from tthc_desktop.ui.controls import button, column, foot, label, row
from tthc_desktop.ui.eliding import heading
from tthc_desktop.ui.life.wording import Wording
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import short, title

_HINT = "Chọn một kế hoạch, một bảng hay một nhiệm vụ ở bên trái để xem lấy lại thì thay đổi những gì."
_NOTHING = "Không có gì khác hiện nay. Bỏ dấu “Chỉ những gì khác hiện nay” để xem mọi thứ trong bản này."
_UNFOUND = "Không có dòng nào có những chữ này."
_LONGEST = 60


class Doing(NamedTuple):
    """What the page asks of the window."""

    now: Callable[[], Holdings]
    """Returns what the office has now."""
    take: Callable[[Change], object]
    """Backs the office up and makes the change."""
    copy: Callable[[Id], object]
    """Brings a plan in as a draft of its own."""
    compare: Callable[[Id], object]
    """Opens the comparison of a plan with the one of now."""


class InsidePage(Page):
    """Shows what a backup holds; nothing is written before "Lấy lại …"."""

    drawing = "backup"

    def __init__(self, stored: Stored, then: Holdings, doing: Doing, background: Background) -> None:
        super().__init__()
        self.stored, self.then, self._doing = stored, then, doing
        self._surveying: Latest[list[Part]] = Latest(self, background, self._take_survey, self.troubled.emit)
        self._sifting: Latest[list[Part]] = Latest(self, background, self._show, self.troubled.emit)
        self._previewing: Latest[Preview] = Latest(self, background, self._show_preview, self.troubled.emit)
        self._all: list[Part] = []
        self._preview: Preview | None = None
        self._is_old = False
        self.words, self.only_others = QLineEdit(), QCheckBox("Chỉ những gì khác hiện nay")
        self.tree, self.detail = PartsView(), Wording("Lấy lại thì thay đổi những gì")
        self.sentence = label()
        self._pause = TypingPause(self, self._sift)
        self._build()
        self._connect()
        self._survey()

    def _build(self) -> None:
        name = words.called(self.stored)
        self.words.setAccessibleName("Lọc theo chữ")
        self.words.setPlaceholderText("Lọc theo chữ, không cần gõ dấu")
        self.words.setMinimumHeight(look.CONTROL)
        self.words.setFixedWidth(280)
        self.only_others.setChecked(True)
        head = row(heading(f"{name[0].upper()}{name[1:]}"), self.only_others, self.words, gap=look.ROOM)
        head.setStretch(0, 1)
        head.setContentsMargins(look.WIDE, look.SPACE, look.WIDE, look.SPACE)
        strip = QWidget()
        strip.setObjectName("strip")
        strip.setLayout(head)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        self.tree.setMinimumWidth(360)
        self.detail.setMinimumWidth(280)
        self.panes.addWidget(self.tree)
        self.panes.addWidget(self.detail)
        self.panes.setSizes([760, 560])
        lines = column(strip, self.panes, self._foot(), gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)

    def _foot(self) -> QWidget:
        self.copy = button("Lấy thành bản riêng", lambda: self._of_plan(self._doing.copy))
        self.copy.setToolTip("Thêm kế hoạch lúc sao lưu thành một bản dự thảo khác, bên cạnh kế hoạch hiện nay")
        self.compare = button("So sánh hai bản", lambda: self._of_plan(self._doing.compare))
        self.compare.setToolTip("So sánh kế hoạch lúc sao lưu với kế hoạch hiện nay, từng chỗ")
        self.take = button("Lấy lại", self.take_back, main=True)
        return foot(self.sentence, self.copy, self.compare, self.take)

    def _connect(self) -> None:
        self.tree.looked_at.connect(self._look)
        self.tree.activated.connect(lambda _: self.take.setFocus())
        self.only_others.toggled.connect(self._sift)
        self.words.textChanged.connect(self._pause.start)
        self.words.editingFinished.connect(self._sift)

    def title(self) -> str:
        return f"Sao lưu {words.when(self.stored)}"

    def chapter(self) -> str:
        return "sao-luu#lay-lai-mot-phan"

    def panes_in_order(self) -> list[QWidget]:
        return [self.words, self.tree, self.detail, self.take]

    def leave(self) -> None:
        self._pause.stop()

    # Showing

    @Slot(object)
    def hear(self, _pairs: object = None) -> None:
        """Hold the backup against the office as it is now, once the page is seen."""
        self._is_old = True
        if self.isVisible():
            self._survey()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the office."""
        super().showEvent(event)
        if self._is_old:
            self._survey()

    def is_looking(self) -> bool:
        """Tell whether what is shown may be other in a moment."""
        return any(work.working for work in (self._surveying, self._sifting, self._previewing))

    def _survey(self) -> None:
        self._is_old = False
        then, now = self.then.plans, self._doing.now().plans

        def work(job: Job) -> list[Part]:
            return surveyed(then, now, lambda: job.cancelled)

        self._surveying.ask(work)

    def _take_survey(self, found: list[Part]) -> None:
        self._all = found
        self._sift()

    def _sift(self) -> None:
        self._pause.stop()
        found, wanted, only = self._all, self.words.text(), self.only_others.isChecked()
        self._sifting.ask(lambda _job: sifted(found, wanted, only_others=only))

    def _show(self, parts: list[Part]) -> None:
        self.tree.show_parts(parts)

    def _look(self, part: Part | None) -> None:
        """Work out what taking the part under the cursor back would do."""
        self._preview = None
        self._say()
        if part is None:
            self.detail.begin()
            self.detail.say(self._nothing(), quiet=True)
            return
        say_looking(self.detail, part)
        then, now, key = self.then, self._doing.now(), part.key
        self._previewing.ask(lambda _job: previewed(then, now, key))

    def _nothing(self) -> str:
        if self._surveying.working:
            return _HINT
        if self.words.text().strip():
            return _UNFOUND
        return _NOTHING if self.only_others.isChecked() else "Bản sao lưu này chưa có kế hoạch nào."

    def _show_preview(self, preview: Preview) -> None:
        part = self.tree.chosen()
        if part is None or part.key != preview.key:
            return
        self._preview = preview
        say_preview(self.detail, part, preview)
        self._say()

    def _say(self) -> None:
        """Say at the foot what can be taken back."""
        part, preview = self.tree.chosen(), self._preview
        is_plan = part is not None and part.sort is Sort.PLAN
        self.copy.setVisible(is_plan)
        self.compare.setVisible(is_plan)
        self.compare.setEnabled(is_plan and preview is not None and preview.before is not None)
        self.take.setText(f"Lấy lại {part.sort.value} này" if part and part.sort is not Sort.TEXT else "Lấy lại")
        self.take.setAccessibleName(self.take.text())
        can = preview is not None and preview.can_be_taken
        self.take.setEnabled(can)
        self.sentence.setText("Ghi lại như lúc sao lưu; hoàn tác được bằng Ctrl+Z." if can else "")

    # Taking back

    def _of_plan(self, act: Callable[[Id], object]) -> None:
        part = self.tree.chosen()
        if part is not None:
            act(part.key[1])

    def take_back(self) -> None:
        """Make the part under the cursor as it was."""
        part, preview = self.tree.chosen(), self._preview
        if part is None or preview is None or not self.take.isEnabled():
            return
        name = title(self.then.plans[part.key[1]]) if part.sort is Sort.PLAN else part.words
        what = f"Lấy lại {part.sort.value} “{short(name, _LONGEST)}” từ bản sao lưu {words.when(self.stored)}"
        self.tree.setFocus()
        self._doing.take(Change(what, preview.pairs))
