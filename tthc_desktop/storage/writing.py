"""Differences of records applied to the file, many at once, and the ranks that stand in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from sqlalchemy import ColumnElement, Connection, Executable, Table, and_, bindparam, delete, select, update

from tthc_desktop.models.identity import Id
from tthc_desktop.storage.difference import Ranks
from tthc_desktop.storage.keys import Difference, Key, Record, Value
from tthc_desktop.storage.tables import metadata

CHUNK = 500
"""How many values one IN asks for; databases limit the parameters of a statement."""

_Rows = list[Mapping[str, Value]]
_Filled = list[tuple[Value, ...]]


class ConflictError(Exception):
    """The file does not hold what was to be changed."""


def apply(connection: Connection, differences: Iterable[Difference]) -> None:
    """Make the file hold the second state of every difference."""
    gone, come, stay = _sorted_out(differences)
    for name, rows in gone.items():
        table = metadata.tables[name]
        _execute(connection, delete(table).where(_is_key(table)), rows)
    for (name, *columns), filled in come.items():
        insert_many(connection, name, columns, filled)
    for (table_name, *changed), rows in stay.items():
        table = metadata.tables[table_name]
        statement = update(table).where(_is_key(table)).values({name: bindparam(f"new_{name}") for name in changed})
        _execute(connection, statement, rows)


def insert_many(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    """Put rows into a table, each with its values in the order of `columns`.

    It asks the driver itself: to bring tens of thousands of rows into its own form takes SQLAlchemy longer than SQLite
    needs to write them.
    """
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    done = connection.exec_driver_sql(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', [*map(tuple, rows)])
    if done.rowcount != len(rows):
        raise ConflictError


def _sorted_out(
    differences: Iterable[Difference],
) -> tuple[Mapping[str, _Rows], Mapping[tuple[str, ...], _Filled], Mapping[tuple[str, ...], _Rows]]:
    """Return the parameters of all deletions, insertions and updates by the statement that they are for."""
    gone: defaultdict[str, _Rows] = defaultdict(list)
    come: defaultdict[tuple[str, ...], _Filled] = defaultdict(list)
    stay: defaultdict[tuple[str, ...], _Rows] = defaultdict(list)
    for difference in differences:
        key, before, after = difference.key, difference.before, difference.after
        if after is None:
            gone[key.table].append(_key_parameters(key))
        elif before is None:
            names = _key_names(key.table)
            come[key.table, *names, *after].append((*key[1 : 1 + len(names)], *after.values()))
        else:
            changed = {f"new_{name}": value for name, value in after.items()}
            stay[key.table, *after].append({**_key_parameters(key), **changed})
    return gone, come, stay


def _execute(connection: Connection, statement: Executable, rows: _Rows) -> None:
    if connection.execute(statement, rows).rowcount != len(rows):
        raise ConflictError


@cache
def _key_names(table: str) -> tuple[str, ...]:
    return tuple(metadata.tables[table].primary_key.columns.keys())


def _key_parameters(key: Key) -> Record:
    return {"key_1": key.id} if key.part is None else {"key_1": key.id, "key_2": key.part}


def _is_key(table: Table) -> ColumnElement[bool]:
    return and_(*(column == bindparam(f"key_{at}") for at, column in enumerate(table.primary_key.columns, 1)))


def read_ranks(connection: Connection, keys: Iterable[Key]) -> Ranks:
    """Return the ranks that these records have in the file."""
    ids: defaultdict[str, list[Id]] = defaultdict(list)
    for key in dict.fromkeys(keys):
        ids[key.table].append(key.id)
    ranks: Ranks = {}
    for name, asked in ids.items():
        table = metadata.tables[name]
        for some in chunks(asked):
            found = connection.execute(select(table.c.id, table.c.rank).where(table.c.id.in_(some))).all()
            if len(found) != len(some):
                raise ConflictError
            ranks.update((Key(name, record_id), rank) for record_id, rank in found)
    return ranks


def chunks(ids: Sequence[Id]) -> Iterator[Sequence[Id]]:
    """Yield the identities in lots that one statement can take."""
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]
