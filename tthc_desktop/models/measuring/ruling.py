"""One rule as a check: it looks at every place it is about and yields what is wrong there, or None."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tthc_desktop.models.decree import Rules
from tthc_desktop.models.measuring.anatomy import Anatomy
from tthc_desktop.models.measuring.outcomes import Outcome, Spot, Verdict
from tthc_desktop.models.measuring.pages import SetLine

MM = 72 / 25.4
Looked = Iterator[Spot | None]
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Ruling:
    """A rule by its key, its name and what it asks, with its clause, and the check."""

    key: str
    name: str
    asked: str
    clause: str
    look: Callable[[Anatomy, Rules], Looked]

    def outcome(self, paper: Anatomy, rules: Rules) -> Outcome:
        looked = list(self.look(paper, rules))
        spots = tuple(spot for spot in looked if spot)
        verdict = Verdict.BROKEN if spots else Verdict.KEPT if looked else Verdict.ABSENT
        return Outcome(self.key, self.name, self.asked, self.clause, verdict, spots, len(looked))


def spot(page: int, line: SetLine, found: str) -> Spot:
    return Spot(page, round(line.top, 1), found, line.words[:_SHOWN])


def millimetres(points: float) -> str:
    """Return a length as the clerk reads it: `19,5 mm`."""
    return f"{points / MM:.1f} mm".replace(".", ",")


def points(size: float) -> str:
    return f"{size:.1f}".rstrip("0").rstrip(".").replace(".", ",")
