"""The index of an office's agenda: private to one open office, made from its values, thrown away when it is closed."""

import shutil
import sqlite3
import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Lock
from weakref import WeakSet, finalize

from tthc_desktop.models.agenda.agenda import AgendaLine
from tthc_desktop.models.agenda.filter import Filter
from tthc_desktop.models.agenda.sifting import Sifted
from tthc_desktop.models.identity import Id
from tthc_desktop.storage.agenda.asking import sifted
from tthc_desktop.storage.agenda.filling import empty, fill, stand
from tthc_desktop.storage.agenda.found import Found
from tthc_desktop.storage.agenda.tables import SCHEMA
from tthc_desktop.storage.agenda.trouble import told


class AgendaIndex:
    """Lines of the agenda by plan, asked with a filter; any thread may write and ask.

    `ask` gives what `models/agenda/sifting.sift` would give of all lines. Questions do not wait for what is being
    written: they are answered as of the last plan that was put in whole.
    """

    @told()
    def __init__(self) -> None:
        folder = tempfile.mkdtemp(prefix="tthc-")
        self._path = Path(folder) / "agenda.sqlite"
        self._throw_away = finalize(self, shutil.rmtree, folder, ignore_errors=True)
        self._is_over = False
        self._writing, self._asking = Lock(), Lock()
        self._lent: WeakSet[Found] = WeakSet()
        self._on: date | None = None
        self._writer = self._connect()
        self._writer.execute("PRAGMA journal_mode = WAL")
        self._writer.executescript(SCHEMA)

    def close(self) -> None:
        """Throw everything away, when what is being written is written; what was found is not to be asked any more."""
        self._is_over = True
        with self._asking:
            for found in tuple(self._lent):
                found.close()
        if self._writing.acquire(blocking=False):
            self._end()

    def _end(self) -> None:
        """Throw everything away; whoever holds the writer calls it."""
        self._writer.close()
        self._throw_away()

    @property
    def plan_ids(self) -> tuple[Id, ...]:
        """The plans whose lines are here, in their order."""
        with self._writing:
            return tuple(id_ for (id_,) in self._writer.execute("SELECT plan_id FROM plan ORDER BY place"))

    def put(self, plan_id: Id, place: int, lines: Iterable[AgendaLine]) -> None:
        """Let these be the lines of a plan that stands in this place among the plans."""
        with self._change():
            plan = fill(self._writer, plan_id, place, lines)
            if self._on:
                stand(self._writer, plan, self._on)

    def leave(self, plan_ids: Collection[Id]) -> None:
        """Take out the lines of all plans but these, which stand in this order."""
        places = {id_: place for place, id_ in enumerate(plan_ids)}
        with self._change():
            for plan, plan_id in self._writer.execute("SELECT plan, plan_id FROM plan").fetchall():
                if plan_id in places:
                    self._writer.execute("UPDATE plan SET place = ? WHERE plan = ?", (places[plan_id], plan))
                else:
                    empty(self._writer, plan)
                    self._writer.execute("DELETE FROM plan WHERE plan = ?", (plan,))

    @told()
    def ask(self, asked: Filter, on: date) -> Sifted:
        """Return what a filter lets through as it stands on a day, and the figures around it.

        The lines found are read when they are asked for, as they were at this moment.
        """
        if on != self._on:
            self._stand(on)
        connection = self._connect()
        try:
            answer = sifted(connection, asked, on)
        except BaseException:
            connection.close()
            raise
        assert isinstance(answer.found, Found)
        with self._asking:
            self._lent.add(answer.found)
        return answer

    def _stand(self, on: date) -> None:
        """Count the lines of all plans as they stand on another day than before."""
        with self._change():
            for (plan,) in self._writer.execute("SELECT plan FROM plan").fetchall():
                stand(self._writer, plan, on)
        self._on = on

    @contextmanager
    def _change(self) -> Iterator[None]:
        with told(), self._writing:
            try:
                with self._transaction():
                    yield
            finally:
                if self._is_over:
                    self._end()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._writer.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._writer.execute("ROLLBACK")
            raise
        self._writer.execute("COMMIT")

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        for pragma in ("synchronous = OFF", "temp_store = MEMORY", "cache_size = -16000", "mmap_size = 268435456"):
            connection.execute(f"PRAGMA {pragma}")
        return connection
