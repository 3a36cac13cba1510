"""The filter of a grid: which columns want what, and the rows hidden for it. It changes nothing in the plan."""

from typing import TYPE_CHECKING

from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id
from tthc_desktop.models.table import Column, Role, Table
from tthc_desktop.models.table_filter import Wanted, counted, hidden_rows, values

if TYPE_CHECKING:
    from tthc_desktop.ui.plan.grid import Grid
    from tthc_desktop.ui.plan.table.filter_popup import FilterPopup


class Sieve:
    """Remembers the filter. Rows that come or change later stay in sight until it is used anew."""

    def __init__(self, grid: "Grid") -> None:
        self._grid = grid
        self.wanted: dict[Id, Wanted] = {}
        self._hidden: frozenset[Id] = frozenset()
        self.popup: FilterPopup | None = None

    def hidden_in(self, table: Table) -> frozenset[Id]:
        """Return the rows of a newer value of the table that stay hidden."""
        known = {column.id for column in table.columns}
        if not self.wanted.keys() <= known:
            self.wanted = {column_id: want for column_id, want in self.wanted.items() if column_id in known}
            self._hidden = hidden_rows(self._grid.cells.plan, table, self.wanted)
        return self._hidden

    @property
    def on(self) -> bool:
        """Whether rows are hidden."""
        return bool(self._hidden)

    def toggle(self) -> None:
        """Show the arrows in the head, or take them and every filter away."""
        self._grid.head.show_arrows(shown=not self._grid.head.arrows)
        if not self._grid.head.arrows:
            self.clear()

    def want(self, column: Column, wanted: Wanted) -> None:
        """Filter by a column; an empty wish shows everything again."""
        self.wanted.pop(column.id, None)
        if wanted:
            self.wanted[column.id] = wanted
        self._use()

    def clear(self) -> None:
        """Show every row again."""
        self.wanted = {}
        self._use()

    def _use(self) -> None:
        grid = self._grid
        grid.commit()
        self._hidden = hidden_rows(grid.cells.plan, grid.cells.table, self.wanted)
        grid.head.mark(frozenset(self.wanted))
        grid.refilter()

    def must_be_off(self) -> None:
        """Refuse what would touch rows that nobody sees."""
        if self.on:
            advice = "Hãy bỏ lọc (menu Bảng) rồi làm lại, để không đụng vào hàng không nhìn thấy."
            raise UserError("Đang lọc, có hàng bị ẩn.", advice)

    def open(self, place: int) -> None:
        """Open the list of values of a column."""
        from tthc_desktop.ui.plan.table.filter_popup import FilterPopup  # noqa: PLC0415 - only when it is asked for

        grid = self._grid
        grid.commit()
        column = grid.cells.table.columns[place]
        if column.role is Role.NUMBER:
            return
        grid.head.show_arrows(shown=True)
        found = values(grid.cells.plan, grid.cells.table, column, self.wanted)
        popup = FilterPopup(grid, column, found, self.wanted.get(column.id, Wanted()))
        popup.chosen.connect(lambda wanted: self.want(column, wanted))
        popup.sorted.connect(lambda descending: grid.does.rows.sort(place, descending=descending))
        popup.show_below(grid.head.section_rect(place))
        self.popup = popup

    def said(self) -> str:
        """Return how many rows are in sight while there is a filter."""
        if not self.wanted:
            return ""
        shown, whole = counted(self._grid.cells.table, self._hidden)
        return f"Đang lọc: {shown}/{whole} hàng"
