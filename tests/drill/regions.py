"""Where in an office's files what kind of bytes lies, as SQLite tells of its own pages."""

import re
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from random import Random

from tests.drill.jobs.edits import Edits
from tests.drill.jobs.job import OFFICE

PAGE, HEADER = 4096, 100
LOG_HEADER, FRAME_HEADER = 32, 24
SITTINGS = 3
_WORDS = re.compile(r"địa bàn số \d+".encode())

Span = tuple[str, int, int]
"""A stretch of bytes: the end of the file's name, where it begins, where it ends."""


def lived_in(folder: Path, *, log: bool) -> Path:
    """Make an office that was worked in and return its file; `log` leaves it as a process does that dies at work."""
    job, left = Edits(), folder / "left"
    left.mkdir()
    job.prepare(folder)
    for sitting in range(SITTINGS):
        for step in job.steps(folder, Random(sitting)):
            if log and step == job.close:
                _copy(folder, left)
            step()
    if not log:
        _copy(folder, left)
    return left / OFFICE


def _copy(folder: Path, to: Path) -> None:
    for end in ("", "-wal"):
        if (path := folder / f"{OFFICE}{end}").exists():
            shutil.copy(path, to)


def regions(path: Path) -> Mapping[str, Sequence[Span]]:
    """Return the stretches of each kind in an office's file and in the log beside it."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    log = path.with_name(f"{path.name}-wal")
    if log.exists():
        found["log: header"].append(("-wal", 0, LOG_HEADER))
        for start in range(LOG_HEADER, log.stat().st_size, FRAME_HEADER + PAGE):
            found["log: heads of pages"].append(("-wal", start, start + FRAME_HEADER))
            found["log: pages"].append(("-wal", start + FRAME_HEADER, start + FRAME_HEADER + PAGE))
        return found
    found["header"].append(("", 0, HEADER))
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        pages = {page: _kind(name, kind) for page, name, kind in connection.execute(_PAGES)}
    for page in range(1, path.stat().st_size // PAGE + 1):
        start = (page - 1) * PAGE
        found[pages.get(page, "free pages")].append(("", start + (HEADER if page == 1 else 0), start + PAGE))
    content = path.read_bytes()
    for word in _WORDS.finditer(content):
        place = "journal" if pages.get(word.start() // PAGE + 1) == "journal" else "records"
        found[f"a letter in a text: {place}"].append(("", word.end() - 1, word.end()))
    return found


_PAGES = "SELECT pageno, name, pagetype FROM dbstat"


def _kind(name: str, kind: str) -> str:
    if name in {"sqlite_master", "sqlite_schema"}:
        return "schema"
    if kind == "internal":
        return "inner pages"
    if name.startswith(("sqlite_autoindex", "ix_")):
        return "indexes"
    if name == "files":
        return "kept files"
    return "journal" if name.startswith("journal") else "records"
