"""Typing into a cell of a grid, with Excel's keys."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QInputMethodEvent, QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tthc_desktop.documents.reading.clipboard_table import LONGEST_CELL
from tthc_desktop.errors import UserError
from tthc_desktop.models.table import Role, RowKind
from tthc_desktop.models.text import clean
from tthc_desktop.models.typed import listed, whole
from tthc_desktop.models.usual import ROLE_FIELDS
from tthc_desktop.ui import look
from tthc_desktop.ui.composing import end_composing, is_undo
from tthc_desktop.ui.offering.suggesting import Offers, Suggester
from tthc_desktop.ui.plan.table.cell_painting import Faces, ink, paint_ground
from tthc_desktop.ui.plan.table_model import TableModel, alignment
from tthc_desktop.ui.searching.painting import paint_cell
from tthc_desktop.ui.today import today

Index = QModelIndex | QPersistentModelIndex
OffersOf = Callable[..., Offers]
"""From fields to what offers their usual values."""
PAD, GRID_LINE = 6, 1
WRAP = Qt.TextFlag.TextWordWrap


class Leave(Enum):
    """Where the cursor goes after a cell."""

    STAY = (0, 0)
    DOWN = (1, 0)
    UP = (-1, 0)
    RIGHT = (0, 1)
    LEFT = (0, -1)
    CANCEL = (9, 9)


_KEYS = {
    Qt.Key.Key_Return: Leave.DOWN,
    Qt.Key.Key_Enter: Leave.DOWN,
    Qt.Key.Key_Tab: Leave.RIGHT,
    Qt.Key.Key_Backtab: Leave.LEFT,
}


def _is_own(event: QKeyEvent) -> bool:
    """Tell whether a key of the window is the editor's while it is open: today's date, and the list of offers."""
    if event.key() == Qt.Key.Key_Semicolon:
        return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Down and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)


class CellEditor(QPlainTextEdit):
    """A plain editor over a cell: no completion inside the words, no undo of single keys."""

    left = Signal(object)
    refused = Signal(object)
    """Known trouble with what was pasted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName("Ô đang sửa")
        self.setProperty("field", True)
        self.setStyleSheet("padding: 0;")
        self.document().setDocumentMargin(PAD - 2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.composing = False
        self.textChanged.connect(self._grow)

    def _grow(self) -> None:
        """Become higher with the words, as far as the table reaches; it never shrinks while one types."""
        lines = self.document().documentLayout().documentSize().height()
        wanted = int(lines * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()) + 4
        above = self.parentWidget()
        room = above.height() if above else 0
        if wanted > self.height() and room > self.height():
            height = min(wanted, room)
            self.setGeometry(self.x(), min(self.y(), max(room - height, 0)), self.width(), height)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the office, and keep the keys that mean something else in the row."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if is_undo(event):
                event.ignore()
                return False
            if _is_own(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down, Tab right, Alt+Enter begins a new line, Escape takes the typing back."""
        leave = _KEYS.get(Qt.Key(event.key()))
        if leave is Leave.DOWN and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.insertPlainText("\n")
        elif leave is Leave.DOWN and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.left.emit(Leave.UP)
        elif leave is not None:
            self.left.emit(leave)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit(Leave.CANCEL)
        elif _is_own(event) and event.key() == Qt.Key.Key_Semicolon:
            self.insertPlainText(f"{today():%d/%m/%Y}")
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain words; a single cell of a spreadsheet comes with a line end, which is not wanted."""
        words = clean(source.text()).rstrip("\n")
        if len(words) > LONGEST_CELL:
            advice = f"Một ô chứa được tối đa {LONGEST_CELL} chữ; hãy dán từng phần."
            self.refused.emit(UserError("Đoạn dán vào ô dài quá.", advice))
        else:
            self.textCursor().insertText(words)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a word is being composed."""
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)


class CellDelegate(QStyledItemDelegate):
    """Draws wrapped cells and opens the editor over them."""

    left = Signal(object, object)
    """An editor and where to go from it."""
    refused = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._faces = Faces(parent)
        self.replacing = False
        """Whether the next editor begins with all its words selected, as after typing a letter."""
        self.open_editor: CellEditor | None = None
        self.suggester: Suggester | None = None
        self.offers: OffersOf | None = None
        """What the office usually writes in some fields; None where it is not known."""
        self.marks: Callable[[Index], tuple[list[tuple[int, int]], bool]] | None = None
        """Where a cell holds what is looked for, and whether that is in front."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the words and the mark of the current cell.

        The table is asked for the words themselves: Qt's own way asks it for a dozen things, most of which no cell has.
        """
        model = index.model()
        assert isinstance(model, TableModel)
        row, column = model.row(index.row()), model.table.columns[index.column()]
        words = model.words(index.row(), column)
        bold, italic = model.emphasis(row, words)
        font, said = self._faces.font(bold=bold, italic=italic), str(words)
        painter.save()
        paint_ground(painter, option, group=row.kind is RowKind.GROUP)
        painter.setFont(font)
        painter.setPen(ink(row, column))
        where = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        if self.marks is not None:
            paint_cell(painter, where, said, self.marks(index), font)
        painter.drawText(where, int(alignment(row, column)) | WRAP, said)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Take the size of the letters from the grid, which may be zoomed."""
        super().initStyleOption(option, index)
        option.font = self._font(index)

    def _font(self, index: Index) -> QFont:
        """Return the grid's font with the emphasis of a cell."""
        bold, italic = self._emphasis(index)
        return self._faces.font(bold=bold, italic=italic)

    @staticmethod
    def _emphasis(index: Index) -> tuple[bool, bool]:
        wanted = index.data(Qt.ItemDataRole.FontRole)
        return (wanted.bold(), wanted.italic()) if isinstance(wanted, QFont) else (False, False)

    def height(self, index: Index, width: int) -> int:
        """Return how high a cell must be for its words."""
        words = str(index.data() or "")
        if not words:
            return look.ROW
        bold, italic = self._emphasis(index)
        metrics = self._faces.metrics(bold=bold, italic=italic)
        room = QRect(0, 0, max(width - 2 * PAD - GRID_LINE, 10), 100_000)
        box = metrics.boundingRect(room, WRAP, words)
        return max(box.height() + 2 * PAD + 1, look.ROW)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), self.height(index, option.rect.width()))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open the one editor, with what the office usually writes in such a column below it."""
        editor = CellEditor(parent)
        editor.left.connect(lambda leave: self.left.emit(editor, leave))
        editor.refused.connect(self.refused)
        self.open_editor = editor
        model = index.model()
        role = model.table.columns[index.column()].role if isinstance(model, TableModel) else Role.FREE
        fields = ROLE_FIELDS.get(role, ())
        if fields and self.offers is not None:
            parts = listed if role in {Role.LEAD, Role.COORDINATE} else whole
            self.suggester = Suggester(editor, self.offers(*fields), parts)
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.open_editor = self.suggester = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's words once; a change from elsewhere never rewrites what is being typed."""
        assert isinstance(editor, CellEditor)
        if editor.property("filled"):
            return
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
        model.setData(index, editor.toPlainText())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Cover the cell, with room for two lines at least."""
        rect = QRect(option.rect)
        rect.setHeight(max(rect.height(), self.height(index, rect.width()) + 2, 2 * look.ROW))
        above = editor.parentWidget()
        bottom = above.height() if above else 0
        if rect.bottom() > bottom and rect.height() < bottom:
            rect.moveBottom(bottom)
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keep Qt from taking Enter and Tab before the editor sees them."""
        if event.type() is QEvent.Type.KeyPress:
            return False
        return super().eventFilter(editor, event)
