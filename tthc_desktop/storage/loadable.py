"""Values that can be built from the records of a repaired file; those that cannot are taken out and told."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

from tthc_desktop.storage.engines import engine_of
from tthc_desktop.storage.findings import Finding, Part, name_of
from tthc_desktop.storage.keys import Key
from tthc_desktop.storage.loading import load
from tthc_desktop.storage.replaying import Shape
from tthc_desktop.storage.salvage.putting import close_links, words_of
from tthc_desktop.storage.tables import KEPT

_NO_VALUE = (ValueError, KeyError, TypeError, RecursionError)
"""What comes of records that no program has written so."""


def take_out_unloadable(path: Path, own: sqlite3.Connection, shapes: Mapping[str, Shape]) -> Iterator[Finding]:
    """Take out each value that cannot be built, with all that belongs to it, and yield what its records say."""
    for table in KEPT:
        ids = [id_ for (id_,) in own.execute(f'SELECT id FROM "{table.name}"')]
        with closing(engine_of(path).connect()) as connection:
            bad = _bad(connection, table.name, ids)
        for id_ in bad:
            own.execute("BEGIN IMMEDIATE")
            yield from _take_out(own, shapes, table.name, id_)
            own.execute("COMMIT")


def _bad(connection: Connection, table: str, ids: list[str]) -> list[str]:
    """Return which values cannot be built, asking for one half after the other."""
    try:
        load(connection, [Key(table, id_) for id_ in ids])
    except _NO_VALUE:
        if len(ids) == 1:
            return ids
        middle = len(ids) // 2
        return _bad(connection, table, ids[:middle]) + _bad(connection, table, ids[middle:])
    return []


def _take_out(own: sqlite3.Connection, shapes: Mapping[str, Shape], table: str, id_: str) -> Iterator[Finding]:
    cursor = own.execute(f'SELECT * FROM "{table}" WHERE id = ?', (id_,))
    record = dict(zip([each[0] for each in cursor.description], cursor.fetchone(), strict=True))
    own.execute(f'DELETE FROM "{table}" WHERE id = ?', (id_,))
    words = words_of(record)
    what = f"Bản ghi ({name_of(table)}) có nội dung không hiểu được nên không lấy lại{f': {words}' if words else ''}."
    yield Finding(Part.RECORDS, what, table, (id_,))
    yield from close_links(own, shapes)
