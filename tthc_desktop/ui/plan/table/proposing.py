"""How a grid proposes a change: what is typed is taken first, then the plan is computed anew and handed on by name."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Table
from tthc_desktop.ui.plan.table.chosen import Chosen

if TYPE_CHECKING:
    from tthc_desktop.ui.plan.grid import Grid

Making = Callable[[Plan, Table], Plan]


class Proposer:
    """Hands changes of one table to whoever owns the plan; trouble is told and changes nothing."""

    def __init__(self, grid: "Grid") -> None:
        self.grid = grid

    @property
    def table(self) -> Table:
        """The table as it is now."""
        return self.grid.cells.table

    def propose(self, label: str, make: Making) -> bool:
        """Propose the plan that `make` returns for the newest one; tell whether it could be made."""
        self.grid.commit()
        return self.grid.attempt(lambda: self.hand_on(label, make))

    def hand_on(self, label: str, make: Making) -> bool:
        """Compute and propose, and return whether the plan is as wanted now; trouble is raised."""
        plan = self.grid.newest()
        after = make(plan, self.table)
        if after is not plan:
            self.grid.proposed.emit(label, after)
        return after == plan or self.grid.newest() is not plan

    def chosen(self) -> Chosen | None:
        """Return what is chosen once the open cell has been taken."""
        self.grid.commit()
        return self.grid.chosen()
