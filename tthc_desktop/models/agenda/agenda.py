"""The agenda of an office: each piece of work, once for every unit with a part in it and every day it comes up."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tthc_desktop.models.agenda.answering import answer
from tthc_desktop.models.agenda.occurrences import occurrences
from tthc_desktop.models.agenda.periods import carried_out, plan_period
from tthc_desktop.models.agenda.values import FollowUp, Occurrence, OccurrenceKind
from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.models.deadlines.understanding import understand
from tthc_desktop.models.deadlines.values import Kind
from tthc_desktop.models.holdings import Holdings, progress_of, with_progress_of
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Period, Plan
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.rules import Rules, rules_of
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.unit import UnitKind
from tthc_desktop.models.units.assigning import HELPS, assigned, content_of
from tthc_desktop.models.units.validity import UNIT_GONE, name_in, now_of
from tthc_desktop.models.units.works import Work, flat
from tthc_desktop.models.version import Stage

_IN_FORCE = {Stage.DRAFT, Stage.ISSUED}


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """Work of a unit on one day of the calendar, with what the unit has said of it.

    `unit_id` is empty where no unit was found for the work, `part` where a unit has spoken of work that is not its
    own. Work that never comes up has one line, with an occurrence of no period and no day.
    """

    plan_id: Id
    work_id: Id
    unit_id: Id
    unit: str
    part: str
    number: str
    content: str
    deadline: str
    occurrence: Occurrence
    progress: Progress | None = None
    ongoing: bool = False
    """Whether the deadline has no end, so that the work is being done all the time."""
    is_target: bool = False
    is_draft: bool = False
    """Whether the plan has not been issued yet."""

    @property
    def leads(self) -> bool:
        """Whether the unit answers for the work; so does whoever it falls to when no unit was found."""
        return self.part != HELPS


def agenda(plan: Plan, holdings: Holdings, days: DaysOff, on: date | None = None) -> Iterator[AgendaLine]:
    """Yield the lines of one plan in its order, whatever its stage; a document drawn up from plans has none.

    With a day the work of units that are gone by then is that of the units that they became.
    """
    if plan.drawn is None:
        yield from Following(holdings, days, on).lines(plan)


def agendas(holdings: Holdings, days: DaysOff, on: date | None = None) -> Iterator[AgendaLine]:
    """Yield the lines of all plans that the office follows, as `agenda` does; memory keeps what was said of none."""
    for plan in followed(holdings.plans):
        yield from agenda(plan, with_progress_of(holdings, plan.id), days, on)


def followed(plans: Mapping[Id, Plan]) -> tuple[Plan, ...]:
    """Return the plans that are carried out: those issued, and drafts that are not a new form of one of these.

    Versions, plans that were replaced and documents drawn up from plans are not among them.
    """
    return tuple(plan for plan in plans.values() if _is_followed(plan, plans))


def _is_followed(plan: Plan, plans: Mapping[Id, Plan]) -> bool:
    if plan.drawn is not None or plan.stage not in _IN_FORCE:
        return False
    origin = plans.get(plan.origin_id) if plan.stage is Stage.DRAFT else None
    return origin is None or origin.stage is not Stage.ISSUED or plan_period(origin) != plan_period(plan)


_Said = Mapping[Id, Collection[Progress]]
"""What was said of one piece of work, by unit."""


class Following:
    """An office made ready for the agenda of many of its plans."""

    def __init__(self, holdings: Holdings, days: DaysOff, on: date | None = None) -> None:
        self._units = holdings.units
        self._places = {unit_id: place for place, unit_id in enumerate(holdings.units)}
        self._rules: Rules = rules_of(holdings)
        self._days, self._on = days, on
        self._follow_ups = {(one.plan_id, one.work_id): one for one in holdings.follow_ups.values()}
        self._holdings = holdings

    def lines(self, plan: Plan) -> Iterator[AgendaLine]:
        """Yield the lines of a plan in its order."""
        period, days = plan_period(plan), carried_out(plan)
        all_said = _by_work(progress_of(self._holdings, plan.id).values())
        for work, parts in assigned(plan, self._units.values(), self._on):
            said = self._inherited(all_said.get(work.held.id, {}), parts)
            comes_up = self._comes_up(plan.id, work.held, days)
            yield from _lines(plan, work, comes_up, self._parties(parts, said, period), said)

    def _comes_up(self, plan_id: Id, held: Task | Target, period: Period | None) -> tuple[Occurrence, ...]:
        follow_up: FollowUp | None = self._follow_ups.get((plan_id, held.id))
        found = occurrences(held, period, follow_up, self._rules, self._days) if period else ()
        return found or (Occurrence(held.id, OccurrenceKind.REVIEW),)

    def _inherited(self, said: _Said, parts: Mapping[Id, str]) -> _Said:
        """Return what was said, that of units that are gone behind the own words of those who have their work."""
        gone = [unit_id for unit_id in said if unit_id in self._units and unit_id not in parts]
        if self._on is None or not gone:
            return said
        found = dict(said)
        for unit_id in gone:
            heirs = [one for one in now_of(self._units[unit_id], self._units, self._on) if one.id in parts]
            for heir in heirs:
                found[heir.id] = (*found.get(heir.id, ()), *said[unit_id])
            if heirs:
                del found[unit_id]
        return found

    def _parties(self, parts: Mapping[Id, str], said: Collection[Id], period: Period | None) -> Iterator["_Party"]:
        """Yield who has a part in some work, who leads it first; a body outside only when it leads or has spoken.

        Who has spoken without a part in it helps where others lead: the work may have been theirs before.
        """
        for unit_id, part in sorted(parts.items(), key=lambda each: (each[1] == HELPS, self._places[each[0]])):
            unit = self._units[unit_id]
            if unit.kind is UnitKind.INSIDE or part != HELPS or unit_id in said:
                yield _Party(unit_id, name_in(unit, period, self._on), part)
        others = [unit_id for unit_id in said if unit_id and unit_id not in parts]
        led = any(part != HELPS for part in parts.values())
        for unit_id in others:
            known = self._units.get(unit_id)
            name = name_in(known, period, self._on) if known else UNIT_GONE
            yield _Party(unit_id, name, HELPS if known and led else "")
        if not parts and not others:
            yield _Party("", "", "")


@dataclass(frozen=True, slots=True)
class _Party:
    """A unit as it is called, with its part in some work."""

    unit_id: Id
    name: str
    part: str


def _by_work(progress: Iterable[Progress]) -> Mapping[Id, _Said]:
    found: defaultdict[Id, dict[Id, list[Progress]]] = defaultdict(dict)
    for one in progress:
        found[one.work_id].setdefault(one.unit_id, []).append(one)
    return found


def _lines(
    plan: Plan, work: Work, comes_up: tuple[Occurrence, ...], parties: Iterable[_Party], said: _Said
) -> Iterator[AgendaLine]:
    held = work.held
    deadline = str(held.deadline) if isinstance(held, Task) else ""
    content, is_target = flat(content_of(work)), isinstance(held, Target)
    ongoing, is_draft = has_no_end(deadline), plan.stage is Stage.DRAFT
    for party in parties:
        own = said.get(party.unit_id, ())
        # What the office itself has measured of a target is what its units have to say.
        spoken = (*own, *said.get("", ())) if is_target and party.unit_id else own
        for occurrence in comes_up:
            yield AgendaLine(
                plan.id, held.id, party.unit_id, party.name, party.part, work.number, content, deadline,
                occurrence, answer(occurrence, spoken), ongoing, is_target, is_draft,
            )  # fmt: skip


@lru_cache(1 << 14)
def has_no_end(deadline: str) -> bool:
    """Tell whether the words of a deadline say that the work goes on all the time."""
    return any(clause.kind is Kind.ONGOING for clause in understand(deadline).clauses)
