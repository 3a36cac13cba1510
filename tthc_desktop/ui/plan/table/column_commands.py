"""What can be done to the columns of a table: titles, order, widths, numbers, filter."""

from collections.abc import Callable, Mapping

from tthc_desktop.models.editing.columns import arrange_columns, move_columns, rename_column, rename_over, set_widths
from tthc_desktop.models.editing.tables import insert_column, remove_column, set_scheme
from tthc_desktop.models.identity import Id
from tthc_desktop.models.new_table import new_column
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Column, Role, Table
from tthc_desktop.models.text import clean, plain
from tthc_desktop.ui.plan.names import short
from tthc_desktop.ui.plan.table.proposing import Proposer
from tthc_desktop.ui.plan.table.widths import shares, traded


class ColumnCommands:
    """Changes the head of a table and what depends on it."""

    def __init__(self, proposer: Proposer) -> None:
        self._proposer = proposer
        self._grid = proposer.grid

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return the menus' commands for columns that can be done now."""
        if not self._grid.cells.columnCount():
            return {}
        found: dict[str, Callable[[], object]] = {
            "columns": self.open_dialog,
            "rename_column": lambda: self.rename(self.here()),
            "numbering": self.open_numbering,
            "automatic_widths": self.automatic_widths,
            "filter": self._grid.sieve.toggle,
        }
        if self._grid.cells.rowCount():
            found["filter_column"] = lambda: self._grid.sieve.open(self.here())
        if self._grid.sieve.wanted:
            found["clear_filter"] = self._grid.sieve.clear
        return found

    def here(self) -> int:
        """Return the place of the column that the cursor is in."""
        return max(self._grid.currentIndex().column(), 0)

    def _column(self, place: int) -> Column:
        return self._proposer.table.columns[place]

    # Titles

    def rename(self, place: int) -> None:
        """Open the title of a column where it stands."""
        self._grid.commit()
        self._grid.head.rename(place)

    def renamed(self, first: int, last: int, typed: str, upper: bool) -> None:
        """Take a title that was typed in the head: of one column, or the one above several."""
        words = plain(clean(typed).strip())
        ids = [column.id for column in self._proposer.table.columns[first : last + 1]]
        if upper:
            self._proposer.propose("Đổi tiêu đề chung", lambda plan, table: rename_over(plan, table.id, ids, words))
        else:
            self._proposer.propose("Đổi tên cột", lambda plan, table: rename_column(plan, table.id, ids[0], words))

    # Columns

    def insert(self, place: int) -> None:
        """Put a free column in and open its title."""
        column = new_column(Role.FREE)
        if self._proposer.propose("Chèn cột", lambda plan, table: insert_column(plan, table.id, place, column)):
            self._grid.head.rename(place)

    def remove(self, place: int) -> None:
        column = self._column(place)
        label = f"Xóa cột “{short(str(column.title), 30)}”"
        self._proposer.propose(label, lambda plan, table: remove_column(plan, table.id, column.id))

    def move(self, place: int, step: int) -> None:
        """Move a column one place left or right."""
        to = place - 1 if step < 0 else place + 2
        if 0 <= to <= len(self._proposer.table.columns):
            self.carry(place, place, to)

    def carry(self, first: int, last: int, to: int) -> None:
        """Move a column, or those under a common title, before the one that stands at `to`; the cursor goes along."""
        moved, row = self._proposer.table.columns[first : last + 1], self._grid.currentIndex().row()
        ids = [column.id for column in moved]
        name = moved[0].title if first == last else moved[0].over
        label = f"Chuyển {'cột' if first == last else 'các cột'} “{short(str(name), 30)}”"
        if self._proposer.propose(label, lambda plan, table: move_columns(plan, table.id, ids, to)) and row >= 0:
            now = [column.id for column in self._proposer.table.columns].index(ids[0])
            self._grid.setCurrentIndex(self._grid.cells.index(row, now))

    def open_dialog(self) -> None:
        """Open the pane in which all columns are arranged."""
        from tthc_desktop.ui.plan.table.columns_dialog import ColumnsDialog  # noqa: PLC0415 - only when asked for

        self._grid.commit()
        dialog = ColumnsDialog(self._grid, self._proposer.table, self._pixels())
        dialog.chosen.connect(self._arrange)
        dialog.open()

    def _arrange(self, columns: tuple[Column, ...]) -> None:
        self._proposer.propose("Đổi cột của bảng", lambda plan, table: arrange_columns(plan, table.id, columns))

    # Widths

    def _pixels(self) -> list[int]:
        return [self._grid.columnWidth(place) for place in range(self._grid.cells.columnCount())]

    def drag_width(self, place: int, before: list[int]) -> None:
        """Take the width that a column was dragged to as its part of the paper's."""
        pixels = traded(before, place, self._grid.columnWidth(place))
        self._set_widths("Đổi độ rộng cột", shares(self._proposer.table.columns, pixels))
        self._grid.share_width()

    def automatic_widths(self) -> None:
        """Let print and window choose the widths by what the columns hold."""
        self._set_widths("Để độ rộng cột tự động", {column.id: 0.0 for column in self._proposer.table.columns})

    def _set_widths(self, label: str, parts: Mapping[Id, float]) -> None:
        self._proposer.propose(label, lambda plan, table: set_widths(plan, table.id, parts))

    # Numbers

    def open_numbering(self) -> None:
        """Open the five styles of numbers."""
        from tthc_desktop.ui.plan.table.numbering_dialog import NumberingDialog  # noqa: PLC0415 - only when asked for

        self._grid.commit()
        dialog = NumberingDialog(self._grid, self._grid.cells.plan, self._proposer.table)
        dialog.chosen.connect(self._number)
        dialog.open()

    def _number(self, styled: Table) -> None:
        def make(plan: Plan, table: Table) -> Plan:
            look = {"continuous": styled.continuous, "number_in_title": styled.number_in_title}
            return set_scheme(plan, table.id, styled.levels, **look)

        self._proposer.propose("Đổi kiểu đánh số của bảng", make)
