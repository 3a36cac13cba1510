"""An upgraded copy beside the file that it was made of: all records are there, with the same in every column of both.

This is so after any migration, for the journal puts records back as older versions wrote them: tables and columns may
come, what stands in them may not change.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from itertools import zip_longest

_BECAME: Mapping[str, str] = {"journal_plans": "journal_kept"}
"""The table whose records went into another one, which has a column more."""
_OF_VERSION = "alembic_version"


def keeps_everything(old: sqlite3.Connection, new: sqlite3.Connection) -> bool:
    """Tell whether the new file has every record of the old one, none more, and all that stood in them."""
    after = _tables(new)
    return all(
        _count(new, _BECAME[table]) == _count(old, table)
        if table in _BECAME
        else table in after and _are_equal(old, new, table)
        for table in _tables(old)
    )


def _tables(connection: sqlite3.Connection) -> set[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return {name for (name,) in found} - {_OF_VERSION}


def _count(connection: sqlite3.Connection, table: str) -> int:
    (count,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()
    return int(count)


def _are_equal(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> bool:
    """Tell whether a table has the same records in both, in the columns that the old one has."""
    columns = old.execute(f'PRAGMA table_info("{table}")').fetchall()
    names = [name for _, name, *_ in columns]
    if not {*names} <= {name for _, name, *_ in new.execute(f'PRAGMA table_info("{table}")')}:
        return False
    keys = [name for _, name, *_, place in sorted(columns, key=lambda each: each[5]) if place]
    both = (_rows(connection, table, names, keys) for connection in (old, new))
    return all(one == other for one, other in zip_longest(*both))


def _rows(
    connection: sqlite3.Connection, table: str, names: list[str], keys: list[str]
) -> Iterator[tuple[object, ...]]:
    asked, order = (", ".join(f'"{name}"' for name in listed) for listed in (names, keys))
    yield from connection.execute(f'SELECT {asked} FROM "{table}" ORDER BY {order}')
