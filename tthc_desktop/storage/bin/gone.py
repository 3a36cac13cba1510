"""The list of what was deleted and is not there any more, made from the images that the journal keeps."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from sqlalchemy import Connection, select

from tthc_desktop.models.bin.values import PARTS, Deleted
from tthc_desktop.models.changes import State
from tthc_desktop.models.identity import Id
from tthc_desktop.storage.bin.entries import Taken
from tthc_desktop.storage.bin.words import called, plain_words, what_of, words_in
from tthc_desktop.storage.engines import engine_of
from tthc_desktop.storage.keys import Key, Record
from tthc_desktop.storage.tables import KEPT, journal, journal_rows, metadata
from tthc_desktop.storage.writing import CHUNK, chunks

_KEPT = frozenset(table.name for table in KEPT)
_LISTED = _KEPT | {"items", "tables", "rows", "columns", "appendices", "bases", "recipients", "targets"}


def deleted(path: Path) -> tuple[Deleted, ...]:
    """Return what can be brought back, what was deleted last first; any thread may ask."""
    with closing(engine_of(path).connect()) as connection:
        found = list(_topmost(connection))
        there = _there(connection, {key for _, key in found})
        left: dict[Key, Taken] = {}
        for taken, key in found:
            if key not in there:
                left.setdefault(key, taken)
        written = _written(connection, sorted({taken.entry for key, taken in left.items() if key.table not in _KEPT}))
        plans = _plans_of_tables(connection, left)
    cards = ((_card(taken, key, plans), written.get(taken.entry)) for key, taken in left.items())
    return tuple(card for card, elsewhere in cards if _is_lost(card, elsewhere))


def _topmost(connection: Connection) -> Iterator[tuple[Taken, Key]]:
    """Yield what was deleted not merely with something above it, with its entry, the newest first."""
    for taken in _entries(connection):
        for key, record in taken.records.items():
            listed = key.table in _LISTED and (key.table != "targets" or bool(record.get("item_id")))
            if listed and taken.owner(key) is None:
                yield taken, key


def _entries(connection: Connection) -> Iterator[Taken]:
    c, of = journal_rows.c, journal.c
    question = (
        select(c.entry_id, of.at, of.label, c.table_name, c.record, c.before)
        .join(journal, of.id == c.entry_id)
        .where(c.after.is_(None), of.state == State.DONE)
        .order_by(c.entry_id.desc(), c.place)
    )
    for entry, rows in groupby(connection.execute(question), key=itemgetter(0)):
        taken: Taken | None = None
        for _, at, label, table, record, before in rows:
            taken = taken or Taken(entry, datetime.fromisoformat(at), label)
            taken.records[Key(table, *json.loads(record))] = json.loads(before)
        if taken is not None:
            yield taken


def _there(connection: Connection, keys: Iterable[Key]) -> set[Key]:
    """Return those of the records that are in the file now."""
    ids: defaultdict[str, list[Id]] = defaultdict(list)
    for key in keys:
        ids[key.table].append(key.id)
    found: set[Key] = set()
    for name, asked in ids.items():
        column = metadata.tables[name].c.id
        for some in chunks(asked):
            found.update(Key(name, id_) for id_ in connection.execute(select(column).where(column.in_(some))).scalars())
    return found


def _plans_of_tables(connection: Connection, left: Mapping[Key, Taken]) -> Mapping[Id, Id]:
    """Return of which plans the tables are, or were, that lost rows or columns."""
    found = {
        key.id: str(record["plan_id"])
        for taken in left.values()
        for key, record in taken.records.items()
        if key.table == "tables"
    }
    c = metadata.tables["tables"].c
    asked = {str(taken.records[key]["table_id"]) for key, taken in left.items() if key.table in {"rows", "columns"}}
    for some in chunks(sorted(asked)):
        found.update((id_, plan) for id_, plan in connection.execute(select(c.id, c.plan_id).where(c.id.in_(some))))
    return found


@dataclass(frozen=True, slots=True)
class _Written:
    """The new words that an entry put into records, one by one and all together."""

    each: frozenset[str]
    all: str

    def has(self, words: str) -> bool:
        return words in self.each or words in self.all


def _written(connection: Connection, entries: Sequence[int]) -> Mapping[int, _Written]:
    c, found = journal_rows.c, defaultdict[int, set[str]](set)
    for start in range(0, len(entries), CHUNK):
        some = entries[start : start + CHUNK]
        question = select(c.entry_id, c.before, c.after).where(c.entry_id.in_(some), c.after.is_not(None))
        for entry, before, after in connection.execute(question):
            found[entry].update(_new_words(json.loads(before) if before else {}, json.loads(after)))
    return {entry: _Written(frozenset(words), "\n".join(words)) for entry, words in found.items()}


def _new_words(before: Record, after: Record) -> Iterator[str]:
    for name, value in after.items():
        if isinstance(value, str) and value:
            yield _added(plain_words(before.get(name)), plain_words(value)).strip()


def _added(before: str, after: str) -> str:
    """Return what of `after` was not in `before`, as one piece."""
    if not before:
        return after
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return after[start : len(after) - end]


def _card(taken: Taken, key: Key, plans: Mapping[Id, Id]) -> Deleted:
    below = list(taken.all_below(key))
    record, words = taken.records[key], called(taken, key)
    inside = [text for one in (key, *below) for text in words_in(one, taken.records[one]) if text != words]
    plan_id = key.id if key.table == "plans" else record.get("plan_id") or plans.get(str(record.get("table_id")), "")
    return Deleted(
        *(key.id, taken.entry, taken.at, taken.label, what_of(taken, key), words),
        plan_id=str(plan_id),
        under=taken.under(key),
        inside=tuple(inside),
        parts=sum(one.table in _LISTED and one.table != "targets" for one in below),
    )


def _is_lost(card: Deleted, elsewhere: _Written | None) -> bool:
    """Tell whether words went that the same change put nowhere else, as joining two paragraphs does."""
    if card.what not in PARTS:
        return True
    texts = [text for text in (card.words, *card.inside) if text]
    if elsewhere is None:
        return bool(texts)
    return not all(elsewhere.has(text) for text in texts)
