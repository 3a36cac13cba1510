"""A paper read from pages against the print of a plan, word by word: where the words differ.

Where lines and pages end, hyphens, quotation marks and other signs between words, capitals, and words torn apart or
run together by a file make no difference.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tthc_desktop.models.comparison.aligning import Stretch, stretches
from tthc_desktop.models.comparison.differences import What
from tthc_desktop.models.comparison.pieces import Fate, Piece
from tthc_desktop.models.text import fold
from tthc_desktop.models.version import Issue

_TOKEN = re.compile(r"[^\W_]+|[%‰≥≤<>=≠±]")
_HEADING = re.compile(r"\s*(?:[IVX]+\.|\d{1,2}\.|(?:PHỤ LỤC|Phụ lục|Phần|PHẦN|Chương|CHƯƠNG|Điều)\b)")
_LONGEST_HEADING = 160
_HEAD = 40
_AROUND = 6
"""How many words are shown before and behind what differs."""
_NEAR = 2
"""Stretches with no more words between them are told as one."""
_MOVED = 4
"""So many words at least have to stand elsewhere to be called moved."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from a page's top left corner."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a row of a table, as it is read from a page, from 1."""

    words: str
    page: int = 0
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Departure:
    """A stretch of words that differs: the print's, and the paper's in its place.

    `page` and `heading` say where it stands in the paper. `before` and `after` are the words around it.
    """

    what: What
    old: str
    new: str
    page: int
    heading: str = ""
    before: str = ""
    after: str = ""
    box: Box | None = None
    """Where on the page the passage stands in which the words differ."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The words with what became of them, those around included."""
        parts = (
            Piece(Fate.KEPT, f"{self.before} " if self.before else ""),
            Piece(Fate.REMOVED, f"{self.old} " if self.old and self.new else self.old),
            Piece(Fate.ADDED, self.new),
            Piece(Fate.KEPT, f" {self.after}" if self.after else ""),
        )
        return tuple(part for part in parts if part.words)


@dataclass(frozen=True, slots=True)
class Departures:
    """All that differs between a print and a paper, and how many words agree of how many."""

    found: tuple[Departure, ...]
    same: int
    of: int

    @property
    def likeness(self) -> float:
        """From 0, nothing in common, to 1."""
        return self.same / self.of if self.of else 1.0


class _Token(NamedTuple):
    """A word of a passage; a long paper has a hundred thousand, and these are made in half the time of others."""

    key: str
    start: int
    end: int
    passage: int


def departures(
    old: Sequence[Passage], new: Sequence[Passage], issue: Issue | None = None, kind: str = ""
) -> Departures:
    """Return where a paper departs from a print.

    With `issue` the print bears its number and date: the paper may leave them blank, for stamps fill them in.
    `kind` is the name of the paper's type: above it, and from Nơi nhận on, words stand side by side in two columns,
    which files give in any order; there only the words count.
    """
    before, after = _Side(old), _Side(new)
    may_be_blank = _of_issue(before.keys, issue, before.regions(kind)[0]) if issue else frozenset()
    apart = stretches(before.keys, after.keys)
    for region in zip(before.regions(kind), after.regions(kind), strict=True):
        apart = list(_without_order(before, after, apart, region, may_be_blank))
    apart = [one for one in apart if not _is_same(before, after, one, may_be_blank)]
    lost = sum(end - start for start, end, _, _ in apart)
    came = sum(end - start for _, _, start, end in apart)
    found = _told(before, after, list(_joined(apart)))
    same = min(len(before.keys) - lost, len(after.keys) - came)
    return Departures(tuple(found), max(same, 0), max(len(before.keys), len(after.keys)))


