"""What a reader makes of a paper, before anything is written to the office."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan, SourceLine


@dataclass(frozen=True, slots=True)
class Problem:
    """Something doubtful: where (in words and as the first line it is about, 0 for the whole paper) and what."""

    place: str
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file of pages: the page, from 1, and a box of it where that is known.

    The box is left, top, right, bottom in points from the page's top left corner.
    """

    page: int
    box: tuple[float, float, float, float] | None = None


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
    places: Mapping[int, Place] = field(default_factory=dict)
    """Where each line stands on the pages of the file, where it has any."""
    known: Mapping[int, Id] = field(default_factory=dict)
    """The identity that this program hid in its own file, by the line it stands at."""
    originals: Mapping[int, str] = field(default_factory=dict)
    """The words of a line as they stand in the file, where they were turned from TCVN3 or VNI into Unicode."""
    carried: str = ""
    """The plan that this program hid in its own file, as JSON: what the file said when it was written."""

    @property
    def unplaced(self) -> tuple[SourceLine, ...]:
        """The lines that found no place, in order."""
        return tuple(line for line in self.lines if line.number not in self.placed)


@dataclass(frozen=True, slots=True)
class Drafts:
    """Several plans of one file, in its order, and what the clerk should know of the file as a whole."""

    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...] = ()
