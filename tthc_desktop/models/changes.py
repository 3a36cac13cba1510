"""A change: how everything that happens to what an office keeps is said, once, for saving, undoing and reviewing."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, TypeVar

from tthc_desktop.models.agenda.filter import SavedFilter
from tthc_desktop.models.agenda.values import FollowUp
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.identity import Id
from tthc_desktop.models.known_heading import KnownHeading
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.particulars import Particulars
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.reporting.regimes import Regime
from tthc_desktop.models.rules import Rules
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.unit import Unit

Kept = (
    Plan
    | LegalDocument
    | Unit
    | Progress
    | Sending
    | KnownHeading
    | FollowUp
    | ExchangedDay
    | Rules
    | Regime
    | SavedFilter
    | Particulars
)
"""What an office keeps, one by one; `Holdings` has a place for each kind."""
Pair = tuple[Kept | None, Kept | None]
"""A value before and after; None before is a new one, None after one that is gone."""
Pairs = tuple[Pair, ...]

K = TypeVar(
    "K",
    Plan,
    LegalDocument,
    Unit,
    Progress,
    Sending,
    KnownHeading,
    FollowUp,
    ExchangedDay,
    Rules,
    Regime,
    SavedFilter,
    Particulars,
)


class Name(NamedTuple):
    """What a kept value is known by."""

    kind: type[Kept]
    id: Id


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one or more kept values in one step; `label` is what undo and the history call it."""

    label: str
    pairs: Pairs


def reverse(change: Change) -> Change:
    """Return the change that takes back what `change` does."""
    return Change(change.label, tuple((after, before) for before, after in change.pairs))


def name_of(pair: Pair) -> Name:
    """Return which value a pair is about."""
    names = {Name(type(value), value.id) for value in pair if value is not None}
    if len(names) != 1:
        raise ValueError(f"a pair must be about one value: {names}")
    return names.pop()


def pairs_of(kind: type[K], pairs: Pairs) -> tuple[tuple[K | None, K | None], ...]:
    """Return the pairs that are about values of this kind."""
    return tuple(
        (before if isinstance(before, kind) else None, after if isinstance(after, kind) else None)
        for before, after in pairs
        if isinstance(before, kind) or isinstance(after, kind)
    )


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
