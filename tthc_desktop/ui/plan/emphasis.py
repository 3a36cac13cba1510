"""Bold and italic for what is selected on the page surface."""

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from tthc_desktop.ui.plan import keys
from tthc_desktop.ui.plan.formats import BOLD, ITALIC
from tthc_desktop.ui.plan.sheet import Sheet


def emphasise(editor: QTextEdit, sheet: Sheet, *, bold: bool, italic: bool) -> None:
    """Switch bold or italic for the selected words, or for what is typed next."""
    wanted = _switched(editor.currentCharFormat(), bold=bold, italic=italic)
    cursor = editor.textCursor()
    first, last = keys.blocks_of(cursor)
    for number in range(first, last + 1):
        if not sheet.paragraphs[number].fixed:
            _part(sheet, cursor, number).mergeCharFormat(wanted)
    if keys.writable(cursor, sheet.paragraphs):
        editor.mergeCurrentCharFormat(wanted)


def _part(sheet: Sheet, selection: QTextCursor, number: int) -> QTextCursor:
    """Return what a selection holds of one block."""
    block = sheet.block(number)
    part = QTextCursor(block)
    part.setPosition(max(selection.selectionStart(), block.position()))
    end = min(selection.selectionEnd(), block.position() + block.length() - 1)
    part.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return part


def _switched(now: QTextCharFormat, *, bold: bool, italic: bool) -> QTextCharFormat:
    """Return the change of format that turns bold or italic on or off."""
    wanted = QTextCharFormat()
    if bold:
        on = not now.property(BOLD)
        wanted.setProperty(BOLD, on)
        wanted.setFontWeight(QFont.Weight.Bold if on else QFont.Weight.Normal)
    if italic:
        on = not now.property(ITALIC)
        wanted.setProperty(ITALIC, on)
        wanted.setFontItalic(on)
    return wanted
