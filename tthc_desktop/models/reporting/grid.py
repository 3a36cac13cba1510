"""A table made of words: heads with their widths, and rows with or without titles over them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tthc_desktop.models.identity import new_id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.text import plain

GROUP_LEVELS = (Mark.ROMAN, Mark.ARABIC, Mark.LETTER)
"""How titles in a table are numbered, from the outermost."""


class Head(NamedTuple):
    """A column: its name, its title and what it holds."""

    name: str
    title: str
    role: Role = Role.FREE
    width: float = 0.0


class Line(NamedTuple):
    """A row by the names of its columns; a title has its words alone."""

    words: dict[str, str]
    level: int = 0
    title: str = ""


def levels(deepest: int) -> tuple[Mark, ...]:
    """Return the number styles of a table whose rows stand below so many titles at most."""
    return (*GROUP_LEVELS[:deepest], Mark.ARABIC)


def grid(heads: Sequence[Head], lines: Iterable[Line]) -> Table:
    """Return a table of plain rows."""
    columns = {head.name: Column(new_id(), head.role, plain(head.title), width=head.width) for head in heads}
    rows = tuple(_row(columns, line) for line in lines)
    return Table(new_id(), tuple(columns.values()), rows, levels(max((row.level for row in rows), default=0)))


def _row(columns: dict[str, Column], line: Line) -> Row:
    if line.title:
        return Row(new_id(), RowKind.GROUP, line.level, plain(line.title))
    cells = ((columns[name].id, plain(words)) for name, words in line.words.items() if words and name in columns)
    return Row(new_id(), RowKind.PLAIN, line.level, cells=tuple(cells))
