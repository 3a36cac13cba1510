"""The units that a cell or a sentence names, in its own words: found by name, through a collective, or not at all.

Of units with one name that which had it first in the period of the plan is meant, or nearest to it; without a period
that which has it now.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from tthc_desktop.models.identity import Id
from tthc_desktop.models.party import Parts
from tthc_desktop.models.plan import Period
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.models.units.clauses import said_parts
from tthc_desktop.models.units.naming import cut_names, shorter
from tthc_desktop.models.units.scope import covered, is_collective, means_others, nouns_of
from tthc_desktop.models.units.spelling import key, same_name, shortness
from tthc_desktop.models.units.validity import Called, is_valid_in, name_in, names_in_time

_EXCEPT = re.compile(r"[\s(,]*\b(?:trừ|ngoại trừ|không (?:bao )?gồm)\s+(?P<units>[^()]+)\)?", re.IGNORECASE)
_LONGEST_NAME = 1_000
"""Letters; nobody is called by more, however long the cell is."""
_NOUN_ONCE = re.compile(r"(?i:các|hai|ba|bốn)\s+(?P<noun>(?i:phòng|trung tâm|chi cục|sở))\s*:?\s+(?=[A-ZÀ-ỸĐ])")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A party as printed, the unit of the register with that name, and the units that have the work by it.

    `units` is that unit alone, or those that a collective covers, whether the register has the collective or not.
    """

    words: str
    unit: Unit | None = None
    units: tuple[Unit, ...] = ()
    collective: bool = False


def resolved(words: str, units: Collection[Unit], period: Period | None = None) -> tuple[Resolved, ...]:
    """Return what each party that a cell or a sentence names is in the register, in the order of the words."""
    return Resolver(units, period).resolved(words)


