"""What can be done to the chosen cells of a table: typed, filled, emptied, merged, copied and pasted."""

from collections.abc import Callable, Mapping

from tthc_desktop.models.editing import cells as filling
from tthc_desktop.models.editing.block_pasting import Spot, paste_block
from tthc_desktop.models.editing.dragging import fill_dragged
from tthc_desktop.models.editing.merging import reaches
from tthc_desktop.models.editing.rows import Made
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Column, Row, Table
from tthc_desktop.models.table_block import copied
from tthc_desktop.models.text import plain
from tthc_desktop.ui.plan.edits import retyped
from tthc_desktop.ui.plan.table import clipboard
from tthc_desktop.ui.plan.table.chosen import Chosen, dragged
from tthc_desktop.ui.plan.table.proposing import Proposer
from tthc_desktop.ui.today import today


class CellCommands:
    """Writes into the chosen cells, and only into those that can be seen."""

    def __init__(self, proposer: Proposer) -> None:
        self._proposer = proposer
        self._grid = proposer.grid

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return the menus' commands for cells that can be done now."""
        if not self._grid.cells.rowCount():
            return {}
        return {
            "fill_down": self.fill_down,
            "fill_right": self.fill_right,
            "today": self.today,
            "merge_cells": self.merge,
            "unmerge_cells": self.unmerge,
        }

    @property
    def _hidden(self) -> frozenset[Id]:
        """The rows that a filter hides; they keep their words even where they share a merged cell."""
        return self._grid.cells.hidden

    def type_cell(self, row: Row, column: Column, typed: str) -> None:
        """Take what was typed into a cell, with the emphasis of what stays of the words before."""

        def make(plan: Plan, table: Table) -> Plan:
            words = retyped(filling.words_in(plan, table, row, column), typed)
            return filling.put_words(plan, table.id, {(row.id, column.id): words}, self._hidden)

        def hand_on() -> None:
            self._grid.unwritten = not self._proposer.hand_on(f"Sửa {self._grid.cells.name(row, column)}", make)

        self._grid.attempt(hand_on)

    def empty(self) -> None:
        """Take the words out of the chosen cells."""
        self._write("Xóa chữ trong", self._emptied)

    def _emptied(self, plan: Plan, table: Table, on: Chosen) -> Plan:
        return filling.empty_cells(plan, table.id, on.rows, on.column_ids, self._hidden)

    def fill_down(self) -> None:
        """Repeat the first chosen row in the others; one row alone repeats the one above it."""
        self._fill(down=True)

    def fill_right(self) -> None:
        """Repeat the first chosen column in the others; one column alone repeats the one at its left."""
        self._fill(down=False)

    def _fill(self, *, down: bool) -> None:
        chosen = self._proposer.chosen()
        if chosen is None:
            return
        if down and chosen.top == chosen.bottom:
            chosen = chosen.from_row(max(chosen.top - 1, 0))
        if not down and chosen.left == chosen.right:
            chosen = chosen.from_column(max(chosen.left - 1, 0))
        label, fill = ("Điền xuống", filling.fill_down) if down else ("Điền sang phải", filling.fill_right)
        self._proposer.propose(
            label, lambda plan, table: fill(plan, table.id, chosen.rows, chosen.column_ids, self._hidden)
        )

    def drag(self, start: Chosen, reached: Chosen, *, swapped: bool) -> None:
        """Fill the cells that the corner of others was dragged over: with the series they show, or with themselves."""
        label, drag = dragged(start, reached, swapped=swapped)
        self._proposer.propose(label, lambda plan, table: fill_dragged(plan, table.id, drag, self._hidden))
        self._grid.choose(reached.top, reached.bottom, reached.left, reached.right)

    def today(self) -> None:
        """Write today's date into the chosen cells."""
        words = plain(f"{today():%d/%m/%Y}")
        self._write(
            "Ghi ngày hôm nay vào",
            lambda plan, table, on: filling.put_words(
                plan, table.id, {(row, column): words for row in on.rows for column in on.column_ids}, self._hidden
            ),
        )

    def merge(self) -> None:
        self._write("Gộp", lambda plan, table, on: self._whole(filling.merge_cells, plan, table, on))

    def unmerge(self) -> None:
        self._write("Tách", lambda plan, table, on: self._whole(filling.unmerge_cells, plan, table, on))

    def _whole(self, act: Callable[..., Plan], plan: Plan, table: Table, on: Chosen) -> Plan:
        """Merge or divide, unless the cells go on in rows that nobody sees."""
        if reaches(table.rows, on.places(), on.column_ids, self._hidden):
            self._grid.sieve.must_be_off()
        return act(plan, table.id, on.rows, on.column_ids)

    def _write(self, verb: str, make: Callable[[Plan, Table, Chosen], Plan]) -> None:
        chosen = self._proposer.chosen()
        if chosen is not None:
            label = f"{verb} {chosen.count} ô" if chosen.count > 1 else f"{verb} ô"
            self._proposer.propose(label, lambda plan, table: make(plan, table, chosen))

    # Clipboard

    def copy(self) -> None:
        """Put the chosen cells on the clipboard, as text and as a table."""
        chosen = self._proposer.chosen()
        if chosen is not None:
            clipboard.put(copied(self._grid.cells.plan, self._proposer.table, chosen.places(), chosen.columns))

    def cut(self) -> None:
        """Copy the chosen cells and empty them."""
        self.copy()
        self._write("Cắt", self._emptied)

    def paste(self) -> None:
        """Put the clipboard's cells in from the current cell on; they are chosen afterwards."""
        chosen = self._proposer.chosen()
        self._grid.attempt(lambda: self._paste(chosen))

    def _paste(self, chosen: Chosen | None) -> None:
        block = clipboard.block()
        ids = tuple(self._grid.cells.ids)
        spot = Spot(ids, len(ids), 0)
        if chosen is not None:
            spot = Spot(ids, chosen.top, chosen.left, chosen.height, chosen.width)
        made: list[Made] = []

        def make(plan: Plan, table: Table) -> Plan:
            made.append(paste_block(plan, table.id, block, spot))
            return made[0].plan

        if self._proposer.propose(f"Dán {len(block)} × {len(block[0])} ô", make) and made[0].row_ids:
            places = [place for place in map(self._grid.cells.places().get, made[0].row_ids) if place is not None]
            right = min(spot.column + max(len(block[0]), spot.columns), self._grid.cells.columnCount()) - 1
            if places:
                self._grid.choose(min(places), max(places), spot.column, right)
