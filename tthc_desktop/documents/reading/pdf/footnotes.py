"""Notes at the foot of a page: small lines with a figure or star in front, below a short rule."""

from collections.abc import Sequence
from statistics import median

from tthc_desktop.documents.reading.pdf.line import Line
from tthc_desktop.documents.reading.pdf.ruling import Stroke

_LOWER = 0.45
"""Notes stand below so much of the page's height."""
_SMALLER = 0.93
_LEAST_RULE, _LONGEST_RULE = 40.0, 0.5
_MOST_BELOW = 25.0
"""So many points below the rule the first note begins at most."""


def take_footnotes(lines: Sequence[Line], strokes: Sequence[Stroke], height: float) -> tuple[list[Line], list[Line]]:
    """Return the lines of the notes, and the others."""
    if len(lines) < 2:
        return [], list(lines)
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    size = median(line.size for line in lines)
    for stroke in strokes:
        length = stroke.end - stroke.start
        short = _LEAST_RULE < length < _LONGEST_RULE * (right - left) and abs(stroke.start - left) < 10
        if not (stroke.level and short and stroke.at > _LOWER * height):
            continue
        below = [line for line in lines if line.base > stroke.at and not line.said.isdecimal()]
        if below and _are_notes(below, stroke, size):
            taken = set(map(id, below))
            return below, [line for line in lines if id(line) not in taken]
    return [], list(lines)


def _are_notes(below: Sequence[Line], stroke: Stroke, size: float) -> bool:
    first = min(below, key=lambda line: line.base)
    small = all(line.size <= _SMALLER * size for line in below)
    return small and first.base - stroke.at < _MOST_BELOW and first.said.lstrip("([")[:1] in "0123456789*"
