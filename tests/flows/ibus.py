"""An input method such as ibus: it composes a word in whatever has the keyboard and writes it when it is asked to."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QGuiApplication, QInputMethodEvent

from tthc_desktop.ui import composing


class Ibus(QObject):
    """Stands in for the platform's input method, which a display that shows nothing does not have."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.word = ""
        parent.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Write the word before the keyboard goes elsewhere, as Qt asks of every input method."""
        if event.type() is QEvent.Type.FocusAboutToChange:
            self.commit()
        return False

    def compose(self, word: str) -> None:
        """Show a longer word that is not written yet."""
        if (target := _focus()) is not None:
            self.word = word
            QCoreApplication.sendEvent(target, QInputMethodEvent(word, []))

    def commit(self) -> None:
        """Write the word into what has the keyboard, as the program or a key asks."""
        word, self.word = self.word, ""
        if word and (target := _focus()) is not None:
            _write(target, word)


def _focus() -> QObject | None:
    """Return what has the keyboard; Qt's stubs do not say that there may be nothing."""
    return QGuiApplication.focusObject()


def _write(target: QObject, word: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(word)
    QCoreApplication.sendEvent(target, event)


class _Application:
    """Answers for QGuiApplication where the program asks for the input method."""

    ibus: Ibus

    def __init__(self, ibus: Ibus) -> None:
        self.ibus = ibus

    def inputMethod(self) -> Ibus:
        return self.ibus


def install(monkeypatch: pytest.MonkeyPatch) -> Ibus:
    """Let what ends composing reach a new input method, and return it."""
    application = QCoreApplication.instance()
    assert application is not None
    made = Ibus(application)
    monkeypatch.setattr(composing, "QGuiApplication", _Application(made))
    return made
