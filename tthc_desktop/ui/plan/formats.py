"""How each style of paragraph is set on the page surface: Qt's formats of its block and of its words."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from tthc_desktop.models.text import Run
from tthc_desktop.ui.look import colours
from tthc_desktop.ui.plan import face_painting
from tthc_desktop.ui.plan.paragraph import Paragraph, Style

_OWN = QTextFormat.Property.UserProperty
BOLD, ITALIC, FIGURE = _OWN + 1, _OWN + 2, _OWN + 3
LEFT, STEP, TOP, NUMBER = 12.0, 22.0, 12, 44.0
ADDRESSED = 190.0
"""Where the lines after Kính gửi begin."""
PAGE_FAMILY = "Liberation Serif"
PAGE_SIZE = 13.0
_SIZES = {
    Style.EMBLEM: 10.5,
    Style.SUBJECT: 12.0,
    Style.UNPRINTED: 10.5,
    Style.LABEL: 12.0,
    Style.FOOT: 11.5,
    Style.GAP: 3.0,
}
_STRONG = {Style.HEADING, Style.TITLE, Style.EMBLEM, Style.STRONG, Style.NAME, Style.LABEL, Style.CAPTION}
_SLANTED = {Style.BASIS, Style.PLACE, Style.DATE, Style.LABEL}
_CENTRED = {
    Style.TITLE,
    Style.SUBJECT,
    Style.UNPRINTED,
    Style.CENTRED,
    Style.STRONG,
    Style.EMBLEM,
    Style.NAME,
    Style.CAPTION,
}
_RIGHT = {Style.NUMBER, Style.PLACE}
_ABOVE = {
    **{Style.CAPTION: 40.0, Style.HEADING: 10.0, Style.LINE: 1.0, Style.FOOT: 1.0, Style.NAME: 72.0},
    **{Style.GAP: 4.0, Style.EMBLEM: 1.0, Style.LABEL: 1.0, Style.CENTRED: 1.0, Style.STRONG: 1.0},
    **dict.fromkeys((Style.NUMBER, Style.SYMBOL, Style.PLACE, Style.DATE), 12.0),
}
_ABOVE_PARTS = {"gap": 12.0}
_BELOW = {Style.LINE: 1.0, Style.FOOT: 1.0, Style.GAP: 0.0, Style.CENTRED: 1.0, Style.STRONG: 4.0, Style.EMBLEM: 2.0}


def page_font(style: Style = Style.BODY, scale: float = 1.0) -> QFont:
    """Return the font of the printed page, larger or smaller for the eyes."""
    font = QFont(PAGE_FAMILY)
    font.setPointSizeF(_SIZES.get(style, PAGE_SIZE) * scale)
    return font


def scale_of(document: QTextDocument) -> float:
    """Return how much larger than usual a document is shown: its font tells."""
    return document.defaultFont().pointSizeF() / PAGE_SIZE


def width_of(words: str, style: Style = Style.BODY) -> float:
    """Return how wide words are on the surface."""
    return QFontMetricsF(page_font(style)).horizontalAdvance(words)


def is_centred(style: Style) -> bool:
    """Tell whether a paragraph stands in the middle."""
    return style in _CENTRED


def is_right(style: Style) -> bool:
    """Tell whether a paragraph stands at the right."""
    return style in _RIGHT


def char_format(paragraph: Paragraph, run: Run, scale: float = 1.0) -> QTextCharFormat:
    """Return how words of one emphasis look in a paragraph."""
    style, c = paragraph.style, colours()
    look = QTextCharFormat(_emphasis(style, run.bold, run.italic, scale, c.quiet))
    if run.figure:
        look.setProperty(FIGURE, run.figure)
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        look.setUnderlineColor(QColor(c.accent))
    if style is Style.TABLE:
        look.setFontFamilies([QFont().family()])
        look.setFontPointSize(QFont().pointSizeF() * scale)
        look.setForeground(QColor(c.accent))
    return look


@lru_cache(maxsize=256)
def _emphasis(style: Style, bold: bool, italic: bool, scale: float, quiet: str) -> QTextCharFormat:
    """Return the look of a style, made once: a long report has tens of thousands of runs."""
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold if style in _STRONG or bold else QFont.Weight.Normal)
    look.setFontItalic(style in _SLANTED or italic)
    look.setProperty(BOLD, bold)
    look.setProperty(ITALIC, italic)
    if style in _SIZES:
        look.setFontPointSize(_SIZES[style] * scale)
    if style in {Style.EMBLEM, Style.LABEL, Style.CAPTION, Style.UNPRINTED}:
        look.setForeground(QColor(quiet))
    return look


def block_format(paragraph: Paragraph, width: float, scale: float = 1.0) -> QTextBlockFormat:
    """Return how a paragraph stands on a surface of this width."""
    made, style = QTextBlockFormat(), paragraph.style
    made.setLeftMargin(_left(paragraph) * scale)
    made.setRightMargin(LEFT * scale if paragraph.cell is None else 0.0)
    made.setTopMargin(_ABOVE_PARTS.get(paragraph.place.part, _ABOVE.get(style, 5.0)) * scale)
    made.setBottomMargin((14.0 if paragraph.place.part == "space" else _BELOW.get(style, 3.0)) * scale)
    made.setLineHeight(112.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if style is Style.LINE:
        made.setTextIndent((width_of(paragraph.mark) + 6) * scale)
    if style in _CENTRED:
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    if style in _RIGHT:
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
    if style is Style.TITLE and paragraph.ruled:
        made.setBottomMargin(16.0 * scale)
    if paragraph.face is not None:
        drawn = face_painting.height(paragraph.face, face_width(paragraph, width, scale))
        made.setBottomMargin((drawn + 48.0) * scale)
    return made


def face_width(paragraph: Paragraph, width: float, scale: float = 1.0) -> float:
    """Return how wide a table is drawn, before it is scaled, on a surface of this width."""
    return (width - 2 * TOP) / scale - _left(paragraph) - LEFT


def _left(paragraph: Paragraph) -> float:
    if paragraph.style is Style.FOOT:
        return LEFT + 14.0 + STEP * paragraph.level
    if paragraph.style is Style.ADDRESSEE:
        return ADDRESSED
    if paragraph.style is Style.SUBJECT:
        return width_of("V/v  ", Style.SUBJECT)
    if paragraph.cell is not None:
        return width_of("/ ") if paragraph.style is Style.SYMBOL else 10.0 if paragraph.style is Style.DATE else 0.0
    if paragraph.style in _CENTRED or paragraph.style is Style.BASIS:
        return LEFT
    room = 0.0 if paragraph.style in {Style.LINE, Style.TABLE} else NUMBER
    return LEFT + room + STEP * paragraph.level
