"""Keys as Vietnamese input methods send them."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

BACK = "\b"
TELEX = {
    "Bản": ["B", "a", "n", BACK, BACK, "ản"],
    "đường": ["d", BACK, "đ", "u", "o", BACK, BACK, "ươ", "n", "g", BACK, BACK, BACK, BACK, "ường"],
    "hoàn": ["h", "o", "a", BACK, "à", "n"],
    "thuế": ["t", "h", "u", "e", BACK, "ê", BACK, "ế"],
    "Nguyễn": ["N", "g", "u", "y", "e", BACK, "ê", "n", BACK, BACK, "ễn"],
}
"""Words with what UniKey sends for them: letters, then backspaces and the letters again with their marks."""


def letters(widget: QWidget, words: str) -> None:
    """Send letters as keys with their text, as the system does for every character."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def unikey(widget: QWidget, words: str) -> None:
    """Type words the way UniKey and EVKey do on Windows."""
    for number, word in enumerate(words.split(" ")):
        if number:
            letters(widget, " ")
        for stroke in TELEX.get(word, [word]):
            if stroke == BACK:
                QTest.keyClick(widget, Qt.Key.Key_Backspace)
            else:
                letters(widget, stroke)


def compose(widget: QWidget, *preedits: str, commit: str = "") -> None:
    """Type the way ibus and fcitx do: a word being composed, then written."""
    for preedit in preedits:
        QCoreApplication.sendEvent(widget, QInputMethodEvent(preedit, []))
    if commit:
        event = QInputMethodEvent()
        event.setCommitString(commit)
        QCoreApplication.sendEvent(widget, event)
