"""Which members of a list moved: the fewest whose moving explains the new order."""

from bisect import bisect_left
from collections.abc import Sequence


def moved(places: Sequence[int]) -> frozenset[int]:
    """Return the indexes of the members that moved, given where each stood before.

    The others are a longest run that is still in order, so one member taken elsewhere is one move and not ten.
    """
    ends: list[int] = []
    at_end: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(at_end[length - 1] if length else -1)
        # A slice of one, or of none at the end: nothing behind it is copied.
        ends[length : length + 1] = [place]
        at_end[length : length + 1] = [index]
    kept: set[int] = set()
    index = at_end[-1] if at_end else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return frozenset(range(len(places))) - kept
