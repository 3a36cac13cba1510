"""What a comparison of returned sheets finds, before the clerk has agreed to anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Field, Said
from tthc_desktop.models.sending.returned import Cell, SheetProblem


class Verdict(StrEnum):
    """What the three ways say of a cell."""

    SAME = "same"
    """The sheets say nothing new: what was sent, or what the office has now."""
    OFFERED = "offered"
    """Only the unit changed it: it is taken unless the clerk leaves it."""
    CONFLICT = "conflict"
    """Unit and office changed it, or two files of one unit differ: the clerk chooses."""
    REVIEW = "review"
    """It differs from what the office has, but the row or what was sent is known by content only: the clerk agrees."""


class Spot(NamedTuple):
    """A value that a unit can say something of."""

    plan_id: Id
    work_id: Id
    unit_id: Id
    field: Field
    period: str = ""
    """As `Progress.period`."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One spot: what was sent (None when nobody knows), what came back, what the office has now."""

    spot: Spot
    verdict: Verdict
    sent: str | None
    returned: tuple[Said, ...]
    """The different answers, the first file's first; each says where it stands."""
    current: Said | None
    doubt: str = ""
    """In Vietnamese, why the clerk should look."""
    answers: tuple[tuple[Id, str], ...] = ()
    """Which sending brought which of the new words; empty where nobody knows the sending."""


@dataclass(frozen=True, slots=True)
class UnknownRow:
    """A row that belongs to no known work: added, copied, of a deleted task, or with its identity gone."""

    file: str
    sheet: str
    row: int
    unit_id: Id
    reason: str
    """In Vietnamese: what happened and what to do."""
    words: Mapping[str, str] = field(default_factory=dict)
    """Its locked cells by column."""
    cells: Mapping[Field, Cell] = field(default_factory=dict)
    period: str = ""
    """The key of the span that its sheet reports on."""


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What one file brought."""

    file: str
    unit_id: Id
    unit_name: str
    changed: int
    """Values that the unit said anew, conflicts among them; 0 when the sheet says nothing new."""
    refused: str = ""
    """Why nothing of the file could be read, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Merge:
    """All that some returned sheets say."""

    files: tuple[FileOutcome, ...] = ()
    compared: tuple[Compared, ...] = ()
    unknown_rows: tuple[UnknownRow, ...] = ()
    problems: tuple[SheetProblem, ...] = ()
    sending_ids: tuple[Id, ...] = ()
    """The sendings that have come back."""


Choices = Mapping[Spot, Said | None]
"""What the clerk takes for some spots; None keeps what the office has. Any other spot follows its verdict: what is
offered is taken, a conflict and what needs review keep what the office has."""
