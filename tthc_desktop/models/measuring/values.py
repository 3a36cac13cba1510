"""A finished print as it was read back: its lines of words and its rules, in points from the top left of a page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

MM = 72 / 25.4


class Line(NamedTuple):
    """Words of one column on one base line; `bold` and `italic` are the shares of its letters that are so.

    `mark` tells the content that a tagged file puts the line in, -1 in a file without.
    """

    words: str
    left: float
    right: float
    base: float
    size: float
    bold: float
    italic: float
    font: str
    mark: int = -1
    is_black: bool = True

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def top(self) -> float:
        """Return the upper edge of its capitals with their accents, about."""
        return self.base - 0.89 * self.size

    @property
    def bottom(self) -> float:
        return self.base + 0.22 * self.size

    @property
    def is_bold(self) -> bool:
        return self.bold > 0.9

    @property
    def is_italic(self) -> bool:
        return self.italic > 0.9

    @property
    def is_upper(self) -> bool:
        return self.words.upper() == self.words and self.words.lower() != self.words


class Ruled(NamedTuple):
    """A straight rule: a level one at the height `at` from left to right, an upright one from top to bottom."""

    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        return self.end - self.start

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class MeasuredPage:
    """One page; its lines stand from top to bottom and, on one height, from left to right."""

    width: float
    height: float
    lines: Sequence[Line] = ()
    level: Sequence[Ruled] = ()
    upright: Sequence[Ruled] = ()
    figures: Sequence[tuple[float, float, float, float]] = ()
    """The boxes around the words of pictures that a tagged file tells of, such as charts."""
    pictures: int = 0


@dataclass(frozen=True, slots=True)
class MeasuredPaper:
    """A file read back: its pages, and the names of the fonts of its letters by how many letters each has."""

    pages: Sequence[MeasuredPage]
    fonts: Sequence[tuple[str, int]] = field(default_factory=tuple)
