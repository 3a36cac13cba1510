"""Words put into the paragraph that the cursor is in."""

from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from tthc_desktop.models.text import Text
from tthc_desktop.ui.plan import formats


def one_line(words: str) -> str:
    """Return words on one line, as a paragraph takes them."""
    return " ".join(words.split())


def insert(editor: QTextEdit, words: Text) -> None:
    """Put words over the selection, with their own emphasis and otherwise the look of the place."""
    cursor, here = editor.textCursor(), editor.currentCharFormat()
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    for run in words.runs:
        cursor.insertText(run.text.replace("\n", " "), _format(here, bold=run.bold, italic=run.italic))
    cursor.endEditBlock()
    editor.setTextCursor(cursor)
    editor.setCurrentCharFormat(here)


def _format(here: QTextCharFormat, *, bold: bool, italic: bool) -> QTextCharFormat:
    made = QTextCharFormat(here)
    made.setProperty(formats.BOLD, bold or bool(here.property(formats.BOLD)))
    made.setProperty(formats.ITALIC, italic or bool(here.property(formats.ITALIC)))
    made.setFontWeight(QFont.Weight.Bold if bold else here.fontWeight())
    made.setFontItalic(italic or here.fontItalic())
    return made
