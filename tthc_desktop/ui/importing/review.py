"""The review of a paper: its lines at left, the plan made of them at right, what is doubtful below, one button."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QListView, QSplitter, QTabWidget, QWidget

from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.models.counts import count
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.importing.source_lines import SourceLines, titled
from tthc_desktop.ui.importing.source_model import SourceModel
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import short
from tthc_desktop.ui.plan.outline_entries import entries
from tthc_desktop.ui.plan.outline_view import OutlineView
from tthc_desktop.ui.plan.preview import Preview
from tthc_desktop.ui.plan.problems import Finding, FindingsModel, doubtful
from tthc_desktop.ui.rows import RowDelegate


class ReviewPage(Page):
    """Shows a draft; nothing is written before "Nhập kế hoạch này"."""

    drawing = "import"

    def __init__(self, draft: Draft, take: Callable[[Plan], object], background: Background) -> None:
        super().__init__()
        self.draft = draft
        self._take = take
        self.source = QListView()
        self.lines = SourceModel(draft, self)
        self.outline = OutlineView()
        self.preview = Preview(background)
        self.doubts = QListView()
        self._build()
        self._connect()
        self.outline.show_entries(entries(draft.plan))
        self.preview.show_plan(draft.plan)

    def _build(self) -> None:
        self.source.setModel(self.lines)
        self.source.setItemDelegate(SourceLines(self.source))
        self.source.setUniformItemSizes(True)
        self.source.setAccessibleName("Các dòng của bản gốc")
        model = FindingsModel(self)
        model.show_findings(tuple(doubts(self.draft)))
        self.doubts.setModel(model)
        self.doubts.setItemDelegate(RowDelegate(self.doubts))
        self.doubts.setAccessibleName("Chỗ cần xem khi nhập")
        self.outline.setAccessibleName("Dàn bài đọc được")
        proposed = QTabWidget()
        proposed.setDocumentMode(True)
        proposed.setAccessibleName("Kế hoạch đọc được")
        proposed.addTab(self.preview, "Bản in")
        proposed.addTab(self.outline, "Dàn bài")
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.panes.addWidget(self._left())
        self.panes.addWidget(proposed)
        self.panes.setSizes([560, 640])
        lines = column(self.panes, self._foot(), gap=0)
        lines.setStretch(0, 1)
        self.setLayout(lines)

    def _left(self) -> QWidget:
        side = QSplitter(Qt.Orientation.Vertical)
        side.setHandleWidth(1)
        unplaced = len(self.draft.unplaced)
        fate = f"{len(self.draft.lines) - unplaced} dòng đã xếp, {unplaced} chưa xếp"
        side.addWidget(titled("Bản gốc", fate, self.source))
        found = self.doubts.model().rowCount()
        doubts_pane = titled("Chỗ cần xem", f"{found} chỗ", self.doubts)
        side.addWidget(doubts_pane)
        side.setSizes([480, 160])
        doubts_pane.setVisible(bool(found))
        side.setMinimumWidth(300)
        return side

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setObjectName("foot")
        words = label(outcome(self.draft))
        words.setWordWrap(True)
        self.take = button("Nhập kế hoạch này", self._accept, main=True)
        self.leave_it = button("Không nhập", self._refuse)
        line = row(words, self.leave_it, self.take, gap=look.ROOM, margin=look.ROOM)
        line.setStretch(0, 1)
        foot.setLayout(line)
        return foot

    def _connect(self) -> None:
        self.source.selectionModel().currentChanged.connect(lambda index: self.preview.go_to(self.lines.owner(index)))
        self.doubts.selectionModel().currentChanged.connect(self._show_doubt)
        self.doubts.clicked.connect(self._show_doubt)
        self.outline.chosen.connect(self._show_owner)
        self.preview.pointed.connect(self._show_owner)
        self.preview.moved.connect(self.told)
        self.preview.failed.connect(self.troubled)

    def _show_doubt(self, index: QModelIndex) -> None:
        number = _numbers(self.draft)[index.row()]
        if number:
            self._show_line(self.lines.index_of_line(number))

    def _show_owner(self, owner: Id) -> None:
        self.preview.go_to(owner)
        self._show_line(self.lines.index_of_owner(owner))

    def _show_line(self, index: QModelIndex) -> None:
        if index.isValid():
            self.source.setCurrentIndex(index)
            self.source.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def _accept(self) -> None:
        self.take.setEnabled(False)
        if not self._take(self.draft.plan):
            self.take.setEnabled(True)

    def _refuse(self) -> None:
        self.finished.emit()

    def title(self) -> str:
        return f"Nhập: {short(self.draft.plan.source or 'văn bản', 28)}"

    def zoom(self, steps: int) -> None:
        self.preview.pages.zoom(steps)

    def place(self) -> tuple[int | None, str, str]:
        where = self.preview.place_words()
        return None, where[:1].upper() + where[1:], f"{self.preview.pages.percent} %" if where else ""

    def panes_in_order(self) -> list[QWidget]:
        found: list[QWidget] = [self.source, self.doubts, self.preview.pages, self.outline, self.take]
        return [pane for pane in found if pane.isVisible()]


def doubts(draft: Draft) -> list[Finding]:
    """Return what the reader was unsure of, then the lines without a place."""
    return [*doubtful(draft), *(Finding(f"Dòng {line.number} chưa xếp", line.text) for line in draft.unplaced)]


def _numbers(draft: Draft) -> list[int]:
    return [problem.line for problem in draft.problems] + [line.number for line in draft.unplaced]


def outcome(draft: Draft) -> str:
    """Return what taking the plan will bring: "Nhập kế hoạch với 20 nhiệm vụ, 10 chỉ tiêu; 2 dòng chưa xếp"."""
    return f"Nhập {brought(draft)}"


def brought(draft: Draft) -> str:
    """Return what a draft holds, for the middle of a sentence."""
    counts = count(draft.plan)
    parts = (
        (counts.table_tasks + counts.body_tasks, "nhiệm vụ"),
        (counts.table_targets, "chỉ tiêu"),
        (counts.tables, "bảng"),
        (counts.bases, "căn cứ"),
    )
    held = ", ".join(f"{number} {what}" for number, what in parts if number) or "phần văn bản"
    left = len(draft.unplaced)
    rest = f"{left} dòng chưa xếp, được giữ lại để xem sau" if left else "mọi dòng đều đã xếp"
    return f"kế hoạch với {held}; {rest}."
