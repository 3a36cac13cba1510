"""What can be saved of a damaged file, in a new one, and a list of what could not.

The damaged file is not touched: a copy of it is read table by table and row by row, and page by page where no tree
leads to the rows any more. The journal knows every record, so what cannot be read in its table is read there.
"""

import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tthc_desktop.storage import trouble
from tthc_desktop.storage.checking import log_findings
from tthc_desktop.storage.differing import differing
from tthc_desktop.storage.findings import Finding, Part, name_of
from tthc_desktop.storage.loadable import take_out_unloadable
from tthc_desktop.storage.looking import copied, left_log
from tthc_desktop.storage.opening import create
from tthc_desktop.storage.replaying import Shape, shapes
from tthc_desktop.storage.salvage.choosing import choices
from tthc_desktop.storage.salvage.putting import close_links, make_anew, put_files, put_journal, put_records
from tthc_desktop.storage.salvage.salvaging import Salvage, holes, salvage
from tthc_desktop.storage.seals import seal_all
from tthc_desktop.storage.tables import KEPT

_UNFINISHED = ".dang-sua"
_NAMED = 6
"""How many kinds of records a sentence names at most."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What became of a damaged file: how many records the new one has, and what is not as it was."""

    path: Path
    records: int
    plans: int
    findings: tuple[Finding, ...]
    can_undo: bool
    """Whether the changes before the repair can still be undone, for the journal is whole."""


def repaired(damaged: Path, new_file: Path, at: datetime) -> Repair:
    """Save what can be read of a damaged file into a new one. `UserError` when nothing can, or when there is one."""
    if new_file.exists():
        raise trouble.there_already(new_file)
    if log := left_log(new_file):
        raise trouble.left_log(log)
    unfinished = new_file.with_name(new_file.name + _UNFINISHED)
    with trouble.told(new_file), tempfile.TemporaryDirectory(prefix="tthc-") as folder:
        found = _salvaged(damaged, Path(folder))
        try:
            unfinished.unlink(missing_ok=True)
            made = _made(unfinished, found, at)
            unfinished.rename(new_file)
        finally:
            for end in ("", "-wal", "-shm", "-journal"):
                unfinished.with_name(unfinished.name + end).unlink(missing_ok=True)
    records, plans, findings, can_undo = made
    return Repair(new_file, records, plans, (*log_findings(damaged), *findings), can_undo)


def _salvaged(damaged: Path, folder: Path) -> Salvage:
    with trouble.told(damaged):
        found = salvage(copied(damaged, folder))
    if not found.rows and not any(found.records.values()):
        raise trouble.nothing_left(damaged)
    return found


def _made(path: Path, found: Salvage, at: datetime) -> tuple[int, int, tuple[Finding, ...], bool]:
    create(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN IMMEDIATE")
        known = shapes(connection)
        findings = [*_filled(connection, known, found), *_lost(found)]
        connection.execute("COMMIT")
        findings += [*take_out_unloadable(path, connection, known)]
        connection.execute("BEGIN IMMEDIATE")
        whole = not found.torn and not any(holes(found)) and not any(differing(connection))
        if not whole:
            make_anew(connection, known, at)
        seal_all(connection)
        connection.execute("COMMIT")
        records = sum(_count(connection, name) for name in known)
        return records, _count(connection, "plans"), tuple(findings), whole


def _filled(connection: sqlite3.Connection, known: Mapping[str, Shape], found: Salvage) -> Iterator[Finding]:
    office = max(found.office, len(found.entries), _newest(found))
    connection.execute("UPDATE offices SET revision = ?", (office,))
    put_journal(connection, found)
    put_files(connection, found)
    yield from put_records(connection, known, list(choices(connection, known, found)), office)
    yield from close_links(connection, known)


def _newest(found: Salvage) -> int:
    said = (row.get("revision") for table in KEPT for row in found.records.get(table.name, ()))
    return max((each for each in said if isinstance(each, int) and each < 1 << 40), default=0)


def _lost(found: Salvage) -> Iterator[Finding]:
    if found.spoilt_files:
        what = f"{found.spoilt_files} tệp lưu kèm (bản đã ký, bản quét …) bị hỏng, không lấy lại được."
        yield Finding(Part.FILES, what, "files")
    lost = list(holes(found))
    if found.cut_off:
        yield Finding(Part.PAGES, f"Tệp bị cụt, mất khoảng {found.cut_off}% ở cuối.")
    if found.unread and (lost or found.torn):
        yield Finding(Part.RECORDS, _unread(found.unread))
    if lost or found.torn:
        what = "Nhật ký bị hỏng: các thay đổi trước khi sửa tệp vẫn được ghi lại nhưng không hoàn tác được nữa."
        yield Finding(Part.JOURNAL, what, "journal")


def _unread(tables: Sequence[str]) -> str:
    named = ", ".join(name_of(table) for table in tables) if len(tables) <= _NAMED else "nhiều phần của tệp"
    return f"Không đọc được hết {named}: có thể thiếu nội dung, hãy so với bản sao lưu gần nhất."


def _count(connection: sqlite3.Connection, table: str) -> int:
    (count,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()
    return int(count)
