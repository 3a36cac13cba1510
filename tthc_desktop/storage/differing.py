"""The records of a file held beside its journal: each that is not what the last change left, and those without one."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence

from tthc_desktop.models.changes import State
from tthc_desktop.storage.findings import Finding, Part, name_of, quoted
from tthc_desktop.storage.keys import Record, Value
from tthc_desktop.storage.replaying import Replayed, Shape, replayed, shapes, value_of

_DEEPEST = 40
_UNFIT = "Nhật ký không khớp với chính nó ở thay đổi số {entry} ({name}): một nội dung trong đó đã bị đổi."


def differing(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Yield the records that are not what the journal says, and what in the journal does not fit."""
    known = shapes(connection)
    living: Counter[str] = Counter()
    for found in replayed(connection, known):
        for entry in found.unfit:
            yield Finding(Part.JOURNAL, _UNFIT.format(entry=entry, name=name_of(found.table)), found.table, found.key)
        if found.key:
            living[found.table] += found.record is not None
            yield from _compared(connection, known[found.table], found)
    for shape in known.values():
        yield from _without_change(connection, shape, living[shape.name])


def _compared(connection: sqlite3.Connection, shape: Shape, found: Replayed) -> Iterator[Finding]:
    row = connection.execute(shape.question, found.key).fetchone()
    if row is None and found.record is not None:
        place = place_of(connection, shape, found.key, found.record)
        yield Finding(Part.RECORDS, f"Mất một bản ghi ({name_of(shape.name)}){place}.", shape.name, found.key)
    elif row is not None and found.record is None:
        what = f"Có một bản ghi ({name_of(shape.name)}) mà theo nhật ký đã bị xóa."
        yield Finding(Part.RECORDS, what, shape.name, found.key)
    elif row is not None and found.record is not None:
        for name, value in zip(shape.columns, row, strict=False):
            should = value_of(shape, found.record, name)
            if value != should:
                yield _changed(connection, shape, found, value, should)


def _changed(connection: sqlite3.Connection, shape: Shape, found: Replayed, value: Value, should: Value) -> Finding:
    place = place_of(connection, shape, found.key, found.record or {})
    is_words = isinstance(value, str) or isinstance(should, str)
    both = f": trong tệp là {quoted(value)}, nhật ký ghi {quoted(should)}" if is_words else " (thứ tự hoặc con số)"
    what = f"Nội dung ({name_of(shape.name)}){place} không như lần ghi cuối{both}."
    return Finding(Part.RECORDS, what, shape.name, found.key)


def _without_change(connection: sqlite3.Connection, shape: Shape, living: int) -> Iterator[Finding]:
    """Yield the records that no change has made; only where there are more than the journal knows."""
    (there,) = connection.execute(f'SELECT count(*) FROM "{shape.name}"').fetchone()
    if there > living:
        for key in unknown(connection, shape):
            what = f"Có một bản ghi ({name_of(shape.name)}) mà nhật ký không biết."
            yield Finding(Part.RECORDS, what, shape.name, key)


def unknown(connection: sqlite3.Connection, shape: Shape) -> Iterator[tuple[str | int, ...]]:
    """Yield the keys of records that no change which holds has touched."""
    asked = (
        "SELECT DISTINCT record FROM journal_rows r JOIN journal j ON j.id = r.entry_id"
        " WHERE r.table_name = ? AND j.state = ?"
    )
    known = {record for (record,) in connection.execute(asked, (shape.name, State.DONE))}
    keys = ", ".join(f'"{name}"' for name in shape.keys)
    for key in connection.execute(f'SELECT {keys} FROM "{shape.name}"'):
        if json.dumps(key, ensure_ascii=False, separators=(",", ":")) not in known:
            yield key


def place_of(connection: sqlite3.Connection, shape: Shape, key: Sequence[Value], record: Record) -> str:
    """Return where a record stands, as the end of a sentence: in which plan; nothing where that is not known."""
    table, now = shape.name, {**dict(zip(shape.keys, key, strict=False)), **record}
    for _ in range(_DEEPEST):
        if table == "plans":
            return f" của kế hoạch {quoted(now.get('title'))}"
        above = _above(connection, table, now)
        if above is None:
            return ""
        table, now = above
    return ""


def _above(connection: sqlite3.Connection, table: str, record: Record) -> tuple[str, Record] | None:
    """Return the record that a record belongs to, with its table: the plan itself where it is named."""
    owners = {named: owner for _, _, owner, named, *_ in connection.execute(f'PRAGMA foreign_key_list("{table}")')}
    named = {"plan_id": "plans", **owners}
    column = next((name for name in ("plan_id", *owners) if isinstance(record.get(name), str)), None)
    if column is None:
        return None
    cursor = connection.execute(f'SELECT * FROM "{named[column]}" WHERE id = ?', (record[column],))
    row = cursor.fetchone()
    return (named[column], dict(zip([each[0] for each in cursor.description], row, strict=True))) if row else None
