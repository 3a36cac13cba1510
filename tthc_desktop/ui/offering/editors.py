"""Editors of one line and of many, asked and told alike: the words at the cursor, where it is, a replacement."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

Editor = QLineEdit | QPlainTextEdit | QTextEdit
_LINE_BREAK = "\u2028"
_Move = QTextCursor.MoveOperation
_KEEP = QTextCursor.MoveMode.KeepAnchor


def words_at(editor: Editor) -> tuple[str, int]:
    """Return the words that the cursor is in and its place among them: of a text, its paragraph; of a cell, all."""
    if isinstance(editor, QLineEdit):
        words = editor.text()
        return words, len(_cut(words, editor.cursorPosition()))
    if isinstance(editor, QPlainTextEdit):
        words = editor.toPlainText()
        return words, len(_cut(words, editor.textCursor().position()))
    cursor = editor.textCursor()
    words = cursor.block().text()
    return words.replace(_LINE_BREAK, "\n"), len(_cut(words, cursor.positionInBlock()))


def put(editor: Editor, start: int, end: int, words: str) -> None:
    """Write words in place of others, given their places in what `words_at` returns; the cursor goes behind them."""
    whole, _ = words_at(editor)
    first, last = _units(whole[:start]), _units(whole[:end])
    if isinstance(editor, QLineEdit):
        editor.setSelection(first, last - first)
        editor.insert(words.replace("\n", " "))
        return
    cursor = editor.textCursor()
    base = cursor.block().position() if isinstance(editor, QTextEdit) else 0
    cursor.setPosition(base + first)
    cursor.setPosition(base + last, _KEEP)
    cursor.insertText(words.replace("\n", _LINE_BREAK) if isinstance(editor, QTextEdit) else words)
    editor.setTextCursor(cursor)


def place_of(editor: Editor, at: int) -> QRect:
    """Return where a letter of `words_at` stands, in the measures of the window that holds the editor."""
    if isinstance(editor, QLineEdit):
        return _in_window(editor, editor.rect())
    cursor = editor.textCursor()
    whole, _ = words_at(editor)
    base = cursor.block().position() if isinstance(editor, QTextEdit) else 0
    cursor.setPosition(base + _units(whole[:at]))
    start, now = editor.cursorRect(cursor), editor.cursorRect()
    return _in_window(editor.viewport(), QRect(start.left(), now.top(), now.width(), now.height()))


def _in_window(widget: QWidget, rect: QRect) -> QRect:
    return QRect(widget.mapTo(widget.window(), rect.topLeft()), rect.size())


def _units(words: str) -> int:
    """Return how many places Qt counts in the words; a letter beyond Unicode's first plane is two."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def _cut(words: str, units: int) -> str:
    return words.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore")
