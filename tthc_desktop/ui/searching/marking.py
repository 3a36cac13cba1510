"""Found words with another ground on a page: in the text that is in sight and in the table in front."""

from typing import TYPE_CHECKING

from tthc_desktop.models.searching.finding import Hit
from tthc_desktop.models.searching.matching import Query
from tthc_desktop.ui.searching.highlights import Index, paint_surface, spans_of_cell
from tthc_desktop.ui.searching.painting import Span

if TYPE_CHECKING:
    from tthc_desktop.ui.plan.page import PlanPage


class Marking:
    """Marks the hits of one query, the one in front more strongly."""

    def __init__(self, page: "PlanPage") -> None:
        self._page = page
        self._query = Query("")
        self._front: Hit | None = None

    def show(self, query: Query, front: Hit | None) -> None:
        """Mark what the query finds; nothing when it looks for nothing."""
        if not query.words and not self._query.words:
            return
        self._query, self._front = query, front
        paint_surface(self._page.surface, query, front if query.words else None)
        grid = self._page.grid()
        if grid is not None:
            grid.delegate.marks = self._of_cell if query.words else None
            grid.viewport().update()

    def _of_cell(self, index: Index) -> tuple[list[Span], bool]:
        """Return where a cell holds what is looked for, and whether the hit in front is there."""
        found, grid = spans_of_cell(self._page.plan, index, self._query), self._page.grid()
        if not found or grid is None or self._front is None:
            return found, False
        place, table = self._front.place, grid.cells.table
        row, column = grid.cells.row(index.row()), table.columns[index.column()]
        return found, (place.owner, place.table, place.column) == (row.id, table.id, column.id)
