"""Tasks and targets: one value wherever it is printed, as a table row, in the running text or on a unit's sheet."""

from dataclasses import dataclass

from tthc_desktop.models.identity import Id
from tthc_desktop.models.text import EMPTY, Text


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work with who does it, what comes out and when; every field as printed."""

    id: Id
    content: Text = EMPTY
    lead: Text = EMPTY
    coordinate: Text = EMPTY
    result: Text = EMPTY
    deadline: Text = EMPTY
    origin_id: Id = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A figure to be reached; every field as printed."""

    id: Id
    name: Text = EMPTY
    unit: Text = EMPTY
    value: Text = EMPTY
    basis: Text = EMPTY
    lead: Text = EMPTY
    coordinate: Text = EMPTY
    origin_id: Id = ""
