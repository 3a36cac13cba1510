"""The outline tree at the left of a plan."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from tthc_desktop.models.identity import Id
from tthc_desktop.ui import look
from tthc_desktop.ui.plan.outline_entries import Entry, walk
from tthc_desktop.ui.rows import RowDelegate

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class _Node:
    """An entry with its place in the tree."""

    def __init__(self, entry: Entry, parent: "_Node | None", row: int) -> None:
        self.entry = entry
        self.parent = parent
        self.row = row
        self.children = [_Node(child, self, place) for place, child in enumerate(entry.children)]


class OutlineModel(QAbstractItemModel):
    """The entries of one plan for a tree view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Node(Entry("", ""), None, 0)
        self._nodes: dict[Id, _Node] = {}

    def show_entries(self, tree: tuple[Entry, ...]) -> bool:
        """Show a newer outline; return whether its shape has changed."""
        root = _Node(Entry("", "", children=tree), None, 0)
        if _shape(root) == _shape(self._root):
            self._refresh(self._root, root)
            return False
        self.beginResetModel()
        self._root = root
        self._nodes = {}
        self._learn(root)
        self.endResetModel()
        return True

    def _learn(self, node: _Node) -> None:
        for child in node.children:
            self._nodes[child.entry.owner] = child
            self._learn(child)

    def _refresh(self, old: _Node, new: _Node) -> None:
        for mine, newer in zip(old.children, new.children, strict=True):
            if mine.entry != newer.entry:
                mine.entry = newer.entry
                index = self.createIndex(mine.row, 0, mine)
                self.dataChanged.emit(index, index)
            self._refresh(mine, newer)

    def owner(self, index: Index) -> Id:
        """Return whom a line stands for."""
        return self._node(index).entry.owner

    def index_of(self, owner: Id) -> QModelIndex:
        """Return the line of an owner, an invalid index when it has none."""
        node = self._nodes.get(owner)
        return self.createIndex(node.row, 0, node) if node else QModelIndex()

    def _node(self, index: Index) -> _Node:
        node = index.internalPointer() if index.isValid() else self._root
        assert isinstance(node, _Node)
        return node

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self._node(parent).children
        if column == 0 and 0 <= row < len(children) and parent.column() <= 0:
            return self.createIndex(row, column, children[row])
        return QModelIndex()

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        above = self._node(index).parent if index.isValid() else None
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._node(parent).children) if parent.column() <= 0 else 0

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let parts of the text be dragged onto and between each other."""
        flags = super().flags(index)
        if index.isValid() and self._node(index).entry.movable:
            return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Take parts that are moved."""
        return Qt.DropAction.MoveAction

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one line."""
        if not index.isValid():
            return None
        entry = self._node(index).entry
        match role:
            case _Role.DisplayRole | _Role.AccessibleTextRole:
                return entry.text
            case _Role.ToolTipRole:
                return entry.whole or entry.text
            case _:
                return None


def _shape(node: _Node) -> tuple[object, ...]:
    return tuple((child.entry.owner, _shape(child)) for child in node.children)


def _where(line: QRect, y: int) -> int:
    """Tell whether a height is at the upper edge of a line (-1), on it (0) or at its lower edge (1)."""
    margin = round(line.height() / 5.5)
    return -1 if y - line.top() < margin else 1 if line.bottom() - y < margin else 0


class OutlineView(QTreeView):
    """Shows the outline; a chosen line tells its owner."""

    chosen = Signal(str)
    dragged = Signal(str, str, int)
    """A part that was dragged, another one, and whether it goes before (-1), into (0) or behind (1) that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAccessibleName("Dàn bài")
        self.entries = OutlineModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(RowDelegate(self))
        self.setMouseTracking(True)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(look.WIDE)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._following = False
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(lambda index: self.chosen.emit(self.entries.owner(index)))

    def let_drag(self) -> None:
        """Let parts be moved with the mouse."""
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where a part was dropped; the plan that comes back shows it there."""
        moved, target = self.currentIndex(), self.indexAt(event.position().toPoint())
        if moved.isValid() and target.isValid() and moved != target:
            where = _where(self.visualRect(target), event.position().toPoint().y())
            self.dragged.emit(self.entries.owner(moved), self.entries.owner(target), where)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def show_entries(self, tree: tuple[Entry, ...]) -> None:
        """Show a newer outline; folded lines stay folded, the chosen one chosen."""
        folded = set(self._folded())
        now = self.entries.owner(self.currentIndex()) if self.currentIndex().isValid() else ""
        if self.entries.show_entries(tree):
            self.expandAll()
            for entry in walk(tree):
                if entry.owner in folded:
                    self.setExpanded(self.entries.index_of(entry.owner), False)
            self.follow(now)

    def _folded(self) -> list[Id]:
        return [owner for owner, index in self._parents() if not self.isExpanded(index)]

    def _parents(self) -> list[tuple[Id, QModelIndex]]:
        found = []
        waiting = [QModelIndex()]
        while waiting:
            above = waiting.pop()
            for row in range(self.entries.rowCount(above)):
                index = self.entries.index(row, 0, above)
                if self.entries.rowCount(index):
                    found.append((self.entries.owner(index), index))
                    waiting.append(index)
        return found

    def follow(self, owner: Id) -> None:
        """Mark the line of an owner without telling anybody."""
        index = self.entries.index_of(owner)
        if index.isValid() and index != self.currentIndex():
            self._following = True
            self.setCurrentIndex(index)
            self._following = False

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid() and not self._following and self.hasFocus():
            self.chosen.emit(self.entries.owner(index))
