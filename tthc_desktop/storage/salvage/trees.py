"""The rows of tables by the trees in the bytes of a file, where SQLite refuses it because part of its schema is lost.

What is left of the schema is rows, too: each names a table, the page where its tree begins, and how it was made.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing

from tthc_desktop.storage.salvage.pages import Cell, Found, Pages
from tthc_desktop.storage.salvage.rows import Rows

_SCHEMA = 5
"""How many cells a row of the schema has: kind, name, table, first page, statement."""


def tables_in(pages: Pages) -> Mapping[str, Rows]:
    """Return the rows of each table that is still named somewhere in the file; there may have been more."""
    made: dict[str, Rows] = {}
    for found in pages.rows():
        match found.cells:
            case ("table", str(name), _, int(root), str(statement)) if len(found.cells) == _SCHEMA:
                columns, own_number = _columns(name, statement)
                rows = [_named(columns, own_number, row) for row in pages.tree(root)] if columns else []
                if len(rows) > len(made[name].found if name in made else ()):
                    made[name] = Rows(tuple(row for row in rows if row is not None), broken=True)
    return made


def _columns(name: str, statement: str) -> tuple[tuple[str, ...], int | None]:
    """Return the columns that a statement makes, and which of them is the number of the row and not written in it."""
    if not statement.upper().startswith("CREATE TABLE"):
        return (), None
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute(statement)
            found = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
        except (sqlite3.Error, UnicodeError):
            return (), None
    keys = [(at, kind) for at, (_, _, kind, _, _, place) in enumerate(found) if place]
    own_number = keys[0][0] if len(keys) == 1 and keys[0][1].upper() == "INTEGER" else None
    return tuple(column for _, column, *_ in found), own_number


def _named(columns: tuple[str, ...], own_number: int | None, row: Found) -> dict[str, Cell] | None:
    if len(row.cells) > len(columns):
        return None
    cells = dict(zip(columns, row.cells, strict=False))
    return cells if own_number is None else {**cells, columns[own_number]: row.number}


def both(read: Mapping[str, Rows], walked: Mapping[str, Rows]) -> Mapping[str, Rows]:
    """Return the rows as SQLite read them, and by the trees where it could not and more was found."""
    names = {*read, *walked}
    return {name: _fuller(read.get(name), walked.get(name)) for name in names}


def _fuller(one: Rows | None, other: Rows | None) -> Rows:
    if one is None or other is None:
        return one or other or Rows((), broken=True)
    return other if one.broken and len(other.found) > len(one.found) else one
