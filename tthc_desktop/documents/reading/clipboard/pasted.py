"""What a reader makes of the clipboard, before anything goes into a plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tthc_desktop.documents.reading.draft import Problem
from tthc_desktop.models.fragment import Fragment
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import UNNUMBERED
from tthc_desktop.models.plan import Item, Node, SourceLine


@dataclass(frozen=True, slots=True)
class Pasted:
    """A fragment as read, with the fate of every line of the clipboard that is not blank, as a `Draft` has it.

    `exact` tells that this program wrote it and nothing had to be recognised.
    """

    fragment: Fragment
    lines: tuple[SourceLine, ...] = ()
    placed: Mapping[int, Id] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    exact: bool = False

    @property
    def unplaced(self) -> tuple[SourceLine, ...]:
        """The lines that found no place, in order."""
        return tuple(line for line in self.lines if line.number not in self.placed)

    @property
    def structured(self) -> bool:
        """Whether there is more than the words of one paragraph: several lines, a table, a task, a numbered item."""
        return len(self.lines) > 1 or any(not _is_plain(node) for node in self.fragment.nodes)


def _is_plain(node: Node) -> bool:
    return isinstance(node, Item) and not node.task_id and not node.heading and node.mark in UNNUMBERED
