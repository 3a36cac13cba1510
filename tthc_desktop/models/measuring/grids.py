"""The tables of a page, found by their rules."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tthc_desktop.models.measuring.values import MM, Line, MeasuredPage, Ruled

_NEAR = 2.0
_FRAME_WIDTH, _FRAME_HEIGHT = 60 * MM, 15 * MM


@dataclass(frozen=True, slots=True)
class Band:
    """What stands between two rules that go through the whole table: a row, or rows with a cell in common."""

    top: float
    bottom: float
    lines: Sequence[Line]

    @property
    def words(self) -> str:
        return " ".join(line.words for line in self.lines)

    @property
    def is_bold(self) -> bool:
        return bool(self.lines) and all(line.is_bold for line in self.lines)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table or a frame on one page; `edges` are the places of its upright rules from left to right."""

    left: float
    top: float
    right: float
    bottom: float
    edges: Sequence[float]
    bands: Sequence[Band]

    @property
    def is_table(self) -> bool:
        """Tell a table from the frame of a stamp."""
        small = self.right - self.left < _FRAME_WIDTH and self.bottom - self.top < _FRAME_HEIGHT
        return not small and (len(self.bands) > 1 or len(self.edges) > 2)

    def holds(self, line: Line) -> bool:
        middle = line.base - 0.3 * line.size
        return self.top - _NEAR < middle < self.bottom + _NEAR and self.left - _NEAR < line.middle < self.right + _NEAR


def grids(page: MeasuredPage) -> tuple[Grid, ...]:
    """Return the tables and frames of a page from top to bottom."""
    found = (_grid(page, level, upright) for level, upright in _clusters(page) if len(level) > 1 and len(upright) > 1)
    return tuple(sorted(found, key=lambda grid: grid.top))


def _clusters(page: MeasuredPage) -> Iterator[tuple[list[Ruled], list[Ruled]]]:
    """Yield the rules that touch each other: level ones taken from the top, with the upright ones between them."""
    uprights = sorted(page.upright, key=lambda rule: rule.start)
    held: list[Ruled] = []
    bottom = 0.0
    for rule in uprights:
        if held and rule.start > bottom + _NEAR:
            yield _touching(page, held), held
            held = []
        bottom = max(bottom, rule.end) if held else rule.end
        held.append(rule)
    if held:
        yield _touching(page, held), held


def _touching(page: MeasuredPage, upright: Sequence[Ruled]) -> list[Ruled]:
    top, bottom = min(rule.start for rule in upright), max(rule.end for rule in upright)
    left, right = min(rule.at for rule in upright), max(rule.at for rule in upright)
    return [
        rule
        for rule in page.level
        if top - _NEAR <= rule.at <= bottom + _NEAR and rule.start < right + _NEAR and rule.end > left - _NEAR
    ]


def _grid(page: MeasuredPage, level: Sequence[Ruled], upright: Sequence[Ruled]) -> Grid:
    left, right = min(rule.at for rule in upright), max(rule.at for rule in upright)
    top, bottom = min(rule.start for rule in upright), max(rule.end for rule in upright)
    whole = sorted(rule.at for rule in level if rule.start < left + _NEAR and rule.end > right - _NEAR)
    tops = _distinct([top, *whole, bottom])
    inside = [line for line in page.lines if left - _NEAR < line.middle < right + _NEAR]
    bands = [Band(*ends, _between(inside, *ends)) for ends in pairwise(tops)]
    return Grid(left, top, right, bottom, _distinct(sorted(rule.at for rule in upright)), bands)


def _between(lines: Sequence[Line], top: float, bottom: float) -> list[Line]:
    return [line for line in lines if top < line.base - 0.3 * line.size < bottom]


def _distinct(places: Sequence[float]) -> list[float]:
    found: list[float] = []
    for place in places:
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found
