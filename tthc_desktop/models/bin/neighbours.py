"""Where something goes back among what is left of those that it stood beside."""

from collections.abc import Collection, Sequence

from tthc_desktop.models.identity import Id, Identified


def place_among(then: Sequence[Identified], place: int, now: Sequence[Identified]) -> int:
    """Return where what stood at `place` belongs now: behind the nearest before it, else before that after it."""
    places = {one.id: at for at, one in enumerate(now)}
    for one in reversed(then[:place]):
        if one.id in places:
            return places[one.id] + 1
    return next((places[one.id] for one in then[place + 1 :] if one.id in places), len(now))


def place_in(members: Sequence[Identified], member_id: Id) -> int:
    """Return where a member stands, below 0 when it is not there."""
    return next((place for place, one in enumerate(members) if one.id == member_id), -1)


def missing(ids: Collection[Id], known: Collection[Id]) -> list[Id]:
    """Return those that are not known, each once."""
    return [id_ for id_ in dict.fromkeys(ids) if id_ and id_ not in known]
