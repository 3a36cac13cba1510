"""What is chosen in a grid: rows and columns, by identity."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QItemSelectionModel

from tthc_desktop.models.identity import Id
from tthc_desktop.models.table import Column, Row
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

    def row_values(self) -> list[Row]:
        """Return the chosen rows as values."""
        return [self.cells.row(place) for place in range(self.top, self.bottom + 1)]

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
