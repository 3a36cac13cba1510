"""The list of places to look at, below the text."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.targets.marks import lost
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import column, label, row, tool
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.rows import SentenceDelegate

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class Finding(NamedTuple):
    """Something to look at: where, what, and the part of the plan that it is about or stands behind."""

    place: str
    text: str
    owner: Id = ""


def findings(plan: Plan, draft: Draft | None = None) -> tuple[Finding, ...]:
    """Return what the reader doubted, marked targets that are no longer said, and lines without a place."""
    placed = draft.placed if draft else {}
    lines = (
        Finding(f"Dòng {line.number} của bản gốc chưa xếp", line.text, _near(placed, line.number))
        for line in plan.unplaced
    )
    return (*(doubtful(draft) if draft else ()), *_lost_marks(plan), *lines)


def _lost_marks(plan: Plan) -> Iterator[Finding]:
    """Yield the marked targets whose paragraphs no longer say their values."""
    for one in lost(plan):
        words = f"đoạn này không còn ghi “{one.target.value}” của chỉ tiêu “{one.target.name}”"
        yield Finding("Chỉ tiêu đã đánh dấu", words, one.target.item_id)


def doubtful(draft: Draft) -> tuple[Finding, ...]:
    """Return what the reader of a paper doubted."""
    return tuple(Finding(doubt.place, doubt.text, _near(draft.placed, doubt.line)) for doubt in draft.problems)


def _near(placed: Mapping[int, Id], line: int) -> Id:
    """Return what a line went into, or the nearest line before it."""
    return placed.get(max((number for number, owner in placed.items() if owner and number <= line), default=0), "")


class FindingsModel(QAbstractListModel):
    """Findings for a list view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()

    def show_findings(self, found: tuple[Finding, ...]) -> None:
        """Show other findings."""
        if found != self._findings:
            self.beginResetModel()
            self._findings = found
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._findings)

    def owner(self, index: Index) -> Id:
        """Return the part of the plan that a finding is about, empty when it is not known."""
        return self._findings[index.row()].owner

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one finding."""
        if not index.isValid():
            return None
        found = self._findings[index.row()]
        if role in {_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole}:
            return f"{found.place}: {' '.join(found.text.split())}"
        if role == _Role.DecorationRole:
            return icon("warning")
        return None


class Problems(QWidget):
    """The findings of one plan with a heading."""

    chosen = Signal(str)
    """The part of the plan that a finding is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FindingsModel(self)
        self._read: tuple[Finding, ...] = ()
        self._more: dict[str, tuple[Finding, ...]] = {}
        self._head = label(bold=True)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(SentenceDelegate(self.view))
        self.view.setAccessibleName("Chỗ cần xem")
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)
        strip = QWidget()
        strip.setObjectName("strip")
        line = row(self._head, None, tool("Ẩn chỗ cần xem", self.hide, "close"))
        line.setContentsMargins(look.ROOM, look.GAP, look.SPACE, look.GAP)
        strip.setLayout(line)
        self.setLayout(column(strip, self.view, gap=0))

    def _choose(self, index: QModelIndex) -> None:
        owner = self.model.owner(index)
        if owner:
            self.chosen.emit(owner)

    @property
    def count(self) -> int:
        """How many findings there are."""
        return self.model.rowCount()

    def show_plan(self, plan: Plan, draft: Draft | None = None) -> None:
        """Show what is to be looked at in a plan."""
        self._read = findings(plan, draft)
        self._show()

    def show_more(self, found: tuple[Finding, ...], of: str = "") -> None:
        """Show what is to be looked at beside what the reader of the paper doubted; `of` tells who found it."""
        if found != self._more.get(of, ()):
            self._more[of] = found
            self._show()

    def _show(self) -> None:
        more = (each for _, found in sorted(self._more.items()) for each in found)
        found = (*more, *self._read)
        self.model.show_findings(found)
        self._head.setText(f"{len(found)} chỗ cần xem" if found else "Không có chỗ nào cần xem")
