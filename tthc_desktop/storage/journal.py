"""The journal: every change with its time, its name, the records it touched, and what they were before and after."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Select, func, insert, select, update

from tthc_desktop.models.changes import Entry, State
from tthc_desktop.models.identity import Id
from tthc_desktop.storage.journal_tables import journal_seals
from tthc_desktop.storage.keys import Difference, Key, Record
from tthc_desktop.storage.register_tables import progress
from tthc_desktop.storage.seals import Line, seal
from tthc_desktop.storage.tables import journal, journal_kept, journal_records, journal_rows
from tthc_desktop.storage.writing import chunks, insert_many

# Made once: a change of a merge writes tens of thousands of records.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Step:
    """An entry that can be undone or redone."""

    id: int
    label: str


def write(
    connection: Connection, label: str, at: datetime, kept: Sequence[Key], differences: Sequence[Difference]
) -> int:
    """Write an entry and return its number; what was undone before it can be redone no more."""
    connection.execute(update(journal).where(journal.c.state == State.UNDONE).values(state=State.DROPPED))
    done = connection.execute(insert(journal).values(at=_stored(at), label=label, state=State.DONE))
    (entry_id,) = done.inserted_primary_key or (0,)
    touched = dict.fromkeys(key.id for key in (*kept, *(difference.key for difference in differences)))
    insert_many(
        connection, journal_kept.name, ("entry_id", "table_name", "kept_id"), [(entry_id, *key[:2]) for key in kept]
    )
    insert_many(connection, journal_records.name, ("entry_id", "record_id"), [(entry_id, id_) for id_ in touched])
    rows = [
        (
            *(entry_id, place, difference.key.table),
            _encode([part for part in difference.key[1:] if part is not None]),
            *(_json(difference.before), _json(difference.after)),
        )
        for place, difference in enumerate(differences)
    ]
    columns = ("entry_id", "place", "table_name", "record", "before", "after")
    insert_many(connection, journal_rows.name, columns, rows)
    _seal(connection, (entry_id, _stored(at), label), sorted(key[:2] for key in kept), [row[1:] for row in rows])
    return int(entry_id)


def _seal(connection: Connection, head: Line, kept: Sequence[Line], rows: Sequence[Line]) -> None:
    """Seal an entry together with the seal before it."""
    newest = select(func.max(journal_seals.c.entry_id)).scalar_subquery()
    previous = connection.scalar(select(journal_seals.c.digest).where(journal_seals.c.entry_id == newest))
    digest = seal(previous or "", head, kept, rows)
    connection.execute(insert(journal_seals).values(entry_id=head[0], digest=digest))


def _json(value: Record | None) -> str | None:
    return None if value is None else _encode(value)


def _stored(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def last_done(connection: Connection) -> Step | None:
    """Return what undo takes back; not a change that holds for good, as that by which a damaged file was repaired."""
    return _step(connection, select(func.max(journal.c.id)).where(journal.c.state == State.DONE))


def first_undone(connection: Connection) -> Step | None:
    """Return what redo does again."""
    return _step(connection, select(func.min(journal.c.id)).where(journal.c.state == State.UNDONE))


def _step(connection: Connection, which: Select[tuple[int]]) -> Step | None:
    found = connection.execute(
        select(journal.c.id, journal.c.label).where(
            journal.c.id == which.scalar_subquery(),
            (journal.c.state == State.UNDONE) | journal.c.undone_at.is_(None),
        )
    ).first()
    return Step(*found) if found else None


def newest(connection: Connection) -> datetime | None:
    """Return when the newest entry was made."""
    at = connection.scalar(select(journal.c.at).where(journal.c.id == select(func.max(journal.c.id)).scalar_subquery()))
    return datetime.fromisoformat(at) if at else None


def mark(connection: Connection, entry_id: int, state: State, undone_at: datetime | None) -> None:
    """Note what became of an entry."""
    values = {"state": state, "undone_at": _stored(undone_at) if undone_at else None}
    connection.execute(update(journal).where(journal.c.id == entry_id).values(values))


def kept_of(connection: Connection, entry_id: int) -> list[Key]:
    """Return where the values are that an entry changed."""
    kept = journal_kept.c
    found = connection.execute(select(kept.table_name, kept.kept_id).where(kept.entry_id == entry_id))
    return [Key(table, id_) for table, id_ in found]


def reported_plans(connection: Connection, entry_id: int) -> frozenset[Id]:
    """Return the plans that the progress is of which an entry changed, before and after it."""
    named = select(journal_kept.c.kept_id).where(
        journal_kept.c.entry_id == entry_id, journal_kept.c.table_name == progress.name
    )
    now = connection.execute(select(progress.c.plan_id).where(progress.c.id.in_(named)).distinct()).scalars()
    written = select(journal_rows.c.before, journal_rows.c.after).where(
        journal_rows.c.entry_id == entry_id, journal_rows.c.table_name == progress.name
    )
    images = (_image(image) or {} for row in connection.execute(written) for image in row)
    return frozenset((*now, *(str(image["plan_id"]) for image in images if "plan_id" in image)))


def differences_of(connection: Connection, entry_id: int) -> Iterator[Difference]:
    """Yield what an entry did to the records."""
    kept = journal_rows.c
    found = connection.execute(
        select(kept.table_name, kept.record, kept.before, kept.after)
        .where(kept.entry_id == entry_id)
        .order_by(kept.place)
    ).all()
    for table, record, before, after in found:
        yield Difference(Key(table, *json.loads(record)), _image(before), _image(after))


def _image(stored: str | None) -> Record | None:
    if stored is None:
        return None
    record: Record = json.loads(stored)
    if not isinstance(record, dict):
        raise TypeError(stored)
    return record


def history(connection: Connection, record_ids: Sequence[Id]) -> tuple[Entry, ...]:
    """Return the entries that touched any of these records, the newest first; of none, all entries."""
    kept = journal.c
    chosen = select(kept.id, kept.at, kept.label, kept.state, kept.undone_at)
    if not record_ids:
        return tuple(_entry(*row) for row in connection.execute(chosen.order_by(kept.id.desc())))
    found: dict[int, Entry] = {}
    for some in chunks(record_ids):
        touching = select(journal_records.c.entry_id).where(journal_records.c.record_id.in_(some))
        for row in connection.execute(chosen.where(kept.id.in_(touching))):
            found[row.id] = _entry(*row)
    return tuple(found[entry_id] for entry_id in sorted(found, reverse=True))


def _entry(entry_id: int, at: str, label: str, state: str, undone_at: str | None) -> Entry:
    undone = datetime.fromisoformat(undone_at) if undone_at and state != State.DONE else None
    return Entry(entry_id, datetime.fromisoformat(at), label, State(state), undone)
