"""The values that a report rests on: units, work and targets as they stand at the end of some days, and tallies."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.reporting.entries import Stretch
from tthc_desktop.models.units.works import Heading

NOBODY, UNKNOWN = "nobody", "Chưa xác định đơn vị"
"""What stands for identity and name of a unit where none was found for some work."""


@dataclass(frozen=True, slots=True)
class UnitFact:
    """What one unit has done of some work, and what it says of it; several periods are told in their order."""

    unit_id: Id
    name: str
    leads: bool
    status: Status
    result: str = ""
    product: str = ""
    """Number and day of what came out of it: số 12/QĐ-SNV ngày 05/8/2025."""
    done_on: date | None = None
    trouble: str = ""
    proposal: str = ""
    due: date | None = None
    """The first day that it still has to keep, else the last one that it had."""


@dataclass(frozen=True, slots=True)
class WorkFact:
    """A task as it stands; `above` are the titles over it in its plan, the outermost first."""

    plan_id: Id
    work_id: Id
    number: str
    content: str
    deadline: str
    above: tuple[Heading, ...]
    units: tuple[UnitFact, ...]
    status: Status
    lead: str = ""
    """Who leads it, as printed in the plan."""
    due: date | None = None
    """The first day that it still has to keep, else the last one that it had."""
    fell_due: bool = False
    """Whether it was due on one of the days."""
    next_due: date | None = None
    """When it is due in the time after."""

    @property
    def who(self) -> str:
        """The units that lead it, else all that have a part in it; a collective by its own, shorter name."""
        named = ", ".join(unit.name for unit in self.leaders if unit.name)
        return self.lead if len(self.leaders) > 2 and self.lead and len(self.lead) < len(named) else named or self.lead

    @property
    def leaders(self) -> tuple[UnitFact, ...]:
        return tuple(unit for unit in self.units if unit.leads) or self.units

    @property
    def done_on(self) -> date | None:
        """When its last product is dated; None while that is not known of all who lead it."""
        days = [unit.done_on for unit in self.leaders]
        return max((day for day in days if day), default=None) if all(days) else None


@dataclass(frozen=True, slots=True)
class TargetFact:
    """A target and what was measured of it, in words."""

    plan_id: Id
    target_id: Id
    number: str
    name: str
    unit: str
    value: str
    measured: str = ""
    verdict: str = ""
    met: bool | None = None
    """None where it was not measured, or there were no cases."""
    last_year: str = ""
    """What it came to in the same span a year earlier."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many pieces of work there are, how they stand, and how many of those due in the stretch are done."""

    total: int = 0
    by_status: Mapping[Status, int] = field(default_factory=dict)
    due: int = 0
    due_done: int = 0

    def count(self, *statuses: Status) -> int:
        return sum(self.by_status.get(status, 0) for status in statuses)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of the days. Tallies are by the beginning of a figure's name (`figures.py`)."""

    stretch: Stretch
    plans: tuple[Id, ...]
    works: Mapping[Id, WorkFact]
    targets: Mapping[Id, TargetFact]
    tallies: Mapping[str, Tally]
    units: Mapping[Id, str]
    """Names of the units that lead something, in the order of the agenda; work of nobody is under `NOBODY`."""
    titles: Mapping[Id, str]
    """The titles above work, as sentences."""
