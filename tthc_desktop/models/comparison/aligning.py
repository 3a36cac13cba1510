"""Where two long rows of words differ, found in a time that grows with their length and not with its square."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from tthc_desktop.models.comparison.order import moved

_LENGTHS = (12, 5, 2, 1)
"""How many words in a row, met once in both, show where to look; the longest first."""
_SMALL = 90_000
"""Stretches whose lengths multiply to no more are held against each other word by word."""

Stretch = tuple[int, int, int, int]
"""From and to in the older row, from and to in the newer."""


def stretches(old: Sequence[str], new: Sequence[str]) -> list[Stretch]:
    """Return the stretches in which the rows differ, in order; what lies between them is the same in both."""
    found: list[Stretch] = []
    waiting: list[Stretch] = [(0, len(old), 0, len(new))]
    while waiting:
        start, end, new_start, new_end = _trimmed(old, new, waiting.pop())
        if start == end or new_start == new_end:
            if (end, new_end) != (start, new_start):
                found.append((start, end, new_start, new_end))
        elif (end - start) * (new_end - new_start) <= _SMALL:
            found += _word_by_word(old, new, (start, end, new_start, new_end))
        else:
            parts = list(_between_anchors(old, new, (start, end, new_start, new_end)))
            if len(parts) > 1:
                waiting += parts
            else:
                found.append((start, end, new_start, new_end))
    return sorted(found)


def _trimmed(old: Sequence[str], new: Sequence[str], stretch: Stretch) -> Stretch:
    start, end, new_start, new_end = stretch
    while start < end and new_start < new_end and old[start] == new[new_start]:
        start, new_start = start + 1, new_start + 1
    while start < end and new_start < new_end and old[end - 1] == new[new_end - 1]:
        end, new_end = end - 1, new_end - 1
    return start, end, new_start, new_end


def _word_by_word(old: Sequence[str], new: Sequence[str], stretch: Stretch) -> Iterator[Stretch]:
    start, end, new_start, new_end = stretch
    matcher = SequenceMatcher(None, old[start:end], new[new_start:new_end], autojunk=False)
    for name, *places in matcher.get_opcodes():
        if name != "equal":
            first, last, new_first, new_last = places
            yield start + first, start + last, new_start + new_first, new_start + new_last


def _between_anchors(old: Sequence[str], new: Sequence[str], stretch: Stretch) -> Iterator[Stretch]:
    """Yield what lies between the words in a row that both have once, if there are any, else the whole."""
    start, end, new_start, new_end = stretch
    for length in _LENGTHS:
        before = _single(old, start, end, length)
        after = _single(new, new_start, new_end, length)
        shared = sorted((place, after[row]) for row, place in before.items() if row in after)
        if shared:
            elsewhere = moved([place for _, place in shared])
            for index, (first, new_first) in enumerate(shared):
                if index not in elsewhere and first >= start and new_first >= new_start:
                    yield start, first, new_start, new_first
                    start, new_start = first + length, new_first + length
            break
    yield start, end, new_start, new_end


def _single(words: Sequence[str], start: int, end: int, length: int) -> dict[tuple[str, ...], int]:
    """Return the rows of so many words that stand in a stretch once, each with its place."""
    found: dict[tuple[str, ...], int] = {}
    twice: set[tuple[str, ...]] = set()
    for place in range(start, end - length + 1):
        row = tuple(words[place : place + length])
        if row in found:
            twice.add(row)
        found[row] = place
    return {row: place for row, place in found.items() if row not in twice}
