"""Which of all that a unit has said of its work answers one occurrence of it."""

from collections.abc import Collection

from tthc_desktop.models.agenda.standing import day_said
from tthc_desktop.models.agenda.values import Occurrence
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.spans import covers, span_of


def answer(occurrence: Occurrence, said: Collection[Progress]) -> Progress | None:
    """Return what was said of the occurrence's own period, else of the narrowest span around it.

    What was said of the plan as a whole is the widest; it speaks of nothing that began only after the day of it.
    """
    for one in said:
        if one.period == occurrence.period:
            return one
    around = [one for one in said if one.period and covers(one.period, occurrence.period)]
    if around:
        return min(around, key=_days)
    return next((one for one in said if not one.period and _had_begun(occurrence, one)), None)


def _had_begun(occurrence: Occurrence, said: Progress) -> bool:
    day = day_said(said)
    return day is None or occurrence.start is None or occurrence.start <= day


def _days(said: Progress) -> int:
    span = span_of(said.period)
    return (span.end - span.start).days if span else 0