class Resolver:
    """A register made ready for many cells of a plan; what has been found for some words is remembered.

    Words mean the units that there are in the plan's period, and collectives cover these; without one those of now.
    """

    def __init__(self, units: Collection[Unit], period: Period | None = None) -> None:
        self._units = tuple(units)
        self._period = period
        self._by_id: Mapping[Id, Unit] = {unit.id: unit for unit in units}
        self._parties: dict[str, Resolved] = {}
        self._lists: dict[tuple[str, ...], tuple[Resolved, ...]] = {}
        self._parts: dict[str, Parts] = {}
        self._scopes: dict[str, tuple[Unit, ...]] = {}

    def resolved(self, words: str) -> tuple[Resolved, ...]:
        """Return the parties of a cell or a sentence, those that lead before those that help."""
        said = self.parts(words)
        return self.parties((*said.lead, *said.coordinate))

    def parts(self, words: str) -> Parts:
        """Return who leads and who helps in a sentence; of a mere list all lead."""
        if words not in self._parts:
            whole = " ".join(words.split())
            self._parts[words] = Parts((whole,)) if key(whole) in self._by_name else said_parts(words)
        return self._parts[words]

    def parties(self, printed: tuple[str, ...]) -> tuple[Resolved, ...]:
        """Return what parties named beside each other are; `các đơn vị còn lại` are those that no other one names."""
        if printed not in self._lists:
            found = [one for party in printed for one in self._party(party)]
            beside = {unit.id for one in found if not one.collective for unit in one.units}
            self._lists[printed] = tuple(_without(one, beside) if means_others(one.words) else one for one in found)
        return self._lists[printed]

    def _party(self, words: str) -> tuple[Resolved, ...]:
        whole = self._one(words)
        if whole.collective and not whole.unit and (listed := self._listed(words)):
            return listed
        if whole.unit or whole.collective:
            return (whole,)
        pieces = [self._one(piece) for piece in cut_names(words, self._is_known)]
        return tuple(pieces) if len(pieces) > 1 else (whole,)

    def _listed(self, words: str) -> tuple[Resolved, ...]:
        """Return the units of a list that says its noun once: Các phòng Tổ chức, Kế hoạch; none if one is unknown."""
        if not (heading := _NOUN_ONCE.match(words)):
            return ()
        noun, rest = heading["noun"], words[heading.end() :]
        found = [self._one(f"{noun} {name}") for name in cut_names(rest, lambda name: self._is_known(f"{noun} {name}"))]
        return tuple(found) if all(one.unit for one in found) else ()

    def _is_known(self, words: str) -> bool:
        return len(words) <= _LONGEST_NAME and self._one(words).unit is not None

    def _one(self, words: str) -> Resolved:
        if words not in self._parties:
            self._parties[words] = self._found(words)
        return self._parties[words]

    def _found(self, words: str) -> Resolved:
        if is_collective(words) and (excepted := _EXCEPT.search(words)):
            left_out = {unit.id for one in self.resolved(excepted["units"]) for unit in one.units}
            return replace(_without(self._one(words[: excepted.start()].strip()), left_out), words=words)
        unit = next(filter(None, map(self._called, shorter(words))), None)
        if unit and unit.kind is not UnitKind.COLLECTIVE:
            return Resolved(words, unit, (unit,))
        if unit:
            covered_ = self._members(unit) if unit.members else self._covered(words, unit)
            return Resolved(words, unit, covered_, collective=True)
        if is_collective(words):
            return Resolved(words, None, self._meant(nouns_of(words)), collective=True)
        return Resolved(words)

    def _members(self, unit: Unit) -> tuple[Unit, ...]:
        known = (self._by_id[id_] for id_ in unit.members if id_ in self._by_id)
        return tuple(member for member in known if is_valid_in(member, self._period))

    def _covered(self, words: str, unit: Unit) -> tuple[Unit, ...]:
        meant = next((each for each in (words, unit.name, *unit.aliases) if is_collective(each)), unit.name)
        return self._meant(nouns_of(meant))

    def _meant(self, nouns: str) -> tuple[Unit, ...]:
        if nouns not in self._scopes:
            self._scopes[nouns] = covered(nouns, self._called_then)
        return self._scopes[nouns]

    def _called(self, words: str) -> Unit | None:
        """Return the one unit with this name; two that may be meant by first letters are none."""
        if len(words) > _LONGEST_NAME:
            return None
        if exact := self._by_name.get(key(words)):
            return exact
        if is_collective(words):
            return None
        near = self._by_first_letter.get(key(words)[:1], ())
        short = shortness(words)
        alike = {key(name): name for name in near if (short or shortness(name)) and same_name(words, name)}
        meant = {unit.id: unit for unit in map(self._by_name.__getitem__, alike)}
        then = [unit for unit in meant.values() if is_valid_in(unit, self._period)] or [*meant.values()]
        return then[0] if len(then) == 1 else None

    @cached_property
    def _called_then(self) -> Mapping[Unit, str]:
        """Return the units that collectives may cover, with the names that they have in the period."""
        return {unit: name_in(unit, self._period) for unit in self._units if is_valid_in(unit, self._period)}

    @cached_property
    def _by_name(self) -> Mapping[str, Unit]:
        found: dict[str, tuple[tuple[int, date], Unit]] = {}
        for unit in self._units:
            for called in names_in_time(unit):
                name, distance = key(called.name), self._distance(called)
                if name not in found or distance < found[name][0]:
                    found[name] = distance, unit
        return {name: unit for name, (_, unit) in found.items()}

    def _distance(self, called: Called) -> tuple[int, date]:
        """Return how far a name is from the period in days, then when it was first had in it."""
        if self._period is None:
            return (date.max - called.end).days, date.min
        after, before = called.start - self._period.end, self._period.start - called.end
        return max(0, after.days, before.days), max(called.start, self._period.start)

    @cached_property
    def _by_first_letter(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for unit in self._units:
            for called in names_in_time(unit):
                found[key(called.name)[:1]].append(called.name)
        return found


def _without(one: Resolved, beside: Collection[Id]) -> Resolved:
    left = tuple(unit for unit in one.units if unit.id not in beside)
    return replace(one, units=left)
