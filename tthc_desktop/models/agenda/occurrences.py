"""When a piece of work stands in the calendar of its plan: `occurrences`."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from tthc_desktop.models.agenda.reviews import reviews
from tthc_desktop.models.agenda.values import Event, FollowUp, Occurrence, OccurrenceKind
from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.models.deadlines.due_days import Due, day_after, due_days
from tthc_desktop.models.deadlines.of_period import understand_for
from tthc_desktop.models.deadlines.values import Clause, Deadline, Kind
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Period
from tthc_desktop.models.rules import Rules
from tthc_desktop.models.task import Target, Task

_ON_EVENT = {Kind.RELATIVE, Kind.ON_EVENT, Kind.PER_PLAN}


def occurrences(
    held: Task | Target, period: Period, follow_up: FollowUp | None, rules: Rules, days: DaysOff
) -> tuple[Occurrence, ...]:
    """Return when work is due, has something happened for it or is to be looked at, by day; no two have the same key.

    Keys (`Occurrence.period`) come from the words, the period and what the clerk noted, never from rules and days off.
    """
    words = str(held.deadline) if isinstance(held, Task) else ""
    deadline, dues = _read(words, period.start, period.end, rules.strict)
    if dues is None:
        dues = due_days(deadline, period, days, strict=rules.strict)
    follow_up = follow_up or FollowUp("", "", held.id)
    due = [_due(held.id, deadline, each, days) for each in dues]
    due += [_set_by_hand(held.id, day, days) for day in follow_up.due_days]
    happened = [_happened(held.id, deadline, event, days) for event in follow_up.events]
    looked_at = reviews(deadline, period, follow_up, rules, due=bool(due))
    seen = (
        Occurrence(held.id, OccurrenceKind.REVIEW, key, start, day, warning=warning(day, days))
        for key, start, day in looked_at
    )
    return tuple(sorted(_unique((*due, *happened, *seen)), key=_order))


@lru_cache(1 << 13)
def _read(words: str, start: date, end: date, strict: bool) -> tuple[Deadline, tuple[Due, ...] | None]:
    """Return a deadline with its due days, None where these hang on the days off; plans repeat few phrases."""
    period = Period(start, end)
    deadline = understand_for(words, period)
    if any(clause.calendar == "working_days" for clause in deadline.clauses):
        return deadline, None
    return deadline, due_days(deadline, period, strict=strict)


def warning(day: date, days: DaysOff) -> str:
    """Return in Vietnamese that a day is one off; empty for a working day."""
    why = days.why_off(day)
    return f"Ngày {day:%d/%m/%Y} rơi vào ngày nghỉ ({why})." if why else ""


def _due(work_id: Id, deadline: Deadline, due: Due, days: DaysOff) -> Occurrence:
    clauses = (deadline.clauses[number] for number in (due.clause, *due.also))
    told = "; ".join(dict.fromkeys(filter(None, map(words_of, clauses))))
    return Occurrence(
        work_id, OccurrenceKind.DUE, due.period, due.start, due.day, due.clause, told, warning(due.day, days)
    )


def words_of(clause: Clause) -> str:
    """Return what a clause says beside its time."""
    event = clause.event_text if clause.kind in _ON_EVENT else ""
    return ", ".join(filter(None, (clause.scope, event, clause.condition)))


def _set_by_hand(work_id: Id, day: date, days: DaysOff) -> Occurrence:
    return Occurrence(work_id, OccurrenceKind.DUE, day.isoformat(), due=day, warning=warning(day, days))


def _happened(work_id: Id, deadline: Deadline, event: Event, days: DaysOff) -> Occurrence:
    number, clause = _clause_of(deadline, event)
    day = day_after(event.day, clause, days) if clause else None
    told = event.words or (words_of(clause) if clause else "")
    off = warning(day, days) if day else ""
    return Occurrence(work_id, OccurrenceKind.EVENT, f"event:{event.id}", event.day, day, number, told, off)


def _clause_of(deadline: Deadline, event: Event) -> tuple[int, Clause | None]:
    """Return the clause that an event is for; the first that rests on any when the words have changed since."""
    resting = {number: clause for number, clause in enumerate(deadline.clauses) if clause.kind in _ON_EVENT}
    if event.clause in resting:
        return event.clause, resting[event.clause]
    return next(iter(resting.items()), (event.clause, None))


def _unique(found: Iterable[Occurrence]) -> Iterator[Occurrence]:
    """Yield the first occurrence of each key."""
    seen: set[str] = set()
    for each in found:
        if each.period not in seen:
            seen.add(each.period)
            yield each


def _order(occurrence: Occurrence) -> tuple[date, str]:
    return occurrence.due or occurrence.start or date.max, occurrence.period
