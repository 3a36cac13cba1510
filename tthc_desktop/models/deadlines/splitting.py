"""A line of words cut into the parts that each say one thing, with what stands before and after the time."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from tthc_desktop.models.deadlines.lexing import Place, Sign

_BETWEEN = re.compile(r";|,|\. | va (?!(?:cac|nhung) nam)| hoac ")
_ASIDE = re.compile(r"\([^()]*(?:\)|$)")
_TO = re.compile(r",? ?(?:-|den|toi)(?: het)?(?: ngay)? ?")
_FRESH = re.compile(r"(?:hoan thanh|xong|cham nhat|truoc|trong)(?: trong| truoc)?(?: ngay)? $")
_GREEDY = {Sign.EVENT, Sign.PLAN, Sign.RELATIVE}
_WEAK = {Sign.YEARS, Sign.DAY, Sign.PART}
_DAY_OF_IT = re.compile(r"[ ,:]*(?:truoc|cham nhat|vao|xong truoc)?(?: truoc)?(?: ngay| vao)? ?")
_FROM_DAY = re.compile(r" (?:ke tu|tinh tu|tinh den|so voi|sau|truoc|tu)(?: (?:khi|ngay|thoi diem|la))* ?")
_GOES_ON = re.compile(r"[ ,]*(?:(?:trong|suot|ca|tu|den|den het|het)(?: ngay)?)? ?")
_AND_ALSO = re.compile(r" ?(?:[,;]|va|hoac|[,;] va)? ?(?:truoc )?(?:ngay )?")
_MEANT = re.compile(r"(?: ?: ?)|.{0,40}\b(?:truoc|cham nhat|vao|xong|nop|gui|han)\b.{0,20}")
_NAMES = {Sign.QUARTERS, Sign.MONTHS, Sign.MONTH_YEAR, Sign.HALF, Sign.RECURRING, Sign.PART}
_DAYS = {Sign.DATE, Sign.LONG_DATE, Sign.MONTHLY, Sign.LAST_MONTH}
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
    """Whether its last two places are the ends of a range."""
    event: Place | None = None
    """The day from which a relative time counts, where it is named."""
    like: Place | None = None
    """The time of a later part that this one shares: the 10th and the 25th of each month."""

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
    asides = [aside.span() for aside in _ASIDE.finditer(flat)]
    hidden = _inside([start for start, _ in asides], taken)
    asides = [aside for aside, within in zip(asides, hidden, strict=True) if not within]
    hidden = _inside([place.start for place in found], asides)
    found = [place for place, within in zip(found, hidden, strict=True) if not within]
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
    number = 0
    for aside in asides:
        while number < len(parts) and parts[number].end <= aside[0]:
            number += 1
        if number < len(parts):
            parts[number].asides.append(aside)
    _share(flat, parts)
    return parts, carried


def _share(flat: str, parts: list[Part]) -> None:
    """Let a day that says no month or year share what a later one next to it says for both."""
    for part, coming in reversed(list(pairwise(parts))):
        source = coming.like or coming.places[0]
        if not _AND_ALSO.fullmatch(flat[part.after : coming.start]):
            continue
        if part.sign is Sign.DAY and source.sign in {Sign.MONTHLY, Sign.LAST_MONTH}:
            part.like = source
        elif part.sign is Sign.DATE and source.sign is Sign.YEARLY and _without_year(part.places[0]):
            part.like = source if re.search(r"(?:hang|moi|tung) nam$", source.found.group()) else None


def _without_year(date: Place) -> bool:
    """Tell whether a date is a day and a month only."""
    return not (date.found[4] or date.found[7])


def _inside(starts: list[int], spans: list[tuple[int, int]]) -> list[bool]:
    """Tell of each place, in order, whether it lies in one of some spans."""
    firsts = [start for start, _ in spans]
    return [(at := bisect_right(firsts, start)) > 0 and start < spans[at - 1][1] for start in starts]


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
    last_strong = max((number for number, place in enumerate(piece.places) if place.sign not in _WEAK), default=-1)
    join = {"va": "và", "hoac": "hoặc"}.get(piece.separator, "và") if parts else ""
    for number, place in enumerate(piece.places):
        last = parts[-1] if parts else None
        words = flat[lead if number == 0 else piece.places[number - 1].end : place.start]
        coming = piece.places[number + 1] if number + 1 < len(piece.places) else None
        separator = piece.separator if last and last.start < piece.start else ""
        if last and _belongs(last, place, words, first=number == 0, separator=separator):
            last.end = place.end
            _join(last, place, words)
        elif coming and _only_names(flat, place, coming, strong=last_strong > number):
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


def _only_names(flat: str, place: Place, coming: Place, *, strong: bool) -> bool:
    """Tell whether a time only names what the next one is the end of: the report of a year or of a quarter.

    `strong` tells whether a time that is more than a year comes after it.
    """
    between = flat[place.end : coming.start]
    if _TO.fullmatch(between):
        return False
    if place.sign is Sign.YEARS:
        return strong
    if place.sign not in _NAMES or (place.sign, coming.sign) == (Sign.RECURRING, Sign.DAY):
        return False
    return between.strip() == ":" or (coming.sign in _DAYS and bool(_MEANT.fullmatch(between)))


def _mine(parts: list[Part], piece: _Piece) -> bool:
    """Tell whether the last part began in this piece."""
    return bool(parts) and parts[-1].start >= piece.start


def _belongs(last: Part, place: Place, words: str, *, first: bool, separator: str) -> bool:
    if last.sign is Sign.RECURRING and _is_its_day(last, place, words):
        return True
    if first:
        carried = last.sign in _GREEDY and separator not in {";", ","} and place.sign in _WEAK
        return carried and not _FRESH.search(words) and bool(words.strip())
    if last.sign in _GREEDY:
        return _is_its_event(last, place, words) or (separator != ";" and not _FRESH.search(words))
    return _goes_with(last, place, words)


def _is_its_day(last: Part, place: Place, words: str) -> bool:
    """Tell whether a place is the day of what comes back."""
    if len(last.places) > 1 or not _DAY_OF_IT.fullmatch(words):
        return False
    yearly = last.places[0].found.group().endswith("hang nam")
    return place.sign is Sign.DAY or (
        yearly and place.sign is Sign.DATE and bool(place.found[5] and not place.found[7])
    )


def _is_its_event(last: Part, place: Place, words: str) -> bool:
    """Tell whether a place is the day from which a relative time counts."""
    dated = last.sign is Sign.RELATIVE and place.sign in {Sign.DATE, Sign.LONG_DATE}
    return dated and last.event is None and bool(_FROM_DAY.fullmatch(words))


def _goes_with(last: Part, place: Place, words: str) -> bool:
    """Tell whether a time further on in a piece completes the one before."""
    if last.sign in SPANS and place.sign in SPANS and len(last.places) == 1 and _TO.fullmatch(words):
        return True
    if last.sign in _COMES_BACK and place.sign is Sign.RECURRING and not words.strip():
        return place.found.group().endswith("nam")
    if last.sign is Sign.ONGOING and place.sign in SPANS | {Sign.HALF} and len(last.places) < 3:
        return bool((_GOES_ON if len(last.places) == 1 else _TO).fullmatch(words))
    return (last.sign, place.sign) == (Sign.PART, Sign.MONTHS)


def _join(last: Part, place: Place, words: str) -> None:
    if last.sign in SPANS and _TO.fullmatch(words):
        last.places.append(place)
        last.to = True
    elif _is_its_event(last, place, words):
        last.event = place
    elif last.sign is Sign.ONGOING:
        last.to = len(last.places) == 2
        last.places.append(place)
    elif last.sign not in _GREEDY:
        last.places.append(place)
