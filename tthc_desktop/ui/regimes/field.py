"""A field of what the office keeps: what is typed into it is told when the clerk goes on, never letter by letter."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from tthc_desktop.ui.composing import TypingPause, end_composing, is_undo
from tthc_desktop.ui.offering.editors import put

_Kind = QEvent.Type
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Field(QObject):
    """Watches an editor of one line or of many; undo belongs to the office, Escape takes the typing back.

    Many lines are told after a pause too. What is kept is written into the editor only when it is other than before,
    so that words which were refused stay there to be mended.
    """

    def __init__(self, editor: QLineEdit | QPlainTextEdit, name: str, tell: Callable[[str], bool]) -> None:
        """Give what is typed to `tell`, which answers whether it is kept now."""
        super().__init__(editor)
        self.editor, self._tell = editor, tell
        self._owner = self._kept = self._told = self._accepted = ""
        self._is_telling = False
        self._pause = TypingPause(self, self.take)
        editor.setAccessibleName(name)
        editor.installEventFilter(self)
        if isinstance(editor, QPlainTextEdit):
            editor.setUndoRedoEnabled(False)
            editor.setTabChangesFocus(True)
            editor.setProperty("field", True)
            editor.textChanged.connect(self._pause.start)

    @property
    def words(self) -> str:
        """The words that stand in the editor."""
        return self.editor.text() if isinstance(self.editor, QLineEdit) else self.editor.toPlainText()

    def show_words(self, owner: str, words: str) -> None:
        """Show what is kept of an owner; what is just being typed stays as it is typed until the clerk goes on."""
        if (owner, words) == (self._owner, self._kept):
            return
        self._owner, self._kept = owner, words
        if not (self._is_telling and self.editor.hasFocus()):
            self.settle()

    def settle(self) -> None:
        """Write the words as they are kept."""
        self._told = self._accepted = self._kept
        if self.words != self._kept:
            self._write(self._kept)

    def is_unwritten(self) -> bool:
        """Tell whether words stand here that are not kept."""
        return self.words != self._accepted and _tidy(self.words) != _tidy(self._kept)

    def take(self) -> None:
        """Tell what was typed, the word being composed included; words that were refused are not told again."""
        self._pause.stop()
        if self._pause.composing:
            end_composing()
        if self.is_unwritten() and self.words != self._told:
            self._told = words = self.words
            self._is_telling = True
            if self._tell(words):
                self._accepted = words
            self._is_telling = False

    def _write(self, words: str) -> None:
        put(self.editor, 0, len(self.words), words)
        self._pause.stop()
        if isinstance(self.editor, QLineEdit):
            self.editor.setCursorPosition(0)
        else:
            self.editor.moveCursor(QTextCursor.MoveOperation.Start)

    def eventFilter(self, _editor: QObject, event: QEvent) -> bool:
        """Follow what is done in the editor."""
        if event.type() is _Kind.ShortcutOverride and is_undo(event):
            event.ignore()
            return True
        if isinstance(event, QInputMethodEvent):
            self._pause.composing = bool(event.preeditString())
        elif isinstance(event, QFocusEvent) and event.type() is _Kind.FocusOut:
            self._left(event)
        elif isinstance(event, QKeyEvent) and event.type() is _Kind.KeyPress:
            return self._pressed(event)
        return False

    def _left(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.take()
            if not self.is_unwritten():
                self.settle()

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self.words != self._kept:
            self.settle()
            return True
        if event.key() in _ENTER and isinstance(self.editor, QLineEdit):
            self._told = self._kept
            self.take()
            return True
        return False


def _tidy(words: str) -> list[str]:
    """Return words by what they say: blanks and empty lines say nothing."""
    return [line for each in words.split("\n") if (line := " ".join(each.split()))]