class _Side:
    """The words of one side, and where each stands."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self.tokens = [
            _Token(match.group().casefold(), *match.span(), at)
            for at, passage in enumerate(passages)
            for match in _TOKEN.finditer(passage.words)
        ]
        self.keys = [token.key for token in self.tokens]
        for place, key in enumerate(self.keys):
            if place and key.isdecimal() and self.keys[place - 1] in {"ngày", "tháng"}:
                self.keys[place] = str(int(key))

    def regions(self, kind: str) -> tuple[range, range]:
        """Return the words of the head, and those of the foot."""
        starts = [fold(" ".join(passage.words.split())) for passage in self.passages]
        wanted = fold(kind)
        title = next((at for at, words in enumerate(starts[:_HEAD]) if wanted and words == wanted), 0)
        foot = next((at for at, words in enumerate(starts) if words.startswith("noi nhan")), len(starts))
        end = next((at for at in range(foot, len(starts)) if starts[at].startswith("phu luc")), len(starts))
        return range(self._first(title)), range(self._first(foot), self._first(end))

    def _first(self, passage: int) -> int:
        """Return the place of the first word of a passage, or of one behind it."""
        return bisect_left(self.tokens, passage, key=lambda token: token.passage)

    def words(self, start: int, end: int) -> str:
        """Return the words between two places as they are written, with the signs between them."""
        parts: list[str] = []
        while start < end:
            at = self.tokens[start].passage
            last = start
            while last + 1 < end and self.tokens[last + 1].passage == at:
                last += 1
            written = self.passages[at].words
            parts.append(" ".join(written[self.tokens[start].start : self.tokens[last].end].split()))
            start = last + 1
        return " ".join(parts)

    def whereabouts(self, place: int) -> tuple[Passage, str]:
        """Return the passage of a word, and the nearest heading above it."""
        if not self.tokens:
            return Passage(""), ""
        at = self.tokens[min(place, len(self.tokens) - 1)].passage
        above = (self.passages[index].words for index in range(at, -1, -1))
        return self.passages[at], next((" ".join(words.split()) for words in above if _is_heading(words)), "")


def _is_heading(words: str) -> bool:
    return len(words) <= _LONGEST_HEADING and bool(_HEADING.match(words))


def _is_same(before: _Side, after: _Side, stretch: Stretch, may_be_blank: frozenset[int]) -> bool:
    start, end, new_start, new_end = stretch
    if new_start == new_end:
        return all(place in may_be_blank for place in range(start, end))
    return "".join(before.keys[start:end]) == "".join(after.keys[new_start:new_end])


def _without_order(
    before: _Side, after: _Side, apart: Sequence[Stretch], region: tuple[range, range], may_be_blank: frozenset[int]
) -> Iterator[Stretch]:
    """Yield the stretches but for those of a region whose words stand elsewhere in that region."""
    inside = {one for one in apart if _is_in(one, region)}
    lost = Counter(key for one in inside for key in before.keys[slice(*one[:2])])
    won = Counter(key for one in inside for key in after.keys[slice(*one[2:])])
    gone = lost - won - Counter(before.keys[at] for at in may_be_blank if at in region[0])
    come = won - lost
    for one in apart:
        old, new = before.keys[slice(*one[:2])], after.keys[slice(*one[2:])]
        if one not in inside or any(gone[key] for key in old) or any(come[key] for key in new):
            yield one


def _is_in(stretch: Stretch, region: tuple[range, range]) -> bool:
    start, end, new_start, new_end = stretch
    old, new = region
    return old.start <= start and end <= old.stop and new.start <= new_start and new_end <= new.stop


def _of_issue(keys: Sequence[str], issue: Issue, head: range) -> frozenset[int]:
    """Return the places of the number in front of the symbol and of the date of issuing.

    Where these stand in the head, the whole of their lines is meant: a plan without a symbol prints no such line.
    """
    number, symbol = (_TOKEN.findall(words.casefold()) for words in (issue.number, issue.symbol))
    day = ["ngày", str(issue.date.day), "tháng", str(issue.date.month), "năm", str(issue.date.year)]
    found: set[int] = set()
    for place, key in enumerate(keys):
        if key == "số" and _stands(keys, place + 1, [*number, *symbol]):
            found.update(range(place + 1, place + 1 + len(number)))
            found.update(range(place, place + 1 + len(number) + len(symbol)) if place in head else ())
        elif key == "ngày" and _stands(keys, place, day):
            found.update(range(place, place + 6) if place in head else (place + 1, place + 3, place + 5))
    return frozenset(found)


def _stands(keys: Sequence[str], place: int, row: Sequence[str]) -> bool:
    return list(keys[place : place + len(row)]) == list(row)


def _joined(apart: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield neighbours with a word or two between them as one."""
    current: Stretch | None = None
    for start, end, new_start, new_end in apart:
        if current and start - current[1] <= _NEAR and new_start - current[3] <= _NEAR:
            current = (current[0], end, current[2], new_end)
            continue
        if current:
            yield current
        current = (start, end, new_start, new_end)
    if current:
        yield current


def _told(before: _Side, after: _Side, apart: Sequence[Stretch]) -> Iterator[Departure]:
    came = Counter(tuple(after.keys[start:end]) for _, _, start, end in apart)
    went = Counter(tuple(before.keys[start:end]) for start, end, _, _ in apart)
    for start, end, new_start, new_end in apart:
        passage, heading = after.whereabouts(new_start)
        lost, won = tuple(before.keys[start:end]), tuple(after.keys[new_start:new_end])
        what = What.REWORDED if lost and won else What.REMOVED if lost else What.ADDED
        if (not won and len(lost) >= _MOVED and came[lost]) or (not lost and len(won) >= _MOVED and went[won]):
            what = What.MOVED
        yield Departure(
            what,
            before.words(start, end),
            after.words(new_start, new_end),
            passage.page,
            heading,
            after.words(max(new_start - _AROUND, 0), new_start),
            after.words(new_end, min(new_end + _AROUND, len(after.tokens))),
            passage.box,
        )
