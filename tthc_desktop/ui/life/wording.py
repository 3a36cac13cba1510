"""Two wordings of one place, word by word: what went is struck through, what came is underlined."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from tthc_desktop.models.comparison import Fate, Piece
from tthc_desktop.ui import look

_SPOKEN = {Fate.REMOVED: "bỏ", Fate.ADDED: "thêm"}
_Line = tuple[int, tuple[tuple[str, str], ...]]
"""The room above a line, and its words with how each looks."""


class Wording(QTextEdit):
    """Shows titles, quiet lines and pieces of words; nothing can be typed here."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._lines: list[_Line] = []
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(look.WIDE)

    def begin(self) -> None:
        """Take everything away."""
        self._lines.clear()
        self.clear()
        self.setAccessibleDescription("")

    def say(self, words: str, *, bold: bool = False, quiet: bool = False, gap: int = look.SPACE) -> None:
        """Add a line."""
        shape = "bold" if bold else "quiet" if quiet else Fate.KEPT.value
        self._add((gap, ((words, shape),)))

    def show_pieces(self, pieces: Iterable[Piece]) -> None:
        """Add words with what became of them."""
        found = tuple(pieces)
        self._add((look.GAP, tuple((piece.words.replace("\n", "\u2028"), piece.fate.value) for piece in found)))
        spoken = (f"{_SPOKEN[piece.fate]} “{piece.words.strip()}”" for piece in found if piece.fate in _SPOKEN)
        self.setAccessibleDescription("; ".join(spoken))

    def _add(self, line: _Line) -> None:
        self._lines.append(line)
        self._write(line)

    def _write(self, line: _Line) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        block = QTextBlockFormat()
        block.setTopMargin(line[0])
        if self.document().isEmpty():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        for words, shape in line[1]:
            cursor.insertText(words, _shape(shape))

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the colours change."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.clear()
            for line in self._lines:
                self._write(line)


def _shape(name: str) -> QTextCharFormat:
    colours = look.colours()
    inks = {Fate.REMOVED.value: colours.error, Fate.ADDED.value: colours.good, "quiet": colours.quiet}
    shape = QTextCharFormat()
    shape.setForeground(QColor(inks.get(name, colours.text)))
    shape.setFontWeight(QFont.Weight.Bold if name == "bold" else QFont.Weight.Normal)
    shape.setFontStrikeOut(name == Fate.REMOVED.value)
    shape.setFontUnderline(name == Fate.ADDED.value)
    return shape
