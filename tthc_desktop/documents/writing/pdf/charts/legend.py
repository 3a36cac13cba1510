"""The names of the series above a chart, each beside its sign."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tthc_desktop.documents.writing.pdf.charts.canvas import Canvas, width_of, wrapped

SIZE = 10.0
SIGN = 18.0
_GAP, _BETWEEN, _ROW = 4.0, 14.0, 15.0
Sign = Callable[[float, float, int], None]
"""Draws the sign of a series, by its place, at x and the middle of a line."""


class Entry(NamedTuple):
    """A name at its place."""

    x: float
    row: int
    words: str


def legend(canvas: Canvas, names: Sequence[str], sign: Sign) -> float:
    """Draw the names in as many rows as they need and return the height that they take."""
    entries = placed(names, canvas.width)
    for place, entry in enumerate(entries):
        middle = entry.row * _ROW + _ROW / 2
        sign(entry.x, middle, place)
        canvas.words(entry.x + SIGN + _GAP, middle + SIZE * 0.33, entry.words, SIZE)
    return (entries[-1].row + 1) * _ROW + 4.0 if entries else 0.0


def placed(names: Sequence[str], width: float) -> list[Entry]:
    """Return where each name stands; one too long for a row is cut."""
    found: list[Entry] = []
    x, row = 0.0, 0
    for name in names:
        words = wrapped(name or "Không có tên", width - SIGN - _GAP, SIZE, 1)[0]
        needed = SIGN + _GAP + width_of(words, SIZE)
        if x and x + needed > width:
            x, row = 0.0, row + 1
        found.append(Entry(x, row, words))
        x += needed + _BETWEEN
    return found
