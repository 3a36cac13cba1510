"""Who has which work of a plan: the share of each unit, and the work that nobody of the register has.

The words of a plan mean the units of its period. On a day after some of these are gone their work is that of the units
that they became; without a day it is theirs.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Period, Plan
from tthc_desktop.models.sending.workshare import ShareRow, WorkShare
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.models.units.resolving import Resolved, Resolver
from tthc_desktop.models.units.scope import means_others
from tthc_desktop.models.units.validity import is_future, name_in, now_of
from tthc_desktop.models.units.works import Heading, Work, flat, works

LEADS, HELPS, LEADS_AND_HELPS = "Chủ trì", "Phối hợp", "Chủ trì, phối hợp"
_NUMBER, _CONTENT, _PART = "number", "content", "part"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A piece of work as all shares show it, but for the part that the unit has in it."""

    work_id: Id
    above: tuple[Heading, ...]
    above_ids: tuple[Id, ...]
    words: Mapping[str, str]
    is_target: bool


_Portion = list[tuple[_Entry, str]]
"""Work of one unit with its part in it, in the plan's order."""


_PERIODS = 32
"""For how many periods and days a register is kept ready."""
_WEIGHT = (HELPS, LEADS, LEADS_AND_HELPS)
"""The parts, the one that counts for more last."""


def share_of(plan: Plan, unit: Unit, units: Collection[Unit], day: date | None = None) -> WorkShare:
    """Return all that a unit leads or helps with, itself or through a collective, in the plan's order."""
    return _share(plan, unit, _portions(plan, units, day).get(unit.id, []), day)


def shares(plan: Plan, units: Collection[Unit], day: date | None = None) -> tuple[WorkShare, ...]:
    """Return the shares of the units inside that have any, and of those outside that lead something."""
    portions = _portions(plan, units, day)
    return tuple(
        _share(plan, unit, portion, day)
        for unit in units
        if (portion := portions.get(unit.id))
        and (unit.kind is UnitKind.INSIDE or any(part != HELPS for _, part in portion))
    )


def unassigned(plan: Plan, units: Collection[Unit]) -> tuple[Id, ...]:
    """Return the tasks and targets that no unit of the register leads or helps with, in the plan's order."""
    return tuple(work.held.id for work, parts in assigned(plan, units) if not parts)


def assigned(plan: Plan, units: Collection[Unit], day: date | None = None) -> Iterator[tuple[Work, Mapping[Id, str]]]:
    """Yield the work of a plan in its order, each with the part that every unit has in it: `LEADS`, `HELPS` or both."""
    register = _register(tuple(units), plan.period or (Period(day, day) if day else None), day)
    for work in works(plan):
        yield work, register.parts(str(work.held.lead), str(work.held.coordinate))


class _Register:
    """A register as plans of one period mean it on a day; who has work by the same words is remembered."""

    def __init__(self, units: tuple[Unit, ...], period: Period | None, day: date | None) -> None:
        self._resolver, self._day = Resolver(units, period), day
        self._by_id = {unit.id: unit for unit in units}
        self._known: dict[tuple[str, str], Mapping[Id, str]] = {}

    def parts(self, lead: str, coordinate: str) -> Mapping[Id, str]:
        """Return the part that each unit has by these words."""
        cells = lead, coordinate
        if cells not in self._known:
            parts = _parts(self._resolver, lead, coordinate, self._day)
            self._known[cells] = _inherited(parts, self._by_id, self._day) if self._day else parts
        return self._known[cells]


@lru_cache(_PERIODS)
def _register(units: tuple[Unit, ...], period: Period | None, day: date | None) -> _Register:
    """Return the register for a period: an office has few, and many plans in each."""
    return _Register(units, period, day)


def _portions(plan: Plan, units: Collection[Unit], day: date | None) -> Mapping[Id, _Portion]:
    portions: defaultdict[Id, _Portion] = defaultdict(list)
    for work, parts in assigned(plan, units, day):
        if parts:
            above_ids = tuple(heading.id for heading in work.above)
            entry = _Entry(work.held.id, work.above, above_ids, _words(work), isinstance(work.held, Target))
            for unit_id, part in parts.items():
                portions[unit_id].append((entry, part))
    return portions


