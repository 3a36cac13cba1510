"""One transaction on an office's file: plans read and differences applied against the revisions that memory knows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, bindparam, select, update

from tthc_desktop.models.changes import Change
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.storage.difference import differences
from tthc_desktop.storage.loading import load
from tthc_desktop.storage.records import Difference
from tthc_desktop.storage.tables import offices, plans
from tthc_desktop.storage.writing import ConflictError, apply, chunks, read_ranks


@dataclass(frozen=True, slots=True)
class Session:
    """A transaction under way; `revisions` is what memory will know of the plans when it succeeds."""

    connection: Connection
    revisions: dict[Id, int]

    def load(self, ids: Collection[Id] | None = None) -> dict[Id, Plan]:
        """Return these plans, or all; those that do not exist are left out."""
        found = load(self.connection, ids)
        self.revisions.update((plan_id, loaded.revision) for plan_id, loaded in found.items())
        return {plan_id: loaded.plan for plan_id, loaded in found.items()}

    def differences(self, change: Change) -> list[Difference]:
        """Return what must be written to make the change."""
        found = differences(change.pairs, lambda keys: read_ranks(self.connection, keys))
        return [self._with_plan_rank(each, at) for at, each in enumerate(found)]

    def _with_plan_rank(self, difference: Difference, at: int) -> Difference:
        """Let a new plan come after all others, and remember where one stood that goes."""
        if difference.key.table != "plans":
            return difference
        if difference.before is None and difference.after is not None:
            rank = (self._revision() << 20) + at
            return replace(difference, after={**difference.after, "rank": rank})
        if difference.after is None and difference.before is not None:
            question = select(plans.c.rank).where(plans.c.id == difference.key.id)
            return replace(difference, before={**difference.before, "rank": self.connection.scalar(question)})
        return difference

    def apply(self, plan_ids: Sequence[Id], written: Sequence[Difference]) -> None:
        """Write the differences and give the plans a new revision, if the file holds those that memory knows."""
        of_plans = [difference for difference in written if difference.key.table == "plans"]
        new = {difference.key.id for difference in of_plans if difference.before is None}
        gone = {difference.key.id for difference in of_plans if difference.after is None}
        revision = self._next_revision()
        self._claim([plan_id for plan_id in plan_ids if plan_id not in new], revision)
        apply(self.connection, written)
        for some in chunks(sorted(new)):
            self.connection.execute(update(plans).where(plans.c.id.in_(some)).values(revision=revision))
        self.revisions.update(dict.fromkeys(plan_ids, revision))
        for plan_id in gone:
            del self.revisions[plan_id]

    def _claim(self, plan_ids: Sequence[Id], revision: int) -> None:
        """Give the plans their new revision, if the file holds those that memory knows."""
        if not all(plan_id in self.revisions for plan_id in plan_ids):
            raise ConflictError
        known = [{"plan": plan_id, "known": self.revisions[plan_id], "new": revision} for plan_id in plan_ids]
        unchanged = (plans.c.id == bindparam("plan")) & (plans.c.revision == bindparam("known"))
        claim = update(plans).where(unchanged).values(revision=bindparam("new"))
        if known and self.connection.execute(claim, known).rowcount != len(known):
            raise ConflictError

    def _next_revision(self) -> int:
        self.connection.execute(update(offices).values(revision=offices.c.revision + 1))
        return self._revision()

    def _revision(self) -> int:
        revision: int = self.connection.execute(select(offices.c.revision)).scalar_one()
        return revision
