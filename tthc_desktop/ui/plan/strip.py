"""The strip in the middle of a plan's page: the text in its first tab, the grid of each table in another."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget

from tthc_desktop.models.editing.life import is_locked
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.controls import shown
from tthc_desktop.ui.plan import names
from tthc_desktop.ui.plan.cell_editor import OffersOf
from tthc_desktop.ui.plan.grid import Grid
from tthc_desktop.ui.plan.surface import Surface


class Strip(QTabWidget):
    """Holds the surface and a grid for each table of the plan; only the grid in front is kept up to date."""

    proposed = Signal(str, object)
    """The name of a change of a table, and the plan after it."""
    troubled = Signal(object)
    told = Signal()
    row_entered = Signal()
    """The cursor came into another cell of the grid in front."""
    made = Signal(object)
    """A new grid."""

    def __init__(self, surface: Surface, plan: Plan, offers: OffersOf) -> None:
        super().__init__()
        self.surface = surface
        self.grids: dict[Id, Grid] = {}
        """The grids by their tables, in the order of their making."""
        self._plan = plan
        self._offers = offers
        self.setDocumentMode(True)
        self.setAccessibleName("Văn bản và các bảng")
        self.tabBar().setAccessibleName("Văn bản và các bảng")
        self.addTab(surface, "Văn bản")

    def grid(self) -> Grid | None:
        """Return the grid in front."""
        now = self.currentWidget()
        return now if isinstance(now, Grid) else None

    def show_plan(self, plan: Plan) -> None:
        """Show the tables of a newer value, and let all be looked at only when it is locked."""
        self._plan = plan
        now = {table.id: table for table, _ in tables(plan)}
        for gone in self.grids.keys() - now.keys():
            grid = self.grids.pop(gone)
            self.removeTab(self.indexOf(grid))
            grid.deleteLater()
        for place, table in enumerate(now.values(), 1):
            name = names.table_name(plan, table)
            if table.id not in self.grids:
                self.grids[table.id] = self._new_grid(name)
                self.insertTab(place, self.grids[table.id], shown(name))
            self.setTabText(self.indexOf(self.grids[table.id]), shown(name))
        self.fill_grid()
        self.set_locked(locked=is_locked(plan))

    def _new_grid(self, name: str) -> Grid:
        grid = Grid(name)
        grid.newest = lambda: self._plan
        grid.delegate.offers = self._offers
        grid.proposed.connect(self.proposed)
        grid.troubled.connect(self.troubled)
        grid.told.connect(self.told)
        grid.selectionModel().currentChanged.connect(self.row_entered)
        self.made.emit(grid)
        return grid

    def fill_grid(self) -> None:
        """Show the table of the tab in front; the others wait until they are looked at."""
        grid = self.grid()
        if grid is not None:
            table = next(table for table, _ in tables(self._plan) if self.grids[table.id] is grid)
            grid.show_table(self._plan, table)

    def set_locked(self, *, locked: bool) -> None:
        """Let text and tables be looked at only, or be written in again."""
        self.surface.set_locked(locked=locked)
        for grid in self.grids.values():
            grid.cells.locked = locked

    def commit(self) -> None:
        """Take what is being typed."""
        self.surface.commit()
        for grid in self.grids.values():
            grid.commit()

    def go_to(self, owner: Id) -> None:
        """Bring a part of the plan into sight, in its grid or in the text."""
        table = self.table_of(owner)
        if table:
            self.setCurrentWidget(self.grids[table])
            self.grids[table].go_to(owner)
        else:
            self.setCurrentWidget(self.surface)
            self.surface.go_to(owner)

    def has_in_sight(self, owner: Id) -> bool:
        """Tell whether the cursor of the grid in front, or the screen of the text, has this part of the plan."""
        grid = self.grid()
        if grid is not None:
            return grid.here() == owner
        return not self.table_of(owner) and self.surface.in_sight(owner)

    def table_of(self, owner: Id) -> Id:
        """Return the table that an owner is, holds or belongs to; an appendix with one table stands for it."""
        for table, appendix in tables(self._plan):
            if owner in {table.id, *(row.id for row in table.rows)}:
                return table.id
            if appendix is not None and owner == appendix.id and len(appendix.nodes) == 1:
                return table.id
        return ""

    def selection(self) -> list[str]:
        """Return what is selected, paragraph by paragraph or cell by cell."""
        grid = self.grid()
        if grid is None:
            return self.surface.textCursor().selectedText().replace("\u2028", "\n").split("\u2029")
        return [str(index.data()) for index in grid.selectedIndexes()]
