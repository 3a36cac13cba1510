"""When work without an end of its own is to be looked at."""

from collections.abc import Iterator
from datetime import date

from tthc_desktop.models.agenda.values import FollowUp
from tthc_desktop.models.deadlines.ends import start_of
from tthc_desktop.models.deadlines.values import Clause, Deadline, Kind
from tthc_desktop.models.plan import Period
from tthc_desktop.models.rules import Rules
from tthc_desktop.models.spans import SpanKind, spans

NEVER = "none"
_KINDS = {kind.value: kind for kind in SpanKind}
Review = tuple[str, date, date]
"""The key, the first day and the day of one review."""


def reviews(deadline: Deadline, period: Period, follow_up: FollowUp, rules: Rules, *, due: bool) -> Iterator[Review]:
    """Yield the reviews of work: at the end of each span of its rhythm, and on the days that the clerk set.

    Work with a day on which it is `due` has a rhythm only when it goes on all the time, or the clerk gave it one.
    """
    rhythm = _KINDS.get(follow_up.review or rules.review)
    open_ended = not due or any(clause.kind is Kind.ONGOING for clause in deadline.clauses)
    if rhythm and (open_ended or follow_up.review):
        for span in spans(rhythm, _within(deadline, period)):
            yield span.key, span.start, min(span.end, period.end)
    for day in follow_up.review_days:
        yield day.isoformat(), day, day


def _within(deadline: Deadline, period: Period) -> Period:
    """Return the part of a period in which the words let the work go on; all of it when that is none."""
    starts = [start_of(clause) for clause in deadline.clauses]
    start = max(period.start, min(each for each in starts if each)) if starts and all(starts) else period.start
    ends = [_last(clause) for clause in deadline.clauses if clause.kind is Kind.ONGOING]
    end = min(period.end, max(each for each in ends if each)) if ends and all(ends) else period.end
    return Period(start, end) if start <= end else period


def _last(clause: Clause) -> date | None:
    """Return the last day on which work goes on that has one."""
    if clause.end or clause.start:
        return clause.end
    return date(clause.year, 12, 31) if clause.year else None
