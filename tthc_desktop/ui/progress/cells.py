"""Typing into progress: an editor over a cell, for the status with its list below."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tthc_desktop.models.progress.values import Field, Status
from tthc_desktop.models.text import fold
from tthc_desktop.ui import look
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.offering.offer_list import Offer
from tthc_desktop.ui.offering.suggesting import Suggester
from tthc_desktop.ui.plan.cell_editor import CellEditor, Leave
from tthc_desktop.ui.progress.table import COLUMNS

Index = QModelIndex | QPersistentModelIndex
_Hint = QStyledItemDelegate.EndEditHint


def statuses(typed: str) -> Sequence[Offer]:
    """Return the statuses that have every typed word; all where a whole one stands, which is to be another."""
    wanted = [] if typed.strip() in set(Status) else fold(typed).split()
    return [Offer(status.value) for status in Status if all(word in fold(status.value) for word in wanted)]


class ProgressCells(QStyledItemDelegate):
    """Opens the editor; words that are no value of the field stay in it until they are mended or given up."""

    left = Signal(object)
    """Where the cursor goes after a cell."""
    refused = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.editor: CellEditor | None = None
        self.suggester: Suggester | None = None
        self.replacing = False
        """Whether a letter that is typed takes the place of all words."""
        self._good = True

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open the one editor."""
        column = COLUMNS[index.column()]
        self.editor = CellEditor(parent)
        self.editor.setAccessibleName(column.title)
        self.editor.left.connect(self._leave)
        self.editor.refused.connect(self.refused)
        if column.field is Field.STATUS:
            self.suggester = Suggester(self.editor, statuses)
            if not self.replacing:
                QTimer.singleShot(0, self.suggester, self.suggester.ask)
        return self.editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's words once; a change from elsewhere never rewrites what is being typed."""
        assert isinstance(editor, CellEditor)
        if not editor.property("filled"):
            editor.setProperty("filled", True)
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.moveCursor(QTextCursor.MoveOperation.End)
            if self.replacing:
                editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed, the word being composed included."""
        assert isinstance(editor, CellEditor)
        if editor.composing:
            end_composing()
        self._good = model.setData(index, editor.toPlainText())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Cover the cell, a little higher than a line; the editor grows with its words."""
        rect = QRect(option.rect)
        rect.setHeight(max(rect.height(), look.CONTROL + look.GAP))
        editor.setGeometry(rect)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.editor = self.suggester = None
        super().destroyEditor(editor, index)

    def _leave(self, leave: Leave) -> None:
        if leave is Leave.CANCEL:
            self.closeEditor.emit(self.editor, _Hint.RevertModelCache)
        elif self.take():
            self.left.emit(leave)

    def take(self) -> bool:
        """Take what is being typed and close the editor, unless the words are no value of the field."""
        if self.editor is None:
            return True
        editor = self.editor
        self.commitData.emit(editor)
        if self._good:
            self.closeEditor.emit(editor, _Hint.NoHint)
        return self._good

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keep Qt from taking Enter and Tab before the editor, and the list below it, see them."""
        if event.type() is QEvent.Type.KeyPress:
            return False
        if event.type() is QEvent.Type.FocusOut:
            return False  # words that are no value would be lost with the editor; the page takes them when it is left
        return super().eventFilter(editor, event)
