"""What can be done to the rows of a table."""

from collections.abc import Callable, Mapping

from tthc_desktop.models.editing import rows
from tthc_desktop.models.editing.row_kinds import is_blank
from tthc_desktop.models.editing.rows import Made
from tthc_desktop.models.editing.sorting import sort_rows
from tthc_desktop.models.editing.tables import remove_rows
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import RowKind, Table
from tthc_desktop.ui.plan.names import KIND_NAMES, short
from tthc_desktop.ui.plan.table.proposing import Proposer

Adding = Callable[[Plan, Id, tuple[Id, ...]], Made]


class RowCommands:
    """Adds, moves, deletes and orders rows; what stands below a row goes with it."""

    def __init__(self, proposer: Proposer) -> None:
        self._proposer = proposer
        self._grid = proposer.grid

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return the menus' commands for rows that can be done now."""
        always = {
            "row_below": self.below,
            "group_row": self.group,
        }
        if not self._grid.cells.rowCount():
            return always
        return {
            **always,
            "row_above": self.above,
            "duplicate_rows": self.duplicate,
            "delete_rows": self.delete,
            "move_up": lambda: self.move(-1),
            "move_down": lambda: self.move(1),
            "promote": lambda: self.shift(-1),
            "demote": lambda: self.shift(1),
            "row_kind": self._grid.ask_kind,
            "row_to_group": lambda: self.turn_into(RowKind.GROUP),
            "row_to_task": lambda: self.turn_into(RowKind.TASK),
            "row_to_target": lambda: self.turn_into(RowKind.TARGET),
            "row_to_plain": lambda: self.turn_into(RowKind.PLAIN),
        }

    def _rows(self) -> tuple[Id, ...]:
        chosen = self._proposer.chosen()
        return chosen.rows if chosen else ()

    def above(self) -> None:
        self._add("Chèn", "hàng", rows.add_above)

    def below(self) -> None:
        self._add("Chèn", "hàng", rows.add_below)

    def group(self) -> None:
        """Put a group above the chosen rows and open its title."""
        if not self._grid.attempt(self._must_see_everything):
            return
        if self._add("Chèn", "nhóm", rows.add_group):
            self._grid.open_cell()

    def append(self, column: int) -> None:
        """Begin a new row behind the last one, unless that is still empty."""
        cells = self._grid.cells
        last = cells.table.rows[-1:] if not cells.hidden else ()
        if any(not is_blank(cells.plan, cells.table, row.id) for row in last):
            self._add("Chèn", "hàng", lambda plan, table_id, _: rows.add_below(plan, table_id, [last[0].id]), column)

    def _add(self, verb: str, what: str, add: Adding, column: int | None = None) -> bool:
        chosen = self._rows()
        made: list[Made] = []

        def make(plan: Plan, table: Table) -> Plan:
            made.append(add(plan, table.id, chosen))
            return made[0].plan

        self._proposer.propose(_counted(verb, len(chosen) if what == "hàng" and column is None else 1, what), make)
        if not made or not made[0].row_ids:
            return False
        self._grid.go_to(made[0].row_ids[0], column)
        return self._grid.here() == made[0].row_ids[0]

    def delete(self) -> None:
        """Take the chosen rows out; the cursor stays where they were."""
        chosen = self._proposer.chosen()
        if chosen is None:
            return
        place, column = chosen.top, self._grid.currentIndex().column()

        def make(plan: Plan, table: Table) -> Plan:
            self._must_see_below(chosen.rows)
            return remove_rows(plan, table.id, chosen.rows)

        self._proposer.propose(_counted("Xóa", len(chosen.rows), "hàng"), make)
        if self._grid.cells.rowCount():
            at = self._grid.cells.index(min(place, self._grid.cells.rowCount() - 1), column)
            self._grid.setCurrentIndex(at)

    def duplicate(self) -> None:
        chosen = self._rows()
        if self._grid.attempt(lambda: self._must_see_below(chosen)):
            self._add("Nhân đôi", "hàng", rows.duplicate)

    def move(self, step: int) -> None:
        """Move the chosen rows one place up or down."""
        label = "Chuyển hàng lên" if step < 0 else "Chuyển hàng xuống"
        self._on_whole(label, lambda plan, table, chosen: rows.move(plan, table.id, chosen, step))

    def shift(self, step: int) -> None:
        """Change the level of the chosen rows."""
        label = "Nâng cấp hàng" if step < 0 else "Hạ cấp hàng"
        self._on_whole(label, lambda plan, table, chosen: rows.shift(plan, table.id, chosen, step))

    def turn_into(self, kind: RowKind) -> None:
        """Make the chosen rows groups, tasks, targets or plain ones."""
        name = "hàng thường" if kind is RowKind.PLAIN else KIND_NAMES[kind]
        self._on_whole(
            f"Chuyển hàng thành {name}", lambda plan, table, chosen: rows.turn_into(plan, table.id, chosen, kind)
        )

    def sort(self, place: int, *, descending: bool = False) -> None:
        """Order the rows of each group by a column."""
        column = self._grid.cells.table.columns[place]

        def make(plan: Plan, table: Table) -> Plan:
            self._must_see_everything()
            return sort_rows(plan, table.id, column.id, descending=descending)

        self._proposer.propose(f"Sắp xếp theo “{short(str(column.title), 30)}”", make)

    def _on_whole(self, label: str, make: Callable[[Plan, Table, tuple[Id, ...]], Plan]) -> None:
        """Do what reaches beyond the chosen rows; they stay chosen."""
        chosen, column = self._rows(), self._grid.currentIndex().column()

        def seeing(plan: Plan, table: Table) -> Plan:
            self._must_see_everything()
            return make(plan, table, chosen)

        self._proposer.propose(label, seeing)
        self._choose(chosen, column)

    def _choose(self, row_ids: tuple[Id, ...], column: int) -> None:
        cells = self._grid.cells
        places = sorted(place for place in map(cells.place_of, row_ids) if place >= 0)
        if places and places[-1] - places[0] == len(places) - 1 and len(places) > 1:
            self._grid.choose(places[0], places[-1], 0, cells.columnCount() - 1)
        elif places:
            self._grid.setCurrentIndex(cells.index(places[0], column))

    def _must_see_everything(self) -> None:
        self._grid.sieve.must_be_off()

    def _must_see_below(self, row_ids: tuple[Id, ...]) -> None:
        cells = self._grid.cells
        for start, end in rows.blocks(cells.table, row_ids):
            if any(row.id in cells.hidden for row in cells.table.rows[start:end]):
                self._must_see_everything()


def _counted(verb: str, count: int, what: str) -> str:
    return f"{verb} {what}" if count < 2 else f"{verb} {count} {what}"
