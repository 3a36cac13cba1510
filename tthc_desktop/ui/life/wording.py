"""Two wordings of one place, word by word: what went is struck through, what came is underlined."""

from collections.abc import Iterable

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from tthc_desktop.models.comparison import Fate, Piece
from tthc_desktop.ui import look

_SPOKEN = {Fate.REMOVED: "bỏ", Fate.ADDED: "thêm"}


class Wording(QTextEdit):
    """Shows titles, quiet lines and pieces of words; nothing can be typed here."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(look.WIDE)

    def begin(self) -> None:
        """Take everything away."""
        self.clear()

    def say(self, words: str, *, bold: bool = False, quiet: bool = False, gap: int = look.SPACE) -> None:
        """Add a line."""
        shape = QTextCharFormat()
        shape.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        shape.setForeground(QColor(look.colours().quiet if quiet else look.colours().text))
        self._line(gap).insertText(words, shape)

    def show_pieces(self, pieces: Iterable[Piece]) -> None:
        """Add words with what became of them."""
        cursor = self._line(look.GAP)
        spoken = []
        for piece in pieces:
            cursor.insertText(piece.words.replace("\n", "\u2028"), _shape(piece.fate))
            if piece.fate in _SPOKEN:
                spoken.append(f"{_SPOKEN[piece.fate]} “{piece.words.strip()}”")
        self.setAccessibleDescription("; ".join(spoken))

    def _line(self, gap: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        block = QTextBlockFormat()
        block.setTopMargin(gap)
        if self.document().isEmpty():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        return cursor


def _shape(fate: Fate) -> QTextCharFormat:
    colours = look.colours()
    shape = QTextCharFormat()
    if fate is Fate.REMOVED:
        shape.setForeground(QColor(colours.error))
        shape.setFontStrikeOut(True)
    elif fate is Fate.ADDED:
        shape.setForeground(QColor(colours.good))
        shape.setFontUnderline(True)
    else:
        shape.setForeground(QColor(colours.text))
    return shape
