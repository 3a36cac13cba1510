"""The rows of a table as plain words."""

from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.table import Role, Row, RowKind, Table


def row_cells(plan: Plan, table: Table, row: Row, number: str) -> list[str]:
    """Return the words of each cell of a row, its computed number too."""
    found = [number if column.role is Role.NUMBER else str(cell(plan, row, column)) for column in table.columns]
    if row.kind is RowKind.GROUP and row.title and not any(column.role is Role.CONTENT for column in table.columns):
        found[next((at for at, column in enumerate(table.columns) if column.role is not Role.NUMBER), 0)] = str(
            row.title
        )
    return found
