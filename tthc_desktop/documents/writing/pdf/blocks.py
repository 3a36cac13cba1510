"""Paragraphs, and panels of lines and rules that no page cuts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import NamedTuple

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.pdf.elements import Element
from tthc_desktop.documents.writing.pdf.flow import Pen, Segment, Start, Strip, Tie
from tthc_desktop.documents.writing.pdf.lines import Line
from tthc_desktop.models.identity import Id

_ASCENT, _DESCENT = 0.891, 0.216
"""Of Times New Roman and its metric equals, in ems."""
_WIDEST = 1.0
"""Ems by which a blank of a justified line may become wider; beyond that the line stays ragged."""


class Align(Enum):
    """How lines stand between their edges."""

    LEFT = "left"
    CENTRE = "centre"
    JUSTIFIED = "justified"


def baseline(size: float, leading: float) -> float:
    """Return how far the baseline lies below the top of a line."""
    return (leading - (_ASCENT + _DESCENT) * size) / 2 + _ASCENT * size


def leading(rules: Rules, size: float, spacing: str = "line_spacing") -> float:
    return size * rules.number("single_line") * rules.number(spacing)


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set: measures in points; with `keeps` it stays with what follows."""

    size: float
    leading: float
    indent: float = 0.0
    gap: float = 0.0
    align: Align = Align.JUSTIFIED
    shrink: float = 0.0
    keeps: bool = False


class Block:
    """A paragraph: one strip per line, never a single line at the foot or the head of a page."""

    def __init__(
        self, lines: Sequence[Line], style: Style, width: float, where: str = "", id_: Id = "", *, role: str = "P"
    ) -> None:
        self.where = where
        self.style = style
        self.width = width
        self._id = id_
        self._lines = lines
        self._element = Element(self, role)
        together = {1, len(self._lines) - 1} - {0}
        self.strips = [
            Strip(style.leading, style.gap if self._opens(place) else 0.0, Tie.FIRM if place in together else Tie.FREE)
            for place in range(len(self._lines))
        ]

    def _opens(self, place: int) -> bool:
        """Tell whether a line begins the paragraph, or goes on in it after a newline."""
        return place == 0 or self._lines[place - 1].ends

    def goes_on(self, before: "Block") -> None:
        """Let this be read aloud as the end of the paragraph before."""
        self._element = before._element  # noqa: SLF001 - of its own kind

    def head(self, _first: int) -> float:
        return 0.0

    def tail(self, _last: int) -> float:
        return 0.0

    def starts(self, strip: int) -> Sequence[Start]:
        return () if strip or not self._id else (Start(self._id),)

    def draw(self, pen: Pen, y: float, first: int, last: int) -> None:
        style = self.style
        y += baseline(style.size, style.leading)
        pen.element(self._element)
        for place in range(first, last):
            line = self._lines[place]
            if place > first:
                y += self.strips[place].gap
            draw_line(pen, line, style, (style.indent if self._opens(place) else 0.0, self.width), y)
            y += style.leading


def draw_line(pen: Pen, line: Line, style: Style, edges: tuple[float, float], y: float) -> None:
    """Draw one line between two edges."""
    left, right = edges
    spare = right - left - line.width * style.size
    if style.align is Align.CENTRE:
        pen.words(left + spare / 2, y, line, style.size)
    elif style.align is Align.JUSTIFIED and line.blanks and (spare < 0 or _is_stretched(line, spare, style)):
        pen.words(left, y, line, style.size, spare / line.blanks)
    else:
        pen.words(left, y, line, style.size)


def _is_stretched(line: Line, spare: float, style: Style) -> bool:
    """Tell whether a line reaches the right edge: not the last one, nor a few words above one that had to be cut."""
    return not line.ends and spare <= _WIDEST * style.size * line.blanks


class Placed(NamedTuple):
    """A line at its place in a panel."""

    x: float
    y: float
    line: Line
    size: float
    element: Element


def draw_placed(pen: Pen, y: float, placed: Iterable[Placed]) -> None:
    """Draw lines whose panel begins at `y`."""
    for element, found in groupby(placed, key=lambda one: one.element):
        pen.element(element)
        for x, down, line, size, _ in found:
            pen.words(x, y + down, line, size)


class Column:
    """Lines and short rules one under the other, each centred between two edges; `y` is where the next one goes."""

    def __init__(self, left: float, right: float, y: float = 0.0) -> None:
        self.left = left
        self.right = right
        self.y = y
        self.placed: list[Placed] = []
        self.rules: list[Segment] = []

    def add(
        self, set_lines: Sequence[Line], size: float, leading: float, *, centred: bool = True, role: str = "P"
    ) -> None:
        """Add the lines of one paragraph; headings that follow each other are one."""
        last = self.placed[-1].element if self.placed else None
        element = last if last and role == last.role != "P" else Element((self, len(self.placed)), role)
        for line in set_lines:
            spare = self.right - self.left - line.width * size if centred else 0.0
            self.placed.append(Placed(self.left + spare / 2, self.y + baseline(size, leading), line, size, element))
            self.y += leading

    def rule(self, share: float, below: float) -> None:
        """Draw a rule, `share` as long as the last line, and go `below` points on."""
        x, _, line, size, _ = self.placed[-1]
        length = line.width * size
        start = x + length * (1 - share) / 2
        self.rules.append((start, self.y, start + length * share, self.y))
        self.y += below


class Panel:
    """Lines and rules at fixed places, on one page as a whole."""

    def __init__(self, where: str, columns: Sequence[Column], thickness: float, id_: Id) -> None:
        self.where = where
        self._id = id_
        self.strips = [Strip(max(column.y for column in columns))]
        self._placed = [placed for column in columns for placed in column.placed]
        self._rules = [rule for column in columns for rule in column.rules]
        self._thickness = thickness

    def head(self, _first: int) -> float:
        return 0.0

    def tail(self, _last: int) -> float:
        return 0.0

    def starts(self, strip: int) -> Sequence[Start]:
        return () if strip or not self._id else (Start(self._id),)

    def draw(self, pen: Pen, y: float, _first: int, _last: int) -> None:
        draw_placed(pen, y, self._placed)
        if self._rules:
            pen.rules([(x0, y + y0, x1, y + y1) for x0, y0, x1, y1 in self._rules], self._thickness)
