"""What a reader makes of the clipboard, before anything goes into a plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tthc_desktop.documents.reading.draft import Problem
from tthc_desktop.models.fragment import Fragment
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Item, SourceLine
from tthc_desktop.models.text import Text


@dataclass(frozen=True, slots=True)
class Pasted:
    """A fragment as read, with the fate of every line of the clipboard that is not blank, as a `Draft` has it.

    `exact` tells that this program wrote it and nothing had to be recognised: everything has the identity that it
    had in the plan `came_from`.
    """

    fragment: Fragment
    lines: tuple[SourceLine, ...] = ()
    placed: Mapping[int, Id] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    exact: bool = False
    came_from: Id = ""

    @property
    def unplaced(self) -> tuple[SourceLine, ...]:
        """The lines that found no place, in order."""
        return tuple(line for line in self.lines if line.number not in self.placed)

    @property
    def line(self) -> Text | None:
        """The words of one line alone, without its mark; None for more than that and for a whole paragraph of ours."""
        nodes, bases = self.fragment.nodes, self.fragment.bases
        if self.exact or len(self.lines) != 1 or len(nodes) + len(bases) != 1:
            return None
        only = nodes[0] if nodes else None
        if isinstance(only, Item):
            return None if only.task_id else only.text
        return bases[0].text if bases else None

    @property
    def sign(self) -> str:
        """The mark that stood before the words of the only line."""
        found, words = self.lines[0].text.rstrip() if self.lines else "", str(self.line or "").rstrip()
        return found.removesuffix(words) if words and found.endswith(words) else ""
