"""A tree of what is proposed or found: groups with counts, lines that can be taken or left."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from tthc_desktop.ui import look

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_Check = Qt.CheckState
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


@dataclass(eq=False)
class Choice:
    """A line of the tree; a group has lines below it and is taken when all of them are."""

    words: str
    key: Hashable = None
    taken: bool = True
    children: list["Choice"] = field(default_factory=list)
    parent: "Choice | None" = None
    row: int = 0
    total: int = 0
    chosen: int = 0

    def leaves(self) -> Iterator["Choice"]:
        """Yield the lines below, or this one, that are no groups."""
        if self.key is not None:
            yield self
        for child in self.children:
            yield from child.leaves()


class ChoicesModel(QAbstractItemModel):
    """The tree for a view; without `checkable` it is only to be looked at."""

    changed = Signal()
    """Something was taken or left."""

    def __init__(self, parent: QObject | None = None, *, checkable: bool = True) -> None:
        super().__init__(parent)
        self._checkable = checkable
        self._root = Choice("")

    def show_choices(self, groups: Iterable[Choice]) -> None:
        """Show another tree; empty groups are left out."""
        self.beginResetModel()
        self._root = Choice("", children=[group for group in groups if group.key is not None or group.children])
        _settle(self._root)
        self.endResetModel()

    def choice(self, index: Index) -> Choice:
        """Return a line; the root for no index."""
        node = index.internalPointer() if index.isValid() else self._root
        assert isinstance(node, Choice)
        return node

    def leaves(self) -> Iterator[Choice]:
        """Yield every line that is no group."""
        return self._root.leaves()

    def index_of(self, choice: Choice) -> QModelIndex:
        """Return where a line stands."""
        return self.createIndex(choice.row, 0, choice)

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self.choice(parent).children
        inside = column == 0 and 0 <= row < len(children)
        return self.createIndex(row, column, children[row]) if inside else QModelIndex()

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        above = self.choice(index).parent if index.isValid() else None
        return QModelIndex() if above is None or above is self._root else self.index_of(above)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self.choice(parent).children)

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _FLAGS | Qt.ItemFlag.ItemIsUserCheckable if self._checkable else _FLAGS

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one line."""
        if not index.isValid():
            return None
        choice = self.choice(index)
        match role:
            case _Role.DisplayRole:
                return self._words(choice)
            case _Role.ToolTipRole:
                return choice.words
            case _Role.AccessibleTextRole:
                return f"{self._words(choice)}{', không lấy' if self._checkable and not choice.chosen else ''}"
            case _Role.CheckStateRole if self._checkable:
                return _state(choice)
            case _:
                return None

    def _words(self, choice: Choice) -> str:
        if choice.key is not None:
            return choice.words
        count = f"{choice.chosen}/{choice.total}" if self._checkable else f"{choice.total}"
        return f"{choice.words} ({count})"

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Take or leave a line, or all lines of a group."""
        if role != _Role.CheckStateRole or not self._checkable or not index.isValid():
            return False
        choice = self.choice(index)
        take = value not in {_Check.Unchecked, _Check.Unchecked.value} and _state(choice) is not _Check.Checked
        self.take(choice, take)
        return True

    def take(self, choice: Choice, take: bool) -> None:
        """Take or leave a line, or all lines of a group."""
        for leaf in choice.leaves():
            leaf.taken = take
        self.renew()
        self.changed.emit()

    def renew(self) -> None:
        """Show what is taken now."""
        _settle(self._root)
        self._tell(QModelIndex())

    def _tell(self, parent: QModelIndex) -> None:
        rows = self.rowCount(parent)
        if rows:
            self.dataChanged.emit(self.index(0, 0, parent), self.index(rows - 1, 0, parent))
        for row in range(rows):
            below = self.index(row, 0, parent)
            if self.rowCount(below):
                self._tell(below)


def _settle(choice: Choice) -> None:
    """Note where the lines stand and how many are taken."""
    own = choice.key is not None
    choice.total, choice.chosen = int(own), int(own and choice.taken)
    for row, child in enumerate(choice.children):
        child.parent, child.row = choice, row
        _settle(child)
        choice.total += child.total
        choice.chosen += child.chosen


def _state(choice: Choice) -> Qt.CheckState:
    if not choice.chosen:
        return _Check.Unchecked
    return _Check.Checked if choice.chosen == choice.total else _Check.PartiallyChecked


class _Line(QStyledItemDelegate):
    """Lines high enough for a finger; groups in bold."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), look.ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line, and around its box an edge that is seen on every ground."""
        super().paint(painter, option, index)
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        if whole.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator:
            part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
            box = QApplication.style().subElementRect(part, whole, option.widget)
            painter.setPen(QColor(look.colours().quiet))
            painter.drawRect(box.adjusted(0, 0, -1, -1))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.font.setBold(index.model().rowCount(index) > 0)


class ChoicesView(QTreeView):
    """Shows the tree; Space takes or leaves a line or a whole group."""

    opened = Signal(object)
    """A line was double-clicked or Enter was pressed on it: its key."""
    looked_at = Signal(object)
    """The line under the cursor, or None."""

    def __init__(self, name: str, *, checkable: bool = True) -> None:
        super().__init__()
        self.setObjectName("choices")
        self.setAccessibleName(name)
        self.choices = ChoicesModel(self, checkable=checkable)
        self.setModel(self.choices)
        self.setItemDelegate(_Line(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setExpandsOnDoubleClick(False)
        self.activated.connect(self._open)
        self.selectionModel().currentChanged.connect(self._look)

    def show_choices(self, groups: Iterable[Choice], *, unfold: bool = True) -> None:
        """Show another tree with its first line under the cursor."""
        self.choices.show_choices(groups)
        if unfold:
            self.expandToDepth(0)
        self.setCurrentIndex(self.choices.index(0, 0))
        if not self.choices.rowCount():
            self.looked_at.emit(None)

    def go_to(self, choice: Choice) -> None:
        """Put the cursor on a line."""
        index = self.choices.index_of(choice)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _look(self, index: QModelIndex) -> None:
        self.looked_at.emit(self.choices.choice(index) if index.isValid() else None)

    def _open(self, index: QModelIndex) -> None:
        choice = self.choices.choice(index)
        if choice.key is None:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.opened.emit(choice.key)
