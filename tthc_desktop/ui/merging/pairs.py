"""Lists of rows and troubles in two lines each, all of one height, so that many cost nothing."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tthc_desktop.ui import look
from tthc_desktop.ui.icons import icon

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
PAIR = _Role.UserRole
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_ICON = 20


class Pair(NamedTuple):
    """A line: its words, the quieter ones below, its icon."""

    words: str
    detail: str
    drawing: str


class PairsModel(QAbstractListModel):
    """The lines for a view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pairs: tuple[Pair, ...] = ()

    def show_pairs(self, pairs: Iterable[Pair]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._pairs = tuple(pairs)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._pairs)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one line."""
        if not index.isValid():
            return None
        pair = self._pairs[index.row()]
        match role:
            case _Role.DisplayRole:
                return pair.words
            case _Role.ToolTipRole:
                return f"{pair.words}\n{pair.detail}"
            case _Role.AccessibleTextRole:
                return f"{pair.words}, {pair.detail}"
            case int() if role == PAIR:
                return pair
            case _:
                return None


class _Pairs(QStyledItemDelegate):
    """Draws a line."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, 2 * option.fontMetrics.height() + look.WIDE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, mark, icon and both texts."""
        c, rect, pair = look.colours(), QRect(option.rect), index.data(PAIR)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(c.chosen))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(c.accent))
        inner = rect.adjusted(look.ROOM, look.GAP, -look.ROOM, -look.GAP)
        icon(pair.drawing).paint(painter, QRect(inner.left(), inner.center().y() - _ICON // 2, _ICON, _ICON))
        inner.setLeft(inner.left() + _ICON + look.SPACE)
        half, font = inner.height() // 2, QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        _draw(painter, inner.adjusted(0, 0, 0, -half), pair.words, font, c.text)
        _draw(painter, inner.adjusted(0, half, 0, 0), pair.detail, option.font, c.quiet)
        painter.restore()


def _draw(painter: QPainter, where: QRect, words: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, where.width())
    painter.drawText(where, _MIDDLE, cut)


class PairsView(QListView):
    """A list of such lines."""

    looked_at = Signal(int)
    """The row under the cursor, -1 when there is none."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.pairs = PairsModel(self)
        self.setModel(self.pairs)
        self.setItemDelegate(_Pairs(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(lambda index: self.looked_at.emit(index.row()))

    def show_pairs(self, pairs: Iterable[Pair]) -> None:
        """Show other lines, with the cursor in the row that it was in."""
        row = max(self.currentIndex().row(), 0)
        self.pairs.show_pairs(pairs)
        self.setCurrentIndex(self.pairs.index(min(row, self.pairs.rowCount() - 1), 0))
