"""The progress of a plan line by line: its headings, and below them each piece of work once for every unit with it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from tthc_desktop.models.agenda.values import Event, FollowUp
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.sending.workshare import WorkShare
from tthc_desktop.models.task import Target
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.units.assigning import HELPS, shares
from tthc_desktop.models.units.validity import UNIT_GONE, name_in
from tthc_desktop.models.units.works import Work, flat, works

GONE = "Nhiệm vụ không còn trong kế hoạch"
"""The heading above what was said of work that the plan has no longer."""


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """Work of a unit; with no `work_id` a heading, with no `unit_id` work that no unit was found for."""

    work_id: Id = ""
    unit_id: Id = ""
    level: int = 0
    number: str = ""
    content: str = ""
    unit: str = ""
    part: str = ""
    event_id: Id = ""
    """The event that the line is about, for work that waits for what happens."""


Parts = Mapping[Id, Mapping[Id, str]]
"""By work and unit, the part that the unit has in it."""


Events = Mapping[Id, tuple[Event, ...]]


def events_of(plan_id: Id, follow_ups: Iterable[FollowUp]) -> Events:
    """Return what has happened for the work of a plan."""
    return {one.work_id: one.events for one in follow_ups if one.plan_id == plan_id and one.events}


def progress_lines(
    plan: Plan,
    units: Collection[Unit],
    progress: Iterable[Progress],
    day: date | None = None,
    events: Events | None = None,
) -> tuple[ProgressLine, ...]:
    """Return the lines in the plan's order; who has said something of work has a line there, given it or not.

    With a day the work of a unit that is gone by then has a line for the units that it became. Each event of work has
    lines of its own below it.
    """
    said = [one for one in progress if one.plan_id == plan.id]
    names = {unit.id: name_in(unit, plan.period, day) for unit in units}
    parts = _parts(shares(plan, units, day), said, names)
    listed = [*works(plan)]
    known = {work.held.id for work in listed}
    return (
        *_lines(listed, parts, names, events or {}),
        *_gone([one for one in said if one.work_id not in known], names),
    )


def _parts(given: Iterable[WorkShare], said: Iterable[Progress], names: Mapping[Id, str]) -> Parts:
    found: defaultdict[Id, dict[Id, str]] = defaultdict(dict)
    for share in given:
        for row in share.rows:
            if row.work_id:
                found[row.work_id][share.unit.id] = row.words.get("part", "")
    for one in said:
        found[one.work_id].setdefault(one.unit_id, "")
    place = {unit_id: at for at, unit_id in enumerate(names)}
    return {
        work_id: dict(sorted(parts.items(), key=lambda part: (part[1] in {"", HELPS}, place.get(part[0], -1))))
        for work_id, parts in found.items()
    }


def _lines(listed: Iterable[Work], parts: Parts, names: Mapping[Id, str], events: Events) -> Iterator[ProgressLine]:
    open_: tuple[Id, ...] = ()
    for work in listed:
        ids = tuple(heading.id for heading in work.above)
        for level, heading in enumerate(work.above):
            if open_[: level + 1] != ids[: level + 1]:
                yield ProgressLine(level=level, number=heading.number, content=heading.content)
        open_ = ids
        content = flat(str(work.held.name if isinstance(work.held, Target) else work.held.content))
        content = content or (work.above[-1].content if work.above else "")
        line = ProgressLine(work.held.id, "", len(ids), work.number, content)
        yield from _by_unit(line, parts.get(work.held.id, {"": ""}), names)
        for event in events.get(work.held.id, ()):
            about = replace(line, level=len(ids) + 1, number="", content=event_words(event), event_id=event.id)
            yield from _by_unit(about, parts.get(work.held.id, {"": ""}), names)


def _by_unit(line: ProgressLine, parts: Mapping[Id, str], names: Mapping[Id, str]) -> Iterator[ProgressLine]:
    for unit_id, part in parts.items():
        called = names.get(unit_id, UNIT_GONE) if unit_id else ""
        yield replace(line, unit_id=unit_id, unit=called, part=part)


def event_words(event: Event) -> str:
    """Return what happened, with its day."""
    return f"Ngày {event.day:%d/%m/%Y}: {flat(event.words) or 'có phát sinh'}"


def _gone(said: Collection[Progress], names: Mapping[Id, str]) -> Iterator[ProgressLine]:
    if said:
        yield ProgressLine(content=GONE)
    for one in said:
        called = names.get(one.unit_id, UNIT_GONE)
        yield ProgressLine(one.work_id, one.unit_id, 1, "", "(đã bỏ khỏi kế hoạch)", called)
