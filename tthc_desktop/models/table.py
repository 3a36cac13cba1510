"""Tables of tasks, of targets and plain ones: columns with roles, group rows at any depth, computed numbers."""

from dataclasses import dataclass
from enum import StrEnum

from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark, row_numbers
from tthc_desktop.models.text import EMPTY, Text


class Role(StrEnum):
    """What a column, or a labelled line of a task in the text, holds."""

    NUMBER = "number"
    CONTENT = "content"
    LEAD = "lead"
    COORDINATE = "coordinate"
    RESULT = "result"
    DEADLINE = "deadline"
    UNIT = "unit"
    VALUE = "value"
    BASIS = "basis"
    NOTE = "note"
    FREE = "free"


TASK_FIELDS = {
    Role.CONTENT: "content",
    Role.LEAD: "lead",
    Role.COORDINATE: "coordinate",
    Role.RESULT: "result",
    Role.DEADLINE: "deadline",
}
TARGET_FIELDS = {
    Role.CONTENT: "name",
    Role.UNIT: "unit",
    Role.VALUE: "value",
    Role.BASIS: "basis",
    Role.LEAD: "lead",
    Role.COORDINATE: "coordinate",
}


class RowKind(StrEnum):
    """What a row is."""

    GROUP = "group"
    TASK = "task"
    TARGET = "target"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Column:
    """A leaf column; neighbours with the same `over` stand under one wider heading."""

    id: Id
    role: Role
    title: Text = EMPTY
    over: Text = EMPTY
    width: float = 0.0
    """Share of the table's width, in any unit; 0 lets the print choose by content."""


@dataclass(frozen=True, slots=True)
class Row:
    """A logical row. `cells` holds only what belongs neither to its task or target nor to its number.

    A group has its `title`; `level` is its depth, 0 for the outermost. `continues` names the columns
    whose cell is merged with the one above.
    """

    id: Id
    kind: RowKind
    level: int = 0
    title: Text = EMPTY
    task_id: Id = ""
    target_id: Id = ""
    cells: tuple[tuple[Id, Text], ...] = ()
    continues: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table in the text or in an appendix.

    `levels` is the number style of each level of rows, `continuous` counts the rows that are no groups through
    the whole table, `number_in_title` prints a group's number before its title in one cell across the table.
    """

    id: Id
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    levels: tuple[Mark, ...] = (Mark.ARABIC,)
    continuous: bool = False
    number_in_title: bool = False
    chart: str = ""
    """The kind of chart that is drawn below the table from its figures (`models/charts.py`), empty for none."""


def numbers(table: Table, most: int | None = None) -> list[str]:
    """Return the bare number of each row, in order; with `most` those of the first rows alone."""
    rows = ((row.level, row.kind is RowKind.GROUP) for row in table.rows[:most])
    return list(row_numbers(table.levels, rows, continuous=table.continuous))


def column_of(table: Table, role: Role) -> Column | None:
    """Return the first column of the role."""
    return next((column for column in table.columns if column.role is role), None)
