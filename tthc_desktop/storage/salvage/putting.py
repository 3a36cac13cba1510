"""What was saved of a damaged file, put into a new one; what the new one cannot hold is told."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from tthc_desktop.models.changes import State
from tthc_desktop.storage.findings import Finding, Part, name_of, quoted
from tthc_desktop.storage.replaying import Shape
from tthc_desktop.storage.salvage.choosing import Choice, Key, legible
from tthc_desktop.storage.salvage.pages import Cell
from tthc_desktop.storage.salvage.salvaging import Row, Salvage
from tthc_desktop.storage.seals import broken
from tthc_desktop.storage.tables import KEPT

LABEL = "Sửa tệp dữ liệu bị hỏng"
_UNKNOWN = "(không đọc được tên thay đổi)"
_KEPT = frozenset(table.name for table in KEPT)
_WHOLE = "nguyên vẹn"
_UNSURE = "đã lấy lại từ nhật ký, có thể chưa phải lần ghi cuối"


def put_journal(connection: sqlite3.Connection, found: Salvage) -> None:
    """Put in what is known of the changes, each with a line that names it, even where its own is lost."""
    numbers = sorted({*found.entries, *(entry for entry, _ in found.rows)})
    at = "1970-01-01T00:00:00.000000+00:00"
    for number in numbers:
        entry = found.entries.get(number, {"label": _UNKNOWN, "at": at, "state": State.DONE, "undone_at": None})
        at = str(entry["at"])
        said = [legible(entry)[name] for name in ("at", "label", "state", "undone_at")]
        connection.execute(
            "INSERT INTO journal (id, at, label, state, undone_at) VALUES (?, ?, ?, ?, ?)", [number, *said]
        )
    rows = [tuple(legible(row)[name] for name in _ROW) for _, row in sorted(found.rows.items())]
    connection.executemany(f"INSERT INTO journal_rows ({', '.join(_ROW)}) VALUES (?, ?, ?, ?, ?, ?)", rows)
    kept = sorted(each for each in found.kept if each[0] in numbers and each[1] in _KEPT)
    connection.executemany("INSERT INTO journal_kept (entry_id, table_name, kept_id) VALUES (?, ?, ?)", kept)
    connection.execute(_LISTED)
    seals = [each for each in found.seals.items() if each[0] in numbers]
    connection.executemany("INSERT INTO journal_seals (entry_id, digest) VALUES (?, ?)", seals)
    found.spoilt = frozenset(broken(connection))


_ROW = ("entry_id", "place", "table_name", "record", "before", "after")
_LISTED = (
    "INSERT INTO journal_records (entry_id, record_id) SELECT entry_id, json_extract(record, '$[0]') FROM journal_rows"
    " UNION SELECT entry_id, kept_id FROM journal_kept"
)


def put_files(connection: sqlite3.Connection, found: Salvage) -> None:
    connection.executemany("INSERT INTO files (sha256, data) VALUES (?, ?)", found.files.items())


def put_records(
    connection: sqlite3.Connection, shapes: Mapping[str, Shape], chosen: Iterable[Choice], office: int
) -> Iterator[Finding]:
    """Put in each record as it was chosen, or as it could be otherwise; yield what differs from the damaged file."""
    whole = 0
    for choice in chosen:
        became = _became(connection, shapes[choice.table], choice, office)
        if became == _WHOLE:
            whole += 1
        elif became:
            yield _told(choice, became)
    if whole:
        what = f"{whole} bản ghi không đọc được ở chỗ của chúng đã được lấy lại nguyên vẹn từ nhật ký."
        yield Finding(Part.RECORDS, what)


def _became(connection: sqlite3.Connection, shape: Shape, choice: Choice, office: int) -> str:
    """Put in a record and return what became of it, nothing where it is as it stood in the damaged file."""
    if choice.record is None:
        return "theo nhật ký đã bị xóa nên không lấy lại" if choice.other is not None else ""
    if not _put(connection, shape, choice.key, choice.record, office):
        is_other = choice.other is not None and _put(connection, shape, choice.key, choice.other, office)
        return "lấy theo bản còn lại" if is_other else "không lấy lại được"
    if choice.from_journal:
        lost = choice.other is None
        return _WHOLE if choice.is_sure and lost else "đã lấy lại từ nhật ký" if choice.is_sure else _UNSURE
    return "lấy như trong tệp" if choice.other is not None or legible(choice.record) != choice.record else ""


def _put(connection: sqlite3.Connection, shape: Shape, key: Key, record: Row, office: int) -> bool:
    """Put in a record, if the table takes it."""
    cells = {**legible(record), **dict(zip(shape.keys, key, strict=True))}
    known = {name: cells[name] for name in (*shape.keys, *shape.columns) if name in cells}
    if shape.name in _KEPT:
        revision = cells.get("revision")
        known["revision"] = revision if isinstance(revision, int) and 0 <= revision <= office else office
    names = ", ".join(f'"{name}"' for name in known)
    try:
        asked = f'INSERT INTO "{shape.name}" ({names}) VALUES ({", ".join("?" * len(known))})'
        connection.execute(asked, tuple(known.values()))
    except sqlite3.IntegrityError:
        return False
    return True


def _told(choice: Choice, became: str) -> Finding:
    record, other = choice.record, choice.other
    if record is not None and other is not None:
        differing = [name for name, cell in record.items() if name in other and other[name] != cell]
        record, other = ({name: one[name] for name in differing} for one in (record, other))
    elif record is not None:
        plain = legible(record)
        record = {name: cell for name, cell in record.items() if plain[name] != cell} or record
    words = [said for said in (words_of(record), words_of(other)) if said]
    both = ", bản kia là ".join(dict.fromkeys(words))
    what = f"Bản ghi ({name_of(choice.table)}) {became}{f': {both}' if both else ''}."
    return Finding(Part.RECORDS, what, choice.table, choice.key)


def words_of(record: Mapping[str, Cell] | None) -> str:
    """Return the words of a record, as a sentence quotes them."""
    said = [cell for name, cell in (record or {}).items() if isinstance(cell, str) and cell and not _is_link(name)]
    return quoted(" · ".join(said)) if said else ""


def _is_link(name: str) -> bool:
    return name.endswith("_id") or name in {"id", "kind", "mark", "role", "state", "stage", "sha256"}


def close_links(connection: sqlite3.Connection, shapes: Mapping[str, Shape]) -> Iterator[Finding]:
    """Let no record name another that is not there: it forgets the name, or goes where it cannot be without it."""
    while broken := connection.execute("PRAGMA foreign_key_check").fetchall():
        for table, row, _, number in broken:
            links = connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
            (column,) = [link[3] for link in links if link[0] == number]
            yield from _unlink(connection, shapes[table], row, column)


def _unlink(connection: sqlite3.Connection, shape: Shape, row: int, column: str) -> Iterator[Finding]:
    cursor = connection.execute(f'SELECT * FROM "{shape.name}" WHERE rowid = ?', (row,))
    found = cursor.fetchone()
    if found is None:
        return
    record = dict(zip([each[0] for each in cursor.description], found, strict=True))
    key = tuple(record[name] for name in shape.keys)
    words = words_of(record)
    try:
        connection.execute(f'UPDATE "{shape.name}" SET "{column}" = NULL WHERE rowid = ?', (row,))
        became = "đứng riêng vì nơi chứa nó không đọc được"
    except sqlite3.IntegrityError:
        connection.execute(f'DELETE FROM "{shape.name}" WHERE rowid = ?', (row,))
        became = "không lấy lại được vì nơi chứa nó không đọc được"
    what = f"Bản ghi ({name_of(shape.name)}) {became}{f': {words}' if words else ''}."
    yield Finding(Part.LINKS, what, shape.name, key)


def make_anew(connection: sqlite3.Connection, shapes: Mapping[str, Shape], at: datetime) -> None:
    """Write the change from which the journal counts: it makes all records as they are now, and holds for good."""
    connection.execute("UPDATE journal SET state = ? WHERE state = ?", (State.DROPPED, State.UNDONE))
    now = at.astimezone(UTC).isoformat(timespec="microseconds")
    entry = connection.execute(
        "INSERT INTO journal (at, label, state, undone_at) VALUES (?, ?, ?, ?)", (now, LABEL, State.DONE, now)
    ).lastrowid
    rows = [row for shape in shapes.values() for row in _images(connection, shape)]
    connection.executemany(
        f"INSERT INTO journal_rows ({', '.join(_ROW)}) VALUES (?, ?, ?, ?, NULL, ?)",
        [(entry, place, *row) for place, row in enumerate(rows)],
    )
    for name in _KEPT:
        asked = f'INSERT INTO journal_kept (entry_id, table_name, kept_id) SELECT ?, ?, id FROM "{name}"'
        connection.execute(asked, (entry, name))
    connection.execute("DELETE FROM journal_records")
    connection.execute(_LISTED)


def _images(connection: sqlite3.Connection, shape: Shape) -> Iterator[tuple[str, str, str]]:
    names = (*shape.keys, *shape.columns)
    listed = ", ".join(f'"{name}"' for name in names)
    for row in connection.execute(f'SELECT {listed} FROM "{shape.name}"'):
        key, values = row[: len(shape.keys)], row[len(shape.keys) :]
        yield shape.name, _json(list(key)), _json(dict(zip(shape.columns, values, strict=True)))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
