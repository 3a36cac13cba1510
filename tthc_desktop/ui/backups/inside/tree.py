"""The tree of what a backup holds, each line with how it stands beside what the office has now."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from tthc_desktop.models.backups.standing import Standing
from tthc_desktop.ui import look
from tthc_desktop.ui.backups.inside.survey import Key, Part, Sort, walk
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.plan.names import number

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_TITLES = ("Trong bản sao lưu", "So với hiện nay")
_DRAWINGS = {
    Sort.PLAN: "plan",
    Sort.TEXT: "outline",
    Sort.TABLE: "table",
    Sort.GROUP: "group",
    Sort.TASK: "task",
    Sort.TARGET: "targets",
    Sort.ROW: "row-below",
}
_STANDINGS = {Standing.SAME: "Như hiện nay", Standing.OTHER: "Nay khác", Standing.GONE: "Nay không còn"}
_INKS = {Standing.SAME: "quiet", Standing.OTHER: "text", Standing.GONE: "warning"}
_STANDING_WIDTH = 190


def standing_words(part: Part) -> str:
    """Return how a line stands: Nay khác, 3 chỗ."""
    words = _STANDINGS[part.standing]
    if not part.others or part.standing is Standing.GONE:
        return words
    if part.standing is Standing.SAME:
        words = "Bên dưới khác"
    return f"{words}, {number(part.others)} chỗ"


class PartsModel(QAbstractItemModel):
    """The parts of a backup for a tree view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.top: Sequence[Part] = ()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show another tree."""
        self.beginResetModel()
        self.top = tuple(parts)
        for row, part in enumerate(self.top):
            part.row = row
        self.endResetModel()

    def part(self, index: Index) -> Part | None:
        """Return the part of a line, None for no line."""
        part = index.internalPointer() if index.isValid() else None
        return part if isinstance(part, Part) else None

    def index_of(self, part: Part) -> QModelIndex:
        """Return where a part stands."""
        return self.createIndex(part.row, 0, part)

    def _below(self, parent: Index) -> Sequence[Part]:
        part = self.part(parent)
        return self.top if part is None else part.children

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        below = self._below(parent)
        inside = 0 <= row < len(below) and 0 <= column < len(_TITLES) and parent.column() <= 0
        return self.createIndex(row, column, below[row]) if inside else QModelIndex()

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        part = self.part(index)
        return self.index_of(part.parent) if part is not None and part.parent is not None else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._below(parent)) if parent.column() <= 0 else 0

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        return len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return _TITLES[section]
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one line."""
        part = self.part(index)
        if part is None:
            return None
        is_name = index.column() == 0
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return part.words if is_name else standing_words(part)
            case _Role.AccessibleTextRole:
                return f"{part.sort.value}: {part.words}, {standing_words(part).lower()}"
            case _Role.DecorationRole if is_name:
                return icon(_DRAWINGS[part.sort])
            case _Role.ForegroundRole if not is_name:
                return QColor(getattr(look.colours(), _INKS[part.standing]))
            case _Role.FontRole if is_name and part.parent is None:
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
            case _:
                return None


class _Line(QStyledItemDelegate):
    """Lines high enough for a finger."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), look.ROW)


class PartsView(QTreeView):
    """Shows the tree; Enter on a line asks for what it is."""

    looked_at = Signal(object)
    """The part under the cursor, or None."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("parts")
        self.setAccessibleName("Nội dung của bản sao lưu")
        self.parts = PartsModel(self)
        self.setModel(self.parts)
        self.setItemDelegate(_Line(self))
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAllColumnsShowFocus(True)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(1, _STANDING_WIDTH)
        self.selectionModel().currentChanged.connect(lambda now, _before: self.looked_at.emit(self.parts.part(now)))

    def chosen(self) -> Part | None:
        """Return the part under the cursor."""
        return self.parts.part(self.currentIndex())

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show another tree; what was open stays open, and the cursor stays on its part or goes to the first."""
        chosen = self.chosen()
        wanted = chosen.key if chosen else None
        open_keys = self._open_keys()
        self.parts.show_parts(parts)
        found: Part | None = None
        for part in walk(self.parts.top):
            if part.key in open_keys:
                self.setExpanded(self.parts.index_of(part), True)
            if part.key == wanted:
                found = part
        first = self.parts.top[0] if self.parts.top else None
        target = found or first
        if target is None:
            self.looked_at.emit(None)
        else:
            self.setCurrentIndex(self.parts.index_of(target))

    def _open_keys(self) -> set[Key]:
        return {
            part.key for part in walk(self.parts.top) if part.children and self.isExpanded(self.parts.index_of(part))
        }

    def go_to(self, key: Key) -> None:
        """Put the cursor on a part."""
        for part in walk(self.parts.top):
            if part.key == key:
                self.setCurrentIndex(self.parts.index_of(part))
                self.scrollTo(self.currentIndex())
                return
