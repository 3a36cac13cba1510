"""The differences between two plans, in the order in which the newer one is read."""

from collections.abc import Iterable, Iterator

from tthc_desktop.models.comparison.differences import Difference, What
from tthc_desktop.models.comparison.matching import Match, matched
from tthc_desktop.models.comparison.order import moved
from tthc_desktop.models.comparison.paper import paper_differences
from tthc_desktop.models.comparison.parts import Parts
from tthc_desktop.models.comparison.units import Name, Parent, Sort, Unit
from tthc_desktop.models.places import Place
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import plain

_COUNTED = frozenset({Sort.ITEM, Sort.TABLE, Sort.ROW})


def compare(old: Plan, new: Plan, known: Iterable[Plan] = ()) -> tuple[Difference, ...]:
    """Return what differs between an older and a newer plan; nothing where they say the same in the same shape.

    `known` are the office's other plans: through them a copy of a copy is traced to what it was made from.
    """
    match = matched(old, new, known)
    order = {name: float(at) for at, name in enumerate(match.new)}
    placed = [*_came(match, order), *_went(match, order), *_stayed(old, new, match, order)]
    placed.sort(key=lambda pair: pair[0])
    return (*paper_differences(old, new), *(difference for _, difference in placed))


Placed = tuple[float, Difference]


def _came(match: Match, order: dict[Name, float]) -> Iterator[Placed]:
    for unit, below in _outermost(match.new, match.pairs):
        yield order[unit.name], Difference(What.ADDED, None, _place(unit), new=unit.words, below=below)


def _went(match: Match, order: dict[Name, float]) -> Iterator[Placed]:
    """Yield what is gone, each behind what it followed."""
    gone = {unit.name: below for unit, below in _outermost(match.old, match.back)}
    behind = -1.0
    for name, unit in match.old.items():
        if name in match.back:
            behind = order[match.back[name]]
        elif name in gone:
            lost = Difference(What.REMOVED, _place(unit), None, old=unit.words, below=gone[name])
            yield behind + 0.5, lost


def _outermost(every: dict[Name, Unit], partners: dict[Name, Name]) -> Iterator[tuple[Unit, int]]:
    """Yield the lone parts that stand in no lone one, with the number of those that stand in them."""
    top: dict[str, Name] = {}
    below: dict[Name, int] = {}
    for name, unit in every.items():
        if name in partners:
            continue
        above = top.get(unit.parent[1]) if unit.parent[1] else None
        if above is None:
            below[name] = 0
        elif unit.sort in _COUNTED:
            below[above] += 1
        if unit.sort in {Sort.ITEM, Sort.TABLE, Sort.APPENDIX}:
            top[unit.id] = above or name
    yield from ((every[name], count) for name, count in below.items())


def _stayed(old: Plan, new: Plan, match: Match, order: dict[Name, float]) -> Iterator[Placed]:
    elsewhere = _elsewhere(match)
    parts = Parts(old, new, match)
    for name, before in match.pairs.items():
        pair = match.old[before], match.new[name]
        for difference in (*_of_place(*pair, is_moved=name in elsewhere), *parts.differences(*pair)):
            yield order[name], difference


def _of_place(old: Unit, new: Unit, *, is_moved: bool) -> Iterator[Difference]:
    places = _place(old), _place(new)
    if is_moved:
        yield Difference(What.MOVED, *places, old.words, new.words)
    elif old.number != new.number:
        yield Difference(What.RENUMBERED, *places, plain(old.number), plain(new.number))


def _place(unit: Unit) -> Place:
    return Place(unit.id, unit.sort)


def _elsewhere(match: Match) -> frozenset[Name]:
    """Return the parts that stand under another parent, or in another order among those that stayed."""
    gone: set[Name] = set()
    together: dict[Parent, list[Name]] = {}
    for name, before in match.pairs.items():
        old, new = match.old[before], match.new[name]
        if match.same_parent(old.parent, new.parent):
            together.setdefault(new.parent, []).append(name)
        else:
            gone.add(name)
    at = {name: place for place, name in enumerate(match.old)}
    where = {name: place for place, name in enumerate(match.new)}
    for names in together.values():
        names.sort(key=where.__getitem__)
        gone.update(names[index] for index in moved([at[match.pairs[name]] for name in names]))
    return frozenset(gone)
