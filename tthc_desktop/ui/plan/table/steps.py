"""What happened to a list of rows between two values of a table, in the terms of Qt's views."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from tthc_desktop.models.identity import Id


class Kind(Enum):
    """How the rows of a view become others."""

    SAME = "same"
    INSERTED = "inserted"
    REMOVED = "removed"
    EXCHANGED = "exchanged"
    REORDERED = "reordered"
    ANEW = "anew"


class Step(NamedTuple):
    """The rows from `first` up to `old_end` became those up to `new_end`."""

    kind: Kind
    first: int = 0
    old_end: int = 0
    new_end: int = 0


def step_between(old: Sequence[Id], new: Sequence[Id]) -> Step:
    """Return the one step that leads from the old rows to the new ones."""
    if old == new:
        return Step(Kind.SAME)
    shorter = min(len(old), len(new))
    first = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    tail = next((n for n in range(shorter - first) if old[-1 - n] != new[-1 - n]), shorter - first)
    old_end, new_end = len(old) - tail, len(new) - tail
    if first == old_end:
        return Step(Kind.INSERTED, first, old_end, new_end)
    if first == new_end:
        return Step(Kind.REMOVED, first, old_end, new_end)
    gone, come = set(old[first:old_end]), set(new[first:new_end])
    if gone == come:
        return Step(Kind.REORDERED, first, old_end, new_end)
    return Step(Kind.ANEW if gone & come else Kind.EXCHANGED, first, old_end, new_end)
