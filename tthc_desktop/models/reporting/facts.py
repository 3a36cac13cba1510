"""The facts of some days, as they stand at the end of the last one: what every document of these days rests on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from tthc_desktop.models.agenda.agenda import AgendaLine
from tthc_desktop.models.agenda.standing import FINISHED
from tthc_desktop.models.agenda.statuses import by_task, leading, worst
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.forms import day_in
from tthc_desktop.models.progress.values import Field, Progress, Status
from tthc_desktop.models.reporting.entries import Entry, Stretch, entries, next_due
from tthc_desktop.models.reporting.words import Spelling, lower_first, one_line, short_date
from tthc_desktop.models.units.clauses import said_parts
from tthc_desktop.models.units.works import Heading, Work, flat, works

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


def facts(
    plans: Sequence[Plan], lines: Iterable[AgendaLine], stretch: Stretch, targets: Iterable[TargetFact] = ()
) -> Facts:
    """Return the facts of a stretch of days from the agenda of some plans; its lines may be in any order of units."""
    places = {(plan.id, work.held.id): work for plan in plans for work in works(plan)}
    tasks = by_task(line for line in lines if not line.is_target)
    found = [_work(task, places[key], stretch) for key, task in tasks.items() if key in places]
    titles = {
        heading.id: spelling.sentence(heading.content)
        for plan in plans
        for spelling in (spelling_of(plan),)
        for work in works(plan)
        for heading in work.above
    }
    names = {unit.unit_id or NOBODY: unit.name or UNKNOWN for work in found for unit in work.leaders}
    return Facts(
        stretch,
        tuple(plan.id for plan in plans),
        {work.work_id: work for work in found},
        {target.target_id: target for target in targets},
        _tallies(found),
        names,
        titles,
    )


def spelling_of(plan: Plan) -> Spelling:
    """Return how the plan's own sentences spell the words of its titles in capitals."""
    return Spelling(lambda: _sentences(plan))


def _sentences(plan: Plan) -> Iterator[str]:
    yield str(plan.title)
    yield from (str(basis.text) for basis in plan.bases)
    for work in works(plan):
        held = work.held
        yield str(getattr(held, "content", "") or getattr(held, "name", ""))
        yield f". {held.lead}"
        yield from (heading.content for heading in work.above)


def _work(lines: Sequence[AgendaLine], place: Work, stretch: Stretch) -> WorkFact:
    by_unit: dict[Id, list[AgendaLine]] = {}
    for line in lines:
        by_unit.setdefault(line.unit_id, []).append(line)
    counted = {unit_id: entries(own, stretch) for unit_id, own in by_unit.items()}
    units = tuple(_unit(own) for own in counted.values())
    leaders = [unit for unit in units if unit.leads] or units
    led = {line.unit_id for line in leading(lines)}
    dues = [entry for unit_id, own in counted.items() if unit_id in led for entry in own]
    first = lines[0]
    return WorkFact(
        first.plan_id,
        first.work_id,
        first.number,
        first.content,
        flat(first.deadline),
        place.above,
        units,
        worst({unit.status for unit in leaders}),
        _lead(str(place.held.lead)),
        _due(dues),
        any(stretch.has(entry.due) for entry in dues),
        next_due(leading(lines), stretch),
    )


@lru_cache(1 << 12)
def _lead(cell: str) -> str:
    """Return who leads, as a cell has it; a plan has few such cells, met for each piece of work."""
    return ", ".join(said_parts(cell).lead)


def _due(dues: Iterable[Entry]) -> date | None:
    days = [(entry.due, entry.status in FINISHED) for entry in dues if entry.due]
    left = [day for day, finished in days if not finished]
    return min(left) if left else max((day for day, _ in days), default=None)


def _unit(own: Sequence[Entry]) -> UnitFact:
    line = own[0].line
    status = worst({entry.status for entry in own})
    said = [entry.said for entry in own if entry.said]
    return UnitFact(
        line.unit_id,
        line.unit,
        line.leads,
        status,
        _told(said, Field.RESULT),
        "; ".join(dict.fromkeys(filter(None, map(_product, said)))),
        _done_on(own),
        _told(said, Field.TROUBLE),
        _told(said, Field.PROPOSAL),
        _due(own),
    )


def _told(said: Iterable[Progress], field_: Field) -> str:
    return "; ".join(dict.fromkeys(filter(None, (one_line(one.words(field_)) for one in said))))


def _product(said: Progress) -> str:
    number, day = one_line(said.words(Field.NUMBER)), day_in(said.words(Field.DAY))
    if not number:
        return ""
    numbered = f"số {number}" if number[:1].isdigit() else lower_first(number)
    return f"{numbered} ngày {short_date(day)}" if day else numbered


def _done_on(own: Sequence[Entry]) -> date | None:
    """Return the last day of the products; None while one is not known, or something is not done yet."""
    days = [day_in(entry.said.words(Field.DAY)) if entry.said and entry.status in FINISHED else None for entry in own]
    return max(filter(None, days)) if all(days) else None


class _Tallies:
    """Counts work under several names at once."""

    def __init__(self) -> None:
        self.statuses: dict[str, Counter[Status]] = {}
        self.due: Counter[str] = Counter()
        self.due_done: Counter[str] = Counter()

    def add(self, name: str, status: Status, *, due: bool) -> None:
        self.statuses.setdefault(name, Counter())[status] += 1
        self.due[name] += due
        self.due_done[name] += due and status in FINISHED

    def made(self) -> dict[str, Tally]:
        return {
            name: Tally(counts.total(), counts, self.due[name], self.due_done[name])
            for name, counts in self.statuses.items()
        }


def _tallies(found: Iterable[WorkFact]) -> Mapping[str, Tally]:
    tallies = _Tallies()
    for work in found:
        tallies.add("", work.status, due=work.fell_due)
        tallies.add(f"plan:{work.plan_id}:", work.status, due=work.fell_due)
        for heading in work.above:
            tallies.add(f"section:{heading.id}:", work.status, due=work.fell_due)
        for unit in work.leaders:
            tallies.add(f"unit:{unit.unit_id or NOBODY}:", unit.status, due=work.fell_due)
    return tallies.made()
