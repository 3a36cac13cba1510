"""What is painted over the page surface: what stands beside its paragraphs, signs, and where the cursor is."""

from collections.abc import Collection, Iterator

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock
from PySide6.QtWidgets import QTextEdit

from tthc_desktop.ui.look import colours
from tthc_desktop.ui.plan import layout
from tthc_desktop.ui.plan.beside import paint_beside, paint_flag
from tthc_desktop.ui.plan.paragraph import Place
from tthc_desktop.ui.plan.sheet import Sheet


def paint_over(editor: QTextEdit, sheet: Sheet, flags: Collection[Place]) -> None:
    """Paint numbers, labels and hints of what is in sight; a sign stands beside the places in `flags`."""
    painter = QPainter(editor.viewport())
    painter.translate(-editor.horizontalScrollBar().value(), -editor.verticalScrollBar().value())
    for block, rect in in_sight(editor, sheet):
        paragraph = sheet.paragraphs[block.blockNumber()]
        paint_beside(painter, block, rect, paragraph)
        if paragraph.place in flags:
            paint_flag(painter, block, rect)
    _paint_current(painter, editor, sheet)
    painter.end()


def in_sight(editor: QTextEdit, sheet: Sheet) -> Iterator[tuple[QTextBlock, QRectF]]:
    """Yield the blocks that can be seen, with where they stand."""
    first = editor.cursorForPosition(QPoint(0, 0)).block()
    if first.previous().isValid():  # a table is drawn below its own line, which may stand above what is in sight
        first = first.previous()
    return sheet.visible(first, editor.verticalScrollBar().value() + editor.viewport().height())


def _paint_current(painter: QPainter, editor: QTextEdit, sheet: Sheet) -> None:
    number = editor.textCursor().blockNumber()
    if editor.hasFocus() and number < len(sheet.paragraphs) and not sheet.paragraphs[number].fixed:
        rect = layout.rect_of(sheet.block(number))
        painter.fillRect(QRectF(4, rect.top(), 3, rect.height()), QColor(colours().accent))
