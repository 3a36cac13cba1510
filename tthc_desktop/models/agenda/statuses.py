"""How lines of the agenda, and whole tasks, stand on a day."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from tthc_desktop.models.agenda.agenda import AgendaLine
from tthc_desktop.models.agenda.standing import DONE, FINISHED, is_due, standing
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Status

Task = tuple[Id, Id]
"""A plan and its work."""


def by_task(lines: Iterable[AgendaLine]) -> Mapping[Task, list[AgendaLine]]:
    """Return the lines of each piece of work, in their order."""
    found: dict[Task, list[AgendaLine]] = {}
    for line in lines:
        found.setdefault((line.plan_id, line.work_id), []).append(line)
    return found


def line_status(line: AgendaLine, on: date) -> Status:
    """Return how a line stands on a day."""
    return standing(line.occurrence, line.progress, on, ongoing=line.ongoing)


def task_status(lines: Collection[AgendaLine], on: date) -> Status:
    """Return how a whole task stands, from all its lines: the worst of the units that lead it.

    Overdue when anything is; done when everything is, late when any of it was; being done when some of it is.
    """
    return worst({line_status(line, on) for line in leading(lines)})


def leading(lines: Collection[AgendaLine]) -> Collection[AgendaLine]:
    """Return the lines of those who lead; all lines where nobody does."""
    return [line for line in lines if line.leads] or lines


def worst(statuses: Collection[Status]) -> Status:
    """Return what several statuses come to."""
    found = frozenset(statuses)
    if Status.OVERDUE in found:
        return Status.OVERDUE
    if found and found <= FINISHED:
        return _finished(found)
    if Status.DOING in found or found & DONE:
        return Status.DOING
    if Status.NOT_STARTED in found:
        return Status.NOT_STARTED
    return Status.NOT_DUE


def _finished(found: Collection[Status]) -> Status:
    for status in (Status.DONE_LATE, Status.DONE, Status.DONE_ON_TIME):
        if status in found:
            return status
    return Status.NONE_AROSE


def next_due(lines: Collection[AgendaLine], on: date) -> date | None:
    """Return the first day on which something is due that is not done yet, else the last one; None without any."""
    due = [line for line in leading(lines) if is_due(line.occurrence)]
    left = [line.occurrence.due for line in due if line.occurrence.due and line_status(line, on) not in FINISHED]
    if left:
        return min(left)
    return max((line.occurrence.due for line in due if line.occurrence.due), default=None)


def next_review(lines: Collection[AgendaLine], on: date) -> date | None:
    """Return the first day from this one on, on which work without an end is to be looked at."""
    days = (line.occurrence.due for line in lines if not is_due(line.occurrence))
    return min((day for day in days if day and day >= on), default=None)
