"""Words put into the paragraph that the cursor is in, and where it stands behind what was pasted."""

from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from tthc_desktop.models.fragment import Fragment
from tthc_desktop.models.plan import Item
from tthc_desktop.models.text import Text
from tthc_desktop.ui.plan import formats
from tthc_desktop.ui.plan.paragraph import Place


def one_line(words: str) -> str:
    """Return words on one line, as a paragraph takes them."""
    return " ".join(words.split())


def end_of(fragment: Fragment) -> Place | None:
    """Return the last paragraph of a fragment; None where that ends with a table."""
    nodes, last = fragment.nodes, None
    while nodes:
        last = nodes[-1]
        nodes = last.children if isinstance(last, Item) else ()
    if last is None:
        return Place(fragment.bases[-1].id) if fragment.bases else None
    if not isinstance(last, Item):
        return None
    return Place(last.id, f"line {len(last.lines) - 1}") if last.lines else Place(last.id)


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
