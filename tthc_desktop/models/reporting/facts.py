"""The facts of some days, as they stand at the end of the last one: what every document of these days rests on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
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
from tthc_desktop.models.reporting.spelling import spelling_of
from tthc_desktop.models.reporting.values import NOBODY, UNKNOWN, Facts, Tally, TargetFact, UnitFact, WorkFact
from tthc_desktop.models.reporting.words import lower_first, one_line, short_date
from tthc_desktop.models.units.clauses import said_parts
from tthc_desktop.models.units.works import Heading, Work, flat, works

__all__ = ["Facts", "facts"]


def facts(
    plans: Sequence[Plan], lines: Iterable[AgendaLine], stretch: Stretch, targets: Iterable[TargetFact] = ()
) -> Facts:
    """Return the facts of a stretch of days from the agenda of some plans; its lines may be in any order of units."""
    places = {(plan.id, work.held.id): work for plan in plans for work in _placed(plan, several=len(plans) > 1)}
    tasks = by_task(line for line in lines if not line.is_target)
    found = [_work(task, places[key], stretch) for key, task in tasks.items() if key in places]
    spellings = {plan.id: spelling_of(plan) for plan in plans}
    titles = {
        heading.id: spellings[plan_id].sentence(heading.content)
        for (plan_id, _), work in places.items()
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


def _placed(plan: Plan, *, several: bool) -> Iterator[Work]:
    """Yield the work of a plan; where there are several, the plan's own title is the outermost above it."""
    over = (Heading(plan.id, "", flat(str(plan.title))),) if several else ()
    yield from (replace(work, above=(*over, *work.above)) if several else work for work in works(plan))


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
