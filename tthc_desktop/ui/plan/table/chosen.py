"""What is chosen in a grid: rows and columns, by identity."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QItemSelectionModel

from tthc_desktop.models.editing.dragging import Drag
from tthc_desktop.models.identity import Id
from tthc_desktop.models.table import Column
from tthc_desktop.ui.plan.table_model import TableModel


@dataclass(frozen=True, slots=True)
class Chosen:
    """The chosen cells as places in sight, from `top` to `bottom` and from `left` to `right`, ends included."""

    cells: TableModel
    top: int
    bottom: int
    left: int
    right: int

    @property
    def rows(self) -> tuple[Id, ...]:
        """The chosen rows in order."""
        return tuple(self.cells.ids[self.top : self.bottom + 1])

    @property
    def columns(self) -> tuple[Column, ...]:
        """The chosen columns in order."""
        return self.cells.table.columns[self.left : self.right + 1]

    @property
    def column_ids(self) -> tuple[Id, ...]:
        """The chosen columns by identity."""
        return tuple(column.id for column in self.columns)

    @property
    def count(self) -> int:
        """How many cells are chosen."""
        return self.height * self.width

    @property
    def height(self) -> int:
        """How many rows are chosen."""
        return self.bottom - self.top + 1

    @property
    def width(self) -> int:
        """How many columns are chosen."""
        return self.right - self.left + 1

    def from_row(self, top: int) -> "Chosen":
        """Return the same from another first row on."""
        return replace(self, top=top)

    def from_column(self, left: int) -> "Chosen":
        """Return the same from another first column on."""
        return replace(self, left=left)

    def places(self) -> Sequence[int]:
        """Return where the chosen rows stand in the whole table."""
        return [self.cells.place_in_table(place) for place in range(self.top, self.bottom + 1)]


def chosen(cells: TableModel, model: QItemSelectionModel) -> Chosen | None:
    """Return what is chosen, the current cell when nothing else is; None in an empty table."""
    ranges = list(model.selection())  # type: ignore[call-overload]
    if not ranges:
        at = model.currentIndex()
        return Chosen(cells, at.row(), at.row(), at.column(), at.column()) if at.isValid() else None
    return Chosen(
        cells,
        min(one.top() for one in ranges),
        max(one.bottom() for one in ranges),
        min(one.left() for one in ranges),
        max(one.right() for one in ranges),
    )


def dragged(start: Chosen, reached: Chosen, *, swapped: bool) -> tuple[str, Drag]:
    """Return what dragging the corner of some cells to others means, and what it is called."""
    ids, columns = start.cells.ids, [column.id for column in start.cells.table.columns]
    rows, across = ids[start.top : start.bottom + 1], columns[start.left : start.right + 1]
    if reached.bottom > start.bottom:
        more = ids[start.bottom + 1 : reached.bottom + 1]
        return "Điền xuống", Drag(rows, across, more_rows=more, swapped=swapped)
    if reached.top < start.top:
        more = ids[reached.top : start.top][::-1]
        return "Điền lên", Drag(rows[::-1], across, more_rows=more, backwards=True, swapped=swapped)
    if reached.right > start.right:
        more = columns[start.right + 1 : reached.right + 1]
        return "Điền sang phải", Drag(rows, across, more_columns=more, swapped=swapped)
    more = columns[reached.left : start.left][::-1]
    return "Điền sang trái", Drag(rows, across[::-1], more_columns=more, backwards=True, swapped=swapped)
