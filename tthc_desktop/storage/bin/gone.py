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
from threading import Lock

from sqlalchemy import Connection, Row, select

from tthc_desktop.models.bin.values import PARTS, Deleted
from tthc_desktop.models.changes import State
from tthc_desktop.models.identity import Id
from tthc_desktop.storage.bin.entries import Taken
from tthc_desktop.storage.bin.evidence import Cards, evidence_cards, evidence_there
from tthc_desktop.storage.bin.words import called, plain_words, what_of, words_in
from tthc_desktop.storage.engines import engine_of
from tthc_desktop.storage.keys import Key, Record
from tthc_desktop.storage.tables import KEPT, journal, journal_rows, metadata
from tthc_desktop.storage.writing import CHUNK, chunks

_KEPT = frozenset(table.name for table in KEPT)
_LISTED = _KEPT | {"items", "tables", "rows", "columns", "appendices", "bases", "recipients", "targets"}


class Bin:
    """Reads the list for any thread. What an entry of the journal took away never changes, so it is read once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._cards: dict[int, Cards] = {}
        self._lock = Lock()

    def deleted(self) -> tuple[Deleted, ...]:
        """Return what can be brought back, what was deleted last first."""
        with self._lock, closing(engine_of(self._path).connect()) as connection:
            entries = _entries(connection)
            new = [entry for entry in entries if entry not in self._cards]
            self._cards.update(_cards(connection, new))
            for entry, cards in evidence_cards(connection, new).items():
                self._cards[entry] += cards
            found = [card for entry in entries for card in self._cards[entry]]
            keys = {key for key, _ in found}
            there = _there(connection, keys) | evidence_there(connection, keys)
            left: dict[Key, Deleted] = {}
            for key, card in found:
                if key not in there:
                    left.setdefault(key, card)
            return tuple(left.values())


def _entries(connection: Connection) -> Sequence[int]:
    """Return the entries that hold and have taken something away, the newest first."""
    c = journal_rows.c
    question = select(c.entry_id).join(journal, journal.c.id == c.entry_id)
    asked = question.where(c.after.is_(None), journal.c.state == State.DONE).distinct()
    return sorted(connection.execute(asked).scalars(), reverse=True)


def _cards(connection: Connection, entries: Sequence[int]) -> Mapping[int, Cards]:
    """Return what each entry took away that nothing above it went with, where words were lost."""
    found = {taken.entry: (taken, list(_topmost(taken))) for taken in _taken(connection, entries)}
    parts = [entry for entry, (_, keys) in found.items() if any(key.table not in _KEPT for key in keys)]
    written = _written(connection, parts)
    plans = _plans_of_tables(connection, found.values())
    made: dict[int, Cards] = {}
    for entry, (taken, keys) in found.items():
        cards = ((key, _card(taken, key, plans)) for key in keys)
        made[entry] = tuple((key, card) for key, card in cards if _is_lost(card, written.get(entry)))
    return made


def _topmost(taken: Taken) -> Iterator[Key]:
    for key, record in taken.records.items():
        listed = key.table in _LISTED and (key.table != "targets" or bool(record.get("item_id")))
        if listed and taken.owners[key] is None:
            yield key


def _taken(connection: Connection, entries: Sequence[int]) -> Iterator[Taken]:
    c, of = journal_rows.c, journal.c
    for some in _lots(entries):
        question = (
            select(c.entry_id, of.at, of.label, c.table_name, c.record, c.before)
            .join(journal, of.id == c.entry_id)
            .where(c.entry_id.in_(some), c.after.is_(None))
            .order_by(c.entry_id, c.place)
        )
        for entry, rows in groupby(connection.execute(question), key=itemgetter(0)):
            yield _read(entry, list(rows))


def _read(entry: int, rows: Sequence[Row[int, str, str, str, str, str | None]]) -> Taken:
    """Read the images of an entry in one go, which is several times as fast as one by one."""
    _, at, label, *_ = rows[0]
    keys = json.loads(f"[{','.join(row.record for row in rows)}]")
    images = json.loads(f"[{','.join(row.before or '{}' for row in rows)}]")
    records = {Key(row.table_name, *key): image for row, key, image in zip(rows, keys, images, strict=True)}
    return Taken(entry, datetime.fromisoformat(at), label, records)


def _there(connection: Connection, keys: Iterable[Key]) -> set[Key]:
    """Return those of the records that are in the file now."""
    ids: defaultdict[str, list[Id]] = defaultdict(list)
    for key in keys:
        if key.part is None:
            ids[key.table].append(key.id)
    found: set[Key] = set()
    for name, asked in ids.items():
        column = metadata.tables[name].c.id
        for some in chunks(asked):
            found.update(Key(name, id_) for id_ in connection.execute(select(column).where(column.in_(some))).scalars())
    return found


def _plans_of_tables(connection: Connection, found: Iterable[tuple[Taken, Sequence[Key]]]) -> Mapping[Id, Id]:
    """Return of which plans the tables are, or were, that lost rows or columns."""
    plans: dict[Id, Id] = {}
    asked: set[Id] = set()
    for taken, keys in found:
        plans.update((key.id, str(record["plan_id"])) for key, record in taken.records.items() if key.table == "tables")
        asked.update(str(taken.records[key]["table_id"]) for key in keys if key.table in {"rows", "columns"})
    c, images = metadata.tables["tables"].c, journal_rows.c
    for some in chunks(sorted(asked)):
        plans.update((id_, plan) for id_, plan in connection.execute(select(c.id, c.plan_id).where(c.id.in_(some))))
    if asked - plans.keys():
        gone = select(images.record, images.before).where(images.table_name == "tables", images.after.is_(None))
        for record, before in connection.execute(gone):
            plans.setdefault(json.loads(record)[0], str(json.loads(before)["plan_id"]))
    return plans


@dataclass(frozen=True, slots=True)
class _Written:
    """The new words that an entry put into records, one by one and all together."""

    each: frozenset[str]
    all: str

    def has(self, words: str) -> bool:
        return words in self.each or words in self.all


def _written(connection: Connection, entries: Sequence[int]) -> Mapping[int, _Written]:
    c, found = journal_rows.c, defaultdict[int, set[str]](set)
    for some in _lots(entries):
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


def _lots(entries: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(entries), CHUNK):
        yield entries[start : start + CHUNK]
