"""Grids out of the lines that are drawn on a page: collinear pieces joined, cells that go over several places."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tthc_desktop.documents.reading.pdf.ruling import Drawn, Stroke
from tthc_desktop.documents.reading.pdf.view import Box

_NEAR = 2.5
"""Lines no farther apart than so many points are one, as the two of a double rule."""
_LEAST_CELL = 5.0
"""No row is lower and no column narrower; lines that lie nearer are those of a double rule."""
_GAP = 4.0
"""Pieces of one line may lie so far apart."""
_COVERS = 0.7
"""The share of a cell's side that has to be drawn."""
_MOST_CELLS = 60_000


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell that covers columns `left` up to `right` and rows `top` up to `bottom`."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class RuledGrid:
    """Where the lines of a grid are, and its cells in reading order.

    `open_top` and `open_bottom` tell that no line closes it there.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]
    open_top: bool = False
    open_bottom: bool = False

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def box_of(self, cell: GridCell) -> Box:
        return self.xs[cell.left], self.ys[cell.top], self.xs[cell.right], self.ys[cell.bottom]


def grids(drawn: Drawn) -> list[RuledGrid]:
    """Return the grids of a page from top to bottom, boxes of a single cell among them."""
    strokes = _joined(list(_with_sides(drawn.strokes, drawn.fills)))
    found = [grid for group in _connected(strokes) if (grid := _grid(group))]
    return sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _with_sides(strokes: Sequence[Stroke], fills: Sequence[Box]) -> Iterator[Stroke]:
    """Yield the lines, and the sides of filled boxes that stand beside one another as cells."""
    yield from strokes
    sides = [
        stroke
        for left, top, right, bottom in fills
        for stroke in (
            Stroke(top, left, right, level=True),
            Stroke(bottom, left, right, level=True),
            Stroke(left, top, bottom, level=False),
            Stroke(right, top, bottom, level=False),
        )
    ]
    if len(fills) > 1:
        yield from sides


def _joined(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Join pieces of one line, and lines that lie as near each other as those of a double rule."""
    found: list[Stroke] = []
    for level in (True, False):
        bands: list[list[Stroke]] = []
        for stroke in sorted(one for one in strokes_of(strokes, level)):
            if bands and stroke.at - bands[-1][0].at <= _NEAR:
                bands[-1].append(stroke)
            else:
                bands.append([stroke])
        for band in bands:
            found.extend(_pieces(band, level=level))
    return found


def strokes_of(strokes: Iterable[Stroke], level: bool) -> list[Stroke]:
    return [stroke for stroke in strokes if stroke.level is level]


def _pieces(band: Sequence[Stroke], *, level: bool) -> Iterator[Stroke]:
    at = sum(stroke.at for stroke in band) / len(band)
    start, end = None, 0.0
    for stroke in sorted(band, key=lambda stroke: stroke.start):
        if start is None:
            start, end = stroke.start, stroke.end
        elif stroke.start <= end + _GAP:
            end = max(end, stroke.end)
        else:
            yield Stroke(at, start, end, level)
            start, end = stroke.start, stroke.end
    if start is not None:
        yield Stroke(at, start, end, level)


def _connected(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Return the groups of lines that touch or cross one another."""
    level = sorted(strokes_of(strokes, True))
    heights = [stroke.at for stroke in level]
    owner: dict[Stroke, Stroke] = {stroke: stroke for stroke in strokes}

    def root(stroke: Stroke) -> Stroke:
        while owner[stroke] != stroke:
            owner[stroke] = owner[owner[stroke]]
            stroke = owner[stroke]
        return stroke

    for upright in strokes_of(strokes, False):
        first = bisect_left(heights, upright.start - _GAP)
        last = bisect_right(heights, upright.end + _GAP)
        for crossing in level[first:last]:
            if crossing.start - _GAP <= upright.at <= crossing.end + _GAP:
                owner[root(crossing)] = root(upright)
    groups: defaultdict[Stroke, list[Stroke]] = defaultdict(list)
    for stroke in strokes:
        groups[root(stroke)].append(stroke)
    return list(groups.values())


def _grid(group: Sequence[Stroke]) -> RuledGrid | None:
    level, upright = strokes_of(group, True), strokes_of(group, False)
    if len(upright) < 2 or not level:
        return None
    xs = _positions([stroke.at for stroke in upright])
    ys = _positions([stroke.at for stroke in level])
    top, bottom = min(stroke.start for stroke in upright), max(stroke.end for stroke in upright)
    open_top, open_bottom = ys[0] - top > 2 * _GAP, bottom - ys[-1] > 2 * _GAP
    ys = [top] * open_top + ys + [bottom] * open_bottom
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MOST_CELLS:
        return None
    walls = _Walls(xs, ys, level, upright)
    return RuledGrid(tuple(xs), tuple(ys), tuple(_cells(walls)), open_top, open_bottom)


def _positions(found: Iterable[float]) -> list[float]:
    positions: list[float] = []
    for at in sorted(found):
        if not positions or at - positions[-1] > _LEAST_CELL:
            positions.append(at)
    return positions


class _Walls:
    """Between which places of a grid there is a line."""

    def __init__(
        self, xs: Sequence[float], ys: Sequence[float], level: Iterable[Stroke], upright: Iterable[Stroke]
    ) -> None:
        self.columns, self.rows = len(xs) - 1, len(ys) - 1
        self._below = _covered(ys, xs, level)
        self._beside = _covered(xs, ys, upright)

    def below(self, column: int, row: int) -> bool:
        return (row + 1, column) in self._below

    def beside(self, column: int, row: int) -> bool:
        return (column + 1, row) in self._beside


def _covered(at: Sequence[float], steps: Sequence[float], strokes: Iterable[Stroke]) -> set[tuple[int, int]]:
    """Return (place of the line, step along it) for each step along a line that is drawn."""
    found: set[tuple[int, int]] = set()
    for stroke in strokes:
        place = min(range(bisect_left(at, stroke.at - _LEAST_CELL), len(at)), key=lambda one: abs(at[one] - stroke.at))
        first = max(0, bisect_right(steps, stroke.start) - 1)
        for step in range(first, len(steps) - 1):
            if steps[step] >= stroke.end:
                break
            shared = min(stroke.end, steps[step + 1]) - max(stroke.start, steps[step])
            if shared >= _COVERS * (steps[step + 1] - steps[step]):
                found.add((place, step))
    return found


def _cells(walls: _Walls) -> Iterator[GridCell]:
    """Yield the cells in reading order: each goes right, then down, as far as no line stops it."""
    taken: set[tuple[int, int]] = set()
    for row in range(walls.rows):
        for column in range(walls.columns):
            if (column, row) in taken:
                continue
            right = column + 1
            while right < walls.columns and (right, row) not in taken and not walls.beside(right - 1, row):
                right += 1
            bottom = row + 1
            while bottom < walls.rows and _goes_on(walls, taken, column, right, bottom):
                bottom += 1
            taken.update((x, y) for x in range(column, right) for y in range(row, bottom))
            yield GridCell(column, row, right, bottom)


def _goes_on(walls: _Walls, taken: set[tuple[int, int]], left: int, right: int, row: int) -> bool:
    """Tell whether a cell goes on into a row: no line above it, none inside it."""
    inside = range(left, right)
    if any((column, row) in taken or walls.below(column, row - 1) for column in inside):
        return False
    if any(walls.beside(column, row) for column in range(left, right - 1)):
        return False
    ends = right == walls.columns or walls.beside(right - 1, row)
    begins = left == 0 or walls.beside(left - 1, row)
    return ends and begins
