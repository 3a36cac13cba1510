"""What each record is to be: as it stands in the damaged file, or as the journal knows it."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tthc_desktop.storage.keys import Record
from tthc_desktop.storage.replaying import Replayed, Shape, replayed, value_of
from tthc_desktop.storage.salvage.pages import Cell
from tthc_desktop.storage.salvage.salvaging import Row, Salvage, holes

Key = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A record with what else it could be: both None when it is gone; `other` is told to the clerk."""

    table: str
    key: Key
    record: Row | None
    other: Row | None = None
    from_journal: bool = False
    is_sure: bool = False
    """Whether the journal is known to say what was written last."""


def choices(connection: sqlite3.Connection, shapes: Mapping[str, Shape], found: Salvage) -> Iterator[Choice]:
    """Yield every record that stands in the damaged file or is known by its journal, which `connection` holds."""
    standing = {name: dict(_standing(shape, found.records.get(name, ()))) for name, shape in shapes.items()}
    doubtful = _doubtful(found)
    for known in replayed(connection, shapes):
        if known.key:
            there = standing[known.table].pop(known.key, None)
            trusted = not known.unfit and doubtful is not None and known.key[0] not in doubtful
            yield _choice(shapes[known.table], known, there, trusted=trusted)
    sure = doubtful == frozenset()
    for table, rows in standing.items():
        for key, row in rows.items():
            if not sure:
                yield Choice(table, key, row)
            else:
                yield Choice(table, key, None, row)


def _doubtful(found: Salvage) -> frozenset[str] | None:
    """Return the identities whose last change may be lost, None when it may be any."""
    lost = frozenset(holes(found))
    if not lost and not found.torn:
        return frozenset()
    if found.touched is None or (found.torn and not lost):
        return None
    if not lost <= found.touched.keys():
        return None
    return frozenset(id_ for entry in lost for id_ in found.touched[entry])


def _standing(shape: Shape, rows: tuple[Row, ...]) -> Iterator[tuple[Key, Row]]:
    for row in rows:
        key = tuple(row.get(name) for name in shape.keys)
        if all(isinstance(part, str | int) for part in key):
            yield tuple(part for part in key if isinstance(part, str | int)), row


def _choice(shape: Shape, known: Replayed, there: Row | None, *, trusted: bool) -> Choice:
    said = None if known.record is None else _whole(shape, known.record)
    if there is not None and said is not None and _is_same(shape, there, said):
        return Choice(shape.name, known.key, there)
    if trusted:
        return Choice(shape.name, known.key, said and {**(there or {}), **said}, there, from_journal=True, is_sure=True)
    if there is None or (said is not None and not _is_text(there)):
        return Choice(shape.name, known.key, said, there, from_journal=True)
    return Choice(shape.name, known.key, there, said)


def _is_same(shape: Shape, there: Row, said: Row) -> bool:
    return all(there.get(name, shape.defaults.get(name)) == said[name] for name in shape.columns)


def _whole(shape: Shape, record: Record) -> dict[str, Cell] | None:
    """Return a record with all its columns, None when the journal does not know them all."""
    if not all(name in record or name in shape.defaults for name in shape.columns):
        return None
    return {name: value_of(shape, record, name) for name in shape.columns}


def _is_text(row: Row) -> bool:
    """Tell whether every word of a row is text."""
    return row == legible(row)


def legible(row: Row) -> Row:
    """Return a row with a sign in place of every byte that is no letter."""
    return {name: _legible(cell) for name, cell in row.items()}


def _legible(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return cell.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else cell
