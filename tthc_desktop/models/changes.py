"""A change: how everything that happens to an office's plans is said, once, for saving, undoing and reviewing."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tthc_desktop.models.plan import Plan

Pair = tuple[Plan | None, Plan | None]
"""A plan before and after; None before is a new plan, None after one that is gone."""
Pairs = tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one or more plans in one step; `label` is what undo and the history call it."""

    label: str
    pairs: Pairs


def reverse(change: Change) -> Change:
    """Return the change that takes back what `change` does."""
    return Change(change.label, tuple((after, before) for before, after in change.pairs))


class State(StrEnum):
    """What became of a change: it holds, it is undone and can be redone, or it is undone for good."""

    DONE = "done"
    UNDONE = "undone"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Entry:
    """A change as the journal remembers it; the times are in UTC, `undone_at` is None while the change holds."""

    id: int
    at: datetime
    label: str
    state: State
    undone_at: datetime | None = None
