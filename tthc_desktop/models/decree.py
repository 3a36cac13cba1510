"""The rules of a decree on the layout of papers: each measure with its range and its clause."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date

from tthc_desktop.models.plan import Header

_POINTS = {"mm": 72 / 25.4, "pt": 1.0}


@dataclass(frozen=True, slots=True)
class Measure:
    """A length, a share or a factor; `least` and `most` are what the clause allows, None without a limit."""

    value: float
    unit: str
    least: float | None = None
    most: float | None = None
    clause: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Letters:
    """How one part of the paper is lettered: size in points, face, capitals; `words` where the law gives them.

    `name` and `rule` are for the clerk: what the part is called, and what else the law asks of it.
    """

    size: float
    least: float
    most: float
    bold: bool = False
    italic: bool = False
    upper: bool = False
    words: str = ""
    clause: str = ""
    name: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules of one decree, in force from `since`."""

    title: str
    short: str
    since: date
    measures: Mapping[str, Measure]
    letters: Mapping[str, Letters]

    def length(self, name: str) -> float:
        """Return a length in points."""
        measure = self.measures[name]
        return measure.value * _POINTS[measure.unit]

    def number(self, name: str) -> float:
        """Return a share, a factor or a count as it stands."""
        return self.measures[name].value

    def limits(self, name: str) -> tuple[float, float]:
        """Return the least and the most that the clause allows: a length in points, all else as it stands."""
        measure = self.measures[name]
        scale = _POINTS.get(measure.unit, 1.0)
        least = 0.0 if measure.least is None else measure.least * scale
        return least, float("inf") if measure.most is None else measure.most * scale


def last_day(header: Header) -> date | None:
    """Return the day in the head of a paper, the last one that its blanks allow; None without a year."""
    if header.year is None or not 0 < header.year <= MAXYEAR:
        return None
    month = header.month if header.month and header.month <= 12 else 12
    last = monthrange(header.year, month)[1]
    return date(header.year, month, min(header.day or last, last))
