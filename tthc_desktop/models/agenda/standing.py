"""How one occurrence of work stands on a day: what was said of it, held against the day on which it is due."""

from datetime import date

from tthc_desktop.models.agenda.values import Occurrence, OccurrenceKind
from tthc_desktop.models.progress.forms import day_in
from tthc_desktop.models.progress.values import Field, Progress, Status

DONE = frozenset({Status.DONE, Status.DONE_ON_TIME, Status.DONE_LATE})
FINISHED = DONE | {Status.NONE_AROSE}
"""What leaves nothing to be done."""
_STATUSES = {status.value: status for status in Status}


def standing(occurrence: Occurrence, said: Progress | None, on: date, *, ongoing: bool = False) -> Status:
    """Return how an occurrence stands at the end of a day.

    `ongoing` says that its deadline has no end (thường xuyên), so that the work is being done with nothing said.
    """
    told = status_said(said, on)
    if told is Status.DONE:
        return _done(occurrence, said)
    if told in FINISHED:
        return told
    if is_due(occurrence) and occurrence.due and occurrence.due < on:
        return Status.OVERDUE
    if told:
        return told
    return Status.DOING if ongoing and not is_due(occurrence) else Status.NOT_DUE


def is_due(occurrence: Occurrence) -> bool:
    """Tell whether work has to be done by the day of an occurrence; otherwise it is only looked at."""
    return occurrence.kind is not OccurrenceKind.REVIEW


def status_said(said: Progress | None, on: date) -> Status | None:
    """Return the status that was said; work whose product bears a later day was not done yet."""
    status = _STATUSES.get(said.words(Field.STATUS)) if said else None
    if said and status in DONE and (day := day_in(said.words(Field.DAY))) and day > on:
        return None
    return status


def needs_review(occurrence: Occurrence, said: Progress | None, on: date) -> bool:
    """Tell whether the day of a review is past and nothing was said of its period.

    What was said of the plan as a whole on no known day is none of it, unless it is that the work is finished.
    """
    if is_due(occurrence) or occurrence.due is None or occurrence.due >= on:
        return False
    if said is None or not any(one.words for one in said.said.values()):
        return True
    of_all = not said.period and said.period != occurrence.period
    return of_all and day_said(said) is None and status_said(said, on) not in FINISHED


def day_said(said: Progress) -> date | None:
    """Return the day of what was said: that of the product, else when the sheet that says it came in; None if typed."""
    if day := day_in(said.words(Field.DAY)):
        return day
    return max((one.origin.at.date() for one in said.said.values() if one.origin), default=None)


def _done(occurrence: Occurrence, said: Progress | None) -> Status:
    """Return whether work is done on time, where its product bears a day and it had to be done by one."""
    day = day_in(said.words(Field.DAY)) if said else None
    if day is None or occurrence.due is None or not is_due(occurrence):
        return Status.DONE
    return Status.DONE_LATE if day > occurrence.due else Status.DONE_ON_TIME
