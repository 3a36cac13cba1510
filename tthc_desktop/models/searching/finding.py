"""Where a plan holds what is looked for."""

from typing import NamedTuple

from tthc_desktop.models.plan import Plan
from tthc_desktop.models.searching.matching import Exactness, Query, pattern
from tthc_desktop.models.searching.places import spots
from tthc_desktop.models.searching.spots import Place, string


class Hit(NamedTuple):
    """Found words: where they begin and end in the words of their place, and these as typed.

    `exact` ones have the very accents that were looked for; `fixed` ones cannot be replaced.
    """

    place: Place
    start: int
    end: int
    words: str
    exact: bool = True
    fixed: bool = False

    @property
    def found(self) -> str:
        """The found words themselves."""
        return self.words[self.start : self.end]


def find(plan: Plan, query: Query) -> tuple[Hit, ...]:
    """Return every hit in reading order."""
    wanted = pattern(query)
    if wanted is None:
        return ()
    exact = Exactness(query)
    found: list[Hit] = []
    for spot in spots(plan, wanted.search):
        if query.tables_only and not spot.place.table:
            continue
        words = string(spot.words)
        found += [
            Hit(spot.place, *match.span(), words, exact.of(match.group()), spot.fixed)
            for match in wanted.finditer(words)
        ]
    return tuple(found)


def spans(words: str, query: Query) -> list[tuple[int, int]]:
    """Return where words hold what is looked for."""
    wanted = pattern(query)
    return [match.span() for match in wanted.finditer(words)] if wanted else []


def context(hit: Hit, room: int = 40, room_behind: int = 0) -> tuple[str, str, str]:
    """Return the words around a hit on one line: before it, itself, behind it; cut at blanks."""
    behind = room_behind or room
    before, after = hit.words[: hit.start], hit.words[hit.end :]
    if len(before) > room:
        before = f"…{before[-room:].partition(' ')[2] or before[-room:]}"
    if len(after) > behind:
        after = f"{after[:behind].rpartition(' ')[0] or after[:behind]}…"
    return _flat(before), _flat(hit.found), _flat(after)


def _flat(words: str) -> str:
    return "".join(" " if letter.isspace() else letter for letter in words)
