"""One line to type into and a list below it: commands, parts of the plan, plans, found words."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tthc_desktop.ui import look
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.controls import column
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.searching.choices import Choice
from tthc_desktop.ui.searching.field import SearchField

Index = QModelIndex | QPersistentModelIndex
Choices = Callable[[str], list[Choice]]
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_REMARK = _Role.UserRole
WIDE, LINES = 620, 12


class ChoicesModel(QAbstractListModel):
    """The choices for a list view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choices: list[Choice] = []

    def show_choices(self, choices: list[Choice]) -> None:
        """Show other choices."""
        self.beginResetModel()
        self.choices = choices
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one choice."""
        if not index.isValid():
            return None
        choice = self.choices[index.row()]
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return choice.words
            case _Role.AccessibleTextRole:
                return f"{choice.words}, {choice.remark}" if choice.remark else choice.words
            case _Role.DecorationRole:
                return icon(choice.drawing) if choice.drawing else None
            case int() if role == _REMARK:
                return choice.remark
            case _:
                return None


class _Line(QStyledItemDelegate):
    """Draws icon and words, and the remark at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(look.ROW, look.CONTROL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one choice."""
        self.initStyleOption(option, index)
        c, rect = look.colours(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(c.chosen))
        rect.adjust(look.ROOM, 0, -look.ROOM, 0)
        option.icon.paint(painter, QRect(rect.left(), rect.center().y() - 8, 17, 17))
        rect.setLeft(rect.left() + 28)
        painter.setPen(QColor(c.quiet))
        remark = str(index.data(_REMARK))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, remark)
        rect.setRight(rect.right() - painter.fontMetrics().horizontalAdvance(remark) - look.WIDE)
        painter.setPen(QColor(c.text))
        words = painter.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()


class Palette(QFrame):
    """The quick search, over the upper part of the window until something is chosen or it is left."""

    def __init__(self, window: QWidget, offer: Choices) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setAccessibleName("Tìm nhanh")
        self._offer = offer
        self._before: QWidget | None = None
        self._looked = ""
        self.words = SearchField("Tìm nhanh")
        self.model = ChoicesModel(self)
        self.list = QListView()
        self.list.setAccessibleName("Kết quả tìm nhanh")
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Line(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayout(column(self.words, self.list, gap=look.SPACE, margin=look.SPACE))
        self.words.paused.connect(self.look)
        self.words.left.connect(self.leave)
        self.words.stepped.connect(self._step)
        self.words.entered.connect(lambda _: self._choose())
        self.list.clicked.connect(lambda _: self._choose())
        self.list.selectionModel().currentChanged.connect(self._read_aloud)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_went)
        self.hide()

    def open(self, offer: Choices, hint: str) -> None:
        """Show the empty line with what `offer` gives for it."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._offer = offer
        self.words.clear()
        self.words.setPlaceholderText(hint)
        window = self.parentWidget()
        assert window is not None
        self.resize(min(WIDE, window.width() - 2 * look.BROAD), 100)
        self.move(QPoint((window.width() - self.width()) // 2, 3 * look.BROAD))
        self.look()
        self.show()
        self.raise_()
        self.words.setFocus()

    def look(self) -> None:
        """Show what fits the words; nothing is chosen by itself but the first line marked."""
        self.words.hurry()
        self._looked = self.words.text()
        self.model.show_choices(self._offer(self._looked))
        shown = min(self.model.rowCount(), LINES)
        self.list.setVisible(shown > 0)
        self.list.setFixedHeight(shown * look.CONTROL + 2)
        self.list.setCurrentIndex(self.model.index(0, 0))
        self.list.scrollToTop()
        self.adjustSize()
        window = self.parentWidget()
        self.resize(min(WIDE, window.width() - 2 * look.BROAD if window else WIDE), self.sizeHint().height())

    def _step(self, step: int) -> None:
        count = self.model.rowCount()
        if count:
            row = self.list.currentIndex().row() + step
            row = row % count if abs(step) == 1 else min(max(row, 0), count - 1)
            self.list.setCurrentIndex(self.model.index(row, 0))

    def _read_aloud(self, index: QModelIndex) -> None:
        """Let a screen reader know the marked line, for the keyboard stays in the field."""
        self.words.setAccessibleDescription(str(index.data(_Role.AccessibleTextRole) or ""))

    def _choose(self) -> None:
        """Do what the marked line says, with the keyboard where it was before."""
        if self.words.composing:
            end_composing()
        if self.words.text() != self._looked:
            self.look()
        index = self.list.currentIndex()
        if index.isValid():
            act = self.model.choices[index.row()].act
            self.leave()
            act()

    def leave(self) -> None:
        """Go away and give the keyboard back."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    def _focus_went(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and not self.isAncestorOf(now):
            self.hide()
