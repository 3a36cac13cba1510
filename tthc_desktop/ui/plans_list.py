"""The plans of the office as a list of two lines each."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QGuiApplication, QPainter
from PySide6.QtWidgets import QListView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tthc_desktop.ui import look
from tthc_desktop.ui.icons import icon

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_DETAIL, _ID, _LEVEL = _Role.UserRole, _Role.UserRole + 1, _Role.UserRole + 2
_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
TALL, INDENT = 56, 28
_BESIDE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Listed(NamedTuple):
    """A plan in the list: who it is, its title and a line about it; level 1 is a version kept of the plan above."""

    id: str
    title: str
    detail: str
    level: int = 0


class PlansModel(QAbstractListModel):
    """The plans of the office for a list view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.listed: tuple[Listed, ...] = ()

    def show_plans(self, listed: Iterable[Listed]) -> None:
        """Show other plans."""
        self.beginResetModel()
        self.listed = tuple(listed)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.listed)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one plan."""
        if not index.isValid():
            return None
        plan = self.listed[index.row()]
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return plan.title
            case _Role.AccessibleTextRole:
                return f"{plan.title}, {plan.detail}"
            case _Role.DecorationRole:
                return icon("plan")
            case int() if role == _DETAIL:
                return plan.detail
            case int() if role == _ID:
                return plan.id
            case int() if role == _LEVEL:
                return plan.level
            case _:
                return None


class _PlanLine(QStyledItemDelegate):
    """Draws a plan in two lines."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, TALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw icon, title and detail."""
        c = look.colours()
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.fillRect(option.rect, QColor(c.chosen if chosen else c.shade))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), QColor(c.accent))
        rect = option.rect.adjusted(look.ROOM, look.SPACE, -look.ROOM, -look.SPACE)
        rect.setLeft(rect.left() + INDENT * int(index.data(_LEVEL)))
        drawing = "versions" if index.data(_LEVEL) else "plan"
        icon(drawing).paint(painter, QRect(rect.left(), rect.top() + 8, 24, 24))
        words = rect.adjusted(36, 0, 0, 0)
        self._line(painter, option, words, str(index.data()), c.text, bold=True)
        self._line(painter, option, words.adjusted(0, words.height() // 2, 0, 0), str(index.data(_DETAIL)), c.quiet)
        painter.restore()

    @staticmethod
    def _line(
        painter: QPainter, option: QStyleOptionViewItem, rect: QRect, words: str, colour: str, *, bold: bool = False
    ) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _TOP_LEFT, cut)


class PlansView(QListView):
    """The list; Enter or a click opens a plan."""

    picked = Signal(str)
    unwanted = Signal()
    """The plan under the cursor is to be removed."""
    asked = Signal(str)
    """A command of the window for the plan under the cursor, by its name."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("recent")
        self.setAccessibleName("Các kế hoạch")
        self.plans = PlansModel(self)
        self.setModel(self.plans)
        self.setItemDelegate(_PlanLine(self))
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.activated.connect(self._pick)
        self.clicked.connect(self._click)

    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(str(index.data(_ID)))

    def _click(self, index: QModelIndex) -> None:
        """Open a plan, unless it is chosen beside others."""
        if not QGuiApplication.keyboardModifiers() & _BESIDE:
            self._pick(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the plan under the cursor."""
        index = self.currentIndex()
        if index.isValid():
            menu = self.menu_of(index)
            menu.popup(event.globalPos())

    def menu_of(self, index: QModelIndex) -> QMenu:
        """Return the menu of one plan."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("plan"), "Mở", lambda: self._pick(index))
        menu.addSeparator()
        menu.addAction(icon("roll"), "Lập từ kế hoạch này cho năm khác…", lambda: self.asked.emit("roll_forward"))
        menu.addAction(icon("copy"), "Lập từ bản sao", lambda: self.asked.emit("new_from_copy"))
        menu.addAction(icon("versions"), "Các bản…", lambda: self.asked.emit("versions"))
        several = len(self.chosen_ones())
        words = f"In {several} văn bản đã chọn…" if several > 1 else "In…"
        menu.addAction(icon("print"), words, lambda: self.asked.emit("print"))
        menu.addSeparator()
        menu.addAction(icon("delete"), "Xóa kế hoạch này", self.unwanted.emit)
        return menu

    def chosen_ones(self) -> tuple[str, ...]:
        """Return all plans that are chosen, from above; one is chosen with Ctrl or Shift beside another."""
        rows = sorted(self.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return tuple(str(index.data(_ID)) for index in rows) or ((self.chosen(),) if self.chosen() else ())

    def chosen(self) -> str:
        """Return the plan under the cursor, empty when there is none."""
        return str(self.currentIndex().data(_ID) or "")
