"""Everything that can be done to a table from its grid."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tthc_desktop.ui.plan.table.cell_commands import CellCommands
from tthc_desktop.ui.plan.table.column_commands import ColumnCommands
from tthc_desktop.ui.plan.table.proposing import Proposer
from tthc_desktop.ui.plan.table.row_commands import RowCommands

if TYPE_CHECKING:
    from tthc_desktop.ui.plan.grid import Grid

LOOKING = frozenset({"filter", "filter_column", "clear_filter"})
"""What can be done in the table of a plan that can only be looked at."""


class Commands:
    """The commands for rows, cells and columns of one grid."""

    def __init__(self, grid: "Grid") -> None:
        self._grid = grid
        proposer = Proposer(grid)
        self.rows = RowCommands(proposer)
        self.cells = CellCommands(proposer)
        self.columns = ColumnCommands(proposer)

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus' commands do here now."""
        found = {**self.rows.commands(), **self.cells.commands(), **self.columns.commands()}
        if "row_below" in found:
            found["insert_item"] = found["row_below"]
        if self._grid.cells.rowCount():
            found["sort_up"] = lambda: self.rows.sort(self.columns.here())
            found["sort_down"] = lambda: self.rows.sort(self.columns.here(), descending=True)
        return {name: found[name] for name in found.keys() & LOOKING} if self._grid.cells.locked else found
