"""Lines of the agenda worked out for the index, plan by plan; run in a worker, without Qt."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from time import monotonic
from typing import NamedTuple

from tthc_desktop.models.agenda.agenda import AgendaLine, Following, followed
from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.models.holdings import Holdings, with_progress_of
from tthc_desktop.models.identity import Id
from tthc_desktop.office_days import days_off_of
from tthc_desktop.storage.agenda.index import AgendaIndex

Version = tuple[int, int, int]
"""How often what all plans rest on has changed, how often the plan has, and which units there are by the day."""
TURN = 1.0
"""Seconds after which other work has its turn, and what is worked out so far is shown."""


class Filled(NamedTuple):
    """The days off of the office, and whether the index has everything now."""

    days_off: DaysOff
    whole: bool


class NotWantedError(Exception):
    """The work is not wanted any more."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be worked out: the office at one moment, the day, and the version that each plan's lines will have."""

    holdings: Holdings
    on: date
    version: Callable[[Id], Version]


def fill(work: Work, index: AgendaIndex, done: dict[Id, Version], is_over: Callable[[], bool]) -> Filled:
    """Bring the index up to date, the newest plans first, for about as long as `TURN`.

    `done` remembers which version of a plan the index has. `is_over` ends the work early.
    """
    end, days = monotonic() + TURN, days_off_of(work.holdings, work.on)
    plans = followed(work.holdings.plans)
    places = {plan.id: place for place, plan in enumerate(plans)}
    index.leave(tuple(places))
    for gone in done.keys() - places.keys():
        del done[gone]
    versions = {plan_id: work.version(plan_id) for plan_id in places}
    stale = [plan for plan in reversed(plans) if done.get(plan.id) != versions[plan.id]]
    while stale and monotonic() < end:
        plan = stale.pop(0)
        following = Following(with_progress_of(work.holdings, plan.id), days, work.on)
        try:
            index.put(plan.id, places[plan.id], _while_wanted(following.lines(plan), is_over))
        except NotWantedError:
            return Filled(days, whole=False)
        done[plan.id] = versions[plan.id]
    return Filled(days, whole=not stale)


def _while_wanted(lines: Iterable[AgendaLine], is_over: Callable[[], bool]) -> Iterator[AgendaLine]:
    """Yield the lines; raise `NotWantedError`, which leaves the index as it was, once nobody wants them any more."""
    for line in lines:
        if is_over():
            raise NotWantedError
        yield line


def bounds_before(holdings: Holdings, on: date) -> int:
    """Return how many units have come and gone before a day: with each of them work falls to others."""
    bounds = (bound for unit in holdings.units.values() for bound in (unit.valid_from, unit.valid_to))
    return sum(bound is not None and bound < on for bound in bounds)


def version_of(all_: int, own: Mapping[Id, int], bounds: int) -> Callable[[Id], Version]:
    """Return what tells the version of a plan's lines at this moment."""
    counts = dict(own)
    return lambda plan_id: (all_, counts.get(plan_id, 0), bounds)
