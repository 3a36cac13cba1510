"""Typing into a register's table: one line over a cell, with what is known offered below."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tthc_desktop.models.typed import Parts, whole
from tthc_desktop.ui import look
from tthc_desktop.ui.composing import end_composing, is_undo
from tthc_desktop.ui.offering.suggesting import Offers, Suggester

Index = QModelIndex | QPersistentModelIndex


_Hint = QAbstractItemDelegate.EndEditHint
_LEAVING = {
    Qt.Key.Key_Return: _Hint.NoHint,
    Qt.Key.Key_Enter: _Hint.NoHint,
    Qt.Key.Key_Tab: _Hint.EditNextItem,
    Qt.Key.Key_Backtab: _Hint.EditPreviousItem,
}


class Offering(NamedTuple):
    """What is offered in a column, and for which part of its words; `at_once`, without waiting for a key."""

    offers: Offers
    parts: Parts = whole
    at_once: bool = False


class CellLine(QLineEdit):
    """A line over a cell; undo belongs to the office."""

    left = Signal(object)
    """What is done after the cell; None takes the typing back."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.composing = False
        self.setAccessibleName(name)
        self.setStyleSheet(f"border-radius: 0; padding: 0 {look.GAP}px;")

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the office."""
        if event.type() is QEvent.Type.ShortcutOverride and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the words, Tab goes on to the next cell, Escape takes the typing back."""
        hint = _LEAVING.get(Qt.Key(event.key()))
        if hint is not None:
            self.left.emit(hint)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit(None)
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a word is being composed."""
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)


class InlineCells(QStyledItemDelegate):
    """Opens the line over a cell; rows are high enough for a finger."""

    typing = Signal(object, str)
    """The cell that is being typed into, and the words that stand in its line."""

    def __init__(
        self,
        parent: QObject,
        titles: Sequence[str],
        offers: Mapping[int, Offering],
        finished: Callable[[], object],
    ) -> None:
        """Call the line over a column by its title, with the offers of that column below."""
        super().__init__(parent)
        self._titles = titles
        self._offers = offers
        self._finished = finished
        self.editor: CellLine | None = None
        self.suggester: Suggester | None = None
        self._is_refused = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), look.ROW))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open the one line, with offers where the list has them."""
        self.editor = CellLine(parent, self._titles[index.column()])
        self.editor.left.connect(self._leave)
        cell = QPersistentModelIndex(index)
        self.editor.textEdited.connect(lambda words: self.typing.emit(cell, words))
        if offering := self._offers.get(index.column()):
            self.suggester = Suggester(self.editor, offering.offers, offering.parts)
            if offering.at_once:
                QTimer.singleShot(0, self.suggester, self.suggester.ask)
        return self.editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's words once; a change from elsewhere never rewrites what is being typed."""
        assert isinstance(editor, CellLine)
        if not editor.property("filled"):
            editor.setProperty("filled", True)
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed, the word being composed included."""
        assert isinstance(editor, CellLine)
        if editor.composing:
            end_composing()
        model.setData(index, editor.text())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.editor = self.suggester = None
        super().destroyEditor(editor, index)
        self._finished()

    def _leave(self, hint: QAbstractItemDelegate.EndEditHint | None) -> None:
        if hint is None:
            self.closeEditor.emit(self.editor)
        else:
            self.take(hint)

    def take(self, hint: QAbstractItemDelegate.EndEditHint = _Hint.NoHint) -> None:
        """Take what is being typed, and close the line unless the words are refused."""
        if self.editor is not None:
            editor = self.editor
            self._is_refused = False
            self.commitData.emit(editor)
            if not self._is_refused:
                self.closeEditor.emit(editor, hint)

    def refuse(self) -> None:
        """Keep the words that are being taken in their line, to be mended or given up."""
        self._is_refused = True

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keep Qt from taking Enter and Tab before the line, and the offers below it, see them."""
        if event.type() is QEvent.Type.KeyPress:
            return False
        return super().eventFilter(editor, event)
