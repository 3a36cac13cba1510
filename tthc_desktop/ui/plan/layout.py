"""Blocks of the page surface: their format, their words as Text, and what is painted beside them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from tthc_desktop.models.text import Run, Text, text
from tthc_desktop.ui.look import colours
from tthc_desktop.ui.plan.paragraphs import Paragraph, Style

BOLD, ITALIC = QTextFormat.Property.UserProperty + 1, QTextFormat.Property.UserProperty + 2
LEFT, STEP, TOP, NUMBER, FIELD_LABEL = 12.0, 22.0, 12, 44.0, 168.0
PAGE_FAMILY = "Liberation Serif"
PAGE_SIZE = 13.0
_LINE_BREAK = "\u2028"


def page_font() -> QFont:
    """Return the font of the printed page."""
    font = QFont(PAGE_FAMILY)
    font.setPointSizeF(PAGE_SIZE)
    return font


def fill(document: QTextDocument, paragraphs: tuple[Paragraph, ...]) -> None:
    """Write all paragraphs, one per block."""
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number, paragraph in enumerate(paragraphs):
        if number:
            cursor.insertBlock()
        cursor.setBlockFormat(_block_format(paragraph))
        cursor.setBlockCharFormat(_char_format(paragraph, Run("")))
        _insert(cursor, paragraph)
    cursor.endEditBlock()


def splice(document: QTextDocument, start: int, removed: int, paragraphs: tuple[Paragraph, ...]) -> None:
    """Put paragraphs in the place of some blocks; block 0 is never among them."""
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
        cursor.insertBlock(_block_format(paragraph), _char_format(paragraph, Run("")))
        _insert(cursor, paragraph)
    cursor.endEditBlock()


def write(block: QTextBlock, paragraph: Paragraph) -> None:
    """Replace the words of one block."""
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    _insert(cursor, paragraph)
    cursor.endEditBlock()


def set_format(block: QTextBlock, paragraph: Paragraph) -> None:
    """Give the block the place that its number or label needs."""
    wanted = _block_format(paragraph)
    if block.blockFormat() != wanted:
        QTextCursor(block).setBlockFormat(wanted)
    empty = _char_format(paragraph, Run(""))
    if block.charFormat() != empty:
        QTextCursor(block).setBlockCharFormat(empty)


def _insert(cursor: QTextCursor, paragraph: Paragraph) -> None:
    for run in paragraph.words.runs:
        cursor.insertText(run.text.replace("\n", _LINE_BREAK), _char_format(paragraph, run))


def text_of(block: QTextBlock) -> Text:
    """Return the words of a block with the emphasis that was put on them."""
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
        before.append(Run(_units(fragment.text(), 0, start - at), *emphasis))
        after.append(Run(_units(fragment.text(), end - at, None), *emphasis))
        fragments += 1
    return text(before), text(after)


def _units(words: str, start: int, end: int | None) -> str:
    """Return a part of the words, counted as Qt counts: a letter beyond the first 65,536 is two."""
    units = words.encode("utf-16-le")
    part = units[2 * max(start, 0) : None if end is None else 2 * max(end, 0)]
    return part.decode("utf-16-le", errors="ignore")


def switched(now: QTextCharFormat, *, bold: bool, italic: bool) -> QTextCharFormat:
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


def _char_format(paragraph: Paragraph, run: Run) -> QTextCharFormat:
    look, c = QTextCharFormat(), colours()
    style = paragraph.style
    strong = style in {Style.HEADING, Style.TITLE} or run.bold
    look.setFontWeight(QFont.Weight.Bold if strong else QFont.Weight.Normal)
    look.setFontItalic(style is Style.BASIS or run.italic)
    look.setProperty(BOLD, run.bold)
    look.setProperty(ITALIC, run.italic)
    if style is Style.CAPTION:
        look.setFontFamilies([QFont().family()])
        look.setFontPointSize(QFont().pointSizeF())
        look.setFontCapitalization(QFont.Capitalization.AllUppercase)
        look.setForeground(QColor(c.quiet))
    if style is Style.TABLE:
        look.setForeground(QColor(c.accent))
    return look


def _block_format(paragraph: Paragraph) -> QTextBlockFormat:
    made = QTextBlockFormat()
    style = paragraph.style
    made.setLeftMargin(_left(paragraph))
    made.setRightMargin(LEFT)
    made.setTopMargin({Style.CAPTION: 24.0, Style.HEADING: 10.0, Style.LINE: 1.0, Style.FIELD: 3.0}.get(style, 5.0))
    made.setBottomMargin({Style.CAPTION: 6.0, Style.LINE: 1.0, Style.FIELD: 3.0}.get(style, 3.0))
    made.setLineHeight(112.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if style is Style.LINE:
        made.setTextIndent(_width(paragraph.mark) + 6)
    if style is Style.TITLE:
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return made


def _left(paragraph: Paragraph) -> float:
    if paragraph.style is Style.FIELD:
        return LEFT + FIELD_LABEL
    if paragraph.style in {Style.CAPTION, Style.TITLE, Style.BASIS}:
        return LEFT
    room = 0.0 if paragraph.style is Style.LINE else NUMBER
    return LEFT + room + STEP * paragraph.level


def _width(words: str) -> float:
    return QFontMetricsF(page_font()).horizontalAdvance(words)


def rect_of(block: QTextBlock) -> QRectF:
    """Return where a block stands in the document."""
    return block.document().documentLayout().blockBoundingRect(block)


def paint_beside(painter: QPainter, block: QTextBlock, rect: QRectF, paragraph: Paragraph) -> None:
    """Paint the number or label, the sign after the words, and the hint where there are none."""
    c, lines = colours(), block.layout()
    if lines.lineCount() == 0:
        return
    first = lines.lineAt(0)
    baseline = lines.position().y() + first.y() + first.ascent()
    start = lines.position().x() + first.naturalTextRect().left()
    if paragraph.mark:
        _paint_mark(painter, paragraph, TOP + block.blockFormat().leftMargin(), baseline)
    if paragraph.hint and not block.text() and not lines.preeditAreaText():
        if paragraph.style is Style.TITLE:
            start -= _width(paragraph.hint) / 2
        _paint_words(painter, QPointF(start, baseline), paragraph.hint, c.quiet, italic=True)
    elif paragraph.ending and block.text():
        last = lines.lineAt(lines.lineCount() - 1)
        end = lines.position() + QPointF(last.naturalTextRect().right(), last.y() + last.ascent())
        _paint_words(painter, end, paragraph.ending, c.quiet)
    if paragraph.style is Style.CAPTION and block.blockNumber():
        painter.fillRect(QRectF(LEFT + TOP, rect.top() - 8, rect.right() - LEFT - TOP, 1), QColor(c.edge))


def _paint_mark(painter: QPainter, paragraph: Paragraph, left: float, baseline: float) -> None:
    c = colours()
    if paragraph.style is Style.LINE:
        _paint_words(painter, QPointF(left, baseline), paragraph.mark, c.quiet)
    elif paragraph.style is Style.FIELD:
        _paint_words(painter, QPointF(LEFT + TOP, baseline), paragraph.mark, c.quiet)
    else:
        bold = paragraph.style is Style.HEADING
        width = _width(paragraph.mark) * (1.08 if bold else 1.0)
        _paint_words(painter, QPointF(left - width - 8, baseline), paragraph.mark, c.quiet, bold=bold)


def _paint_words(
    painter: QPainter, at: QPointF, words: str, colour: str, *, bold: bool = False, italic: bool = False
) -> None:
    font = page_font()
    font.setBold(bold)
    font.setItalic(italic)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(at, words)
