"""What a corrected paper proposes to change in a plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tthc_desktop.models.comparison import What
from tthc_desktop.models.comparison.units import Name
from tthc_desktop.models.correcting.parts import Parts
from tthc_desktop.models.identity import Id
from tthc_desktop.models.places import Place
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import EMPTY, Text

Key = str
"""What names a proposal; it stays the same when the plan has changed meanwhile and all is proposed anew."""


@dataclass(frozen=True, slots=True)
class AsRead:
    """A plan as read from a paper, and which of its parts is which of ours by the identities hidden in the file."""

    plan: Plan
    known: Mapping[Id, Id] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change that can be taken or left.

    `place` is where, in `Correction.current`, of what is added in `Correction.corrected`. The words are those of the
    paper when it was written (`before`), as it came back (`corrected`) and of the plan now (`current`). With
    `conflict` the office changed the same spot meanwhile; such a one is left unless it is chosen.
    """

    key: Key
    what: What
    place: Place
    before: Text = EMPTY
    corrected: Text = EMPTY
    current: Text = EMPTY
    conflict: bool = False
    below: int = 0
    """How many paragraphs, rows, tables come or go together with this part."""
    needs: tuple[Key, ...] = ()
    """The proposals that have to be taken with this one."""
    doubt: str = ""
    """In Vietnamese, what should be looked at."""
    names: tuple[Name, ...] = ()
    """The parts that come, go or move; empty for other words or another look of one."""

    @property
    def taken(self) -> bool:
        """Whether it is taken unless the clerk says otherwise."""
        return not self.conflict


@dataclass(frozen=True, slots=True)
class Correction:
    """The plan as it is, the corrected one under the same identities, and what would turn one into the other."""

    current: Plan
    corrected: Plan
    proposals: tuple[Proposal, ...]
    now: Parts
    after: Parts
