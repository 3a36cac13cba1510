"""Ranks: integers with gaps that keep the order of siblings, so that an insertion writes few records."""

from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

GAP = 1 << 40
"""The distance of neighbours in a new list."""
STEP = 1 << 20
"""The distance of an inserted member from its left neighbour, so that the next one below it finds a wide gap again."""
HIGHEST = (1 << 63) - 1

K = TypeVar("K", bound=Hashable)


def place(order: Sequence[K], known: Mapping[K, int]) -> dict[K, int] | None:
    """Return the ranks to give so that `order` ascends, for members whose rank is new or changes; None without room."""
    kept = _longest_ascending([(index, known[key]) for index, key in enumerate(order) if key in known])
    given: dict[K, int] = {}
    at, left = 0, None
    for index, right in [*kept, (len(order), None)]:
        ranks = _between(left, right, index - at)
        if ranks is None:
            return None
        given.update(zip(order[at:index], ranks, strict=True))
        at, left = index + 1, right
    return given


def spread(order: Sequence[K]) -> dict[K, int]:
    """Return wide ranks for a whole list."""
    return {key: index * GAP for index, key in enumerate(order)}


def _between(left: int | None, right: int | None, count: int) -> Sequence[int] | None:
    """Return `count` ranks between two neighbours, either of which may be missing; None when there is no room."""
    if right is None:
        first = 0 if left is None else left + GAP
        return _inside(range(first, first + GAP * count, GAP))
    if left is None:
        return _inside(range(right - GAP * count, right, GAP))
    step = min((right - left) // (count + 1), STEP)
    return [left + step * number for number in range(1, count + 1)] if step or not count else None


def _inside(ranks: range) -> range | None:
    return None if ranks and max(abs(ranks[0]), abs(ranks[-1])) > HIGHEST else ranks


def _longest_ascending(ranked: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most (index, rank) whose ranks ascend: the members that can stay where they are."""
    if all(low[1] < high[1] for low, high in pairwise(ranked)):
        return ranked
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, rank) in enumerate(ranked):
        length = bisect_left(tails, rank)
        tails[length : length + 1] = [rank]
        ends[length : length + 1] = [at]
        before.append(ends[length - 1] if length else -1)
    return _walk_back(ranked, before, ends[-1])


def _walk_back(ranked: list[tuple[int, int]], before: list[int], at: int) -> list[tuple[int, int]]:
    found = []
    while at >= 0:
        found.append(ranked[at])
        at = before[at]
    return found[::-1]
