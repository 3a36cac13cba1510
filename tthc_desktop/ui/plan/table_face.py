"""What a table shows of itself in the text: its head, first rows and chart, as printed, without Qt."""

from typing import NamedTuple

from tthc_desktop.models.charts import Chart, chart_of
from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.table import Role, RowKind, Table, numbers

ROWS = 12
"""How many rows are shown; the grid has them all."""
LONGEST = 160


class FaceRow(NamedTuple):
    """A row: its cells' words; of a group the title alone, across the table."""

    cells: tuple[str, ...]
    group: bool = False


class Face(NamedTuple):
    """The head, two-level where columns have a common title, the first rows, how many there are, and the chart."""

    titles: tuple[str, ...]
    over: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[FaceRow, ...]
    whole: int
    chart: Chart | None = None
    """What is drawn below the table."""


_SHARES = {Role.NUMBER: 0.5, Role.CONTENT: 2.6, Role.UNIT: 0.7, Role.VALUE: 0.7}


def face(plan: Plan, table: Table) -> Face:
    """Return what a table shows in the text."""
    numbered = numbers(table, ROWS)
    return Face(
        tuple(str(column.title) for column in table.columns),
        tuple(str(column.over) for column in table.columns),
        tuple(_SHARES.get(column.role, 1.0) for column in table.columns),
        tuple(_row(plan, table, place, numbered[place]) for place in range(min(len(table.rows), ROWS))),
        len(table.rows),
        chart_of(plan, table),
    )


def _row(plan: Plan, table: Table, place: int, number: str) -> FaceRow:
    row = table.rows[place]
    if row.kind is RowKind.GROUP:
        return FaceRow((f"{number}. {row.title}" if number else str(row.title),), group=True)
    return FaceRow(
        tuple(
            number if column.role is Role.NUMBER else _short(str(cell(plan, row, column))) for column in table.columns
        )
    )


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
