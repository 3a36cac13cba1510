"""An older file brought up to date: on a copy, which is checked and then takes the file's place."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from tthc_desktop.storage import trouble

SCRIPTS = Path(__file__).with_name("migrations")


def migrate(path: Path, scripts: Path = SCRIPTS) -> None:
    """Bring the file to the newest tables. What it was stays beside it, and in its place when anything fails."""
    copy = path.with_name(f"{path.name}.dang-nang-cap")
    kept = path.with_name(f"{path.name}.truoc-nang-cap")
    try:
        _copy(path, copy)
        upgrade(copy, scripts)
        if _counts(copy) != _counts(path) or not _is_whole(copy):
            raise trouble.not_upgraded(path)
        _sync(copy)
        shutil.copy2(path, kept)
        _sync(kept)
        copy.replace(path)
    finally:
        copy.unlink(missing_ok=True)


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


def _counts(path: Path) -> list[int]:
    with closing(sqlite3.connect(path)) as connection:
        tables = ("plans", "tasks", "journal")
        return [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]


def _is_whole(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return sound and not connection.execute("PRAGMA foreign_key_check").fetchall()


def _sync(path: Path) -> None:
    """Wait until the file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
