"""How high a row has to be for its words, since no program measures rows of a file that it did not fill."""

from collections.abc import Iterable
from math import ceil

_HIGHEST = 409
"""Excel has no higher rows."""


def height(cells: Iterable[tuple[str, float]], line: float) -> float:
    """Return the height of a row from the words and the width, in letters, of its cells."""
    lines = max((_lines(words, width) for words, width in cells), default=1)
    return min(_HIGHEST, lines * line + 5)


def _lines(words: str, width: float) -> int:
    return sum(max(1, ceil(_wide(part) / (width - 1))) for part in words.split("\n"))


def _wide(words: str) -> float:
    """Return about how many widths of a digit the words take, with what a line loses where its last word goes on."""
    return 1.06 * sum(1.05 if letter.isupper() else 0.78 for letter in words)
