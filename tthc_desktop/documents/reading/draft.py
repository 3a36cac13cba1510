"""What a reader makes of a paper, before anything is written to the office."""

from collections.abc import Mapping
from dataclasses import dataclass

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan, SourceLine


@dataclass(frozen=True, slots=True)
class Problem:
    """Something doubtful: where (in words and as the first line it is about, 0 for the whole paper) and what."""

    place: str
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan as read, with the fate of every line that is not blank.

    `placed` tells for each line, by its number from 1, which item, row or other part it went into; the rest is
    `unplaced`. A line that only belongs to the paper (a page number, a repeated table head) is placed under "".
    """

    plan: Plan
    lines: tuple[SourceLine, ...]
    placed: Mapping[int, Id]
    problems: tuple[Problem, ...]

    @property
    def unplaced(self) -> tuple[SourceLine, ...]:
        """The lines that found no place, in order."""
        return tuple(line for line in self.lines if line.number not in self.placed)
