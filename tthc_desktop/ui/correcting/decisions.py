"""What the clerk takes and leaves of a corrected file, step by step, without Qt."""

from collections.abc import Collection, Mapping

from tthc_desktop.models.correcting import Correction, Key, with_needed


class Decisions:
    """The choices over one correction; what is not chosen is taken unless it is a conflict."""

    def __init__(self, found: Correction, chosen: Mapping[Key, bool] | None = None) -> None:
        self.found = found
        self._chosen = {key: take for key, take in (chosen or {}).items() if key in _keys(found)}
        self._taken = self._settled({one.key for one in found.proposals if self._chosen.get(one.key, one.taken)}, ())

    def over(self, found: Correction) -> "Decisions":
        """Return the same choices over a newer correction."""
        return Decisions(found, self._chosen)

    @property
    def taken(self) -> frozenset[Key]:
        """The proposals that will be taken."""
        return self._taken

    @property
    def left(self) -> int:
        """How many proposals will be left."""
        return len(self.found.proposals) - len(self._taken)

    def choose(self, wanted: Mapping[Key, bool]) -> None:
        """Take and leave proposals; what they need comes along, and what needs those that are left is left."""
        changed = {key: take for key, take in wanted.items() if take is not (key in self._taken)}
        self._chosen |= changed
        left = {key for key, take in changed.items() if not take}
        self._taken = self._settled((self._taken | {key for key, take in changed.items() if take}) - left, left)

    def _settled(self, keys: Collection[Key], left: Collection[Key]) -> frozenset[Key]:
        """Return the proposals with what they need, without those that need one that is left."""
        needs = {one.key: one.needs for one in self.found.proposals}
        gone, kept = set(left), set(keys)
        while dropped := {key for key in kept if gone.intersection(needs[key])}:
            kept -= dropped
            gone |= dropped
        return with_needed(self.found, kept)


def _keys(found: Correction) -> frozenset[Key]:
    return frozenset(one.key for one in found.proposals)
