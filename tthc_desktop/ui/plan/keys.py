"""What a key means on the page surface, where typing stays inside one paragraph and structure has keys of its own."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from tthc_desktop.ui.plan.paragraph import Paragraph


class Meaning(Enum):
    """What is done about a key."""

    USUAL = auto()
    NOTHING = auto()
    ENTER = auto()
    TAB = auto()
    BACKTAB = auto()
    JOIN_BACK = auto()
    JOIN_NEXT = auto()
    DELETE_SPAN = auto()
    TYPE_OVER = auto()


_Key = Qt.Key
_ENTER = {_Key.Key_Return, _Key.Key_Enter}
_REMOVING = {_Key.Key_Backspace, _Key.Key_Delete}
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def blocks_of(cursor: QTextCursor) -> tuple[int, int]:
    """Return the numbers of the first and the last block that the selection touches."""
    document = cursor.document()
    first = document.findBlock(cursor.selectionStart()).blockNumber()
    return first, document.findBlock(cursor.selectionEnd()).blockNumber()


def spans_paragraphs(cursor: QTextCursor) -> bool:
    """Tell whether more than one paragraph is selected."""
    first, last = blocks_of(cursor)
    return first != last


def writable(cursor: QTextCursor, paragraphs: tuple[Paragraph, ...]) -> bool:
    """Tell whether typing may go on here: inside one paragraph that is not fixed."""
    first, last = blocks_of(cursor)
    return first == last < len(paragraphs) and not paragraphs[first].fixed


def meaning(event: QKeyEvent, cursor: QTextCursor, paragraphs: tuple[Paragraph, ...]) -> Meaning:
    """Return what a key means where the cursor stands."""
    if event.key() in _ENTER and not event.modifiers() & (_COMMANDS | Qt.KeyboardModifier.ShiftModifier):
        return Meaning.ENTER
    if event.key() in {_Key.Key_Tab, _Key.Key_Backtab} and not event.modifiers() & _COMMANDS:
        return Meaning.TAB if event.key() == _Key.Key_Tab else Meaning.BACKTAB
    if not _writes(event):
        return Meaning.USUAL
    if spans_paragraphs(cursor):
        return _over_several(event)
    if not cursor.hasSelection() and event.key() == _Key.Key_Backspace and cursor.atBlockStart():
        return Meaning.JOIN_BACK
    if not cursor.hasSelection() and event.key() == _Key.Key_Delete and cursor.atBlockEnd():
        return Meaning.JOIN_NEXT
    return Meaning.USUAL if writable(cursor, paragraphs) else Meaning.NOTHING


def _over_several(event: QKeyEvent) -> Meaning:
    removes = event.key() in _REMOVING or event.matches(QKeySequence.StandardKey.Cut)
    return Meaning.DELETE_SPAN if removes else Meaning.TYPE_OVER


def _writes(event: QKeyEvent) -> bool:
    if event.key() in _REMOVING or event.key() in _ENTER or event.matches(QKeySequence.StandardKey.Cut):
        return True
    return bool(event.text()) and event.text().isprintable() and not event.matches(QKeySequence.StandardKey.Copy)
