"""All that is still there of a damaged file: its records, its journal, its kept files."""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from tthc_desktop.models.changes import State
from tthc_desktop.storage.findings import NAMES
from tthc_desktop.storage.salvage.pages import Cell, Pages
from tthc_desktop.storage.salvage.rows import Rows, lenient, rows_of, tables_of
from tthc_desktop.storage.salvage.trees import both, tables_in

Row = Mapping[str, Cell]
_MAGIC, _PAGES_AT = b"SQLite format 3\x00", 28
"""What a file begins with, and where it says how many pages it has."""
_HASH = re.compile(r"[0-9a-f]{64}")
_ROW = ("entry_id", "place", "table_name", "record", "before", "after")
_ENTRY = ("id", "at", "label", "state", "undone_at")


@dataclass(slots=True)
class Salvage:
    """What was read: `records` by table, as they stand; the journal's rows, of which `torn` tells whether some lack."""

    records: dict[str, tuple[Row, ...]] = field(default_factory=dict)
    entries: dict[int, Row] = field(default_factory=dict)
    rows: dict[tuple[int, int], Row] = field(default_factory=dict)
    office: int = 0
    """How many changes the office has seen, as far as it says."""
    files: dict[str, bytes] = field(default_factory=dict)
    spoilt_files: int = 0
    touched: dict[int, set[str]] | None = field(default_factory=dict)
    """The identities that each change touched by the journal's own list; None where the list cannot be read."""
    kept: set[tuple[int, str, str]] = field(default_factory=set)
    seals: dict[int, str] = field(default_factory=dict)
    spoilt: frozenset[int] = frozenset()
    """The changes that do not stand in the journal as they were written."""
    torn: bool = False
    unread: tuple[str, ...] = ()
    """The tables of which not every row could be read; all where even the schema is lost."""
    cut_off: int = 0
    """How many of a hundred parts of the file its end lacks."""


def salvage(copy: Path) -> Salvage:
    """Read what can be read of the copy of a damaged file, which is changed by it."""
    found = Salvage()
    data = copy.read_bytes()
    found.cut_off = _cut_off(data)
    with lenient(copy) as connection:
        names = tables_of(connection) if connection else ()
        read: Mapping[str, Rows] = {name: rows_of(connection, name) for name in names} if connection else {}
    if connection is None or not names:
        read = both(read, tables_in(Pages(memoryview(data))))
    found.records = {name: rows.found for name, rows in read.items() if name in NAMES and not _is_apart(name)}
    found.unread = tuple(name for name in NAMES if not _is_apart(name) and _lacks_rows(read, name, named=names))
    found.office = max(
        (row["revision"] for row in _found(read, "offices") if isinstance(row["revision"], int)), default=0
    )
    _take_entries(found, (row for row in _found(read, "journal") if _is_entry(row)))
    _take_rows(found, (row for row in _found(read, "journal_rows") if _is_row(row)))
    _take_files(found, _found(read, "files"))
    _take_lists(found, read)
    if _are_broken(read, "journal", "journal_rows", "files"):
        _carve(found, Pages(memoryview(data)), has_entries=not _are_broken(read, "journal"))
    return found


def _are_broken(read: Mapping[str, Rows], *names: str) -> bool:
    return any(name not in read or read[name].broken for name in names)


def _lacks_rows(read: Mapping[str, Rows], name: str, *, named: Collection[str]) -> bool:
    """Tell whether rows of a table may be lost; an older file has no such table at all."""
    return read[name].broken if name in read else not named


def _cut_off(data: bytes) -> int:
    """Return how many of a hundred parts of a file its end lacks, by what its head says of its length."""
    size, pages = (int.from_bytes(data[at : at + length], "big") for at, length in ((16, 2), (_PAGES_AT, 4)))
    whole = size * pages
    return 100 - len(data) * 100 // whole if data[:16] == _MAGIC and len(data) < whole else 0


