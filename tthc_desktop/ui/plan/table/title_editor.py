"""Typing a column's title where it stands."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tthc_desktop.ui import look
from tthc_desktop.ui.composing import end_composing, is_undo


class TitleEditor(QPlainTextEdit):
    """A plain editor in the head: Enter takes the words, Alt+Enter begins a line, Escape leaves the title as it was."""

    typed = Signal(str)
    gone = Signal()

    def __init__(self, parent: QWidget, words: str, *, upper: bool) -> None:
        super().__init__(parent)
        self._composing = self._done = False
        self.setUndoRedoEnabled(False)
        self.setAccessibleName("Tiêu đề chung đang sửa" if upper else "Tên cột đang sửa")
        self.setProperty("field", True)
        self.setStyleSheet("padding: 0;")
        self.document().setDocumentMargin(look.GAP)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPlainText(words)
        self.selectAll()
        self.moveCursor(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the office."""
        if event.type() is QEvent.Type.ShortcutOverride and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.insertPlainText("\n")
            else:
                self.take()
        elif event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self.take()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a word is being composed."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the words when the clerk goes elsewhere; a menu is not elsewhere."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.take()

    def take(self) -> None:
        """Hand over what was typed, the word being composed included."""
        if self._done:
            return
        if self._composing:
            end_composing()
        words = self.toPlainText()
        self._leave()
        self.typed.emit(words)

    def _leave(self) -> None:
        self._done = True
        self.gone.emit()
        self.hide()
        self.deleteLater()
