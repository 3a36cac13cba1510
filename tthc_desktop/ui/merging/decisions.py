"""What the clerk takes and leaves of a merge, step by step, without Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from tthc_desktop.models.merge.values import Choices, Compared, Merge, Spot, Verdict
from tthc_desktop.models.progress.values import Said

_ASKS = {Verdict.CONFLICT, Verdict.REVIEW}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many values are taken and left, and how many of those left the clerk has not looked at."""

    taken: int = 0
    left: int = 0
    open: int = 0


class Decisions:
    """The choices over one merge; what is not chosen follows its verdict."""

    def __init__(self, merge: Merge, choices: Choices | None = None) -> None:
        self.merge = merge
        self._spots = {one.spot: one for one in merge.compared if one.verdict is not Verdict.SAME}
        self._chosen: dict[Spot, Said | None] = {}
        self._typed: dict[Spot, Said] = {}
        for spot, said in (choices or {}).items():
            if spot in self._spots and (said is None or said.origin is None or said in self._spots[spot].returned):
                self._note(self._spots[spot], said)
        self._taken = sum(self.chosen(one) is not None for one in self._spots.values())
        self._open = sum(map(self.is_open, self._spots.values()))

    @property
    def choices(self) -> Choices:
        """What was chosen, by spot."""
        return dict(self._chosen)

    def over(self, merge: Merge) -> "Decisions":
        """Return the same choices over a newer merge; answers that no file gives any longer are chosen no longer."""
        return Decisions(merge, self._chosen)

    def chosen(self, one: Compared) -> Said | None:
        """Return what will be taken; None keeps what the office has."""
        if one.spot in self._chosen:
            return self._chosen[one.spot]
        return one.returned[0] if one.verdict is Verdict.OFFERED and one.returned else None

    def answers(self, one: Compared) -> tuple[Said, ...]:
        """Return what can be taken: the answers of the sheets, and what was typed here."""
        typed = self._typed.get(one.spot)
        return (*one.returned, typed) if typed else one.returned

    def is_open(self, one: Compared) -> bool:
        """Tell whether the clerk has still to say something of it."""
        return one.verdict in _ASKS and one.spot not in self._chosen

    def choose(self, one: Compared, said: Said | None) -> None:
        """Take an answer, or with None keep what the office has."""
        self._open -= self.is_open(one)
        self._taken += (said is not None) - (self.chosen(one) is not None)
        self._note(one, said)

    def _note(self, one: Compared, said: Said | None) -> None:
        self._chosen[one.spot] = said
        if said is not None and said not in one.returned:
            self._typed[one.spot] = said

    def step(self, one: Compared, step: int) -> None:
        """Go from what the office has to the answers, one by one, and back."""
        ways = (None, *self.answers(one))
        chosen = self.chosen(one)
        now = next((place for place, way in enumerate(ways) if way == chosen), 0)
        self.choose(one, ways[min(max(now + step, 0), len(ways) - 1)])

    def toggle(self, one: Compared) -> None:
        """Take the first answer, or leave the one that is taken."""
        answers = self.answers(one)
        self.choose(one, None if self.chosen(one) is not None or not answers else answers[0])

    def take_all(self, many: Iterable[Compared]) -> int:
        """Take the one answer of each; return how many have two answers or more and stay to be chosen."""
        several = 0
        for one in many:
            if len(one.returned) == 1:
                self.choose(one, one.returned[0])
            elif self.chosen(one) is None:
                several += 1
        return several

    def keep_all(self, many: Iterable[Compared]) -> None:
        """Keep what the office has everywhere."""
        for one in many:
            self.choose(one, None)

    def counts(self) -> Counts:
        """Return what taking will bring."""
        return Counts(self._taken, len(self._spots) - self._taken, self._open)
