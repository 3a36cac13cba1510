"""What a rule says of a paper: kept, broken at some places, or not to be applied."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Whether a paper keeps a rule."""

    KEPT = "kept"
    BROKEN = "broken"
    ABSENT = "absent"
    """The paper has no such part."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a rule is broken: the page from 1, how far below its top in points, what was found, by which words."""

    page: int
    y: float
    found: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one rule: its key, its name and what it asks for the clerk, its clause, and where it is broken."""

    rule: str
    name: str
    asked: str
    clause: str
    verdict: Verdict
    spots: tuple[Spot, ...] = ()
    measured: int = 0
    """How many places were measured."""