def _take_lists(found: Salvage, read: Mapping[str, Rows]) -> None:
    """Take what the journal lists of its own changes; the oldest version knew only plans."""
    older = "journal_kept" not in read and "journal_plans" in read
    for row in _found(read, "journal_plans" if older else "journal_kept"):
        if isinstance(row["entry_id"], int):
            table, id_ = ("plans", row["plan_id"]) if older else (row["table_name"], row["kept_id"])
            found.kept.add((row["entry_id"], str(table), str(id_)))
    for row in _found(read, "journal_records"):
        if found.touched is not None and isinstance(row["entry_id"], int):
            found.touched.setdefault(row["entry_id"], set()).add(str(row["record_id"]))
    for row in _found(read, "journal_seals"):
        if isinstance(row["entry_id"], int) and isinstance(row["digest"], str):
            found.seals[row["entry_id"]] = row["digest"]
    if _are_broken(read, "journal_records"):
        found.touched = None
    lists = ("journal_plans" if older else "journal_kept", "journal", "journal_rows")
    found.torn = _are_broken(read, *lists)


def _found(read: Mapping[str, Rows], name: str) -> tuple[Row, ...]:
    return read[name].found if name in read else ()


def _is_apart(name: str) -> bool:
    return name.startswith("journal") or name in {"files", "offices"}


def _take_entries(found: Salvage, entries: Iterable[Row]) -> None:
    for entry in entries:
        found.entries.setdefault(int(str(entry["id"])), entry)


def _take_rows(found: Salvage, rows: Iterable[Row]) -> None:
    for row in rows:
        found.rows.setdefault((int(str(row["entry_id"])), int(str(row["place"]))), row)


def _take_files(found: Salvage, files: Iterable[Row]) -> None:
    for row in files:
        name, data = row["sha256"], row["data"]
        if isinstance(data, bytes) and sha256(data).hexdigest() == name:
            found.files[name] = data
        else:
            found.spoilt_files += 1


def _carve(found: Salvage, pages: Pages, *, has_entries: bool) -> None:
    """Take what no tree leads to any more, known by what it holds.

    Rows of changes that were never made for good may stand there as well, so the list of changes counts where there
    is one.
    """
    known = frozenset(found.entries) if has_entries else None
    rows, entries, files = [], [], []
    for number, cells in pages.rows():
        row, entry = dict(zip(_ROW, cells, strict=False)), dict(zip(_ENTRY, (number, *cells[1:]), strict=False))
        if len(cells) == len(_ROW) and _is_row(row) and (known is None or row["entry_id"] in known):
            rows.append(row)
        elif len(cells) == len(_ENTRY) and known is None and cells[0] is None and _is_entry(entry):
            entries.append(entry)
        elif _is_file(cells):
            files.append({"sha256": cells[0], "data": cells[1]})
    _take_entries(found, entries)
    _take_rows(found, rows)
    spoilt = found.spoilt_files
    _take_files(found, files)
    found.spoilt_files = spoilt


def _is_file(cells: tuple[Cell, ...]) -> bool:
    return len(cells) == 2 and isinstance(cells[0], str) and bool(_HASH.fullmatch(cells[0]))


def _is_entry(row: Row) -> bool:
    if not isinstance(row["id"], int) or not isinstance(row["label"], str) or row["state"] not in [*State]:
        return False
    try:
        return datetime.fromisoformat(str(row["at"])).tzinfo is not None
    except ValueError:
        return False


def _is_row(row: Row) -> bool:
    numbers = isinstance(row["entry_id"], int) and isinstance(row["place"], int)
    images = [row[name] for name in ("before", "after")]
    return (
        numbers
        and row["table_name"] in NAMES
        and any(image is not None for image in images)
        and all(image is None or isinstance(_json(image), dict) for image in images)
        and isinstance(_json(row["record"]), list)
    )


def _json(stored: Cell) -> object:
    try:
        return json.loads(str(stored))
    except ValueError:
        return None


def holes(found: Salvage) -> Iterator[int]:
    """Yield the numbers of changes of which something lacks: the line that names it, or some of what it did."""
    places: dict[int, list[int]] = {}
    for entry, place in found.rows:
        places.setdefault(entry, []).append(place)
    for number in range(1, max([0, *found.entries, *places]) + 1):
        there = places.get(number, [])
        if number not in found.entries or not there or len(there) != max(there) + 1 or number in found.spoilt:
            yield number
