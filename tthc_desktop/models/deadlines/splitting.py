"""A line of words cut into the parts that each say one thing, with what stands before and after the time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tthc_desktop.models.deadlines.lexing import Place, Sign

_BETWEEN = re.compile(r";|,|\. | va (?!(?:cac|nhung) nam)| hoac ")
_ASIDE = re.compile(r"\([^()]*(?:\)|$)")
_TO = re.compile(r",? ?(?:-|den|toi)(?: het)?(?: ngay)? ?")
_FRESH = re.compile(r"(?:hoan thanh|xong|cham nhat|truoc|trong)(?: trong| truoc)?(?: ngay)? $")
_GREEDY = {Sign.EVENT, Sign.PLAN, Sign.RELATIVE}
_WEAK = {Sign.YEARS, Sign.DAY, Sign.PART}
_DAY_OF_IT = re.compile(r"[ ,]*(?:truoc|cham nhat|vao|xong truoc)?(?: truoc)?(?: ngay| vao)? ?")
_COMES_BACK = {Sign.MONTHS, Sign.QUARTERS}
SPANS = {Sign.DATE, Sign.LONG_DATE, Sign.MONTH_YEAR, Sign.MONTHS, Sign.QUARTERS, Sign.YEARS}


@dataclass(slots=True)
class Part:
    """A time with the words around it, all as places in the line."""

    join: str
    lead: int
    places: list[Place]
    end: int
    asides: list[tuple[int, int]] = field(default_factory=list)
    to: bool = False
    """Whether its two places are the ends of a range."""

    @property
    def sign(self) -> Sign:
        return self.places[0].sign

    @property
    def start(self) -> int:
        return self.places[0].start

    @property
    def after(self) -> int:
        return self.places[-1].end


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two separators."""

    start: int
    end: int
    separator: str
    places: list[Place]


def split(flat: str, found: list[Place]) -> tuple[list[Part], int]:
    """Return the parts of folded words, and where words without any time begin after them."""
    taken = [(place.start, place.end) for place in found]
    asides = [aside.span() for aside in _ASIDE.finditer(flat) if not _inside(aside.start(), taken)]
    found = [place for place in found if not _inside(place.start, asides)]
    parts: list[Part] = []
    carried = -1
    for piece in _pieces(flat, found, asides):
        if not piece.places and parts and carried < 0 and piece.separator != ";":
            parts[-1].end = piece.end
        elif not piece.places:
            carried = piece.start if carried < 0 else carried
        else:
            _take(flat, parts, piece, piece.start if carried < 0 else carried)
            carried = -1
    for aside in asides:
        holder = next((part for part in parts if aside[0] < part.end), None)
        if holder:
            holder.asides.append(aside)
    return parts, carried


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    """Tell whether a place lies in one of some spans."""
    return any(start <= at < end for start, end in spans)


def _pieces(flat: str, found: list[Place], asides: list[tuple[int, int]]) -> Iterator[_Piece]:
    kept = sorted([*asides, *((place.start, place.end) for place in found)])
    start, separator, at, number = 0, "", 0, 0
    cuts = list(_BETWEEN.finditer(flat))
    for cut in [*cuts, None]:
        end = cut.start() if cut else len(flat)
        while at < len(kept) and kept[at][1] <= end:
            at += 1
        if cut and at < len(kept) and kept[at][0] <= cut.start() < kept[at][1]:
            continue
        first = number
        while number < len(found) and found[number].start < end:
            number += 1
        yield _Piece(start, end, separator, found[first:number])
        if cut:
            start, separator = cut.end(), cut.group().strip()


def _take(flat: str, parts: list[Part], piece: _Piece, lead: int) -> None:
    """Put the times of a piece into new parts, or into the part before that they belong to."""
    join = {"va": "và", "hoac": "hoặc"}.get(piece.separator, "và") if parts else ""
    for number, place in enumerate(piece.places):
        last = parts[-1] if parts else None
        words = flat[lead if number == 0 else piece.places[number - 1].end : place.start]
        later = piece.places[number + 1 :]
        if last and _belongs(last, place, words, first=number == 0, separator=piece.separator):
            last.end = place.end
            _join(last, place, words)
        elif place.sign is Sign.YEARS and any(other.sign not in _WEAK for other in later) and not _TO.fullmatch(
            flat[place.end : later[0].start]
        ):  # fmt: skip
            continue
        else:
            if last and number and last.start >= piece.start:
                last.end = min(last.end, last.after)
            parts.append(
                Part(
                    join,
                    lead if number == 0 or not _mine(parts, piece) else piece.places[number - 1].end,
                    [place],
                    place.end,
                )
            )
            join = "và"
    if parts:
        parts[-1].end = piece.end


def _mine(parts: list[Part], piece: _Piece) -> bool:
    """Tell whether the last part began in this piece."""
    return bool(parts) and parts[-1].start >= piece.start


def _belongs(last: Part, place: Place, words: str, *, first: bool, separator: str) -> bool:
    if not first and last.sign in SPANS and place.sign in SPANS and _TO.fullmatch(words) and len(last.places) == 1:
        return True
    if last.sign in _COMES_BACK and place.sign is Sign.RECURRING and not words.strip() and not first:
        return place.found.group().endswith("nam")
    if last.sign is Sign.RECURRING and len(last.places) == 1 and _DAY_OF_IT.fullmatch(words):
        yearly = last.places[0].found.group().endswith("hang nam")
        if place.sign is Sign.DAY or (yearly and place.sign is Sign.DATE and place.found[5] and not place.found[7]):
            return True
    if last.sign in _GREEDY and separator != ";":
        if first:
            return place.sign in _WEAK and not _FRESH.search(words) and bool(words.strip()) and separator != ","
        return not _FRESH.search(words)
    return not first and (last.sign, place.sign) in {(Sign.ONGOING, Sign.YEARS), (Sign.PART, Sign.MONTHS)}


def _join(last: Part, place: Place, words: str) -> None:
    if last.sign in SPANS and _TO.fullmatch(words):
        last.places.append(place)
        last.to = True
    elif last.sign not in _GREEDY:
        last.places.append(place)
