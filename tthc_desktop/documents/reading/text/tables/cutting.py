"""The words of a row cut into its cells, where nothing on the paper marks them off: the likeliest cut of all."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from tthc_desktop.documents.reading.text.tables.fitness import cost
from tthc_desktop.documents.reading.text.tables.unmarked_head import Word
from tthc_desktop.documents.reading.text.widths import width
from tthc_desktop.models.table import Role

_FAR = 1e9
_MOST_PLACES = 120
_ENOUGH = 3
_CONNECTS = frozenset(
    """
    và của theo tại các về trong cho với từ do là đến những bằng để trên hoặc được
    bị số khi như đối quý tháng năm ngày trước điều khoản
    """.split()
)


@dataclass(slots=True)
class Habits:
    """What the paper has taught.

    Words that stand together anywhere and outside the table, cells seen in a column, how wide a column's lines are.
    """

    pairs: frozenset[tuple[str, str]]
    outside: frozenset[tuple[str, str]]
    cells: dict[int, Counter[str]] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)

    def note(self, column: int, words: str) -> None:
        """Remember a cell."""
        self.cells.setdefault(column, Counter())[words] += 1

    def forget(self, column: int, words: str) -> None:
        """Take a cell back, so that a row does not learn from itself."""
        self.cells.setdefault(column, Counter())[words] -= 1

    def knows(self, column: int, words: str) -> int:
        """Return how often the cell has been seen in the column."""
        return max(0, self.cells[column].get(words, 0)) if column in self.cells else 0


def cut(words: Sequence[Word], roles: Sequence[Role], habits: Habits, *, torn: bool = False) -> list[tuple[int, int]]:
    """Return where each column's cell begins and ends among the words; an empty cell begins where it ends.

    In a row that a page break has torn a cell may end in the middle of a sentence.
    """
    places = _places(words)
    spans = _Spans(words, habits, torn)
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for column, role in enumerate(roles):
        step: dict[int, tuple[float, int]] = {}
        for end in places if column < len(roles) - 1 else [len(words)]:
            options = (
                (badness + spans.cost(start, end, role, column), start)
                for start, (badness, _) in best[-1].items()
                if start <= end
            )
            step[end] = min(options, default=(_FAR, 0))
        best.append(step)
    return _walk_back(best, len(words))


def _places(words: Sequence[Word]) -> list[int]:
    """Return where a cell may begin; in a row of very many words only at the start of lines, then at its ends."""
    places = [place for place in range(len(words)) if place == 0 or _may_cut(words, place)]
    if len(places) > _MOST_PLACES:
        places = [place for place in places if words[place].starts_line]
    if len(places) > _MOST_PLACES:
        places = [0]
    return [*places, len(words)]


def _walk_back(best: Sequence[dict[int, tuple[float, int]]], end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for step in reversed(best[1:]):
        start = step[end][1]
        spans.insert(0, (start, end))
        end = start
    return spans


def said(words: Sequence[Word]) -> str:
    """Return the words with single blanks."""
    return " ".join([word.text for word in words])


def _may_cut(words: Sequence[Word], place: int) -> bool:
    word = words[place]
    return word.starts_line or word.gap > 1 or not word.text[0].islower()


class _Span(NamedTuple):
    """Words that may be a cell: what speaks against its edges and breaks, how wide its lines and the next words are."""

    text: str
    badness: float
    widths: Sequence[float]
    firsts: Sequence[float]


class _Spans:
    """What speaks against cells of one row: what no column decides is worked out once for each span of words."""

    def __init__(self, words: Sequence[Word], habits: Habits, torn: bool) -> None:
        self._words, self._habits, self._torn = words, habits, torn
        self._texts = [word.text for word in words]
        self._lines = [place for place, word in enumerate(words) if word.starts_line]
        self._known: dict[tuple[int, int], _Span] = {}
        self._widths: dict[tuple[int, int], float] = {}

    def cost(self, start: int, end: int, role: Role, column: int) -> float:
        """Return what speaks against a cell of the words from `start` to `end` in the column."""
        if start == end:
            return cost(role, "")
        found = self._known.get((start, end))
        if found is None:
            found = self._known[start, end] = self._look(start, end)
        total = cost(role, found.text) + found.badness
        if column_width := self._habits.widths.get(column, 0.0):
            total += _width_cost(found, column_width)
        return total - min(2.0, self._habits.knows(column, found.text))

    def _look(self, start: int, end: int) -> _Span:
        words, habits = self._words, self._habits
        badness = _cut_cost(words[start - 1], words[start], habits, torn=self._torn) if start else 0.0
        breaks = self._lines[bisect_right(self._lines, start) : bisect_left(self._lines, end)]
        badness += sum([_join_cost(words[at - 1], words[at], habits) for at in breaks])
        widths = [self._width(first, last) for first, last in pairwise((start, *breaks, end))]
        return _Span(" ".join(self._texts[start:end]), badness, widths, [self._width(at, at + 1) for at in breaks])

    def _width(self, start: int, end: int) -> float:
        """Return how wide words of one line are."""
        found = self._widths.get((start, end))
        if found is None:
            found = self._widths[start, end] = width(" ".join(self._texts[start:end]))
        return found


def _width_cost(span: _Span, column: float) -> float:
    """Return what speaks against such lines in a column: too wide, or ended while the next word would fit."""
    wide = sum([line > column * 1.25 for line in span.widths])
    ended = [line + 0.25 + after < column * 0.75 for line, after in zip(span.widths, span.firsts, strict=False)]
    return wide + sum(ended)


def measure(cells: Sequence[Sequence[Word]]) -> float:
    """Return how wide the lines of a column are, from its cells of several lines; 0 when there are too few."""
    widest = sorted(max(map(_line_width, lines)) for cell in cells if len(lines := physical_lines(cell)) > 1)
    return widest[len(widest) // 2] if len(widest) >= _ENOUGH else 0.0


def physical_lines(words: Sequence[Word]) -> list[list[Word]]:
    """Return the words line by line, as they stood."""
    lines: list[list[Word]] = []
    for word in words:
        if word.starts_line or not lines:
            lines.append([])
        lines[-1].append(word)
    return lines


def _line_width(line: Sequence[Word]) -> float:
    return width(said(line))


def _cut_cost(before: Word, after: Word, habits: Habits, *, torn: bool) -> float:
    """Return what speaks against a new cell between two words."""
    total = 0.0 if after.starts_line or after.gap > 1 else 1.5
    if after.starts_line and not after.after_blank:
        total -= 0.7
    if after.text[0].islower():
        total += 5.0
    if _leads_on(before.text):
        total += 0.5 if torn else 4.0
    if after.text[0].isdigit() and before.text != "%":
        total += 1.0
    pairs = habits.pairs if after.starts_line else habits.outside
    return total + (3.0 if (before.text, after.text) in pairs else 0.0)


def _leads_on(word: str) -> bool:
    """Tell whether no cell ends with the word."""
    return word[-1] in ",(-/" or word.casefold() in _CONNECTS


def _join_cost(before: Word, after: Word, habits: Habits) -> float:
    """Return what speaks against a cell that goes on over the end of a line."""
    if not after.text[0].isupper() or (before.text, after.text) in habits.pairs or _leads_on(before.text):
        return 0.0
    return (0.6 if after.alone else 1.2) + (0.8 if not after.after_blank else 0.0)


def goes_on(cells: Sequence[str], words: Sequence[Word], habits: Habits) -> list[tuple[int, int]]:
    """Cut the words at the top of a page into the rests of cells that the page before began."""
    places = [
        place for place in range(len(words)) if place == 0 or words[place].starts_line or words[place].gap > 1
    ] + [len(words)]
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for column, begun in enumerate(cells):
        step: dict[int, tuple[float, int]] = {}
        for end in places if column < len(cells) - 1 else [len(words)]:
            step[end] = min(
                (
                    (badness + _rest_cost(begun, words, start, end, habits), start)
                    for start, (badness, _) in best[-1].items()
                    if start <= end
                ),
                default=(_FAR, 0),
            )
        best.append(step)
    return _walk_back(best, len(words))


def _rest_cost(begun: str, words: Sequence[Word], start: int, end: int, habits: Habits) -> float:
    unfinished = begun.count("(") > begun.count(")") or (bool(begun) and _leads_on(begun.rsplit(maxsplit=1)[-1]))
    if start == end:
        return 1.5 if unfinished else 0.0
    inside = words[start:end]
    total = 0.0 if unfinished else 1.0
    if not begun:
        total += 3.0
    elif (begun.rsplit(maxsplit=1)[-1], inside[0].text) in habits.pairs:
        total -= 3.0
    elif begun.endswith((".", ";", ")")):
        total += 2.0
    if start and not words[start].after_blank and words[start].starts_line:
        total -= 0.3
    if start and (words[start - 1].text, inside[0].text) in (habits.pairs if inside[0].starts_line else habits.outside):
        total += 3.0
    return total + 0.5 * (start > 0) + sum(_join_cost(a, b, habits) for a, b in pairwise(inside) if b.starts_line)
