"""Which rows of a table are looked at: a filter hides rows from the eye and changes nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.sort_order import natural
from tthc_desktop.models.table import Column, Row, RowKind, Table
from tthc_desktop.models.text import fold


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a column's cells must hold: one of the values, if there are any, and the words, with or without accents."""

    values: frozenset[str] | None = None
    words: str = ""

    def __bool__(self) -> bool:
        return self.values is not None or bool(self.words.strip())


Filter = Mapping[Id, Wanted]
"""For each column that is filtered, what is wanted."""


def value(plan: Plan, row: Row, column: Column) -> str:
    """Return a cell as the list of values names it: on one line."""
    return " ".join(str(cell(plan, row, column)).split())


def hidden_rows(plan: Plan, table: Table, wanted: Filter) -> frozenset[Id]:
    """Return the rows that the filter hides; a group is shown with the rows that stand in it."""
    columns = [(column, wanted[column.id]) for column in table.columns if wanted.get(column.id)]
    hidden: set[Id] = set()
    shown_levels: set[int] = set()
    for row in reversed(table.rows):
        within = any(level > row.level for level in shown_levels)
        shown_levels = {level for level in shown_levels if level <= row.level}
        fits = within if row.kind is RowKind.GROUP else all(_fits(value(plan, row, c), want) for c, want in columns)
        if fits:
            shown_levels.add(row.level)
        else:
            hidden.add(row.id)
    return frozenset(hidden) if columns else frozenset()


def _fits(said: str, want: Wanted) -> bool:
    if want.values is not None and said not in want.values:
        return False
    return fold(want.words) in fold(said)


def values(plan: Plan, table: Table, column: Column, wanted: Filter) -> list[str]:
    """Return what stands in a column in the rows that the other columns' filter shows, in the alphabet's order."""
    others = {column_id: want for column_id, want in wanted.items() if column_id != column.id}
    hidden = hidden_rows(plan, table, others)
    found = {value(plan, row, column) for row in _plain(table.rows) if row.id not in hidden}
    return sorted(found, key=natural)


def _plain(rows: Iterable[Row]) -> Iterable[Row]:
    return (row for row in rows if row.kind is not RowKind.GROUP)


def counted(table: Table, hidden: frozenset[Id]) -> tuple[int, int]:
    """Return how many rows that are no groups are shown, and how many there are."""
    rows = [row.id for row in _plain(table.rows)]
    return sum(row_id not in hidden for row_id in rows), len(rows)
