"""What a time says with the words that belong to it: `meaning`."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from tthc_desktop.models.deadlines.lexing import Place, Sign
from tthc_desktop.models.deadlines.single_times import wrong
from tthc_desktop.models.deadlines.splitting import Part
from tthc_desktop.models.deadlines.times import times
from tthc_desktop.models.deadlines.values import Clause, Kind
from tthc_desktop.models.deadlines.wording import After, Before

_BACKWARD = re.compile(r"\btruoc ?$")
_DAYS = {"ngay": 1, "ngay lam viec": 1, "tuan": 7, "thang": 30}
_NO_TIME = {Sign.EVENT, Sign.PLAN, Sign.AHEAD}
_HOURS = {"gio": 24, "h": 24, "gio lam viec": 8}


def meaning(line: str, flat: str, part: Part, told: Before, later: After, year: int | None) -> tuple[Clause, ...]:
    """Return what the time itself says."""
    place = part.places[0]
    if part.sign in _NO_TIME:
        return (_resting(line, place, later),)
    if part.sign is Sign.ONGOING:
        return (_ongoing(flat, part, year),)
    if part.sign is Sign.RELATIVE:
        return (_relative(flat, part, told, later, year),)
    if part.to:
        return (_range(part.places[0], part.places[1], year),)
    if part.like:
        return (_shared(place, part.like),)
    made = times(place, year)
    if len(part.places) > 1 and made:
        made = _completed(made, part)
    return made


def _completed(made: tuple[Clause, ...], part: Part) -> tuple[Clause, ...]:
    """Return the clauses with what the second time of their part adds: the day, or that they come back each year."""
    second = part.places[1]
    if second.sign is Sign.RECURRING:
        return tuple(
            each if each.trouble else replace(each, kind=Kind.RECURRING, freq=("year",), year=None) for each in made
        )
    if second.sign is Sign.DATE:
        named = times(second, None)[0]
        return (named if named.trouble else replace(made[0], day=named.day, month=named.month),)
    day = int(second.found[1]) if second.sign is Sign.DAY else None
    return (replace(made[0], day=day), *made[1:]) if day and day <= 31 else made


def _relative(flat: str, part: Part, told: Before, later: After, year: int | None) -> Clause:
    figure, unit = part.places[0].found[1], part.places[0].found[2]
    tie = part.places[0].found["tie"] or ""
    back = bool(_BACKWARD.search(flat[max(part.lead, part.start - 20) : part.start])) or " truoc" in tie
    days = -(-int(figure) // _HOURS[unit]) if unit in _HOURS else int(figure) * _DAYS[unit]
    named = times(part.event, year)[0] if part.event else None
    if named and named.trouble:
        return named
    return Clause(
        Kind.RELATIVE,
        rel="before" if back else told.rel or "by",
        date=named.date if named else None,
        offset_days=-days if back else days,
        calendar="working_days" if unit.endswith("viec") else "days",
        event_text=later.rest,
    )


def _resting(line: str, place: Place, later: After) -> Clause:
    """Return what rests on an event or on somebody else's plan."""
    words = " ".join(filter(None, (line[place.start : place.end], later.rest)))
    if place.sign is Sign.AHEAD:
        return _ahead(line, place, later)
    if place.sign is Sign.PLAN:
        return Clause(Kind.PER_PLAN, source_text=words)
    return Clause(Kind.ON_EVENT, event_text=words, immediate=place.found.group().startswith("ngay"))


def _ahead(line: str, place: Place, later: After) -> Clause:
    """Return so many days before an event that is named first."""
    words = line[place.found.start(1) : place.found.end(1)]
    days, unit = int(place.found[2]) * _DAYS[place.found[3]], place.found[3]
    return Clause(
        Kind.RELATIVE,
        rel="before",
        offset_days=-days,
        calendar="working_days" if unit.endswith("viec") else "days",
        event_text=" ".join(filter(None, (words.strip(), later.rest))),
    )


def _ongoing(flat: str, part: Part, year: int | None) -> Clause:
    """Return work that goes on all the time, or in a span of time."""
    if len(part.places) == 1:
        return Clause(Kind.ONGOING)
    span = _range(part.places[1], part.places[2], year) if part.to else times(part.places[1], year)[0]
    if span.trouble:
        return span
    between = flat[part.places[0].end : part.places[1].start].split()
    start = None if {"den", "het"} & {*between} and not part.to else _edge(span, last=False)
    end = None if "tu" in between and span.kind is not Kind.RANGE else _edge(span, last=True)
    return Clause(Kind.ONGOING, start=start, end=end, year=span.year)


def _shared(place: Place, like: Place) -> Clause:
    """Return what comes back like a later time, on a day of its own."""
    coming = times(like, None)[0]
    if coming.trouble:
        return coming
    if place.sign is Sign.DATE:
        named = times(place, None)[0]
        return named if named.trouble else replace(coming, day=named.day, month=named.month)
    day = int(place.found[1])
    return replace(coming, day=day) if 1 <= day <= 31 else wrong("không phải ngày có thật")


def _range(before: Place, after: Place, year: int | None) -> Clause:
    last = times(after, year)[0]
    first = times(before, last.year or year)[0]
    for each in (first, last):
        if each.trouble:
            return each
    start, end = _edge(first, last=False), _edge(last, last=True)
    if start and end and end < start:
        return _over_new_year(before, after, year)
    return Clause(Kind.RANGE, start=start, end=end, year=last.year)


def _over_new_year(before: Place, after: Place, year: int | None) -> Clause:
    """Return a range that runs on into the next year, where only its end or neither says its year."""
    first, last = (times(place, None)[0].year for place in (before, after))
    begins = last - 1 if last else year
    if begins and not first:
        start = _edge(times(before, begins)[0], last=False)
        end = _edge(times(after, begins + 1)[0], last=True)
        if start and end and start <= end:
            return Clause(Kind.RANGE, start=start, end=end, year=begins + 1)
    return wrong("có ngày cuối trước ngày đầu")


def _edge(clause: Clause, *, last: bool) -> date | None:
    """Return the first or last day of a span."""
    if clause.kind is Kind.FIXED_DATE:
        return clause.date
    if clause.kind is Kind.RANGE:
        return clause.end if last else clause.start
    if not clause.year:
        return None
    months = {Kind.MONTH: (clause.month, clause.month), Kind.YEAR: (1, 12)}
    if clause.quarter:
        months[Kind.QUARTER] = (3 * clause.quarter - 2, 3 * clause.quarter)
    month = months[clause.kind][last] or 1
    return date(clause.year, month, monthrange(clause.year, month)[1] if last else 1)
