"""The file of an office, opened: plans out of it, changes into it, the journal."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from tthc_desktop.models.changes import Change, Entry, State
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.storage import journal, opening, trouble
from tthc_desktop.storage.journal import Step
from tthc_desktop.storage.records import Difference
from tthc_desktop.storage.session import Session
from tthc_desktop.storage.writing import ConflictError

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What can be undone and redone now, and the plans that were read again (None where one is gone)."""

    undo: Step | None
    redo: Step | None
    plans: Mapping[Id, Plan | None] = field(default_factory=dict)


class Go(Protocol):
    """Undoes or redoes a step."""

    def __call__(self, step: Step, *, read: bool) -> Outcome: ...


class Library:
    """Keeps plans and the journal of their changes in one file, for one process and one thread."""

    def __init__(self, path: Path, clock: Clock = utc_now) -> None:
        """Open the file; one that is absent is made, an older one is brought up to date."""
        self._path = path.absolute()
        self._clock = clock
        self._revisions: dict[Id, int] = {}
        with trouble.told(self._path), ExitStack() as resources:
            self._connection = resources.enter_context(opening.opened(self._path))
            self._resources = resources.pop_all()

    def close(self) -> None:
        """Give the file free."""
        self._resources.close()

    def load(self) -> dict[Id, Plan]:
        """Return all plans."""
        with self._reading() as session:
            return session.load()

    def steps(self) -> Outcome:
        """Return what can be undone and redone."""
        with self._reading() as session:
            return _outcome(session)

    def write(self, change: Change) -> Outcome:
        """Write what differs together with its journal entry; nothing when nothing differs."""
        with self._session() as session:
            if written := session.differences(change):
                ids = [plan.id for before, after in change.pairs if (plan := after or before)]
                session.apply(ids, written)
                journal.write(session.connection, change.label, self._clock(), ids, written)
            return _outcome(session)

    def undo(self, step: Step, *, read: bool) -> Outcome:
        """Take the step back; with `read` the outcome has the plans as they are then."""
        with self._reading() as session:
            if journal.last_done(session.connection) != step:
                raise ConflictError
            back = [difference.reversed() for difference in journal.differences_of(session.connection, step.id)]
            journal.mark(session.connection, step.id, State.UNDONE, self._clock())
            return _apply_step(session, step, back[::-1], read=read)

    def redo(self, step: Step, *, read: bool) -> Outcome:
        """Do an undone step again; with `read` the outcome has the plans as they are then."""
        with self._reading() as session:
            if journal.first_undone(session.connection) != step:
                raise ConflictError
            again = journal.differences_of(session.connection, step.id)
            journal.mark(session.connection, step.id, State.DONE, None)
            return _apply_step(session, step, list(again), read=read)

    def history(self, record_ids: Sequence[Id] = ()) -> tuple[Entry, ...]:
        """Return the changes that touched any of these plans, tasks, rows or items, or all; the newest first."""
        with self._reading() as session:
            return journal.history(session.connection, record_ids)

    def problems(self) -> list[str]:
        """Return what a thorough look finds wrong in the file."""
        with self._session() as session:
            return opening.problems(session.connection)

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        """Do the same for what is read from the file and may be damaged."""
        with trouble.read(self._path), self._session() as session:
            yield session

    @contextmanager
    def _session(self) -> Iterator[Session]:
        """Commit what is done inside, or leave file and memory as they are."""
        revisions = dict(self._revisions)
        try:
            with trouble.told(self._path), _no_search_for_cycles(), opening.transaction(self._connection):
                yield Session(self._connection, revisions)
        except ConflictError:
            raise trouble.stale(self._path) from None
        self._revisions = revisions


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Keep Python from going through all values again and again while thousands are made, none of them in a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _apply_step(session: Session, step: Step, written: Sequence[Difference], *, read: bool) -> Outcome:
    ids = journal.plans_of(session.connection, step.id)
    session.apply(ids, written)
    found = session.load(ids) if read else {}
    return _outcome(session, {plan_id: found.get(plan_id) for plan_id in ids if read})


def _outcome(session: Session, plans: Mapping[Id, Plan | None] | None = None) -> Outcome:
    undo, redo = journal.last_done(session.connection), journal.first_undone(session.connection)
    return Outcome(undo, redo, plans or {})