def _inherited(parts: Mapping[Id, str], units: Mapping[Id, Unit], day: date) -> Mapping[Id, str]:
    """Return the parts with those of units that are gone given to whom they became; the weightiest part stays."""
    found: dict[Id, str] = {}
    for unit_id, part in parts.items():
        for heir in now_of(units[unit_id], units, day):
            found[heir.id] = max(part, found.get(heir.id, HELPS), key=_WEIGHT.index)
    return found


def _parts(register: Resolver, lead: str, coordinate: str, day: date | None) -> Mapping[Id, str]:
    """Return the part that each unit has in a piece of work.

    Who leads and is meant by a collective of helpers as well only leads: Văn phòng Sở beside các phòng thuộc Sở.
    """
    said, helping = register.parts(lead), register.parts(coordinate)
    leaders = register.parties(said.lead)
    helpers = register.parties((*said.coordinate, *helping.lead, *helping.coordinate))
    leading = {unit.id: unit for unit in _left(leaders, _by_name(helpers), day)}
    helped = [unit.id for unit in _left(helpers, _by_name(leaders), day)]
    also = _by_name(helpers) & leading.keys()
    led = {unit_id: LEADS_AND_HELPS if unit_id in also else LEADS for unit_id in leading}
    return {**dict.fromkeys(helped, HELPS), **led}


def _by_name(parties: Iterable[Resolved]) -> set[Id]:
    return {unit.id for one in parties if not one.collective for unit in one.units}


def _left(parties: Iterable[Resolved], beside: Collection[Id], day: date | None) -> Iterator[Unit]:
    """Yield the units of the parties; `các đơn vị còn lại` are none of those that the other cell names.

    A collective has no unit yet that begins after the day.
    """
    for one in parties:
        others = bool(beside) and one.collective and means_others(one.words)
        for unit in one.units:
            is_yet = day is None or not one.collective or not is_future(unit, day)
            if is_yet and not (others and unit.id in beside):
                yield unit


def _share(plan: Plan, unit: Unit, portion: _Portion, day: date | None) -> WorkShare:
    name = name_in(unit, plan.period, day)
    return WorkShare(plan.id, flat(str(plan.title)), unit, tuple(_rows(portion)), name)


def _rows(portion: _Portion) -> Iterator[ShareRow]:
    """Yield the rows of a share; a heading comes once, before the first work below it."""
    open_: tuple[Id, ...] = ()
    for entry, part in portion:
        if open_ != entry.above_ids:
            for level, heading in enumerate(entry.above):
                if open_[: level + 1] != entry.above_ids[: level + 1]:
                    yield ShareRow("", level, {_NUMBER: heading.number, _CONTENT: heading.content})
            open_ = entry.above_ids
        yield ShareRow(entry.work_id, len(entry.above), {**entry.words, _PART: part}, entry.is_target)


def content_of(work: Work) -> str:
    """Return what is to be done; a target without a name of its own has that of its group."""
    words = str(work.held.content if isinstance(work.held, Task) else work.held.name).strip()
    return words or (work.above[-1].content if work.above and isinstance(work.held, Target) else "")


def _words(work: Work) -> Mapping[str, str]:
    """Return a row's locked words with its part left open."""
    held = work.held
    result, deadline = (str(held.result), str(held.deadline)) if isinstance(held, Task) else (_figure(held), "")
    return {
        _NUMBER: work.number,
        _CONTENT: content_of(work),
        _PART: "",
        "lead": str(held.lead).strip(),
        "coordinate": str(held.coordinate).strip(),
        "result": result.strip(),
        "deadline": deadline.strip(),
    }


def _figure(target: Target) -> str:
    unit, value = flat(str(target.unit)), flat(str(target.value))
    said = (f"Đơn vị tính: {unit}" if unit else "", f"chỉ tiêu giao: {value}" if value else "")
    words = "; ".join(filter(None, said))
    return words[:1].upper() + words[1:]
