"""Blocks of the page surface: how paragraphs come into the document and how their words are read from it."""

from itertools import groupby

from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from tthc_desktop.models.text import Run, Text, text
from tthc_desktop.ui.plan.formats import BOLD, FIGURE, ITALIC, block_format, char_format, scale_of
from tthc_desktop.ui.plan.paragraph import Paragraph

_LINE_BREAK = "\u2028"
_USUAL_WIDTH = 620.0
_COLUMNS = {"head": (38, 62), "number": (14, 22, 21, 43), "about": (38, 62), "foot": (48, 52)}
"""The columns of a part that stands side by side, in per cent of the width."""


def fill(document: QTextDocument, paragraphs: tuple[Paragraph, ...]) -> None:
    """Write all paragraphs, one per block; those that stand side by side into a table without lines."""
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    begun = False
    for part, group in groupby(paragraphs, key=lambda p: p.cell[0] if p.cell else ""):
        members = tuple(group)
        if part:
            _fill_table(cursor, part, members)
            begun = False
            continue
        for paragraph in members:
            if begun:
                cursor.insertBlock()
            _begin(cursor, paragraph)
            begun = True
    cursor.endEditBlock()


def _begin(cursor: QTextCursor, paragraph: Paragraph) -> None:
    """Write a paragraph into the empty block at the cursor."""
    cursor.setBlockFormat(block_format(paragraph, _width(cursor.document()), scale_of(cursor.document())))
    cursor.setBlockCharFormat(char_format(paragraph, Run(""), scale_of(cursor.document())))
    _insert(cursor, paragraph)


def _fill_table(cursor: QTextCursor, part: str, members: tuple[Paragraph, ...]) -> None:
    """Write a part behind the cursor's block; the cursor then stands in the block behind the part."""
    rows = max(paragraph.cell[1] for paragraph in members if paragraph.cell) + 1
    table = cursor.insertTable(rows, len(_COLUMNS[part]), _table_format(part))
    for (row, column), group in groupby(members, key=lambda p: p.cell[1:] if p.cell else (0, 0)):
        inside = table.cellAt(row, column).firstCursorPosition()
        for number, paragraph in enumerate(group):
            if number:
                inside.insertBlock()
            _begin(inside, paragraph)
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _table_format(part: str) -> QTextTableFormat:
    made = QTextTableFormat()
    made.setBorder(0)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    made.setCellPadding(0)
    made.setCellSpacing(0)
    whole = QTextLength.Type.PercentageLength
    made.setWidth(QTextLength(whole, 100))
    made.setColumnWidthConstraints([QTextLength(whole, share) for share in _COLUMNS[part]])
    return made


def splice(document: QTextDocument, start: int, removed: int, paragraphs: tuple[Paragraph, ...]) -> None:
    """Put paragraphs in the place of some blocks of the same part of the document; block 0 is never among them."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    shared = min(removed, len(paragraphs))
    for number in range(shared):
        block = document.findBlockByNumber(start + number)
        set_format(block, paragraphs[number])
        write(block, paragraphs[number])
    last = document.findBlockByNumber(start + shared - 1)
    cursor.setPosition(last.position() + last.length() - 1)
    if removed > shared:
        end = document.findBlockByNumber(start + removed - 1)
        cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    for paragraph in paragraphs[shared:]:
        cursor.insertBlock()
        _begin(cursor, paragraph)
    cursor.endEditBlock()


def write(block: QTextBlock, paragraph: Paragraph) -> None:
    """Replace the words of one block."""
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    _insert(cursor, paragraph)
    cursor.endEditBlock()


def unlink(block: QTextBlock, paragraph: Paragraph) -> None:
    """Take the look of a figure from words that follow none; they are the block's own, and stay as they are."""
    if block.layout().preeditAreaText():
        return
    cursor, start = QTextCursor(block), block.position()
    for run in paragraph.words.runs:
        cursor.setPosition(start)
        start += len(run.text.encode("utf-16-le")) // 2
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        if not run.figure:
            cursor.setCharFormat(char_format(paragraph, run, scale_of(block.document())))


def set_format(block: QTextBlock, paragraph: Paragraph) -> None:
    """Give the block the place that its number or label needs."""
    wanted = block_format(paragraph, _width(block.document()), scale_of(block.document()))
    if block.blockFormat() != wanted:
        QTextCursor(block).setBlockFormat(wanted)
    empty = char_format(paragraph, Run(""), scale_of(block.document()))
    if block.charFormat() != empty:
        QTextCursor(block).setBlockCharFormat(empty)


def _width(document: QTextDocument) -> float:
    return document.textWidth() if document.textWidth() > 0 else _USUAL_WIDTH


def _insert(cursor: QTextCursor, paragraph: Paragraph) -> None:
    scale = scale_of(cursor.document())
    for run in paragraph.words.runs:
        cursor.insertText(run.text.replace("\n", _LINE_BREAK), char_format(paragraph, run, scale))


def text_of(block: QTextBlock) -> Text:
    """Return the words of a block with their emphasis and the figures that they were written for."""
    return texts_around(block, 0, 0)[1]


def texts_around(block: QTextBlock, start: int, end: int) -> tuple[Text, Text]:
    """Return the words of a block before one position in it and those behind another."""
    before: list[Run] = []
    after: list[Run] = []
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        at = fragment.position() - block.position()
        look = fragment.charFormat()
        emphasis = bool(look.property(BOLD)), bool(look.property(ITALIC))
        figure = str(look.property(FIGURE) or "")
        before.append(Run(_units(fragment.text(), 0, start - at), *emphasis, figure))
        after.append(Run(_units(fragment.text(), end - at, None), *emphasis, figure))
        fragments += 1
    return text(before), text(after)


def _units(words: str, start: int, end: int | None) -> str:
    """Return a part of the words, counted as Qt counts: a letter beyond the first 65,536 is two."""
    units = words.encode("utf-16-le")
    part = units[2 * max(start, 0) : None if end is None else 2 * max(end, 0)]
    return part.decode("utf-16-le", errors="ignore")


def rect_of(block: QTextBlock) -> QRectF:
    """Return where a block stands in the document."""
    return block.document().documentLayout().blockBoundingRect(block)
