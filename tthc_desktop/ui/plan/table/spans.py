"""Merged cells in the view: group titles across, cells that continue downwards."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtWidgets import QTableView

from tthc_desktop.models.editing.merging import goes_on
from tthc_desktop.models.identity import Id
from tthc_desktop.models.table import RowKind
from tthc_desktop.ui.plan.table.steps import Kind
from tthc_desktop.ui.plan.table_model import TableModel

Spot = tuple[Id, int]
"""A row and the place of a column."""
Size = tuple[int, int]
"""Rows and columns that a cell covers."""


class Spans:
    """Keeps the spans of a view those of its table, touching none that stays as it is."""

    def __init__(self, view: QTableView, cells: TableModel) -> None:
        self._view, self._cells = view, cells
        self._set: dict[Spot, Size] = {}

    def follow(self, kind: Kind) -> set[Id]:
        """Bring the spans up to date after a step of the rows, and return the rows in which they changed.

        All that change go first, as Qt lets no new span lie over an old one.
        """
        wanted = dict(self._wanted())
        if kind in {Kind.REORDERED, Kind.ANEW}:
            self._view.clearSpans()
            self._set = {}
        changed = {spot for spot in self._set.keys() | wanted.keys() if self._set.get(spot) != wanted.get(spot)}
        places = {row_id: place for place, row_id in enumerate(self._cells.ids)} if changed else {}
        here = [(row_id, column) for row_id, column in changed if row_id in places]
        for row_id, column in here:
            self._span(places[row_id], column, (1, 1))
        for row_id, column in here:
            if (row_id, column) in wanted:
                self._span(places[row_id], column, wanted[row_id, column])
        self._set = wanted
        return {row_id for row_id, _ in changed}

    def _span(self, place: int, column: int, size: Size) -> None:
        now = self._view.rowSpan(place, column), self._view.columnSpan(place, column)
        if now != size:
            self._view.setSpan(place, column, *size)

    def _wanted(self) -> Iterator[tuple[Spot, Size]]:
        rows, first = self._cells.table.rows, self._cells.title_place()
        numbers = {column.id: place for place, column in enumerate(self._cells.table.columns)}
        for place, row_id in enumerate(self._cells.ids):
            row = rows[self._cells.place_in_table(place)]
            if row.kind is RowKind.GROUP:
                yield from self._across(row_id, first, {numbers[column] for column, words in row.cells if words})
            elif row.continues:
                for column_id in row.continues:
                    yield from self._down(place, numbers[column_id], column_id)

    def _across(self, row_id: Id, first: int, own: set[int]) -> Iterator[tuple[Spot, Size]]:
        starts = [first, *sorted(place for place in own if place > first), len(self._cells.table.columns)]
        for start, end in pairwise(starts):
            if end - start > 1:
                yield (row_id, start), (1, end - start)

    def _down(self, place: int, column: int, column_id: Id) -> Iterator[tuple[Spot, Size]]:
        """Yield the whole of a merged cell at its last row in sight; rows that a filter hides divide it for the eye."""
        if self._on(place + 1, column_id):
            return
        first = place
        while self._on(first, column_id):
            first -= 1
        if place > first:
            yield (self._cells.ids[first], column), (place - first + 1, 1)

    def _on(self, place: int, column_id: Id) -> bool:
        if not 0 < place < len(self._cells.ids):
            return False
        here, above = self._cells.place_in_table(place), self._cells.place_in_table(place - 1)
        return here == above + 1 and goes_on(self._cells.table.rows, here, column_id)

    def anchor(self, place: int, column: int) -> tuple[int, int]:
        """Return the first row and column of the cell that covers a place."""
        row_id, columns = self._cells.ids[place], self._cells.table.columns
        if self._cells.is_group(place):
            starts = [start for (known, start), _ in self._set.items() if known == row_id and start <= column]
            return place, max((s for s in starts if s + self._set[row_id, s][1] > column), default=column)
        while self._on(place, columns[column].id):
            place -= 1
        return place, column
