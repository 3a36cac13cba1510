"""From the words of a deadline to its clauses: `understand`."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tthc_desktop.models.deadlines.lexing import Sign, folded, one_spelling, places
from tthc_desktop.models.deadlines.splitting import SPANS, Part, split
from tthc_desktop.models.deadlines.times import times, wrong
from tthc_desktop.models.deadlines.values import Clause, Deadline, Kind
from tthc_desktop.models.deadlines.wording import After, Before, after, before, decides

_PART = re.compile(r"\b(tuan dau|tuan (?:1|thu nhat)|tuan cuoi|dau|giua|cuoi) (?:cua )?$")
_PARTS = {"tuan cuoi": "last_week", "dau": "begin", "giua": "middle", "cuoi": "end"}
_BACKWARD = re.compile(r"\btruoc ?$")
_DAYS = {"ngay": 1, "ngay lam viec": 1, "tuan": 7, "thang": 30}


def understand(words: str, year: int | None = None) -> Deadline:
    """Return the clauses of a deadline; a time without a year is of `year`, the plan's. The words stay as they are."""
    line = one_spelling(words)
    if not line:
        return Deadline(words)
    flat = folded(line)
    parts, rest = split(flat, list(places(flat)))
    if not parts:
        if decides(flat):
            return Deadline(words, (Clause(Kind.PER_PLAN, source_text=line),))
        return Deadline(words, (Clause(Kind.OTHER, source_text=line),))
    found = [_with_bracket(clause) for part in parts for clause in _clauses(line, flat, part, year)]
    found = list(_with_shared(found))
    if rest >= 0:
        found.append(Clause(Kind.OTHER, join="và", source_text=line[rest:].strip()))
    return Deadline(words, tuple(found))


def _clauses(line: str, flat: str, part: Part, year: int | None) -> Iterator[Clause]:
    low = max(part.lead, part.start - 30)
    named = _PART.search(flat[low : part.start]) if part.sign in SPANS else None
    told = before(line, flat, part.lead, low + named.start() if named else part.start)
    if part.sign is Sign.RECURRING and len(part.places) > 1:
        told = replace(told, rel=before(line, flat, part.places[0].end, part.places[1].start).rel)
    later = after(line, flat, part.after, part.end, part.asides)
    side = _PARTS.get(named[1], "first_week") if named else ""
    for number, clause in enumerate(_bare(line, flat, part, told, later, year)):
        placed = replace(clause, join="và" if number else part.join)
        if side and not number and clause.kind in {Kind.MONTH, Kind.QUARTER, Kind.YEAR}:
            placed = replace(placed, part=side)
        if clause.trouble:
            words = line[part.start : part.after]
            placed = replace(placed, source_text=words, trouble=f"“{words}” {clause.trouble}.")
        yield _with_wording(placed, told, later)


def _with_wording(clause: Clause, told: Before, later: After) -> Clause:
    owned = clause.kind in {Kind.ON_EVENT, Kind.PER_PLAN, Kind.RELATIVE}
    scope = ", ".join(filter(None, (told.scope, "" if owned else later.rest)))
    return replace(
        clause,
        rel="within" if clause.kind is Kind.RANGE and clause.end else clause.rel or told.rel,
        actor=told.actor,
        recipient=told.recipient,
        scope=scope,
        purpose=later.purpose,
        condition=later.condition,
        source_text=clause.source_text or later.source,
    )


def _bare(line: str, flat: str, part: Part, told: Before, later: After, year: int | None) -> tuple[Clause, ...]:
    """Return what the time itself says."""
    place = part.places[0]
    words = " ".join(filter(None, (line[place.start : place.end], later.rest)))
    match part.sign:
        case Sign.ONGOING:
            named = times(part.places[1], year)[0].year if len(part.places) > 1 else None
            return (Clause(Kind.ONGOING, year=named),)
        case Sign.EVENT:
            now = place.found.group().startswith("ngay")
            return (Clause(Kind.ON_EVENT, event_text=words, immediate=now),)
        case Sign.PLAN:
            return (Clause(Kind.PER_PLAN, source_text=words),)
        case Sign.RELATIVE:
            return (_relative(flat, part, told, later),)
    if part.to:
        return (_range(part, year),)
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


def _with_bracket(clause: Clause) -> Clause:
    """Return what comes back with the day that stands in brackets behind it."""
    if clause.kind is Kind.RECURRING and not clause.day and clause.condition:
        inner = understand(clause.condition).clauses
        if len(inner) == 1 and inner[0].kind is Kind.RECURRING and inner[0].day and inner[0].freq == clause.freq:
            return replace(clause, day=inner[0].day, part=inner[0].part, rel=inner[0].rel, condition="")
    return clause


def _with_shared(clauses: list[Clause]) -> Iterator[Clause]:
    """Yield the clauses; “trước” before the first of several dates is meant for all of them."""
    rel = ""
    for clause, coming in zip(clauses, [*clauses[1:], None], strict=True):
        if coming and _is_said_again(clause, coming):
            continue
        dated = clause.kind is Kind.FIXED_DATE
        shared = dated and not (clause.rel or clause.scope or clause.actor)
        yield replace(clause, rel=rel) if shared else clause
        rel = (clause.rel or (rel if shared else "")) if dated else ""


def _is_said_again(clause: Clause, coming: Clause) -> bool:
    """Tell whether the next clause says the same with its day."""
    both = clause.kind is coming.kind is Kind.RECURRING and clause.freq == coming.freq
    return both and bool(coming.day) and clause == Clause(Kind.RECURRING, join=clause.join, freq=clause.freq)


def _relative(flat: str, part: Part, told: Before, later: After) -> Clause:
    figure, unit = part.places[0].found[1], part.places[0].found[2]
    tie = part.places[0].found["tie"] or ""
    back = bool(_BACKWARD.search(flat[max(part.lead, part.start - 20) : part.start])) or " truoc" in tie
    days = int(figure) * _DAYS[unit]
    return Clause(
        Kind.RELATIVE,
        rel="before" if back else told.rel or "by",
        offset_days=-days if back else days,
        calendar="working_days" if unit.endswith("viec") else "days",
        event_text=later.rest,
    )


def _range(part: Part, year: int | None) -> Clause:
    last = times(part.places[1], year)[0]
    first = times(part.places[0], last.year or year)[0]
    for each in (first, last):
        if each.trouble:
            return each
    start, end = _edge(first, last=False), _edge(last, last=True)
    if start and end and end < start:
        return wrong("có ngày cuối trước ngày đầu")
    return Clause(Kind.RANGE, start=start, end=end, year=last.year)


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
