"""Cells over the grid of a table: edges that nearly meet are one, cells that go on below are one with their owner."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from tthc_desktop.documents.reading.laid_out.blocks import Block, TableBlock, TableCell

Blocks = tuple[Block | TableBlock, ...]
BEGINS, GOES_ON = "restart", "continue"
_NEAR = 120
"""Edges that are no more than 2 mm apart, in twentieths of a point, were meant to meet."""


@dataclass(slots=True)
class Spread:
    """A cell and the columns of the grid it goes over, from one edge to another; `joined` is how it is merged down."""

    start: int
    end: int
    blocks: list[Block | TableBlock] = field(default_factory=list)
    joined: str = ""
    rows: int = 1


def cells_of(
    rows: Sequence[Sequence[Spread]], widths: Sequence[int], heads: Sequence[bool]
) -> tuple[tuple[TableCell, ...], ...]:
    """Return the cells over no more columns than can be seen; `widths` are those of the columns of the grid.

    The first rows are the head when `heads` says so, unless all are.
    """
    places = _places(rows, widths)
    leading = next((at for at, head in enumerate(heads) if not head), 0)
    for row in rows:
        for cell in row:
            cell.start, cell.end = places[cell.start], places[cell.end]
    return tuple(
        tuple(
            TableCell(tuple(cell.blocks), max(cell.end - cell.start, 1), cell.rows, head=at < leading) for cell in row
        )
        for at, row in enumerate(_merged(rows))
    )


def _places(rows: Sequence[Sequence[Spread]], widths: Sequence[int]) -> dict[int, int]:
    """Return for each edge that is used which column begins there."""
    edges = sorted({edge for row in rows for cell in row for edge in (cell.start, cell.end)})
    at = [0, *accumulate(widths)]
    narrow = {(cell.start, cell.end) for row in rows for cell in row}
    places: dict[int, int] = {}
    first, column = 0, -1
    for edge in edges:
        known = edge < len(at)
        meets = column >= 0 and known and at[edge] - at[first] <= _NEAR
        if not meets or any((one, edge) in narrow for one in places if places[one] == column):
            column, first = column + 1, edge if known else 0
        places[edge] = column
    return places


def _merged(rows: Sequence[Sequence[Spread]]) -> list[list[Spread]]:
    """Return the rows without the cells that go on from one above; their words and places go to that one."""
    merged: list[list[Spread]] = []
    above: dict[int, Spread] = {}
    for row in rows:
        kept: list[Spread] = []
        here: dict[int, Spread] = {}
        for cell in row:
            owner = above.get(cell.start)
            if cell.joined == GOES_ON and owner is not None and owner.joined and owner.end == cell.end:
                owner.rows += 1
                owner.blocks.extend(cell.blocks)
                here[cell.start] = owner
            else:
                kept.append(cell)
                here[cell.start] = cell
        merged.append(kept)
        above = here
    return merged
