"""Two columns without lines: the head and the foot of a paper, where the offices stand beside the motto."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tthc_desktop.documents.reading.pdf.line import Line
from tthc_desktop.documents.reading.pdf.view import Box, around
from tthc_desktop.documents.reading.text.head import kind_at
from tthc_desktop.models.text import fold

_MARK = re.compile(
    r"(?:[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2}){0,4}|[a-zđA-H])[.):/]|\([ivx\d]{1,5}\)|\d{1,2}(?:\.\d{1,2}){1,4}|[-–+•●▪*]"
)
"""A mark that a tab sets off from its words."""
_LEFT = re.compile(r"noi nhan|so\s*:|v/v\b")
_RIGHT = re.compile(
    r"cong hoa xa|doc lap|dang cong san|(?:[^:]{1,40}, )?ngay\b.*\bthang\b.*\bnam\b|(?:tm|kt|tl|tuq|q)\. ?"
)
_DATE = re.compile(r"(?:[^:]{1,40}, )?ngay\b")
_LEAST_GUTTER = 4.0
_CENTRED = 9.0
_ALIGNED = 5.0
_NEXT = 2.3
"""Lines of a column follow at most so many sizes below one another …"""
_SIGNED = 11.0
"""… but for the name below a signature."""


@dataclass(slots=True)
class Sides:
    """The lines at the left and those at the right."""

    left: list[Line]
    right: list[Line]

    @property
    def box(self) -> Box:
        return around([line.box for line in (*self.left, *self.right)])


def side_by_side(pieces: Sequence[Line]) -> Iterator[Line | Sides]:
    """Yield the lines of a page, those that make two columns together; other pieces of a line are joined again."""
    rows = [_with_mark(row) for row in rows_of(pieces)]
    centre = _centre(pieces)
    place = 0
    waiting: list[list[Line]] = []
    while place < len(rows):
        band = _Band(_halves(rows[place]), centre) if len(rows[place]) > 1 else None
        if band is None:
            waiting.append(rows[place])
            place += 1
            continue
        above = 0
        while above < len(waiting) and band.takes_above(waiting[-1 - above]):
            above += 1
        end = place + 1
        while end < len(rows) and band.takes(rows[end]):
            end += 1
        if band.is_sure():
            yield from (_whole(row) for row in waiting[: len(waiting) - above])
            yield Sides(band.left, band.right)
            waiting = []
            place = end
        else:
            waiting.append(rows[place])
            place += 1
    yield from (_whole(row) for row in waiting)


def rows_of(pieces: Sequence[Line]) -> list[list[Line]]:
    """Return the pieces that stand on one line together."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda piece: piece.base):
        if rows and piece.base - rows[-1][0].base < 0.4 * piece.size and _apart(piece, rows[-1]):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _with_mark(row: list[Line]) -> list[Line]:
    """Return the pieces of a line, a mark and what stands behind its tab as one."""
    if len(row) > 1 and _MARK.fullmatch(row[0].said):
        return [_whole(row[:2]), *row[2:]]
    return row


def _apart(piece: Line, row: Sequence[Line]) -> bool:
    return all(piece.left >= other.right or piece.right <= other.left for other in row)


def _halves(row: Sequence[Line]) -> list[Line]:
    """Return the pieces of a line as those at the left and those at the right of its widest gap."""
    dated = next((place for place, piece in enumerate(row) if place and _DATE.match(fold(piece.said))), 0)
    if dated:
        return [_whole(row[:dated]), _whole(row[dated:])]
    gaps = [after.left - before.right for before, after in pairwise(row)]
    widest = gaps.index(max(gaps)) + 1
    return [_whole(row[:widest]), _whole(row[widest:])]


def _whole(row: Sequence[Line]) -> Line:
    return row[0] if len(row) == 1 else Line(tuple(word for piece in row for word in piece.words), row[0].base)


