"""Backups that lie in neither of the office's places, found beside the files that the clerk shows."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from tthc_desktop.storage.backups import Stored, at, listed_in


def elsewhere(shown: Iterable[Path]) -> Iterator[Stored]:
    """Yield each file that is shown, and the backups with a card that lie beside it, the newest first, each once."""
    known: set[Path] = set()
    for path in shown:
        beside = listed_in(path.parent)
        mine = [one for one in beside if one.path == path] or [at(path)]
        for one in (*mine, *(each for each in beside if each.backup is not None)):
            if one.path not in known:
                known.add(one.path)
                yield one
