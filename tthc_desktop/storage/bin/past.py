"""Kept values as they were before a change: today's records, and each later change taken back in a private database."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Table, select

from tthc_desktop.models.changes import Name, State
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.storage import journal
from tthc_desktop.storage.engines import engine_of, statements
from tthc_desktop.storage.journal_tables import journal_seals
from tthc_desktop.storage.keys import Key, Record, Value, key_to
from tthc_desktop.storage.loading import load
from tthc_desktop.storage.reader import Reader
from tthc_desktop.storage.tables import KEPT, files, journal_kept, journal_records, journal_rows, metadata, offices
from tthc_desktop.storage.tables import journal as entries
from tthc_desktop.storage.writing import chunks, insert_many

Records = dict[Key, Record]
_IN_MEMORY = Path(":memory:")
"""What SQLite calls a database that lies nowhere; it asks no foreign keys here."""
_OWN = {table.name for table in (files, entries, journal_kept, journal_records, journal_rows, journal_seals, offices)}
_KINDS = frozenset(table.name for table in KEPT)


def before(path: Path, entry: int, names: Collection[Name]) -> Holdings:
    """Return these values, or all that an entry of the journal changed, as they were before it; any thread may ask."""
    with closing(engine_of(path).connect()) as connection:
        keys = [key_to(name) for name in names] or journal.kept_of(connection, entry)
        records = _then(connection, entry, keys)
    return _loaded(records, keys)


def _then(connection: Connection, entry: int, keys: Collection[Key]) -> Records:
    """Return the records of the values as they were, with those of plans to which some of them have moved since."""
    records, moved = _now(connection, keys), set[Key]()
    for later in _later(connection, entry, keys):
        moved |= _take_back(records, connection, later)
    return _then(connection, entry, (*keys, *moved)) if moved - {*keys} else records


def _now(connection: Connection, keys: Collection[Key]) -> Records:
    """Return all records of the values that are in the file."""
    found: Records = {}
    for kind in {key.table for key in keys}:
        reader = Reader(connection, [key.id for key in keys if key.table == kind])
        for table in _tables_of(kind):
            key_names = [column.name for column in table.primary_key.columns]
            names = table.c.keys()
            for row in reader.rows(table, select(table)):
                record = dict(zip(names, row, strict=True))
                found[Key(table.name, *(record.pop(name) for name in key_names))] = record
    return found


def _tables_of(kind: str) -> Iterator[Table]:
    """Yield the table of a kind and those whose records belong to it."""
    belonging = {kind}
    for table in metadata.sorted_tables:
        owners = {foreign.column.table.name for foreign in table.foreign_keys}
        if table.name not in _OWN and (table.name == kind or (owners & belonging and table.name not in _KINDS)):
            belonging.add(table.name)
            yield table


def _later(connection: Connection, entry: int, keys: Collection[Key]) -> list[int]:
    """Return the entry and those after it that hold and touch the values, the newest first."""
    c, found = journal_kept.c, set[int]()
    for some in chunks([key.id for key in keys]):
        question = (
            select(c.entry_id)
            .join(entries, entries.c.id == c.entry_id)
            .where(c.entry_id >= entry, c.kept_id.in_(some), entries.c.state == State.DONE)
        )
        found.update(connection.execute(question).scalars())
    return sorted(found, reverse=True)


def _take_back(records: Records, connection: Connection, entry: int) -> set[Key]:
    """Take an entry back, and return the plans that parts have come from or gone to with it."""
    moved = set[Key]()
    for difference in journal.differences_of(connection, entry):
        key, before, after = difference.key, difference.before, difference.after
        if after is None:
            records[key] = dict(before or {})
        elif before is None:
            records.pop(key, None)
        else:
            if key in records:
                records[key].update(before)
            if "plan_id" in before and key.table not in _KINDS:
                moved |= {Key("plans", str(before["plan_id"])), Key("plans", str(after["plan_id"]))}
    return moved


def _loaded(records: Records, keys: Collection[Key]) -> Holdings:
    """Return the values that the records make, read like those of a file."""
    with closing(engine_of(_IN_MEMORY).connect()) as connection, connection.begin():
        for statement in statements():
            connection.exec_driver_sql(statement)
        for (name, *columns), rows in _by_columns(records).items():
            insert_many(connection, name, columns, rows)
        return load(connection, keys).holdings


def _by_columns(records: Records) -> Mapping[tuple[str, ...], list[tuple[Value, ...]]]:
    found: dict[tuple[str, ...], list[tuple[Value, ...]]] = {}
    for key, record in records.items():
        table = metadata.tables[key.table]
        key_names = [column.name for column in table.primary_key.columns]
        values = {**dict(zip(key_names, key[1:], strict=False)), **record}
        found.setdefault((key.table, *values), []).append(tuple(values.values()))
    return found
