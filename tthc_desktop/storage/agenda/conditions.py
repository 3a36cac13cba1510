"""What a filter asks, said in SQL of lines and of the counts of lines that are alike."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from tthc_desktop.models.agenda.filter import Filter
from tthc_desktop.models.text import fold
from tthc_desktop.storage.agenda.tables import CODES, FINISHED_CODES, KIND_CODES, OVERDUE, REVIEW, SOON_DUE

OPEN = f"""status NOT IN ({FINISHED_CODES})
    AND (kind <> {REVIEW} OR due IS NULL OR due >= :on OR unreviewed)"""


@dataclass(frozen=True, slots=True)
class Known:
    """The numbers that plans and units have in the index; a unit that has changed its name has several."""

    plans: Mapping[str, int]
    units: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    """Identity and folded name by number."""

    def plan_numbers(self, ids: Collection[str]) -> str:
        return _listed(self.plans[id_] for id_ in ids if id_ in self.plans)

    def unit_numbers(self, ids: Collection[str]) -> str:
        wanted = frozenset(ids)
        return _listed(number for number, (id_, _) in self.units.items() if id_ in wanted)


def known(connection: sqlite3.Connection) -> Known:
    """Return the numbers as they are now."""
    plans = dict(connection.execute("SELECT plan_id, plan FROM plan"))
    units = {number: (id_, name) for number, id_, name in connection.execute("SELECT unit, unit_id, folded FROM unit")}
    return Known(plans, units)


def _listed(numbers: Iterator[int] | Collection[int]) -> str:
    return f"({', '.join(map(str, numbers))})"


def all_of(*parts: str) -> str:
    """Return the condition that all of these hold; empty ones ask for nothing."""
    return " AND ".join(f"({part})" for part in parts if part) or "1"


def of_whom(asked: Filter, known: Known, *, plans: bool = True, units: bool = True) -> str:
    """Return what is asked of the plan, the unit and the year."""
    return all_of(
        "" if asked.helping else "leads",
        f"plan IN {known.plan_numbers(asked.plan_ids)}" if plans and asked.plan_ids else "",
        f"unit IN {known.unit_numbers(asked.unit_ids)}" if units and asked.unit_ids else "",
        f"year = {int(asked.year)}" if asked.year is not None else "",
    )


def state(asked: Filter) -> str:
    """Return what is asked of the status and the kind on the day looked at."""
    statuses = [CODES[status] for status in asked.statuses if status in CODES]
    kinds = [KIND_CODES[kind] for kind in asked.kinds if kind in KIND_CODES]
    return all_of(
        f"status IN {_listed(statuses)}" if asked.statuses else "",
        f"kind IN {_listed(kinds)}" if asked.kinds else "",
        f"status = {OVERDUE}" if asked.overdue else "",
        "unreviewed" if asked.unreviewed else "",
        f"{SOON_DUE}{int(asked.within)}" if asked.within is not None else "",
        OPEN if asked.open else "",
    )


def between(first: date | None, last: date | None) -> str:
    """Return that work comes up on one of these days."""
    return all_of(
        f"due >= {first.toordinal()}" if first else "",
        f"due <= {last.toordinal()}" if last else "",
    )


class Words:
    """The words that are asked for, each to be found in the work or in the name of the unit.

    Units are few, so what is left to be found in the work is worked out for those that have the same words.
    """

    def __init__(self, asked: Filter, known: Known) -> None:
        self._wanted = tuple(dict.fromkeys(fold(asked.words).split()))
        self._units: dict[tuple[int, ...], list[int]] = {}
        for number, (_, name) in known.units.items():
            missing = tuple(at for at, word in enumerate(self._wanted) if word not in name)
            self._units.setdefault(missing, []).append(number)

    def __bool__(self) -> bool:
        return bool(self._wanted)

    @property
    def parameters(self) -> Mapping[str, str]:
        """The words by the names that the conditions call them."""
        return {f"word{at}": word for at, word in enumerate(self._wanted)}

    def groups(self) -> Iterator[tuple[str, str]]:
        """Yield conditions: of the unit, and what the work must then have, empty when the unit has every word."""
        for missing, units in self._units.items():
            yield f"unit IN {_listed(units)}", " AND ".join(f"instr(folded, :word{at})" for at in missing)

    @property
    def joined(self) -> str:
        """The words of the work, to be joined to lines; nothing when no words are asked for."""
        return "JOIN (SELECT work, folded FROM work) USING (work)" if self._wanted else ""

    @property
    def condition(self) -> str:
        """That a line with the words of its work has all words."""
        groups = (all_of(of_units, of_work) for of_units, of_work in self.groups())
        return f"({' OR '.join(groups) or 0})" if self._wanted else "1"
