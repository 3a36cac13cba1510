"""Which change of the office wrote each kept value last, as far as memory knows."""

from collections.abc import Iterable, Mapping

from tthc_desktop.storage.keys import Key


class Revisions:
    """What a transaction knows: what was known before it, and what it finds and writes; `keep` makes that known."""

    def __init__(self, known: dict[Key, int]) -> None:
        self._known = known
        self._new: dict[Key, int | None] = {}

    def get(self, key: Key) -> int | None:
        """Return the revision of a value, None when memory knows no such value."""
        return self._new[key] if key in self._new else self._known.get(key)

    def update(self, found: Mapping[Key, int]) -> None:
        """Know of these values."""
        self._new.update(found)

    def forget(self, keys: Iterable[Key]) -> None:
        """Know that there are no such values any more."""
        self._new.update(dict.fromkeys(keys))

    def keep(self) -> None:
        """Let memory know what the transaction does, for it has succeeded."""
        for key, revision in self._new.items():
            if revision is None:
                self._known.pop(key, None)
            else:
                self._known[key] = revision
