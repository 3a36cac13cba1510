"""How high the rows of a sheet have to be: spreadsheets fit no row to merged cells, and none before it is edited."""

from collections.abc import Sequence

from tthc_desktop.documents.writing.pdf.fonts import Typeface, family
from tthc_desktop.models.text import Text

TALLEST = 409.0
"""Points; no row of Excel is higher."""
_LINE = 1.3125
"""A line of Times New Roman in Excel, in ems."""
_PADDING = 3.0
_SIDES = 6.0
"""Points beside the words of a cell that Excel keeps free."""
_WIDER = 1.04
"""Letters are wider on the screen than on paper."""
_SHORT = 40
"""Letters; longer words are seldom met twice."""


class Ruler:
    """Counts the lines that words take in columns of some width, in points; the same words are counted once."""

    def __init__(self, widths: Sequence[float], size: float) -> None:
        self.size = size
        self._edges = [0.0]
        for width in widths:
            self._edges.append(self._edges[-1] + width)
        self._known: dict[tuple[str, int, int, bool], int] = {}

    def lines(self, words: Text, left: int, right: int, *, bold: bool = False) -> int:
        """Return how many lines the words take from the column `left` up to `right`."""
        bold = bold or any(run.bold for run in words.runs)
        shown = str(words)
        if len(shown) > _SHORT:
            return self._count(shown, left, right, bold=bold)
        key = shown, left, right, bold
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._count(shown, left, right, bold=bold)
        return found

    def _count(self, words: str, left: int, right: int, *, bold: bool) -> int:
        room = (self._edges[right] - self._edges[left] - _SIDES) / self.size / _WIDER
        return count_lines(words, family().face(bold=bold, italic=False), max(room, 0.5))

    def height(self, lines: int) -> float:
        """Return the height of a row of so many lines, in points."""
        return min(max(lines, 1) * self.size * _LINE + _PADDING, TALLEST)

    def most_lines(self) -> int:
        """Return the lines that fit into the highest row."""
        return int((TALLEST - _PADDING) / self.size / _LINE)


def count_lines(words: str, face: Typeface, room: float) -> int:
    """Return how many lines of `room` ems words take, a word wider than a line being cut."""
    lines = 0
    for paragraph in words.split("\n"):
        lines += 1
        used = 0.0
        for word in paragraph.split(" "):
            width = face.widths[word]
            if used and used + width > room:
                lines += 1
                used = 0.0
            if width > room:
                lines += int(width / room)
                width %= room
            used += width + face.blank
    return lines
