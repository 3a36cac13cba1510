"""The list of places to look at, below the text."""

from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView, QWidget

from tthc_desktop.models.plan import Plan
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import column, label, row, tool
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.rows import RowDelegate

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class Finding(NamedTuple):
    """Something to look at: where and what."""

    place: str
    text: str


def findings(plan: Plan) -> tuple[Finding, ...]:
    """Return the lines of the paper that found no place in the plan."""
    return tuple(Finding(f"Dòng {line.number} của bản gốc chưa xếp", line.text) for line in plan.unplaced)


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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FindingsModel(self)
        self._head = label(bold=True)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(RowDelegate(self.view))
        self.view.setAccessibleName("Chỗ cần xem")
        strip = QWidget()
        strip.setObjectName("strip")
        line = row(self._head, None, tool("Ẩn chỗ cần xem", self.hide, "close"))
        line.setContentsMargins(look.ROOM, look.GAP, look.SPACE, look.GAP)
        strip.setLayout(line)
        self.setLayout(column(strip, self.view, gap=0))

    def show_plan(self, plan: Plan) -> None:
        """Show what is to be looked at in a plan."""
        found = findings(plan)
        self.model.show_findings(found)
        self._head.setText(f"{len(found)} chỗ cần xem" if found else "Không có chỗ nào cần xem")
