"""An older file brought up to date: on a copy, which is checked and then takes the file's place."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tthc_desktop.models.holdings import Holdings
from tthc_desktop.storage import trouble
from tthc_desktop.storage.engines import engine_of
from tthc_desktop.storage.loading import load
from tthc_desktop.storage.looking import as_text
from tthc_desktop.storage.syncing import sync, sync_folder
from tthc_desktop.storage.upgraded import keeps_everything

SCRIPTS = Path(__file__).with_name("migrations")
KEPT = ".truoc-nang-cap"
"""What the name of a file ends in that is kept as it was before it was upgraded."""
_UNFINISHED = ".dang-nang-cap"


Check = Callable[[Holdings], None]
"""Looks at what an upgraded file holds, as whoever knows more than tables does; raises where it finds fault."""


def migrate(path: Path, scripts: Path = SCRIPTS, check: Check | None = None) -> None:
    """Bring the file to the newest tables. What it was stays beside it, and in its place when anything fails."""
    copy = path.with_name(path.name + _UNFINISHED)
    kept = path.with_name(path.name + KEPT)
    try:
        take_unfinished_away(path)
        _copy(path, copy)
        upgrade(copy, scripts)
        _compare(path, copy)
        _look_into(path, copy, check)
        sync(copy)
        _keep(path, kept)
        copy.replace(path)
        sync_folder(path.parent)
    finally:
        take_unfinished_away(path)


def take_unfinished_away(path: Path) -> None:
    """Take away what an upgrade left beside the file that did not come to its end."""
    for name in (path.name + _UNFINISHED, path.name + KEPT + _UNFINISHED):
        for end in ("", "-journal", "-wal", "-shm"):
            path.with_name(name + end).unlink(missing_ok=True)


def _compare(path: Path, copy: Path) -> None:
    """Refuse a copy that lacks anything of the file, or a file that was damaged before."""
    with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(copy)) as new:
        old.text_factory = new.text_factory = as_text
        if not _is_whole(old):
            raise trouble.damaged(path)
        if not _is_whole(new) or not keeps_everything(old, new):
            raise trouble.not_upgraded(path)


def _look_into(path: Path, copy: Path, check: Check | None) -> None:
    """Build every value of the copy, and let them be looked at."""
    with closing(engine_of(copy).connect()) as connection:
        try:
            held = load(connection).holdings
        except (ValueError, KeyError, TypeError) as error:
            raise trouble.not_upgraded(path) from error
    if check is not None:
        check(held)


def _keep(path: Path, kept: Path) -> None:
    """Keep the file as it was, under its name only when all of it is on the disk."""
    unfinished = kept.with_name(kept.name + _UNFINISHED)
    shutil.copy2(path, unfinished)
    sync(unfinished)
    unfinished.replace(kept)


def upgrade(path: Path, scripts: Path = SCRIPTS, version: str = "head") -> None:
    """Run the migrations on a file in place; one that is absent is made."""
    # Alembic takes longer to load than a file to open, and is seldom needed.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"path": path})
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    command.upgrade(config, version)


def _copy(path: Path, copy: Path) -> None:
    """Copy through SQLite, which knows what of the file is still in its log."""
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
        # A log left beside the file would be taken for the new file's own.
        if source.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            raise trouble.not_upgraded(path)


def _is_whole(connection: sqlite3.Connection) -> bool:
    sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return sound and not connection.execute("PRAGMA foreign_key_check").fetchall()
