"""The days on which a clause that recurs falls due, each with the key of the span it is for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from math import ceil

from tthc_desktop.models.deadlines.ends import PARTS_OF_MONTH, last_day, months_before_end
from tthc_desktop.models.deadlines.values import Clause
from tthc_desktop.models.plan import Period
from tthc_desktop.models.spans import MONTHS, Span, SpanKind, span_with, spans

_FRIDAY = 5
_KIND_OF_MONTHS = {months: kind for kind, months in MONTHS.items()}


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A day as the words name it, the key of what it is for, and the first day of that."""

    day: date
    period: str
    start: date


@dataclass(frozen=True, slots=True)
class Beat:
    """What the keys of a clause that recurs are: spans of a kind, those of one month or quarter of each year, days."""

    kind: SpanKind
    month: int = 0


def beat(clause: Clause, freq: str) -> Beat:
    """Return by what a clause comes back with one of its frequencies; with the same one, keys would be the same."""
    kind = SpanKind(freq)
    if (clause.every or 1) > 1:
        return Beat(SpanKind.DAY)
    if kind is SpanKind.YEAR and not clause.day and (clause.month or clause.quarter):
        named = SpanKind.MONTH if clause.month else SpanKind.QUARTER
        return Beat(named, clause.month or 3 * (clause.quarter or 4))
    times = clause.times or 1
    if times == 1:
        return Beat(kind)
    months = MONTHS.get(kind, 0)
    return Beat(SpanKind.DAY if months % times else _KIND_OF_MONTHS.get(months // times, SpanKind.DAY))


def recurrences(clause: Clause, freq: str, period: Period) -> Iterator[Recurrence]:
    """Yield the days of the spans that touch a period; some may lie outside it."""
    kind, keyed = SpanKind(freq), beat(clause, freq)
    reach = Period(period.start - timedelta(1), period.end) if clause.part == "next" else period
    for span in _grouped(spans(kind, reach), clause.every or 1):
        for start, day in _days(clause, span):
            named = span if keyed == Beat(kind) else span_with(keyed.kind, day)
            yield Recurrence(day, named.key, named.start if keyed.month else start)


def _grouped(found: Iterator[Span], every: int) -> Iterator[Span]:
    """Yield spans that each last `every` of those found, counted from the first; an unfinished one is left out."""
    if every == 1:
        yield from found
        return
    while len(group := tuple(islice(found, every))) == every:
        yield Span(group[0].start, group[-1].end, group[-1].key, group[-1].kind)


def _days(clause: Clause, span: Span) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of what is due in a span."""
    if (clause.times or 1) > 1:
        yield from _shares(span, clause.times or 1)
    elif span.kind is SpanKind.WEEK:
        yield span.start, span.end - timedelta(7 - (clause.weekday or _FRIDAY))
    elif span.kind is SpanKind.DAY:
        yield span.start, span.end
    else:
        yield span.start, _day_in(clause, span)


def _day_in(clause: Clause, span: Span) -> date:
    months, year, month = MONTHS[span.kind], span.end.year, span.end.month
    if span.kind is SpanKind.YEAR and (clause.month or clause.quarter):
        month = clause.month or 3 * (clause.quarter or 4)
    elif clause.part == "next":
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    elif clause.part == "first_month":
        month -= months - 1
    else:
        month -= months_before_end(clause.part, months)
    return last_day(year, month, clause.day or (PARTS_OF_MONTH.get(clause.part, 31) if months == 1 else 31))


def _shares(span: Span, times: int) -> Iterator[tuple[date, date]]:
    """Yield the parts of a span that is shared by several times: whole months where there are enough of them."""
    months, days = MONTHS.get(span.kind, 0), (span.end - span.start).days + 1
    start = span.start
    for number in range(1, min(times, days) + 1):
        if times <= months:
            end = last_day(span.start.year, span.start.month - 1 + ceil(months * number / times))
        else:
            end = span.start + timedelta(days * number // min(times, days) - 1)
        yield start, end
        start = end + timedelta(1)
