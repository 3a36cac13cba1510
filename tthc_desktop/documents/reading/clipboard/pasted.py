"""What a reader makes of the clipboard, before anything goes into a plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tthc_desktop.documents.reading.draft import Problem
from tthc_desktop.models.fragment import Fragment
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import SourceLine


@dataclass(frozen=True, slots=True)
class Pasted:
    """A fragment as read, with the fate of every line of the clipboard that is not blank, as a `Draft` has it."""

    fragment: Fragment
    lines: tuple[SourceLine, ...] = ()
    placed: Mapping[int, Id] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def unplaced(self) -> tuple[SourceLine, ...]:
        """The lines that found no place, in order."""
        return tuple(line for line in self.lines if line.number not in self.placed)
