"""Who gets a sheet of a plan: every unit with its part in the work, when it was sent the last one and sent it back."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import items, nodes_of, tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.sending.workshare import WorkShare
from tthc_desktop.models.task import Target
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.units.assigning import HELPS, shares, unassigned
from tthc_desktop.models.units.proposing import proposed_units
from tthc_desktop.models.units.works import flat, works


@dataclass(frozen=True, slots=True)
class Addressee:
    """A unit that gets a sheet; times are in UTC and None when that never was."""

    share: WorkShare
    leads: int
    helps: int
    is_new: bool = False
    """Whether the unit was found in the plan and is not in the register yet."""
    sent_at: datetime | None = None
    returned_at: datetime | None = None

    @property
    def unit(self) -> Unit:
        """The unit."""
        return self.share.unit


@dataclass(frozen=True, slots=True)
class Unowned:
    """A piece of work that no unit was found for."""

    work_id: Id
    number: str
    content: str


@dataclass(frozen=True, slots=True)
class Mailing:
    """All sheets that a plan gives, the units that the register lacks, and the work that reaches nobody."""

    plan: Plan
    addressees: tuple[Addressee, ...] = ()
    new_units: tuple[Unit, ...] = ()
    unowned: tuple[Unowned, ...] = ()


def mailing(plan: Plan, holdings: Holdings, day: date | None = None) -> Mailing:
    """Return who gets a sheet of the plan as the office is now, in the order of the register.

    Of a unit that is gone on the day those that it became get it.
    """
    new = proposed_units([plan], tuple(holdings.units.values()))
    units = (*holdings.units.values(), *new)
    sendings = tuple(one for one in holdings.sendings.values() if one.plan_id == plan.id)
    found = {unit.id for unit in new}
    addressees = (_addressee(share, sendings, is_new=share.unit.id in found) for share in shares(plan, units, day))
    return Mailing(plan, tuple(addressees), new, tuple(_unowned(plan, units)))


def place_of_work(plan: Plan, work_id: Id) -> Id:
    """Return the paragraph or row that prints a task or target first, empty when none does."""
    target = plan.targets.get(work_id)
    if target is not None and target.item_id:
        return target.item_id
    in_text = (item for nodes in nodes_of(plan) for item, _ in items(nodes))
    found = next((item.id for item in in_text if item.task_id == work_id), "")
    rows = (row for table, _ in tables(plan) for row in table.rows)
    return found or next((row.id for row in rows if work_id in {row.task_id, row.target_id}), "")


def _addressee(share: WorkShare, sendings: Iterable[Sending], *, is_new: bool) -> Addressee:
    parts = [row.words.get("part", "") for row in share.rows if row.work_id]
    helps = sum(part == HELPS for part in parts)
    own = [one for one in sendings if one.unit_id == share.unit.id]
    back = [one.returned_at for one in own if one.returned_at is not None]
    return Addressee(
        share,
        len(parts) - helps,
        helps,
        is_new=is_new,
        sent_at=max((one.at for one in own), default=None),
        returned_at=max(back, default=None),
    )


def _unowned(plan: Plan, units: Collection[Unit]) -> Iterator[Unowned]:
    left = set(unassigned(plan, units))
    for work in works(plan):
        if work.held.id in left:
            words = str(work.held.name if isinstance(work.held, Target) else work.held.content)
            yield Unowned(work.held.id, work.number, flat(words))
