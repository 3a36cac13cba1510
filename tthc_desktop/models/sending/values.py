"""Sheets that went out to units, and what they carry along so that they can be taken back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import blake2b

from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Field
from tthc_desktop.models.sending.workshare import LOCKED
from tthc_desktop.models.text import clean

SHEET_VERSION = 2
"""The form of the unit sheets that this program writes; it reads this one and older ones.

Sheets of form 1 are of no period and have no columns for the figures of targets.
"""


def digest(words: Mapping[str, str]) -> str:
    """Return a hash of a row's locked words, the same for every spacing of them.

    The number is left out, for it moves when rows come in before it.
    """
    locked = (" ".join(clean(words.get(column, "")).split()) for column in LOCKED if column != "number")
    return blake2b("\x1f".join(locked).encode(), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Sending:
    """That a unit was sent its sheet of a plan, at which revision of it, and when the sheet last came back.

    Times are in UTC; `returned_at` is None until then. `heard` are the marks of the answers that it has brought and
    that were decided on, taken or not, so that the same sheet says nothing new when it comes again.
    """

    id: Id
    plan_id: Id
    unit_id: Id
    at: datetime
    due: date | None = None
    revision: int = 0
    file: str = ""
    returned_at: datetime | None = None
    heard: tuple[str, ...] = ()
    period: str = ""
    """The key of the span that the sheet reports on (`models/spans.py`); empty for the plan as a whole."""


@dataclass(frozen=True, slots=True)
class SentRow:
    """A row as it was sent: the hash of its locked words, and what stood in the fields that the unit fills in."""

    digest: str
    said: Mapping[Field, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sent:
    """What the hidden sheet of a unit's workbook says of it; rows by the identity of the task or target."""

    version: int
    sending_id: Id
    plan_id: Id
    plan_title: str
    unit_id: Id
    unit_name: str
    revision: int
    at: datetime
    rows: Mapping[Id, SentRow] = field(default_factory=dict)
    period: str = ""
    """That of its `Sending`."""
