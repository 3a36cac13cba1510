"""When each piece of work of a plan is due in one period, beside what was said of it for that period."""

from collections.abc import Iterable, Mapping
from datetime import date

from tthc_desktop.models.agenda.occurrences import occurrences
from tthc_desktop.models.agenda.periods import carried_out
from tthc_desktop.models.agenda.standing import is_due
from tthc_desktop.models.agenda.values import FollowUp, Occurrence
from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.rules import Rules
from tthc_desktop.models.spans import covers, span_of
from tthc_desktop.models.task import Target, Task

EVENT = "event:"
"""Before the identity of an event, its key as a period."""
Dues = Mapping[tuple[Id, str], Occurrence]
"""By work and event (empty for none), the occurrence that is to be reported on."""


def dues(plan: Plan, follow_ups: Iterable[FollowUp], rules: Rules, days: DaysOff, period: str) -> Dues:
    """Return what is due of each piece of work in a period, the plan as a whole when it is empty.

    Of several days the last counts: the report of a quarter is about all its months. A review counts where nothing is
    due. The next day that the office has set by hand is told before its period has come.
    """
    span = carried_out(plan)
    followed = {one.work_id: one for one in follow_ups if one.plan_id == plan.id}
    found: dict[tuple[Id, str], Occurrence] = {}
    if span is None:
        return found
    works: tuple[Task | Target, ...] = (*plan.tasks.values(), *plan.targets.values())
    for held in works:
        every = occurrences(held, span, followed.get(held.id), rules, days)
        for one in every:
            event_id = one.period.removeprefix(EVENT) if one.period.startswith(EVENT) else ""
            if event_id or not one.period or not period or covers(period, one.period):
                key = held.id, event_id
                found[key] = _later(found.get(key), one)
        if coming := _set_for_later(followed.get(held.id), period):
            known = found.get((held.id, ""))
            if known is None or not is_due(known):
                found[held.id, ""] = next(one for one in every if is_due(one) and one.due == coming)
    return found


def _set_for_later(followed: FollowUp | None, period: str) -> date | None:
    """Return the first day after a period that the office has set by hand."""
    span = span_of(period)
    days = followed.due_days if followed and span else ()
    return min((day for day in days if span and day > span.end), default=None)


def _later(known: Occurrence | None, other: Occurrence) -> Occurrence:
    if known is None or is_due(other) > is_due(known):
        return other
    return other if is_due(other) == is_due(known) and (other.due or other.start) else known
