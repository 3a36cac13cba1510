"""What every editor of Vietnamese text here keeps to: nothing is taken while a word is being composed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

PAUSE = 700
"""Milliseconds without a key after which what was typed becomes a change."""


class TypingPause(QObject):
    """Calls back when typing pauses; waits on as long as the input method composes a word."""

    def __init__(self, parent: QObject, on_pause: Callable[[], None], wait: int = PAUSE) -> None:
        super().__init__(parent)
        self.composing = False
        self._on_pause = on_pause
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._wait = wait
        self._timer.timeout.connect(self._end)

    def start(self, *, soon: bool = False) -> None:
        """Begin to wait, or wait anew; `soon`, only until the key at hand is done with."""
        self._timer.start(0 if soon else self._wait)

    def stop(self) -> None:
        """Wait no longer."""
        self._timer.stop()

    def _end(self) -> None:
        if self.composing:
            self.start()
        else:
            self._on_pause()


def is_undo(event: QEvent) -> bool:
    """Tell whether the key is undo or redo, which belong to the office and not to one editor."""
    if not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def end_composing() -> None:
    """Put the word that is being composed into its editor: before printing, closing and changing the page."""
    QGuiApplication.inputMethod().commit()
