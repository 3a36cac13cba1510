"""Typing a value into the grid of returned values: one line over the cell, with the statuses offered below it."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tthc_desktop.models.progress.values import Field, Status
from tthc_desktop.models.text import fold
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.inline_cells import CellLine
from tthc_desktop.ui.merging.spots_model import SPOT
from tthc_desktop.ui.offering.offer_list import Offer
from tthc_desktop.ui.offering.suggesting import Suggester

Index = QModelIndex | QPersistentModelIndex


def statuses(typed: str) -> list[Offer]:
    """Return the statuses that what is typed may mean; all of them where it is one already."""
    wanted = fold(typed)
    is_one = any(fold(status) == wanted for status in Status)
    return [Offer(status.value) for status in Status if is_one or wanted in fold(status)]


class SpotEditors(QStyledItemDelegate):
    """Opens the line over a cell and hands on what was typed in it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.editor: CellLine | None = None
        self.suggester: Suggester | None = None

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open the line; statuses are offered below it, by typing or by Alt+Down."""
        self.editor = CellLine(parent, "Giá trị gõ bằng tay")
        self.editor.left.connect(self._leave)
        spot = index.data(SPOT)
        if spot is not None and spot.field is Field.STATUS:
            self.suggester = Suggester(self.editor, statuses)
        return self.editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the value once; what is typed is never written over."""
        assert isinstance(editor, CellLine)
        if not editor.property("filled"):
            editor.setProperty("filled", True)
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand on what was typed, where something was, the word being composed included."""
        assert isinstance(editor, CellLine)
        if editor.composing:
            end_composing()
        if editor.text() != str(index.data(Qt.ItemDataRole.EditRole) or ""):
            model.setData(model.index(index.row(), index.column()), editor.text())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.editor = self.suggester = None
        super().destroyEditor(editor, index)

    def _leave(self, hint: QAbstractItemDelegate.EndEditHint | None) -> None:
        editor = self.editor
        if editor is not None:
            if hint is not None:
                self.commitData.emit(editor)
            self.closeEditor.emit(editor)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keep Qt from taking Enter and Tab before the line, and the offers below it, see them."""
        if event.type() is QEvent.Type.KeyPress:
            return False
        return super().eventFilter(editor, event)
