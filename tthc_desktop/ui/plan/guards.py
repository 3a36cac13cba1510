"""Which keys may do something on the page surface: typing stays inside one paragraph."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from tthc_desktop.ui.plan.paragraphs import Paragraph

_MOVING = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Escape,
}
_CHANGING = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter}


def writable(cursor: QTextCursor, paragraphs: tuple[Paragraph, ...]) -> bool:
    """Tell whether typing may go on here: inside one paragraph that is not fixed."""
    document = cursor.document()
    first = document.findBlock(cursor.selectionStart()).blockNumber()
    last = document.findBlock(cursor.selectionEnd()).blockNumber()
    return first == last < len(paragraphs) and not paragraphs[first].fixed


def allowed(event: QKeyEvent, cursor: QTextCursor, paragraphs: tuple[Paragraph, ...]) -> bool:
    """Tell whether a key may have its usual effect."""
    if event.matches(QKeySequence.StandardKey.Copy) or event.key() in _MOVING:
        return True
    if not writable(cursor, paragraphs):
        return not _writes(event)
    if cursor.hasSelection():
        return True
    if event.key() == Qt.Key.Key_Backspace:
        return not cursor.atBlockStart()
    return event.key() != Qt.Key.Key_Delete or not cursor.atBlockEnd()


def _writes(event: QKeyEvent) -> bool:
    return event.key() in _CHANGING or bool(event.text()) or event.matches(QKeySequence.StandardKey.Cut)
