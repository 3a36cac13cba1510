"""What was measured on the pages of a finished file: lines of words and rules, in points from the top left corner."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_ABOVE, _BELOW = 0.72, 0.22
"""How far letters reach above and below their base line, in ems."""


class SetLine(NamedTuple):
    """Words on one base line; `bold` and `italic` where all of them are."""

    words: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    font: str = ""

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def top(self) -> float:
        return self.base - _ABOVE * self.size

    @property
    def bottom(self) -> float:
        return self.base + _BELOW * self.size


class Bar(NamedTuple):
    """A level rule."""

    y: float
    left: float
    right: float


class Post(NamedTuple):
    """An upright rule."""

    x: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class MeasuredPage:
    """One page, counted from 1; lines from top to bottom, those of one height from left to right."""

    number: int
    width: float
    height: float
    lines: tuple[SetLine, ...] = ()
    bars: tuple[Bar, ...] = ()
    posts: tuple[Post, ...] = ()


def joined(lines: Sequence[SetLine]) -> SetLine:
    """Return pieces of one height as one line."""
    ordered = sorted(lines, key=lambda line: line.left)
    first = max(ordered, key=lambda line: line.width)
    return first._replace(
        words=" ".join(line.words for line in ordered),
        left=ordered[0].left,
        right=max(line.right for line in ordered),
        bold=all(line.bold for line in ordered),
        italic=all(line.italic for line in ordered),
    )


def by_height(lines: Iterable[SetLine]) -> list[SetLine]:
    """Return the pieces of each height as one line, from top to bottom."""
    rows: list[list[SetLine]] = []
    for line in sorted(lines, key=lambda found: found.base):
        if rows and line.base - rows[-1][0].base < 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [joined(row) for row in rows]
