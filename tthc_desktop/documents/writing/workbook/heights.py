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
_KEPT = 100_000


class Ruler:
    """Counts the lines that words take in columns of some width, in points; the same words are counted once."""

    def __init__(self, widths: Sequence[float], size: float) -> None:
        self.size = size
        self._edges = [0.0]
        for width in widths:
            self._edges.append(self._edges[-1] + width)
        self._known: dict[tuple[Text, int, int, bool], int] = {}

    def lines(self, words: Text, left: int, right: int, *, bold: bool = False) -> int:
        """Return how many lines the words take from the column `left` up to `right`."""
        key = words, left, right, bold
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _KEPT:
                self._known.clear()
            room = (self._edges[right] - self._edges[left] - _SIDES) / self.size / _WIDER
            face = family().face(bold=bold or any(run.bold for run in words.runs), italic=False)
            found = self._known[key] = count_lines(str(words), face, max(room, 0.5))
        return found

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
