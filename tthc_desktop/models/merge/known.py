"""What the office knows while returned sheets are compared, and quick ways to find it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from tthc_desktop.models.agenda.periodic import periodic
from tthc_desktop.models.agenda.values import FollowUp
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.values import Spot
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.sending.values import Sending, digest
from tthc_desktop.models.sending.workshare import WorkShare
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.units.assigning import share_of, shares
from tthc_desktop.models.units.validity import is_gone

Words = Mapping[str, str]
"""Locked words by column of `models/sending/workshare.LOCKED`."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that a comparison needs, everything by identity.

    `share` gives a unit's share of a plan, `digest` the hash of a row's locked words as sheets carry it, `revisions`
    which change of the office wrote a plan last.
    """

    plans: Mapping[Id, Plan]
    units: Mapping[Id, Unit]
    progress: Mapping[Id, Progress]
    sendings: Mapping[Id, Sending]
    received_at: datetime
    share: Callable[[Plan, Unit], WorkShare]
    digest: Callable[[Words], str]
    revisions: Mapping[Id, int] = field(default_factory=dict)
    follow_ups: Mapping[Id, FollowUp] = field(default_factory=dict)


def known_of(holdings: Holdings, received_at: datetime, revisions: Mapping[Id, int] | None = None) -> Known:
    """Return what an office knows; the shares of all units of a plan are found together, when one is asked for.

    A unit that is gone since it was sent its sheet still has its share, as has who came in its place.
    """
    units, day = tuple(holdings.units.values()), received_at.date()
    has_gone = any(is_gone(unit, day) for unit in units)
    found: dict[Id, dict[Id, WorkShare]] = {}

    def share(plan: Plan, unit: Unit) -> WorkShare:
        if plan.id not in found:
            now = shares(plan, units, day) if has_gone else ()
            found[plan.id] = {one.unit.id: one for one in (*shares(plan, units), *now)}
        return found[plan.id].get(unit.id) or share_of(plan, unit, units)

    kept = (holdings.plans, holdings.units, holdings.progress, holdings.sendings)
    return Known(*kept, received_at, share, digest, revisions or {}, holdings.follow_ups)


@dataclass(slots=True)
class Shares:
    """The shares that were needed so far: each is made once, however many sheets a unit returns."""

    known: Known
    _made: dict[tuple[Id, Id], WorkShare] = field(default_factory=dict)

    def of(self, plan: Plan, unit: Unit) -> WorkShare:
        """Return a unit's share of a plan."""
        key = (plan.id, unit.id)
        if key not in self._made:
            self._made[key] = self.known.share(plan, unit)
        return self._made[key]


@dataclass(slots=True)
class Periods:
    """The work that is reported on span by span; that of each plan is looked for once."""

    known: Known
    _periodic: dict[Id, frozenset[Id]] = field(default_factory=dict)

    def of(self, plan: Plan, work_id: Id, asked: str) -> str:
        """Return for which period a sheet's answer about some work is; `asked` is that of the sheet."""
        return asked if asked and work_id in self.periodic(plan) else ""

    def periodic(self, plan: Plan) -> frozenset[Id]:
        """Return the work of a plan that is reported on span by span."""
        if plan.id not in self._periodic:
            self._periodic[plan.id] = periodic(plan, self.known.follow_ups.values())
        return self._periodic[plan.id]


Whose = tuple[Id, Id, str]
"""Work, unit and period."""


def by_work(progress: Mapping[Id, Progress]) -> dict[Whose, Progress]:
    """Return what was said, by the work, the unit and the period."""
    return {(one.work_id, one.unit_id, one.period): one for one in progress.values()}


def whose(spot: Spot) -> Whose:
    """Return what a value is about, in the form of `by_work`."""
    return spot.work_id, spot.unit_id, spot.period


def has_work(plan: Plan, work_id: Id) -> bool:
    """Tell whether the plan still holds this task or target."""
    return work_id in plan.tasks or work_id in plan.targets


def one_line(words: str) -> str:
    """Return words with every white space as one blank."""
    return " ".join(words.split())
