"""The tables of a page, known by their rules: where they stand, and what is in each of their rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tthc_desktop.models.measuring.pages import MeasuredPage, SetLine, by_height

_NEAR = 1.5


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row between two rules: its words, and how many rules stand upright within it."""

    top: float
    bottom: float
    words: str
    inner: int
    bold: bool = False


@dataclass(frozen=True, slots=True)
class GridPart:
    """The part of a table on one page."""

    left: float
    top: float
    right: float
    bottom: float
    edges: tuple[float, ...]
    rows: tuple[GridRow, ...]

    def holds(self, line: SetLine) -> bool:
        """Tell whether a line stands in the table."""
        return (
            self.top - _NEAR <= line.base <= self.bottom + _NEAR and line.left < self.right and line.right > self.left
        )


def grids(page: MeasuredPage) -> list[GridPart]:
    """Return the tables of a page from top to bottom: upright rules that touch, and what lies between them."""
    found: list[list[float]] = []
    for post in sorted(page.posts, key=lambda one: one.top):
        if found and post.top <= found[-1][1] + _NEAR:
            found[-1][1] = max(found[-1][1], post.bottom)
        else:
            found.append([post.top, post.bottom])
    parts = (_part(page, top, bottom) for top, bottom in found)
    return [part for part in parts if len(part.edges) > 2]


def _part(page: MeasuredPage, top: float, bottom: float) -> GridPart:
    posts = [post for post in page.posts if post.bottom > top and post.top < bottom]
    edges = tuple(_apart(post.x for post in posts))
    left, right = edges[0], edges[-1]
    heights = _apart(
        bar.y for bar in page.bars if top - _NEAR <= bar.y <= bottom + _NEAR and bar.left <= left + _NEAR < bar.right
    )
    lines = [line for line in page.lines if top <= line.base <= bottom]
    rows = tuple(_row(page, lines, edges, above, below) for above, below in pairwise(heights) if below - above > 3)
    return GridPart(left, top, right, bottom, edges, rows)


def _row(page: MeasuredPage, lines: Sequence[SetLine], edges: Sequence[float], top: float, bottom: float) -> GridRow:
    inside = [line for line in lines if top < line.base <= bottom]
    middle = (top + bottom) / 2
    inner = sum(
        any(abs(post.x - edge) < _NEAR and post.top - _NEAR <= middle <= post.bottom + _NEAR for post in page.posts)
        for edge in edges[1:-1]
    )
    words = " ".join(line.words for line in by_height(inside))
    return GridRow(top, bottom, words, inner, bool(inside) and all(line.bold for line in inside))


def _apart(values: object) -> list[float]:
    found: list[float] = []
    for value in sorted(values):  # type: ignore[call-overload]
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found
