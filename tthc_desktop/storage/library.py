"""The file of an office, opened: values out of it, changes into it, the journal, kept files."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from tthc_desktop.collecting import without_collecting
from tthc_desktop.models.bin.values import Deleted
from tthc_desktop.models.changes import Change, Entry, Kept, Name, State, name_of
from tthc_desktop.models.holdings import Holdings, Order, held
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.shelf import Shelf
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.storage import files, journal, opening, reading, trouble
from tthc_desktop.storage.bin import past
from tthc_desktop.storage.bin.gone import Bin
from tthc_desktop.storage.identity import Identity
from tthc_desktop.storage.journal import Step
from tthc_desktop.storage.keys import Difference, Key, key_to, name_at
from tthc_desktop.storage.migrating import Check
from tthc_desktop.storage.revisions import Revisions
from tthc_desktop.storage.session import Session
from tthc_desktop.storage.writing import ConflictError

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What can be undone and redone now, and the values that were read again (None where one is gone)."""

    undo: Step | None
    redo: Step | None
    read: Mapping[Name, Kept | None] = field(default_factory=dict)
    order: Order = field(default_factory=dict)
    """The kinds of which some came back, each to its old place."""


class Go(Protocol):
    """Undoes or redoes a step."""

    def __call__(self, step: Step, *, read: bool) -> Outcome: ...


class Library:
    """Keeps an office's values and the journal of their changes in one file, for one process and one thread."""

    def __init__(self, path: Path, clock: Clock = utc_now, check: Check | None = None) -> None:
        """Open the file; one that is absent is made, an older one is brought up to date if `check` finds no fault."""
        self._path = path.absolute()
        self._clock = clock
        self._revisions: dict[Key, int] = {}
        self._bin = Bin(self._path)
        with trouble.told(self._path), ExitStack() as resources:
            self._connection = resources.enter_context(opening.opened(self._path, check))
            self._file = Identity.of(self._path)
            self._resources = resources.pop_all()

    def close(self) -> None:
        """Give the file free."""
        self._resources.close()

    @property
    def path(self) -> Path:
        """The file, by its whole name."""
        return self._path

    def load(self) -> Holdings:
        """Return everything but the kept files; what units have said of a plan is read when it is asked for."""
        with self._reading() as session:
            reported = Shelf(reading.reported_plans(session.connection), self._progress_of)
            return replace(session.load(), progress=reported)

    def _progress_of(self, plan_id: Id) -> Mapping[Id, Progress]:
        """Read what units have said of a plan, in any thread, without waiting for the one that writes."""
        with trouble.read(self._path), self._on_file(), without_collecting():
            found, revisions = reading.progress_of(self._path, plan_id)
        self._revisions.update(revisions)
        return found

    def reported_plans(self, step: Step) -> Collection[Id]:
        """Return the plans of which a step changes what units have said."""
        with self._reading() as session:
            return journal.reported_plans(session.connection, step.id)

    def revision(self, name: Name) -> int:
        """Return which change of the office wrote a value last, as far as memory knows it; 0 when there is none."""
        return self._revisions.get(key_to(name), 0)

    def steps(self) -> Outcome:
        """Return what can be undone and redone."""
        with self._reading() as session:
            return _outcome(session)

    def write(self, change: Change) -> Outcome:
        """Write what differs together with its journal entry; nothing when nothing differs."""
        with self._session() as session:
            if written := session.differences(change):
                keys = [key_to(name_of(pair)) for pair in change.pairs]
                session.apply(keys, written)
                journal.write(session.connection, change.label, self._clock(), keys, written)
            return replace(_outcome(session), order=session.moved(written))

    def undo(self, step: Step, *, read: bool) -> Outcome:
        """Take the step back; with `read` the outcome has the values as they are then."""
        with self._reading() as session:
            if journal.last_done(session.connection) != step:
                raise ConflictError
            back = [difference.reversed() for difference in journal.differences_of(session.connection, step.id)]
            journal.mark(session.connection, step.id, State.UNDONE, self._clock())
            return _apply_step(session, step, back[::-1], read=read)

    def redo(self, step: Step, *, read: bool) -> Outcome:
        """Do an undone step again; with `read` the outcome has the values as they are then."""
        with self._reading() as session:
            if journal.first_undone(session.connection) != step:
                raise ConflictError
            again = journal.differences_of(session.connection, step.id)
            journal.mark(session.connection, step.id, State.DONE, None)
            return _apply_step(session, step, list(again), read=read)

    def history(self, record_ids: Sequence[Id] = ()) -> tuple[Entry, ...]:
        """Return the changes that touched any of these: plans, tasks, rows, documents …, or all; the newest first."""
        with self._reading() as session:
            return journal.history(session.connection, record_ids)

    def deleted(self) -> tuple[Deleted, ...]:
        """Return what was deleted and is not there any more, the newest first, in any thread."""
        with trouble.read(self._path), self._on_file(), without_collecting():
            return self._bin.deleted()

    def before(self, entry: int, names: Collection[Name] = ()) -> Holdings:
        """Return these values, or all that the entry changed, as they were before an entry, in any thread."""
        with trouble.read(self._path), self._on_file(), without_collecting():
            return past.before(self._path, entry, names)

    def keep_file(self, data: bytes) -> str:
        """Keep a file and return the hash of its content, under which it is found; one that is there stays.

        Any thread may ask, for it has a connection of its own; a change that is made meanwhile waits for it.
        """
        with self._on_file(), closing(opening.connect(self._path)) as own, opening.transaction(own):
            return files.keep(own, data)

    def has_file(self, sha256: str) -> bool:
        """Tell whether a file with this hash is kept."""
        with self._reading() as session:
            return files.is_kept(session.connection, sha256)

    def kept_file(self, sha256: str) -> bytes | None:
        """Return the content of a kept file, None when there is none; one that has changed is damage."""
        with self._reading() as session:
            return files.kept(session.connection, sha256)

    def problems(self) -> list[str]:
        """Return what a thorough look finds wrong in the file."""
        with self._session() as session:
            return opening.problems(session.connection)

    def last_written(self) -> datetime | None:
        """Return when the newest change was made, by the clock of then; None when there is none."""
        with self._reading() as session:
            return journal.newest(session.connection)

    @contextmanager
    def _on_file(self) -> Iterator[None]:
        """Tell trouble with the file; do nothing with one that is no longer where it was opened."""
        with trouble.told(self._path):
            self._file.check()
            yield

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        """Do the same for what is read from the file and may be damaged."""
        with trouble.read(self._path), self._session() as session:
            yield session

    @contextmanager
    def _session(self) -> Iterator[Session]:
        """Commit what is done inside, or leave file and memory as they are."""
        revisions = Revisions(self._revisions)
        try:
            with self._on_file(), without_collecting(), opening.transaction(self._connection):
                yield Session(self._connection, revisions)
        except ConflictError:
            raise trouble.stale(self._path) from None
        revisions.keep()


def _apply_step(session: Session, step: Step, written: Sequence[Difference], *, read: bool) -> Outcome:
    keys = journal.kept_of(session.connection, step.id)
    session.apply(keys, written)
    found = session.load(keys) if read else Holdings()
    values = {name: held(found, name) for name in map(name_at, keys) if read}
    return replace(_outcome(session), read=values, order=session.order(written))


def _outcome(session: Session) -> Outcome:
    return Outcome(journal.last_done(session.connection), journal.first_undone(session.connection))
