"""The head of a table whose cells stand one after the other: its words cut into titles, two levels told apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from tthc_desktop.documents.reading.text.source import Line
from tthc_desktop.models.table import Role
from tthc_desktop.models.text import EMPTY, Text, fold, plain
from tthc_desktop.models.vocabulary import column_roles

_WIDE = re.compile(
    r"^(phan cong|to chuc thuc hien|thuc hien|trach nhiem|co quan|don vi|chi tieu|ket qua|giao|"
    r"muc tieu|ke hoach|nam 20)"
)
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Word:
    """A word with what stands before it: the start of a line, a gap of blanks, or a single blank (0)."""

    text: str
    line: int
    starts_line: bool
    gap: int
    after_blank: bool = False
    alone: bool = False


def words_of(lines: Sequence[Line]) -> list[Word]:
    """Return the words of the lines."""
    return [word for line in lines for word in _line_words(line)]


def _line_words(line: Line) -> Iterator[Word]:
    found = list(re.finditer(r"(\s*)(\S+)", line.raw))
    for place, match in enumerate(found):
        gap = len(match.group(1)) if place else 0
        yield Word(match.group(2), line.number, place == 0, gap, bool(line.gap) and place == 0, len(found) == 1)


def head_titles(words: Sequence[Word]) -> list[str]:
    """Cut the words of a head into the titles of its columns, as they stand on the paper."""
    costs = _TitleCosts(words)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        best.append(min((best[start][0] + costs.of(start, end), start) for start in range(max(0, end - _LONGEST), end)))
    titles: list[str] = []
    end = len(words)
    while end:
        start = best[end][1]
        titles.insert(0, costs.said(start, end))
        end = start
    return titles


class _TitleCosts:
    """What speaks against titles of some words of a head; what lies before each word is counted once."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self._texts = [word.text for word in words]
        self._breaks = [0, *accumulate(word.starts_line and word.text[0].isupper() for word in words)]
        self._gaps = [0, *accumulate(word.gap > 1 for word in words)]

    def said(self, start: int, end: int) -> str:
        """Return the words with single blanks."""
        return " ".join(self._texts[start:end])

    def of(self, start: int, end: int) -> float:
        """Return what speaks against a title from `start` to `end`."""
        first = self._words[start]
        role = _role(self.said(start, end))
        cost = -2.5 if role is not Role.FREE else 1.0
        if start:
            cost += self._cost_of_beginning(start, role)
        loose = self._breaks[end] - self._breaks[start + 1]
        if loose and (first.text.isupper() or fold(first.text) == "so"):
            loose = 0
        return cost + 2.0 * loose + 0.6 * (self._gaps[end] - self._gaps[start + 1])

    def _cost_of_beginning(self, start: int, role: Role) -> float:
        first = self._words[start]
        cost = 5.0 if first.text[0].islower() else 0.0
        if not first.starts_line:
            cost += 0.4 if first.gap > 1 else 3.0 if first.text.isupper() and len(first.text) > 1 else 1.2
        if first.text.isupper() and role is not Role.FREE and _role(self.said(max(0, start - 2), start)) is role:
            cost += 2.0
        return cost


@lru_cache(maxsize=1 << 16)
def _role(title: str) -> Role:
    return column_roles([title])[0]


def leaves(titles: Sequence[str]) -> list[tuple[Text, Text]]:
    """Return title and wider heading of each column; the titles of a second line stand last on the paper."""
    arrangements = [[(title, "") for title in titles], *_two_levels(titles)]
    best = max(arrangements, key=_fit)
    return [(plain(title), plain(over) if over else EMPTY) for title, over in best]


def _two_levels(titles: Sequence[str]) -> Iterator[list[tuple[str, str]]]:
    """Yield the ways in which the last few titles can stand below a wider one."""
    for count in range(2, min(5, len(titles) - 2)):
        upper, lower = titles[:-count], titles[-count:]
        for place, wide in enumerate(upper):
            if place and _WIDE.match(fold(wide)):
                yield [
                    *((title, "") for title in upper[:place]),
                    *((title, wide) for title in lower),
                    *((title, "") for title in upper[place + 1 :]),
                ]


def _fit(arrangement: Sequence[tuple[str, str]]) -> float:
    roles = column_roles([title for title, _ in arrangement])
    known = sum(role is not Role.FREE for role in roles)
    return known * 2 - (len(roles) - known) + (0.5 if any(over for _, over in arrangement) else 0.0)
