"""The journal replayed: what each record must be by all that was ever done to it.

Every record came with a change, and each change wrote what the record was before it and after it. So the journal says
what the file must hold, column by column, and each image in it is held beside the one before. This is true of every
version of the tables: a column that came later has a default, and no migration may change what records hold (undo
would put back what they held before it).
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from tthc_desktop.models.changes import State
from tthc_desktop.storage.keys import Record, Value

_OURS = ("journal%", "sqlite_%", "files", "offices", "alembic_version")
"""The tables whose records come with no change."""
_PARTS = {str, int}
_OUT_OF_JOURNAL = frozenset({"revision"})


class Touch(NamedTuple):
    """What one change did to a record; the images are JSON as they stand in the journal."""

    entry: int
    before: str | None
    after: str | None
    state: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A table as it stands in the file: the columns of its key, the others that the journal knows.

    `defaults` has what records hold in columns of which the journal says nothing, for an older version had none.
    """

    name: str
    keys: tuple[str, ...]
    columns: tuple[str, ...]
    defaults: Mapping[str, Value]
    question: str
    """What asks for the record with a key."""


@dataclass(slots=True)
class Replayed:
    """A record by the journal: None where it is not there (any more), and the changes whose images do not fit."""

    table: str
    key: tuple[str | int, ...]
    record: Record | None
    last: int
    """The number of the change that touched it last and holds."""
    unfit: list[int] = field(default_factory=list)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def shapes(connection: sqlite3.Connection) -> Mapping[str, Shape]:
    """Return the tables whose records come with changes, as they stand in this file, whatever its version."""
    left = " AND ".join("name NOT LIKE ?" for _ in _OURS)
    names = connection.execute(f"SELECT name FROM sqlite_master WHERE type = 'table' AND {left}", _OURS)
    return {name: _shape(connection, name) for (name,) in names.fetchall()}


def _shape(connection: sqlite3.Connection, name: str) -> Shape:
    found = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
    keys = tuple(column for _, column, *_, place in sorted(found, key=lambda each: each[5]) if place)
    others = tuple(column for _, column, *_, place in found if not place and column not in _OUT_OF_JOURNAL)
    defaults = {name: _default(said) for _, name, _, needed, said, place in found if not place and (said or not needed)}
    asked = " AND ".join(f'"{key}" = ?' for key in keys)
    return Shape(name, keys, others, defaults, f'SELECT {_listed(others or keys)} FROM "{name}" WHERE {asked}')


def _default(stored: str | None) -> Value:
    if stored is None:
        return None
    return stored[1:-1] if stored.startswith("'") else int(stored) if stored.lstrip("-").isdigit() else None


def replayed(connection: sqlite3.Connection, known: Mapping[str, Shape]) -> Iterator[Replayed]:
    """Yield every record that a change touched which holds or can be redone, table by table."""
    asked = (
        "SELECT r.table_name, r.record, r.entry_id, r.before, r.after, j.state FROM journal_rows r"
        " JOIN journal j ON j.id = r.entry_id WHERE j.state <> ? AND r.entry_id >= ?"
        " ORDER BY r.table_name, r.record, r.entry_id, r.place"
    )
    rows = connection.execute(asked, (State.DROPPED, beginning(connection)))
    for (table, record), touched in groupby(rows, key=lambda row: (row[0], row[1])):
        touches = [Touch(*row[2:]) for row in touched]
        key = key_of(record)
        if key is None or table not in known or len(key) != len(known[table].keys):
            yield Replayed(table, (), None, 0, [touch.entry for touch in touches])
        else:
            yield replay(known[table], key, touches)


def beginning(connection: sqlite3.Connection) -> int:
    """Return the number of the change from which the journal counts: the last that holds for good, 0 without one.

    A damaged file is repaired by such a change: it makes every record anew, for those before it are not all known.
    """
    asked = "SELECT max(id) FROM journal WHERE state = ? AND undone_at IS NOT NULL"
    (number,) = connection.execute(asked, (State.DONE,)).fetchone()
    return number or 0


def key_of(record: str) -> tuple[str | int, ...] | None:
    """Return the key that the journal writes as JSON, None when it is damaged."""
    try:
        found = json.loads(record)
    except ValueError:
        return None
    return tuple(found) if isinstance(found, list) and {*map(type, found)} <= _PARTS else None


def replay(shape: Shape, key: tuple[str | int, ...], touches: list[Touch]) -> Replayed:
    """Return what the changes, the oldest first, made of a record."""
    found = Replayed(shape.name, key, None, 0)
    now: Record | None = None
    for touch in touches:
        known, before, after = _images(touch)
        if not known or not _fits(shape, now, before, after):
            found.unfit.append(touch.entry)
        now = _next(now, before, after) if known else now
        if touch.state == State.DONE:
            found.record, found.last = now, touch.entry
    return found


def _images(touch: Touch) -> tuple[bool, Record | None, Record | None]:
    try:
        before, after = (None if image is None else json.loads(image) for image in (touch.before, touch.after))
    except ValueError:
        return False, None, None
    known = all(image is None or isinstance(image, dict) for image in (before, after))
    return (True, before, after) if known else (False, None, None)


def _fits(shape: Shape, now: Record | None, before: Record | None, after: Record | None) -> bool:
    """Tell whether a change began with what the record was, and names columns that there are."""
    names = {*(before or ()), *(after or ())}
    if (now is None) != (before is None) or not names <= {*shape.columns}:
        return False
    if before is None or now is None:
        return after is not None and all(name in after or name in shape.defaults for name in shape.columns)
    if after is not None and before.keys() != after.keys():
        return False
    return all(value_of(shape, now, name) == value for name, value in before.items())


def _next(now: Record | None, before: Record | None, after: Record | None) -> Record | None:
    return None if after is None else {**(now or {}), **after} if before is not None else after


def value_of(shape: Shape, record: Record, name: str) -> Value:
    """Return what a column holds; one that came later, when nothing was said of it, holds its default."""
    return record[name] if name in record else shape.defaults.get(name)
