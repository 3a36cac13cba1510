"""What units have said, read plan by plan beside the connection that writes."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, select

from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.storage import registers
from tthc_desktop.storage.engines import engine_of
from tthc_desktop.storage.keys import Key
from tthc_desktop.storage.reader import Reader
from tthc_desktop.storage.register_tables import progress


def reported_plans(connection: Connection) -> list[Id]:
    """Return the plans of which units have said something."""
    return list(connection.execute(select(progress.c.plan_id).distinct()).scalars())


def progress_of(path: Path, plan_id: Id) -> tuple[Mapping[Id, Progress], Mapping[Key, int]]:
    """Return what units have said of a plan, and the revisions of it that the file holds."""
    revisions: dict[Key, int] = {}
    with closing(engine_of(path).connect()) as connection:
        reader = Reader(connection, (plan_id,), by_plan=True)
        return {one.id: one for one in registers.progress(reader, revisions)}, revisions