def _centre(pieces: Sequence[Line]) -> float:
    if not pieces:
        return 0.0
    return (min(piece.left for piece in pieces) + max(piece.right for piece in pieces)) / 2


def middle_of(line: Line) -> float:
    return (line.left + line.right) / 2


class _Band:
    """Two columns while they grow up and down from a line that has a piece in each."""

    def __init__(self, row: Sequence[Line], centre: float) -> None:
        self.left, self.right = [row[0]], [row[1]]
        self._centre = centre
        self._pairs = 1

    def is_sure(self) -> bool:
        """Tell whether these are columns, not two words of a line that stand far apart."""
        known = any(_LEFT.match(fold(line.said)) for line in self.left)
        return self._pairs > 1 or known or any(_RIGHT.match(fold(line.said)) for line in self.right)

    def takes_above(self, row: Sequence[Line]) -> bool:
        """Take a line above: a piece of it for each column, or one that stands centred over its column."""
        top = min(self.left[0].base, self.right[0].base)
        if top - row[0].base > _NEXT * row[0].size:
            return False
        if len(row) == 1:
            line = row[0]
            over = self.left if middle_of(line) < self._gutter()[0] else self.right
            centred = abs(middle_of(line) - middle_of(over[0])) < _CENTRED
            flush = over is self.left and abs(line.left - over[0].left) < _ALIGNED
            if not centred or flush or not self._fits(line, over is self.left):
                return False
            over.insert(0, line)
            return True
        return self._takes_pair(row, above=True)

    def takes(self, row: Sequence[Line]) -> bool:
        """Take a line below."""
        if len(row) > 1 and self._near(row[0]) and self._takes_pair(row, above=False):
            return True
        line = _whole(row)
        if kind_at(line.said):
            return False
        if len(row) == 1 and self._lists(line) and self._near(line):
            self.left.append(line)
            return True
        if self._fits(line, left=True) and self._follows(line, self.left):
            self.left.append(line)
            return True
        if self._fits(line, left=False) and self._follows(line, self.right, signed=True):
            self.right.append(line)
            return True
        return False

    def _takes_pair(self, row: Sequence[Line], *, above: bool) -> bool:
        row = _halves(row)
        if not ((self._lists(row[0]) or self._fits(row[0], left=True)) and self._fits(row[1], left=False)):
            return False
        self._pairs += 1
        self.left.insert(0 if above else len(self.left), row[0])
        self.right.insert(0 if above else len(self.right), row[1])
        return True

    def _lists(self, line: Line) -> bool:
        """Tell whether a line is one of the list below Nơi nhận, which may be wider than its column."""
        return line.said.startswith("-") and abs(line.left - self.left[0].left) < _ALIGNED

    def _gutter(self) -> tuple[float, float]:
        ends = [line.right for line in self.left if not line.said.startswith("-")]
        return max(ends or [self.left[0].right]), min(line.left for line in self.right)

    def _fits(self, line: Line, left: bool) -> bool:
        end, start = self._gutter()
        if left:
            return line.right <= start - _LEAST_GUTTER
        return line.left >= end + _LEAST_GUTTER

    def _near(self, line: Line) -> bool:
        return line.base - max(self.left[-1].base, self.right[-1].base) < _NEXT * line.size

    def _follows(self, line: Line, column: Sequence[Line], *, signed: bool = False) -> bool:
        """Tell whether a line alone goes on with a column: set like it, not centred on the page."""
        far = line.base - column[-1].base
        centred = any(abs(middle_of(line) - middle_of(other)) < _CENTRED for other in column)
        if not centred and abs(middle_of(line) - self._centre) < _CENTRED:
            return False
        aligned = any(abs(line.left - other.left) < _ALIGNED for other in column)
        bottom = max(self.left[-1].base, self.right[-1].base)
        near = far < _NEXT * line.size or line.base - bottom < _NEXT * line.size
        return (near and (centred or aligned)) or (signed and centred and far < _SIGNED * line.size)
