"""From the words of a deadline to its clauses: `understand`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tthc_desktop.models.deadlines.ends import end_of, start_of
from tthc_desktop.models.deadlines.lexing import Sign, folded, one_spelling, places
from tthc_desktop.models.deadlines.meaning import meaning
from tthc_desktop.models.deadlines.splitting import SPANS, Part, split
from tthc_desktop.models.deadlines.values import Clause, Deadline, Kind
from tthc_desktop.models.deadlines.wording import After, Before, after, before, decides

_PARTS = {
    r"tuan (?:thu )?(?:dau|1|nhat)(?: tien)?": "first_week",
    r"tuan (?:thu )?(?:2|hai)": "second_week",
    r"tuan (?:thu )?(?:3|ba)": "third_week",
    r"tuan (?:thu )?(?:4|tu)": "fourth_week",
    r"tuan cuoi(?: cung)?": "last_week",
    r"nua dau": "first_half",
    r"dau|thuong tuan": "begin",
    r"giua|trung tuan": "middle",
    r"(?:ngay |ngay lam viec |nua )?cuoi(?: cung)?|ha tuan": "end",
}
_PART = re.compile(rf"\b(?:{'|'.join(f'({words})' for words in _PARTS)}) (?:cua )?$")
_WITH_PARTS = SPANS - {Sign.DATE, Sign.LONG_DATE}


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
    named = _PART.search(flat[low : part.start]) if part.sign in _WITH_PARTS else None
    told = before(line, flat, part.lead, low + named.start() if named else part.start)
    if part.sign is Sign.RECURRING and len(part.places) > 1:
        told = replace(told, rel=before(line, flat, part.places[0].end, part.places[1].start).rel)
    later = after(line, flat, part.after, part.end, part.asides)
    side = [*_PARTS.values()][(named.lastindex or 1) - 1] if named else ""
    for number, clause in enumerate(meaning(line, flat, part, told, later, year)):
        placed = replace(clause, join="và" if number else part.join)
        if side and not number and clause.kind in {Kind.MONTH, Kind.QUARTER, Kind.YEAR}:
            placed = replace(placed, part=side)
        if clause.trouble:
            words = line[part.start : part.event.end if part.event else part.after]
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


def _with_bracket(clause: Clause) -> Clause:
    """Return a span, or what comes back, with the day that stands in brackets behind it."""
    if clause.kind in {Kind.MONTH, Kind.QUARTER, Kind.YEAR} and clause.condition and not clause.rel:
        inner = understand(clause.condition, clause.year).clauses
        if len(inner) == 1 and inner[0].kind is Kind.FIXED_DATE and inner[0].rel in {"before", "by"}:
            return replace(inner[0], join=clause.join, actor=clause.actor, scope=clause.scope)
    if clause.kind is Kind.RECURRING and not clause.day and clause.condition:
        inner = understand(clause.condition).clauses
        if len(inner) == 1 and inner[0].kind is Kind.RECURRING and inner[0].day and inner[0].freq == clause.freq:
            return replace(clause, day=inner[0].day, part=inner[0].part, rel=inner[0].rel, condition="")
    return clause


def _with_shared(clauses: list[Clause]) -> Iterator[Clause]:
    """Yield the clauses; “trước” before the first of several dates is meant for all of them."""
    rel, join = "", None
    for bare, coming in zip(clauses, [*clauses[1:], None], strict=True):
        clause = bare if join is None else replace(bare, join=join)
        join = None
        if coming and _is_said_again(clause, coming):
            join = clause.join
            continue
        dated = clause.kind is Kind.FIXED_DATE or (clause.kind is Kind.RECURRING and clause.day is not None)
        shared = dated and not (clause.rel or clause.scope or clause.actor)
        yield replace(clause, rel=rel) if shared else clause
        rel = (clause.rel or (rel if shared else "")) if dated else ""


def _is_said_again(clause: Clause, coming: Clause) -> bool:
    """Tell whether the next clause says the same with its day."""
    if coming.kind is Kind.FIXED_DATE and coming.date and coming.rel in {"before", "by"} and not coming.scope:
        start, end = start_of(clause), end_of(clause)
        bare = clause == Clause(clause.kind, rel="within", year=clause.year, quarter=clause.quarter, month=clause.month)
        return bare and bool(start and end and start <= coming.date <= end)
    both = clause.kind is coming.kind is Kind.RECURRING and clause.freq == coming.freq
    return both and bool(coming.day) and clause == Clause(Kind.RECURRING, join=clause.join, freq=clause.freq)
