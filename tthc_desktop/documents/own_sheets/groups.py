"""Where a group's title stands in its row, and what is shown before it."""

from tthc_desktop.models.numbering import Mark, printed
from tthc_desktop.models.table import Role, Table


def title_place(table: Table) -> int:
    """Return the place of the column in which a group's title begins: after its number, unless that leads the title."""
    columns = table.columns
    return int(len(columns) > 1 and columns[0].role is Role.NUMBER and not table.number_in_title)


def title_prefix(table: Table, level: int, number: str) -> str:
    """Return the number that leads a group's title, with the blank after it."""
    if not number or title_place(table):
        return ""
    mark = table.levels[min(level, len(table.levels) - 1)] if table.levels else Mark.NONE
    return f"{printed(mark, number)} "
