"""The seal of each change in the journal: a hash of all that is written of it, and of the seal before.

What a record has to be is known from the journal, and whether the journal itself is as it was written from its seals:
the name and time of a change as well as every image in it. What becomes of a change later, undone or not, is no part
of its seal. Changes that an older version has made have none.
"""

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import Any

from tthc_desktop.storage.keys import Value

Line = Sequence[Value]
"""One record of the journal that belongs to a change, without the number of the change."""
_ROWS = (
    "SELECT entry_id, place, table_name, record, before, after FROM journal_rows"
    " WHERE typeof(entry_id) = 'integer' ORDER BY entry_id, place"
)
_SEALS = "SELECT entry_id, digest FROM journal_seals WHERE typeof(entry_id) = 'integer' ORDER BY entry_id"
_KEPT = (
    "SELECT entry_id, table_name, kept_id FROM journal_kept"
    " WHERE typeof(entry_id) = 'integer' ORDER BY entry_id, table_name, kept_id"
)


def seal(previous: str, head: Line, kept: Iterable[Line], rows: Iterable[Line]) -> str:
    """Return the seal of a change: `head` is its number, time and name, `kept` the values it touched, sorted."""
    made = sha256(previous.encode("utf-8", "surrogateescape"))
    for line in (head, *kept, *rows):
        words = "\x1f".join("\x00" if value is None else str(value) for value in line)
        made.update(f"{words}\x1e".encode("utf-8", "surrogateescape"))
    return made.hexdigest()


def broken(connection: sqlite3.Connection, first: int = 0) -> Iterator[int]:
    """Yield the numbers of the changes, from a number on, whose seal does not hold, or is missing after another one."""
    sealed = {int(number): str(digest) for number, digest in connection.execute(_SEALS)}
    numbers = list(sealed)
    for change in _changes(connection):
        before = bisect_left(numbers, change.number)
        previous = sealed[numbers[before - 1]] if before else ""
        known = sealed.get(change.number, previous and "missing")
        if change.number >= first and known and known != change.seal(previous):
            yield change.number


def seal_all(connection: sqlite3.Connection) -> None:
    """Seal every change anew, as a repaired file has them."""
    previous, seals = "", []
    for change in _changes(connection):
        previous = change.seal(previous)
        seals.append((change.number, previous))
    connection.execute("DELETE FROM journal_seals")
    connection.executemany("INSERT INTO journal_seals (entry_id, digest) VALUES (?, ?)", seals)


@dataclass(frozen=True, slots=True)
class _Change:
    number: int
    head: Line
    kept: Sequence[Line]
    rows: Sequence[Line]

    def seal(self, previous: str) -> str:
        return seal(previous, self.head, self.kept, self.rows)


def _changes(connection: sqlite3.Connection) -> Iterator[_Change]:
    """Yield the changes in their order."""
    kept, rows = (_Groups(connection.execute(asked)) for asked in (_KEPT, _ROWS))
    for entry, at, label in connection.execute("SELECT id, at, label FROM journal ORDER BY id"):
        yield _Change(entry, (entry, at, label), kept.of(entry), rows.of(entry))


class _Groups:
    """Lines that come sorted by the number that each begins with, asked for by ascending numbers."""

    def __init__(self, lines: Iterable[tuple[Any, ...]]) -> None:
        self._groups = groupby(lines, key=lambda line: line[0])
        self._next = next(self._groups, None)

    def of(self, number: int) -> Sequence[Line]:
        """Return the lines of a number, without it."""
        while self._next is not None and self._next[0] < number:
            self._next = next(self._groups, None)
        if self._next is None or self._next[0] != number:
            return ()
        return [line[1:] for line in self._next[1]]
