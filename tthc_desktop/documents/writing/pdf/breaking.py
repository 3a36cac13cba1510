"""Where lines end: filled one by one, or so that all blanks of a justified paragraph are as even as they can be."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import inf
from typing import NamedTuple

Break = tuple[int, int, float]
"""The words of a line, from one up to another, and how wide they are with natural blanks."""

_WIDE = 0.5
"""How much wider than natural a blank may be at the price of one that is as narrow as it may become."""
_EVEN = 0.25
"""Lines that are filled one by one are good enough when no blank is wider than natural by more than this share."""
_LOOSEST = 0.6
"""Lines filled less than this are only tried where there is no other."""
_RUNT, _RUNT_COST = 2.0, 10_000.0
"""A last line below so many ems is a syllable left alone."""


def filled(widths: Sequence[float], blank: float, first: float, width: float, shrink: float = 0.0) -> list[Break]:
    """Return the lines of words, filled greedily; no words are one empty line."""
    found: list[Break] = []
    start, used, room, least = 0, -blank, first, blank * (1 - shrink)
    tight = -least
    for place, word in enumerate(widths):
        tight += least + word
        if tight > room and place > start:
            found.append((start, place, used))
            start, used, tight, room = place, -blank, word, width
        used += blank + word
    found.append((start, len(widths), max(used, 0.0)))
    return found


class Measures(NamedTuple):
    """The room of the first line and of the others, a natural blank, and the share by which it may become narrower."""

    first: float
    width: float
    blank: float
    shrink: float


def even(widths: Sequence[float], inner: Sequence[int], measures: Measures) -> list[Break]:
    """Return the lines of a justified paragraph whose blanks differ least from natural ones.

    `inner` tells how many blanks each word holds, which stretch like all others. This is the way of Knuth and Plass:
    the best lines up to each word are known before those up to the next, so time grows with the number of words.
    """
    first, width, blank, shrink = measures
    greedy = filled(widths, blank, first, width, shrink / 2)
    if len(greedy) == 1 or _is_even(greedy, inner, measures):
        return greedy
    count = len(widths)
    blanks = [place + held for place, held in enumerate(accumulate(inner, initial=0))]
    natural = [size + blank * place for place, size in enumerate(accumulate(widths, initial=0.0))]
    narrow = [size - shrink * blank * held for size, held in zip(natural, blanks, strict=True)]
    costs, starts = [0.0, *[inf] * count], [0] * (count + 1)
    for end in range(1, count + 1):
        low = bisect_left(narrow, narrow[end] - blank * (1 - shrink) - width - 1e-9, 0, end - 1)
        high = end if end == count else bisect_right(natural, natural[end] - blank - width * _LOOSEST, low, end)
        for start in range(low, end):
            if start >= high and costs[end] < inf:
                break
            spare = (width if start else first) - (natural[end] - natural[start] - blank)
            runt = _RUNT_COST if end == count and start and width - spare < _RUNT else 0.0
            held = blanks[end] - blanks[start] - 1
            cost = costs[start] + runt + _cost(spare / blank, held, shrink, is_last=end == count)
            if cost < costs[end]:
                costs[end], starts[end] = cost, start
    return _traced(starts, natural, blank)


def _is_even(found: Sequence[Break], inner: Sequence[int], measures: Measures) -> bool:
    """Tell whether no blank is so wide or so narrow that a search for better lines could be worth its time."""
    for start, end, size in found[:-1]:
        spare = (measures.width if start else measures.first) - size
        if spare > _EVEN * measures.blank * (end - start - 1 + sum(inner[start:end])):
            return False
    start, _, size = found[-1]
    return start == 0 or size > _RUNT


def unevenness(found: Sequence[Break], inner: Sequence[int], measures: Measures) -> float:
    """Return how far the blanks of some lines are from natural ones: what `even` makes as small as it can."""
    total = 0.0
    for start, end, size in found:
        spare = (measures.width if start else measures.first) - size
        held = end - start - 1 + sum(inner[start:end])
        total += _cost(spare / measures.blank, held, measures.shrink, is_last=end == len(inner))
    return total + (_RUNT_COST if len(found) > 1 and found[-1][2] < _RUNT else 0.0)


def _cost(spare: float, held: int, shrink: float, *, is_last: bool) -> float:
    """Return what a line costs that has so many natural blanks of room to share out among those it holds."""
    if is_last and spare >= 0:
        return 0.0
    change = spare / held if held else spare * 2
    if change < -shrink - 1e-9:
        return inf
    badness = change / _WIDE if change > 0 else -change / shrink
    return float((1 + 100 * badness**3) ** 2)


def _traced(starts: Sequence[int], natural: Sequence[float], blank: float) -> list[Break]:
    found: list[Break] = []
    end = len(starts) - 1
    while end > 0:
        start = starts[end]
        found.append((start, end, natural[end] - natural[start] - blank))
        end = start
    return found[::-1]
