"""One transaction on an office's file: values read and differences applied against the revisions that memory knows."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sqlalchemy import Connection, Table, bindparam, select, update

from tthc_desktop.models.changes import Change
from tthc_desktop.models.holdings import FIELDS, Holdings, Order
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.storage.difference import Ranks, differences
from tthc_desktop.storage.keys import Difference, Key
from tthc_desktop.storage.loading import load
from tthc_desktop.storage.register_tables import progress
from tthc_desktop.storage.revisions import Revisions
from tthc_desktop.storage.tables import KEPT, metadata, offices
from tthc_desktop.storage.writing import ConflictError, apply, chunks, read_ranks

_KEPT = frozenset(table.name for table in KEPT)


@dataclass(frozen=True, slots=True)
class Session:
    """A transaction under way; `revisions` is what memory will know of the kept values when it succeeds."""

    connection: Connection
    revisions: Revisions

    def load(self, keys: Collection[Key] | None = None) -> Holdings:
        """Return these values, or all but the progress; those that do not exist are left out."""
        found = load(self.connection, keys)
        self.revisions.update(found.revisions)
        return found.holdings

    def differences(self, change: Change) -> list[Difference]:
        """Return what must be written to make the change."""
        found = differences(change.pairs, lambda keys: read_ranks(self.connection, keys))
        of_kept = [each for each in found if each.key.table in _KEPT]
        ranks = read_ranks(self.connection, [each.key for each in of_kept if each.after is None])
        first = self._revision() << 20
        ranks.update((each.key, first + at) for at, each in enumerate(of_kept) if each.before is None)
        return [_with_rank(each, ranks) for each in found]

    def apply(self, keys: Sequence[Key], written: Sequence[Difference]) -> None:
        """Write the differences and give the values a new revision, if the file holds those that memory knows."""
        of_kept = [difference for difference in written if difference.key.table in _KEPT]
        new = {difference.key for difference in of_kept if difference.before is None}
        gone = {difference.key for difference in of_kept if difference.after is None}
        revision = self._next_revision()
        self._claim([key for key in keys if key not in new], revision)
        apply(self.connection, written)
        for table, ids in _by_table(new):
            for some in chunks(ids):
                kept = metadata.tables[table]
                self.connection.execute(update(kept).where(kept.c.id.in_(some)).values(revision=revision))
        self.revisions.update(dict.fromkeys(keys, revision))
        self.revisions.forget(gone)

    def order(self, written: Iterable[Difference]) -> Order:
        """Return the order of the kinds to which some values came back; of progress, that of the plans they are of."""
        came = [each for each in written if each.before is None or _has_moved(each)]
        tables = {each.key.table for each in came}
        plans = {str(each.after["plan_id"]) for each in came if each.after and _is_of_progress(each)}
        return {
            kind: self._reported(plans) if kind is Progress else self._ids(metadata.tables[table])
            for kind, table in FIELDS.items()
            if table in tables
        }

    def moved(self, written: Iterable[Difference]) -> Order:
        """Return the order of the progress of plans to which some has moved from another plan."""
        return self.order([each for each in written if _has_moved(each)])

    def _ids(self, kept: Table) -> Sequence[Id]:
        return self.connection.execute(select(kept.c.id).order_by(kept.c.rank)).scalars().all()

    def _reported(self, plan_ids: Collection[Id]) -> Sequence[Id]:
        asked = select(progress.c.id).where(progress.c.plan_id.in_(plan_ids)).order_by(progress.c.rank)
        return self.connection.execute(asked).scalars().all()

    def _claim(self, keys: Sequence[Key], revision: int) -> None:
        """Give the values their new revision, if the file holds those that memory knows."""
        if any(self.revisions.get(key) is None for key in keys):
            raise ConflictError
        for table, ids in _by_table(keys):
            kept = metadata.tables[table]
            known = [{"kept": id_, "known": self.revisions.get(Key(table, id_)), "new": revision} for id_ in ids]
            unchanged = (kept.c.id == bindparam("kept")) & (kept.c.revision == bindparam("known"))
            claim = update(kept).where(unchanged).values(revision=bindparam("new"))
            if self.connection.execute(claim, known).rowcount != len(known):
                raise ConflictError

    def _next_revision(self) -> int:
        self.connection.execute(update(offices).values(revision=offices.c.revision + 1))
        return self._revision()

    def _revision(self) -> int:
        revision: int = self.connection.execute(select(offices.c.revision)).scalar_one()
        return revision


def _is_of_progress(difference: Difference) -> bool:
    return difference.key.table == progress.name


def _has_moved(difference: Difference) -> bool:
    """Tell whether progress has become that of another plan."""
    before, after = difference.before, difference.after
    return _is_of_progress(difference) and bool(before and after and "plan_id" in after)


def _with_rank(difference: Difference, ranks: Ranks) -> Difference:
    """Let a new value come after all others of its kind, and remember where one stood that goes."""
    before, after = difference.before, difference.after
    if difference.key not in ranks:
        return difference
    rank = ranks[difference.key]
    return replace(
        difference,
        before=None if before is None else {**before, "rank": rank},
        after=None if after is None else {**after, "rank": rank},
    )


def _by_table(keys: Iterable[Key]) -> Iterator[tuple[str, list[str]]]:
    """Yield the tables with the identities that are asked for in each."""
    for table, some in groupby(sorted(keys), key=lambda key: key.table):
        yield table, [key.id for key in some]
