"""What the clerk wants to see of the agenda; a filter can be kept under a name."""

from dataclasses import dataclass
from datetime import date

from tthc_desktop.models.identity import Id


@dataclass(frozen=True, slots=True)
class Filter:
    """Only what meets all that is said here; an empty field asks for nothing."""

    words: str = ""
    """Found in the work's words and its unit's name, whatever the accents."""
    plan_ids: tuple[Id, ...] = ()
    unit_ids: tuple[Id, ...] = ()
    statuses: tuple[str, ...] = ()
    """Values of `Status`, as they are on the day looked at."""
    kinds: tuple[str, ...] = ()
    """Values of `OccurrenceKind`."""
    due_from: date | None = None
    due_to: date | None = None
    within: int | None = None
    """Due, and not done, from the day looked at through so many days after it; 0 is that day alone."""
    overdue: bool = False
    year: int | None = None
    """The year in which it is due."""
    unreviewed: bool = False
    """The day to look at it is past, and nothing was said."""
    helping: bool = False
    """Units that only help are listed too, not only those that lead."""
    open: bool = False
    """Something is left to do: not finished, and no review that was answered."""


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter that the clerk keeps."""

    id: Id
    name: str
    filter: Filter = Filter()
