"""Grids that are a frame around a page with a table inside: the frame taken off."""

from collections.abc import Iterator

from tthc_desktop.documents.reading.pdf.grids import GridCell, RuledGrid

_MARGIN = 10.0
"""A frame stands so near the table inside it that no column could be between them."""
_SIDES = 2


def unframed(grid: RuledGrid) -> Iterator[RuledGrid]:
    """Yield the grid, or the tables inside it where its outer lines are a frame around them."""
    columns = len(grid.xs) - 1
    if columns <= _SIDES or grid.xs[1] - grid.xs[0] > _MARGIN or grid.xs[-1] - grid.xs[-2] > _MARGIN:
        yield grid
        return
    inner = [cell for cell in grid.cells if cell.left > 0 and cell.right < columns]
    rows = sorted({row for cell in inner for row in range(cell.top, cell.bottom)})
    start = 0
    for place, row in enumerate(rows):
        if place + 1 == len(rows) or rows[place + 1] > row + 1:
            yield _part(grid, inner, rows[start], row + 1)
            start = place + 1


def _part(grid: RuledGrid, inner: list[GridCell], top: int, bottom: int) -> RuledGrid:
    """Return the rows of a table inside a frame as a grid of their own."""
    cells = tuple(
        GridCell(cell.left - 1, cell.top - top, cell.right - 1, cell.bottom - top)
        for cell in inner
        if top <= cell.top and cell.bottom <= bottom
    )
    return RuledGrid(grid.xs[1:-1], grid.ys[top : bottom + 1], cells)
