"""A unit's sheet as it came back, read but not yet compared with anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Field
from tthc_desktop.models.sending.values import Sent


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that a unit fills in: its address, the words as seen, and `words` in the field's one form.

    `trouble` says in Vietnamese why the words have no such form; `words` is then what may be meant, or empty.
    """

    address: str
    seen: str
    words: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row: the identity it carries (empty when that is gone), its locked words and its cells to fill in.

    The locked words stand by column of `models/workshare.LOCKED`.
    """

    work_id: Id
    row: int
    """Counted from 1, as Excel shows it."""
    locked: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[Field, Cell] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """Something doubtful in a file: where, and what it is and what to do, in Vietnamese."""

    file: str
    sheet: str
    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """A returned file. `sent` is None when its hidden sheet is gone; then name and period are those printed on it."""

    file: str
    sheet: str
    sent: Sent | None
    unit_name: str
    rows: tuple[ReturnedRow, ...]
    problems: tuple[SheetProblem, ...] = ()
    period: str = ""
    """The key of the span that it reports on; empty for the plan as a whole."""
