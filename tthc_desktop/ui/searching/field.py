"""A field for words to look for: it tells when typing pauses, and never touches what is typed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from tthc_desktop.ui.composing import TypingPause, is_undo

PAUSE = 250
"""Milliseconds without a key after which what was typed is looked for."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class SearchField(QLineEdit):
    """One line of words. Undo and redo are the office's, not the field's."""

    paused = Signal()
    entered = Signal(bool)
    """Enter was pressed; whether with Shift."""
    left = Signal()
    """Escape was pressed."""
    stepped = Signal(int)
    """An arrow asks for another line of the list below."""

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint or name)
        self._pause = TypingPause(self, self.paused.emit, PAUSE)
        self.textEdited.connect(lambda _: self._pause.start())

    @property
    def composing(self) -> bool:
        """Whether the input method is in the middle of a word."""
        return self._pause.composing

    def hurry(self) -> None:
        """Wait for no pause: whoever calls this looks at the words now."""
        self._pause.stop()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the office."""
        if event.type() is QEvent.Type.ShortcutOverride and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter, Escape and the arrows; everything else is typing."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._pause.stop()
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a word is being composed: nothing is looked for until it is written."""
        self._pause.composing = bool(event.preeditString())
        super().inputMethodEvent(event)
